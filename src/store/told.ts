import type { Knex } from 'knex';
import type { Action } from '../core/audit';
import { millisecondsOfDay } from '../core/time';

/** What the ledger says of who was told. */
export const toldIn = (sql: Knex) => ({
  /** Whether people were told of a trouble within the last day, so that nobody gets the same message every second. */
  async toldToday(subject: string, action: Action, now: Date): Promise<boolean> {
    const { rows } = await sql.raw(
      'select from audit where subject = ? and action = ? and at > ?::timestamptz limit 1',
      [subject, action, new Date(now.getTime() - millisecondsOfDay)],
    );
    return rows.length > 0;
  },
});
