import type { Knex } from 'knex';

/** As many as one round carries out. */
const most = 100;

/** Which tasks are overdue. */
export const dueTasksIn = (sql: Knex) => ({
  /** The ids of open tasks whose day has passed and of which nobody has been reminded lately, the longest overdue first. */
  async overdueTasks(now: Date): Promise<string[]> {
    const { rows } = await sql.raw(
      `select id from tasks where state = 'open' and due_on < ?::date and (remind_at is null or remind_at <= ?::timestamptz)
        order by due_on, id limit ?`,
      [now.toISOString().slice(0, 10), now, most],
    );
    return rows.map(({ id }: { id: string }) => id);
  },
});
