import type { Knex } from 'knex';
import type { Pools } from './pools';

/** MAKs of these pools whose file named no number of holders have fewer than the largest allocation they serve; they get the rest. */
const grow = `
  with larger as (
    select key.id, key.pool_id, key.seats as before, max(benefits.quantity) as after
      from product_keys key join pool_benefits using (pool_id) join benefits on benefits.id = benefit_id
     where not key.seats_stated and key.broken_at is null and key.pool_id = any(?::uuid[])
     group by key.id having max(benefits.quantity) > key.seats
  ), seated as (
    update product_keys key set seats = after from larger where key.id = larger.id
  ), given as (
    insert into units (key_id, pool_id) select id, pool_id from larger cross join lateral generate_series(1, after - before)
    returning pool_id
  )
  select pool_id, count(*)::int as units from given group by pool_id`;

/**
 * Lets keys without a number of holders of their own grow with their allocation. They never shrink: what was granted once is given
 * once.
 *
 * @returns how many units were added; the counters of their pools are the caller's to settle
 */
export async function growKeys(
  sql: Knex,
  pools: Pools,
  { inPools }: { inPools: readonly string[] },
): Promise<number> {
  if (inPools.length === 0) return 0;
  const { rows } = await sql.raw(grow, [inPools as string[]]);
  let added = 0;
  for (const { pool_id, units } of rows) {
    pools.add(pool_id, { units, free: units, shared: 0 });
    added += units;
  }
  return added;
}
