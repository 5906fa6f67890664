import type { Knex } from 'knex';
import type { Head } from '../../core/ledger';
import type { ChainKey } from '../vault';
import { headOf } from './chain';
import { endOf, lastSaid, strangeMet } from './last';

/** Where the ledger ends, and what of it the admins were told. */
export const headsIn = (sql: Knex, chain: ChainKey | undefined) => ({
  /** The last seal of the chain; without the key, what says that it is. */
  async head(): Promise<Head | undefined> {
    const last = chain ? (await endOf(sql, chain)).last : await lastSaid(sql);
    return last && headOf(last);
  },

  /** How many that were not made with the key of the chain stand behind its end, or did when it went on. */
  strangeSeals: async (): Promise<number> => (chain ? strangeMet(sql, chain) : 0),

  /** How many rows of the ledger wait for their seal. */
  async unsealed(): Promise<number> {
    const { rows } = await sql.raw('select count(*)::int as rows from unsealed');
    return rows[0].rows;
  },

  /** Which head the admins were told last and when that was due; before the first time, when the chain began. What is due later nobody was told. */
  async toldBefore(now: Date): Promise<{ at: string; mac?: string } | undefined> {
    const { rows } = await sql.raw(
      `(select due_at as at, mac from told_heads where due_at between '1970-01-01' and ?::timestamptz order by due_at desc limit 1)
       union all (select at, null from seals where number = 1 and isfinite(at)) limit 1`,
      [now],
    );
    const [last]: Array<{ at: Date; mac: Buffer | null } | undefined> = rows;
    return last && { at: last.at.toISOString(), ...(last.mac && { mac: last.mac.toString('hex') }) };
  },
});
