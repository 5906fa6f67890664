import type { Knex } from 'knex';
import type { Stocked } from '../../core/benefit';
import { aboutStock } from '../../core/low-stock';
import { type BenefitRow, benefitColumns, benefitTables, stockedOf } from '../catalogue';

type WatchedRow = BenefitRow & { low_told: boolean };

/** So many are looked at in one round; the rest waits for the next. */
const most = 100;

/** Looks at counters only, all of them in one pass. More than are low may be found, never fewer: what is low is core's to say. */
const mayBeLow = `
  select b.id from benefits b left join (
      select benefit_id, sum(free) as free from pool_benefits join pools on pools.id = pool_id group by benefit_id
    ) shelf on shelf.benefit_id = b.id
   where (b.low_stock is not null or b.low_told)
     and (b.low_told or b.low_stock > b.quantity - b.held or b.low_stock > shelf.free)`;

/** Of which benefits little is left, and how much there was. */
export const lowStockIn = (sql: Knex) => ({
  /**
   * The benefits about whose stock something is to be done. Only the few that may be low, or were, are read whole: this is asked
   * every second.
   */
  async turnsOfStock(now: Date): Promise<string[]> {
    const candidates = await sql.raw(mayBeLow).options({ name: 'may-be-low' });
    if (candidates.rows.length === 0) return [];
    const { rows } = await sql.raw(
      `select ${benefitColumns}, b.low_told from ${benefitTables} where b.id = any(?::uuid[])`,
      [candidates.rows.map(({ id }: { id: string }) => id)],
    );
    return rows
      .filter((row: WatchedRow) => aboutStock(stockedOf(row), row.low_told, now.toISOString()))
      .map(({ id }: WatchedRow) => id)
      .slice(0, most);
  },

  /** A benefit, locked, and whether the admins know that little is left of it. */
  async lockWatched(id: string): Promise<{ benefit: Stocked; told: boolean } | undefined> {
    await sql.raw('select 1 from benefits where id = ? for no key update', [id]);
    const { rows } = await sql.raw(
      `select ${benefitColumns}, b.low_told from ${benefitTables} where b.id = ?`,
      [id],
    );
    const row: WatchedRow | undefined = rows[0];
    return row && { benefit: stockedOf(row), told: row.low_told };
  },
});
