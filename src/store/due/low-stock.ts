import type { Knex } from 'knex';

/** Of which benefits little is left. */
export const lowStockIn = (_sql: Knex) => ({});
