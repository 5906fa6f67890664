import type { Knex } from 'knex';

/** Somebody of whom the ledger does not say that they have left is not forgotten by the clock, and is passed over for a while. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table people add column forgetting_refused_at timestamptz');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table people drop column forgetting_refused_at');
}
