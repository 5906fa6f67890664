import type { Knex } from 'knex';
import type { OnShelf } from '../core/listed';
import { catalogueIn } from './catalogue';

/** What is bought of each benefit, and where all of it is. */
export const shelvesIn = (sql: Knex) => ({
  /** Every benefit with the units of keys that were ever brought in for it, wherever they are. */
  async onShelves(): Promise<OnShelf[]> {
    const { rows } = await sql
      .raw(
        `select benefit_id, sum(units)::int as units from pool_benefits join pools on pools.id = pool_id group by benefit_id`,
      )
      .options({ name: 'units-in-all' });
    const units = new Map<string, number>(
      rows.map((row: { benefit_id: string; units: number }) => [row.benefit_id, row.units]),
    );
    return (await catalogueIn(sql).benefits()).map((benefit) => ({
      ...benefit,
      units: benefit.delivery === 'key' ? (units.get(benefit.id) ?? 0) : 0,
    }));
  },
});
