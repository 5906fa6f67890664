import type { Knex } from 'knex';

/** Who has left, and what of theirs is still open. */
export const leaversIn = (_sql: Knex) => ({});
