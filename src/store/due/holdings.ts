import type { Knex } from 'knex';

/** Which holdings are to be released, asked about, ended. */
export const dueHoldingsIn = (_sql: Knex) => ({});
