import type { Knex } from 'knex';

/** What lapses, and what was said of it. */
export const dueLapsesIn = (_sql: Knex) => ({});
