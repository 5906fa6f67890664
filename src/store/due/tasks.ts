import type { Knex } from 'knex';

/** Which tasks are overdue. */
export const dueTasksIn = (_sql: Knex) => ({});
