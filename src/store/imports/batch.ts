import type { Knex } from 'knex';
import type { KeyType } from '../../core/key-type';
import type { Pools } from './pools';

/** A key of the file on its way into the database. */
export interface IncomingKey {
  line: number;
  nth: number;
  /** The id it gets if it is new. */
  id: string;
  benefit: string;
  /** The pool of that benefit alone, where a new key begins. */
  pool: string;
  productName: string;
  type: KeyType;
  /** Holders it allows; null where everybody may share it. */
  seats: number | null;
  /** Whether the file says so, or it is our rule. */
  seatsStated: boolean;
  /** Seats that a cloud token carries, where the file says so. */
  carries: number | null;
  sealed: Buffer;
  fingerprint: Buffer;
}

interface Written {
  /** Keys that were unknown. */
  made: number;
  units: number;
  /** Rows that name a known key under a benefit it did not serve yet. */
  further: number;
  /** Both, by the id of the benefit. */
  under: Map<string, { new: number; changed: number }>;
  /** Rows that give a known key another type or number of holders than it has. */
  differing: number[];
}

/** What an import remembers until its end. Gone with the transaction. */
export async function makeNotes(sql: Knex): Promise<void> {
  await sql.raw(`
    create temporary table further_benefits (key_id uuid, benefit_id uuid, primary key (key_id, benefit_id)) on commit drop`);
}

/** Arrays, not rows of placeholders: one text for every batch, planned once. */
const insert = `
  with row as materialized (
    select * from unnest(?::int[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::int[], ?::bool[], ?::int[], ?::bytea[], ?::bytea[])
      as r (nth, id, pool_id, benefit_id, product_name, type, seats, seats_stated, carries, sealed, fingerprint)
  ), born as (
    insert into product_keys (id, pool_id, sealed_for, product_name, type, seats, seats_stated, carries, sealed, fingerprint, imported_at)
    select id, pool_id, benefit_id, product_name, type, seats, seats_stated, carries, sealed, fingerprint, ?::timestamptz
      from row order by nth
        on conflict (fingerprint) do nothing
    returning id, pool_id, seats
  ), given as (
    insert into units (key_id, pool_id)
    select born.id, born.pool_id from row join born using (id) cross join lateral generate_series(1, born.seats)
     where (select coalesce(sum(seats), 0) from born) <= ?::bigint order by row.nth
  )
  select pool_id, count(*)::int as keys, coalesce(sum(seats), 0)::int as units,
         (count(*) filter (where seats is null))::int as shared
    from born group by pool_id`;

/**
 * Rows whose key was known, or was met earlier in this file. Asked after the insert, whose own statement would not see the keys
 * it has just made.
 */
const compare = `
  with row as materialized (
    select * from unnest(?::int[], ?::uuid[], ?::text[], ?::int[], ?::int[], ?::bytea[], ?::uuid[])
      as r (nth, benefit_id, type, stated_seats, carries, fingerprint, id)
  ), met as materialized (
    select row.nth, row.benefit_id, row.type, row.stated_seats, row.carries, key.id as key_id, key.pool_id, key.type as known_type,
           key.seats, key.carries as known_carries
      from row join product_keys key using (fingerprint) where key.id <> row.id
  ), further as (
    insert into further_benefits select distinct key_id, benefit_id from met
     where not exists (select from pool_benefits pb where pb.pool_id = met.pool_id and pb.benefit_id = met.benefit_id)
        on conflict do nothing returning benefit_id
  )
  select array(select benefit_id::text from further) as further,
         array(select nth from met where type <> known_type or (seats is not null and stated_seats <> seats)
                                         or (carries is distinct from known_carries and carries is not null) order by nth) as differing`;

/**
 * Writes a batch of keys in two statements at most. Adds to the counters of `pools`.
 *
 * @param room how many units may be made; where the keys need more, none are, and `units` says how many it would take
 */
export async function writeBatch(
  sql: Knex,
  batch: readonly IncomingKey[],
  pools: Pools,
  { now, room }: { now: Date; room: number },
): Promise<Written> {
  const column = <Name extends keyof IncomingKey>(name: Name) => batch.map((key) => key[name]);
  const { rows } = await sql.raw(insert, [
    column('nth'),
    column('id'),
    column('pool'),
    column('benefit'),
    column('productName'),
    column('type'),
    column('seats'),
    column('seatsStated'),
    column('carries'),
    column('sealed'),
    column('fingerprint'),
    now,
    room,
  ] as unknown as Knex.RawBinding[]);
  const written: Written = { made: 0, units: 0, further: 0, under: new Map(), differing: [] };
  const count = (benefit: string, more: { new?: number; changed?: number }) => {
    const was = written.under.get(benefit) ?? { new: 0, changed: 0 };
    written.under.set(benefit, {
      new: was.new + (more.new ?? 0),
      changed: was.changed + (more.changed ?? 0),
    });
  };
  const benefitOf = new Map(batch.map(({ pool, benefit }) => [pool, benefit]));
  for (const row of rows) {
    count(benefitOf.get(row.pool_id) as string, { new: row.keys });
    written.made += row.keys;
    written.units += row.units;
    pools.add(row.pool_id, { units: row.units, free: row.units, shared: row.shared });
  }
  if (written.made === batch.length) return written;

  const stated = batch.map(({ seats, seatsStated }) => (seatsStated ? seats : null));
  const {
    rows: [compared],
  } = await sql.raw(compare, [
    column('nth'),
    column('benefit'),
    column('type'),
    stated,
    column('carries'),
    column('fingerprint'),
    column('id'),
  ] as unknown as Knex.RawBinding[]);
  for (const benefit of compared.further) count(benefit, { changed: 1 });
  return { ...written, further: compared.further.length, differing: compared.differing };
}
