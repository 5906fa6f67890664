import type { Knex } from 'knex';
import type { Stocked } from '../core/benefit';
import type { CheckedKey } from '../core/check-key';
import type { Handover } from '../core/hand-over';
import { type BenefitRow, benefitColumns, benefitTables, stockedOf } from './catalogue';

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
const pick = (benefit: string): string => `
  select u.id as unit_id, u.key_id, u.pool_id, u.pos, k.carries from units u join product_keys k on k.id = u.key_id where u.id = any(array(
    select one.id from pool_benefits pb cross join lateral (
      select id from units where pool_id = pb.pool_id and state = 'free' and pos > ?
       order by pos limit 1 for update skip locked
    ) one where pb.benefit_id = ${benefit} limit 1))`;

/**
 * A benefit and what it hands over. The row of the benefit is locked by a statement of its own: what a statement reads beside a
 * row that it had to wait for (pools, units, who waits) is as old as the statement, and units come back meanwhile.
 */
const lock = 'select 1 from benefits where id = ? for no key update';
const look = `
  select b.*, unit.* from (select ${benefitColumns} from ${benefitTables} where b.id = ?) b
    left join lateral (${pick('b.id')}) unit on b.delivery = 'key'`;

interface UnitRow {
  unit_id: number;
  key_id: string;
  pool_id: string;
  pos: number;
  carries: number | null;
}

/** What an approval needs to know of a benefit. */
export interface LockedStock {
  benefit: Stocked;
  handover: Handover;
  /** No key of its package has been viewed yet. */
  lastRefund: boolean;
}

/** The stock of keys. */
export const stockIn = (sql: Knex, water: LowWater) => ({
  /**
   * The key that a holder reported, by its unit where it has one, locked until the end of the transaction: nothing of it comes back
   * meanwhile.
   */
  async lockReported(holding: string, unit: string | undefined): Promise<CheckedKey | undefined> {
    const behind = unit
      ? '(select key_id from units where id = ?::bigint)'
      : '(select key_id from holdings where id = ?::uuid)';
    const { rows } = await sql.raw(
      `select id as key, type, broken_at is not null as broken,
              exists (select from key_views v where v.holding_id = ?::uuid and v.key_id = k.id and v.outcome <> 'not-shown') as shown
         from product_keys k where id = ${behind} for no key update`,
      [holding, unit ?? holding],
    );
    const [row]: Array<(Omit<CheckedKey, 'broken'> & { broken: boolean }) | undefined> = rows;
    if (!row) return undefined;
    const { broken, ...rest } = row;
    return { ...rest, ...(broken && { broken: true as const }) };
  },

  /**
   * The benefit and what an approval of it would hand over, both locked until the end of the transaction: neither its allocation nor
   * the unit can be given out by anybody else meanwhile.
   */
  async lockStock(id: string): Promise<LockedStock | undefined> {
    const mark = water.of(id);
    await sql.raw(lock, [id]);
    const { rows } = await sql.raw(look, [id, mark]);
    const row: (BenefitRow & Partial<UnitRow>) | undefined = rows[0];
    if (!row) return undefined;
    const benefit = stockedOf(row);
    const lastRefund = row.last_refund;
    if (benefit.delivery !== 'key') return { benefit, lastRefund, handover: { by: 'task' } };

    const found = row.unit_id ? (row as UnitRow) : undefined;
    const unit = found ?? (mark > 0 && benefit.stock.freeUnits ? await fromTheBeginning(sql, id) : undefined);
    if (unit) {
      water.taken(id, unit.pos);
      const handover = {
        by: 'unit',
        unit: String(unit.unit_id),
        key: unit.key_id,
        pool: unit.pool_id,
        ...(unit.carries && { carries: unit.carries }),
      } as const;
      return { benefit, lastRefund, handover };
    }
    const key = benefit.stock.shared ? await sharedKey(sql, id) : undefined;
    return { benefit, lastRefund, handover: key ? { by: 'shared-key', key } : { by: 'nothing' } };
  },
});

/** Looks below the mark too: a unit may have come back. */
async function fromTheBeginning(sql: Knex, benefit: string): Promise<UnitRow | undefined> {
  const { rows } = await sql.raw(pick('?'), [0, benefit]);
  return rows[0];
}

async function sharedKey(sql: Knex, benefit: string): Promise<string | undefined> {
  const { rows } = await sql.raw(
    `select k.id from pool_benefits pb join product_keys k on k.pool_id = pb.pool_id
      where pb.benefit_id = ? and k.seats is null and k.broken_at is null order by k.imported_at desc, k.id limit 1`,
    [benefit],
  );
  return rows[0]?.id;
}
