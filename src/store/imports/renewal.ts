import type { Knex } from 'knex';
import { type Benefit, kindOf } from '../../core/benefit';

/** A benefit after a renewal: who goes on holding it, and who cannot. */
export interface RenewedBenefit {
  benefit: string;
  /** Live holdings that go on as they are. */
  carriedOver: number;
  /** Whose holdings must be given to somebody or something else, by name. */
  mustAct: string[];
  /** Of incidents or hours that go on: so many of the old term are used up, and stay counted until they are given back. */
  used?: number;
  /** Whoever asked for it and had not got it, by name: they are told that nothing comes of it. */
  waited?: string[];
  /** Why: it is no longer part of the package, or Microsoft has made new ones in place of the old. */
  because?: 'dropped' | 'new-area';
}

/** What a renewal did to what people hold. */
export interface Renewal {
  from: { starts: string; ends: string };
  benefits: RenewedBenefit[];
}

/**
 * A term that is over is kept: an auditor may ask for any day. A new purchase can be returned again until a key of it was viewed. What
 * was used up of things that ended before the new term was of the old allocation, and counts no more; who holds some goes on with what
 * they have left.
 */
export async function beginTerm(
  sql: Knex,
  pack: { id: string; starts: string; ends: string },
  next: { starts: string },
  now: Date,
): Promise<void> {
  await sql.raw(
    `with old as (
       update holdings h set of_old_term = true from benefits b
        where b.id = h.benefit_id and b.package_id = ? and h.used > 0 and not h.of_old_term
          and h.released_at < ?::date::timestamp at time zone 'UTC'
       returning h.benefit_id, h.used)
     update benefits b set held = held - old.used, version = version + 1
       from (select benefit_id, sum(used)::int as used from old group by 1) as old where b.id = old.benefit_id`,
    [pack.id, next.starts],
  );
  await sql('package_terms').insert({
    package_id: pack.id,
    starts: pack.starts,
    ends: pack.ends,
    renewed_at: now,
  });
  await sql('packages').where({ id: pack.id }).update({ key_viewed_at: null });
}

/** The benefits that the file of the new term lacks are not given any more from its first day. */
export async function dropFrom(sql: Knex, benefits: readonly string[], starts: string): Promise<number> {
  if (benefits.length === 0) return 0;
  return sql('benefits')
    .whereIn('id', [...benefits])
    .whereNull('dropped_on')
    .update({ dropped_on: starts, version: sql.raw('version + 1') });
}

/**
 * Benefit by benefit, who goes on holding what. With a new solution area Microsoft makes new Visual Studio subscriptions and Azure
 * credits, and each has to be assigned once more ("Visual Studio benefits", Partner Center documentation, October 2023).
 */
export async function carriedOver(
  sql: Knex,
  pack: string,
  { newArea }: { newArea: boolean },
): Promise<RenewedBenefit[]> {
  const { rows } = await sql.raw(
    `select b.name as benefit, b.dropped_on is not null as dropped, count(h.id)::int as holdings,
            b.category, b.delivery, b.unit, coalesce(sum(h.used), 0)::int as used,
            (select coalesce(array_agg(distinct f.name), '{}') from requests r join people f on f.id = r.assignee_id
              where r.benefit_id = b.id and r.state in ('pending', 'waiting', 'offered')) as waited,
            coalesce(array_agg(distinct q.name) filter (where h.id is not null), '{}') as holders
       from benefits b left join holdings h on h.benefit_id = b.id and h.ended_at is null left join people q on q.id = h.person_id
      where b.package_id = ? group by b.id order by b.dropped_on is not null, b.position, b.id`,
    [pack],
  );
  return rows
    .filter(({ holdings, dropped, waited }: Row) => holdings > 0 || (dropped && waited.length > 0))
    .map((row: Row): RenewedBenefit => {
      const { benefit, dropped, holdings, holders, used, waited } = row;
      const kind = kindOf(row);
      const madeAnew = newArea && (kind === 'subscription' || kind === 'credit');
      const because = dropped ? 'dropped' : madeAnew ? 'new-area' : undefined;
      return because
        ? {
            benefit,
            carriedOver: 0,
            mustAct: holders,
            because,
            ...(dropped && waited.length > 0 && { waited }),
          }
        : { benefit, carriedOver: holdings, mustAct: [], ...(used > 0 && { used }) };
    });
}

interface Row extends Pick<Benefit, 'category' | 'delivery' | 'unit'> {
  benefit: string;
  dropped: boolean;
  holdings: number;
  holders: string[];
  used: number;
  waited: string[];
}

/** Everybody on whom an allocation is spent, by name: who has it, who is getting it, and from whom it is still being taken. */
export async function spentOn(sql: Knex, benefit: string): Promise<string[]> {
  const { rows } = await sql.raw(
    `select distinct q.name from (
       select person_id from holdings where benefit_id = ? and released_at is null
       union all select assignee_id from requests where benefit_id = ? and state in ('approved', 'offered')
     ) as spent join people q on q.id = person_id order by q.name`,
    [benefit, benefit],
  );
  return rows.map(({ name }: { name: string }) => name);
}
