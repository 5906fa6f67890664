import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';

/** What an import adds to a pool. */
interface Added {
  units: number;
  free: number;
  shared: number;
}

interface Pool extends Added {
  id: string;
  /** The benefits it serves. */
  serves: readonly string[];
  made: boolean;
}

/** The same set in any order has the same name. Ids are lower-case UUIDs, so this is also the order of the database. */
const nameOfSet = (benefits: readonly string[]): string => [...benefits].sort().join(',');

/**
 * The pools of keys by the set of benefits they serve, while an import runs. Counters are written once, at the end: until then
 * nothing of theirs is locked, and the bot goes on giving out what was there before.
 */
export class Pools {
  private unsaved: Pool[] = [];

  private constructor(
    private readonly bySet: Map<string, Pool>,
    private readonly byId: Map<string, Pool>,
  ) {}

  static async read(sql: Knex): Promise<Pools> {
    const { rows } = await sql.raw(
      'select pool_id as id, array_agg(benefit_id::text) as serves from pool_benefits group by pool_id',
    );
    const pools: Pool[] = rows.map((row: { id: string; serves: string[] }) => ({
      ...row,
      made: false,
      units: 0,
      free: 0,
      shared: 0,
    }));
    return new Pools(
      new Map(pools.map((pool) => [nameOfSet(pool.serves), pool])),
      new Map(pools.map((pool) => [pool.id, pool])),
    );
  }

  /** The pool of keys that serve exactly these benefits. A new one must be saved before a key can lie in it. */
  serving(benefits: readonly string[]): Pool {
    const name = nameOfSet(benefits);
    const known = this.bySet.get(name);
    if (known) return known;
    const pool: Pool = {
      id: randomUUID(),
      serves: name.split(','),
      made: true,
      units: 0,
      free: 0,
      shared: 0,
    };
    this.bySet.set(name, pool);
    this.byId.set(pool.id, pool);
    this.unsaved.push(pool);
    return pool;
  }

  add(id: string, { units, free, shared }: Added): void {
    const pool = this.byId.get(id) as Pool;
    pool.units += units;
    pool.free += free;
    pool.shared += shared;
  }

  /** How many units this import has added to what serves a benefit. */
  unitsFor(benefit: string): number {
    return [...this.byId.values()]
      .filter(({ serves }) => serves.includes(benefit))
      .reduce((sum, { units }) => sum + units, 0);
  }

  /** The pools made since this was last asked. */
  takeNew(): Pool[] {
    const pools = this.unsaved;
    this.unsaved = [];
    return pools;
  }

  async save(sql: Knex, pools: readonly Pool[]): Promise<void> {
    if (pools.length === 0) return;
    await sql('pools').insert(pools.map(({ id }) => ({ id })));
    await sql('pool_benefits').insert(
      pools.flatMap(({ id, serves }) => serves.map((benefit) => ({ pool_id: id, benefit_id: benefit }))),
    );
  }

  /** Writes the counters, and removes pools of this import that its keys have only passed through. */
  async settle(sql: Knex): Promise<void> {
    const all = [...this.byId.values()];
    const passedThrough = all.filter((pool) => pool.made && pool.units === 0 && pool.shared === 0);
    // A key that is broken counts for nothing and is there all the same.
    const { rows: empty } = await sql.raw(
      'select id from unnest(?::uuid[]) as t (id) where not exists (select from product_keys where pool_id = t.id)',
      [passedThrough.map(({ id }) => id)],
    );
    const ids = empty.map(({ id }: { id: string }) => id);
    await sql.raw('delete from pool_benefits where pool_id = any(?::uuid[])', [ids]);
    await sql.raw('delete from pools where id = any(?::uuid[])', [ids]);
    const grown = all.filter(({ units, free, shared }) => units !== 0 || free !== 0 || shared !== 0);
    await sql.raw(
      `update pools set units = pools.units + added.units, free = pools.free + added.free,
              shared_keys = shared_keys + added.shared, version = version + 1
         from unnest(?::uuid[], ?::int[], ?::int[], ?::int[]) as added (id, units, free, shared)
        where pools.id = added.id`,
      [
        grown.map(({ id }) => id),
        grown.map(({ units }) => units),
        grown.map(({ free }) => free),
        grown.map(({ shared }) => shared),
      ],
    );
  }
}
