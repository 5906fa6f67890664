import type { Knex } from 'knex';
import type { Handover } from '../core/request';

/**
 * How far units are taken already, as the highest place this process saw taken in each pool. Without such a mark a claim would
 * walk past the dead index entries of everything taken before, and grow slower with every claim. It is only a hint: a claim
 * that finds nothing above it looks again from the beginning, and it is forgotten every minute.
 */
export class LowWater {
  private marks = new Map<string, number>();
  private since = 0;

  constructor(private readonly now: () => number = Date.now) {}

  /** Below this place nothing is expected to be free. */
  of(benefit: string): number {
    if (this.now() - this.since > forgetAfter) {
      this.marks.clear();
      this.since = this.now();
    }
    return this.marks.get(benefit) ?? 0;
  }

  /** A unit at this place was taken. */
  taken(benefit: string, place: number): void {
    this.marks.set(benefit, Math.max(this.marks.get(benefit) ?? 0, place - margin));
  }
}

const forgetAfter = 60_000;
/** Claims that run at the same time take places out of order, within this many. */
const margin = 50;

/**
 * The first free unit of a benefit, locked. `= any(array(…))`, not `in (…)`: a semi join could lock and take more than one. The
 * order is by a column that only the partial index has, so that no other index can be chosen.
 */
const pick = `
  select u.id, u.key_id, u.pool_id, u.pos from units u where u.id = any(array(
    select one.id from pool_benefits pb cross join lateral (
      select id from units where pool_id = pb.pool_id and state = 'free' and pos > ?
       order by pos limit 1 for update skip locked
    ) one where pb.benefit_id = ? limit 1))`;

/** The stock of keys. */
export const stockIn = (sql: Knex, water: LowWater) => ({
  /** What an approval of this benefit would hand over, locked until the end of the transaction. */
  async handover(benefit: {
    id: string;
    delivery: string;
    stock: { shared: boolean; freeUnits?: number };
  }): Promise<Handover> {
    if (benefit.delivery !== 'key') return { by: 'task' };
    if (benefit.stock.freeUnits) {
      const mark = water.of(benefit.id);
      const unit =
        (await first(sql, benefit.id, mark)) ?? (mark > 0 ? await first(sql, benefit.id, 0) : undefined);
      if (unit) {
        water.taken(benefit.id, unit.pos);
        return { by: 'unit', unit: String(unit.id), key: unit.key_id, pool: unit.pool_id };
      }
    }
    if (!benefit.stock.shared) return { by: 'nothing' };
    const { rows } = await sql.raw(
      `select k.id from pool_benefits pb join product_keys k on k.pool_id = pb.pool_id
        where pb.benefit_id = ? and k.seats is null order by k.imported_at desc, k.id limit 1`,
      [benefit.id],
    );
    return rows[0] ? { by: 'shared-key', key: rows[0].id } : { by: 'nothing' };
  },
});

async function first(
  sql: Knex,
  benefit: string,
  above: number,
): Promise<{ id: number; key_id: string; pool_id: string; pos: number } | undefined> {
  const { rows } = await sql.raw(pick, [above, benefit]);
  return rows[0];
}
