import type { Step } from '../core/change';
import type { Part } from './statement';

/**
 * A unit that comes back stands at the end of its pool, so that the one that has rested longest is given first. One of a key that
 * was found broken meanwhile is retired: the key is locked, so that either this one or whoever finds it broken sees the other.
 */
export const unitFreed = ({ unit, from }: Extract<Step, { do: 'unit' }>, at: number): Part => ({
  name: `freed${at}`,
  text: `update units set state = case when key.broken then 'retired' else 'free' end,
                pos = case when key.broken then pos else nextval('unit_positions') end
           from (select broken_at is not null as broken from product_keys
                  where id = (select key_id from units where id = ?::bigint) for share) as key
          where units.id = ?::bigint and units.state = ? returning units.pool_id, units.state`,
  values: [unit, unit, from],
});

/** A key is broken, once; what is free of it is retired. */
export const keyBroken = ({ key, at }: Extract<Step, { do: 'break-key' }>, place: number): Part[] => [
  {
    name: `broken${place}`,
    text: `update product_keys set broken_at = ?::timestamptz where id = ?::uuid and broken_at is null returning pool_id, seats`,
    values: [at, key],
  },
  {
    name: `gone${place}`,
    text: `update units set state = 'retired' where key_id = ?::uuid and state = 'free' returning pool_id`,
    values: [key],
  },
];

/**
 * The counters of the pools. What is taken was locked before, so it is known; what comes back or is retired is counted as it was
 * found, whatever another transaction did before this one.
 */
export function poolsOf(steps: readonly Step[]): Part[] {
  const taken = new Map<string, number>();
  for (const step of steps)
    if (step.do === 'unit' && step.from === 'free') taken.set(step.pool, (taken.get(step.pool) ?? 0) + 1);
  const found = steps.flatMap((step, at) => {
    if (step.do === 'unit' && step.to === 'free')
      return [`select pool_id, (state = 'free')::int, 0 from freed${at}`];
    if (step.do !== 'break-key') return [];
    return [
      `select pool_id, -1, 0 from gone${at}`,
      `select pool_id, 0, 1 from broken${at} where seats is null`,
    ];
  });
  if (found.length === 0)
    return [...taken].map(([pool, units]) => ({
      text: 'update pools set free = free - ?, version = version + 1 where id = ?::uuid',
      values: [units, pool],
    }));
  const counted = 'select pool_id, -taken, 0 from unnest(?::uuid[], ?::int[]) as t (pool_id, taken)';
  return [
    {
      text: `update pools set free = pools.free + more.free, shared_keys = pools.shared_keys - more.shared, version = version + 1
               from (select pool_id, sum(free)::int as free, sum(shared)::int as shared
                       from (${[counted, ...found].join(' union all ')}) as one (pool_id, free, shared) group by 1) as more
              where pools.id = more.pool_id`,
      values: [[...taken.keys()], [...taken.values()]],
    },
  ];
}
