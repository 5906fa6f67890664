import type { Knex } from 'knex';

/** Which waiting lists and offers ask for something to be done. */
export const dueOffersIn = (_sql: Knex) => ({});
