import type { Knex } from 'knex';
import type { Holding } from '../../core/holding';
import type { Kept, Offered } from '../../core/request';
import { besideRequest, requestColumns, requestOf } from '../request-columns';

/** No round carries out more. */
const most = 100;

/** A free unit fits a holding when it is no token, or one that carries as many seats as are held: a token cannot be split. */
const fits = (quantity: string) => `(k.carries is null or k.carries = ${quantity})`;

/** Keys in the place of those that do not work. */
export const replacementsIn = (sql: Knex) => ({
  /** The key behind a holding, and its unit where it has one; undefined when the holding goes on without a key. */
  async keyBehind(holding: string): Promise<Kept | undefined> {
    const { rows } = await sql.raw(
      `select h.key_id, h.unit_id, u.pool_id from holdings h left join units u on u.id = h.unit_id
        where h.id = ? and h.key_id is not null`,
      [holding],
    );
    const [row]: Array<{ key_id: string; unit_id: number | null; pool_id: string | null } | undefined> = rows;
    return (
      row && {
        key: row.key_id,
        ...(row.unit_id !== null && { unit: { unit: String(row.unit_id), pool: row.pool_id as string } }),
      }
    );
  },

  /**
   * What could be given to a holder in place of their key, locked until the end of the transaction, as is the benefit. A unit of
   * another key rather than one more of the very key that does not work; a key that everybody shares where no unit is free.
   */
  async lockSpare({ benefit, quantity }: Holding, broken?: string): Promise<Kept | undefined> {
    await sql.raw('select 1 from benefits where id = ? for no key update', [benefit.id]);
    const { rows } = await sql.raw(
      `select u.id, u.key_id, u.pool_id from units u where u.id = any(array(
         select one.id from pool_benefits pb cross join lateral (
           select u.id, u.key_id from units u join product_keys k on k.id = u.key_id
            where u.pool_id = pb.pool_id and u.state = 'free' and ${fits('?')}
            order by u.key_id is not distinct from ?::uuid, u.pos limit 1 for update of u skip locked
         ) one where pb.benefit_id = ? order by one.key_id is not distinct from ?::uuid limit 1))`,
      [quantity, broken ?? null, benefit.id, broken ?? null],
    );
    const [row]: Array<{ id: number; key_id: string; pool_id: string } | undefined> = rows;
    if (row) return { key: row.key_id, unit: { unit: String(row.id), pool: row.pool_id } };
    const shared = await sql.raw(
      `select k.id from pool_benefits pb join product_keys k on k.pool_id = pb.pool_id
        where pb.benefit_id = ? and k.seats is null and k.broken_at is null order by k.imported_at desc, k.id limit 1`,
      [benefit.id],
    );
    return shared.rows[0] && { key: shared.rows[0].id };
  },

  /** Whether an admin still looks into what the holding has now; of one without a key, into whatever it had before. */
  async isReported(holding: string): Promise<boolean> {
    const { rows } = await sql.raw(
      `select exists (select from tasks t join holdings h on h.id = t.holding_id
                       where t.holding_id = ? and t.kind = 'check-key' and t.state = 'open'
                         and (h.key_id is null or t.unit_id is not distinct from h.unit_id)) as reported`,
      [holding],
    );
    return rows[0].reported;
  },

  /** The offers that keep something of a key which is broken, by request, the oldest first. */
  async offersOfBrokenKeys(): Promise<string[]> {
    const { rows } = await sql.raw(
      `select r.id from requests r join product_keys k on k.id = r.key_id
        where r.state = 'offered' and k.broken_at is not null order by r.closed_at, r.id limit ?`,
      [most],
    );
    return rows.map(({ id }: { id: string }) => id);
  },

  /** An offer that keeps something of a broken key, locked; undefined when it is none, or none any more. `place`: on the waiting list, from 1. */
  async lockBrokenOffer(id: string): Promise<{ request: Offered; place: number } | undefined> {
    const { rows } = await sql.raw(
      `select ${requestColumns} from requests r ${besideRequest}
        where r.id = ? and r.state = 'offered' and exists (select from product_keys k where k.id = r.key_id and k.broken_at is not null)
          for no key update of r`,
      [id],
    );
    const request = rows[0] && (requestOf(rows[0]) as Offered);
    if (!request) return undefined;
    const { rows: before } = await sql.raw(
      `select count(*)::int as people from requests
        where state = 'waiting' and benefit_id = ? and (closed_at, id) < (?::timestamptz, ?::uuid)`,
      [request.benefit.id, request.at, request.id],
    );
    return { request, place: before[0].people + 1 };
  },

  /** Holdings, of any benefit or of one, that wait for another key and could have one now; whoever reported theirs first comes first. */
  async holdingsToReplace(benefit?: string): Promise<string[]> {
    const { rows } = await sql.raw(
      `select h.id from holdings h join benefits b on b.id = h.benefit_id
        where h.ended_at is null and h.key_id is null and b.delivery = 'key'
          and h.benefit_id = coalesce(?::uuid, h.benefit_id) and exists (select from pool_benefits pb join product_keys k on k.pool_id = pb.pool_id left join units u on u.key_id = k.id
                       where pb.benefit_id = h.benefit_id and ((k.seats is null and k.broken_at is null) or (u.state = 'free' and ${fits('h.quantity')})))
        order by (select max(a.id) from audit a where a.subject = h.id and a.action = 'key.reported'), h.since, h.id limit ?`,
      [benefit ?? null, most],
    );
    return rows.map(({ id }: { id: string }) => id);
  },
});
