import type { Knex } from 'knex';
import { growKeys } from './grow';
import type { Pools } from './pools';

/**
 * Gives keys that serve further benefits from now on (`further_benefits`) the pool of their new set, with all their units,
 * held ones too. One statement moves everything, so that the cost does not depend on how many sets there are.
 *
 * @returns how many units were added: a key without a number of holders of its own has as many as its largest allocation
 */
export async function widen(sql: Knex, pools: Pools): Promise<{ units: number }> {
  const { rows: any } = await sql.raw('select 1 from further_benefits limit 1');
  if (any.length === 0) return { units: 0 };
  await sql.raw(`
    create temporary table widened on commit drop as
    select key.id as key_id, key.pool_id as from_pool,
           (select string_agg(benefit_id::text, ',' order by benefit_id)
              from (select benefit_id from pool_benefits where pool_id = key.pool_id
                    union select benefit_id from further_benefits where key_id = key.id) as served) as serves
      from product_keys key where key.id in (select key_id from further_benefits)`);

  const { rows: sets } = await sql.raw('select distinct serves from widened');
  const targets = sets.map(({ serves }: { serves: string }) => ({
    serves,
    pool: pools.serving(serves.split(',')).id,
  }));
  await pools.save(sql, pools.takeNew());
  const { rows: moved } = await sql.raw(move, [
    targets.map(({ serves }: { serves: string }) => serves),
    targets.map(({ pool }: { pool: string }) => pool),
  ]);
  for (const { from_pool, to_pool, units, free, shared } of moved) {
    pools.add(from_pool, { units: -units, free: -free, shared: -shared });
    pools.add(to_pool, { units, free, shared });
  }

  return {
    units: await growKeys(sql, pools, { inPools: targets.map(({ pool }: { pool: string }) => pool) }),
  };
}

/** A unit that is being claimed at this moment is waited for, and counted as what it has become. */
const move = `
  with target as (
    select * from unnest(?::text[], ?::uuid[]) as t (serves, pool_id)
  ), moved_keys as (
    update product_keys key set pool_id = target.pool_id
      from widened join target using (serves) where key.id = widened.key_id
    returning widened.from_pool, target.pool_id as to_pool, key.seats is null and key.broken_at is null as shared
  ), moved_units as (
    update units set pool_id = target.pool_id
      from widened join target using (serves) where units.key_id = widened.key_id
    returning widened.from_pool, target.pool_id as to_pool, units.state
  )
  select from_pool, to_pool, sum(units)::int as units, sum(free)::int as free, sum(shared)::int as shared
    from (select from_pool, to_pool, 0 as units, 0 as free, count(*) filter (where shared) as shared
            from moved_keys group by 1, 2
          union all
          select from_pool, to_pool, count(*), count(*) filter (where state = 'free'), 0 from moved_units group by 1, 2) as moved
   group by 1, 2`;
