import type { Knex } from 'knex';
import type { Head } from '../../core/ledger';
import { headOf } from './chain';

/** Where the ledger ends, and what of it the admins were told. */
export const headsIn = (sql: Knex) => ({
  /** The last seal of the chain. */
  async head(): Promise<Head | undefined> {
    const { rows } = await sql
      .raw('select number, at, mac from seals order by number desc limit 1')
      .options({ name: 'head-of-the-ledger' });
    return rows[0] && headOf(rows[0]);
  },

  /** How many rows of the ledger wait for their seal. */
  async unsealed(): Promise<number> {
    const { rows } = await sql.raw('select count(*)::int as rows from unsealed');
    return rows[0].rows;
  },

  /** Which head the admins were told last and when that was due; before the first time, when the chain began. */
  async toldBefore(): Promise<{ at: string; mac?: string } | undefined> {
    const { rows } = await sql.raw(
      `(select due_at as at, mac from told_heads order by due_at desc limit 1)
       union all (select at, null from seals where number = 1) limit 1`,
    );
    const [last]: Array<{ at: Date; mac: Buffer | null } | undefined> = rows;
    return last && { at: last.at.toISOString(), ...(last.mac && { mac: last.mac.toString('hex') }) };
  },
});
