import type { Knex } from 'knex';

/** Answers that stay in a chat and show a request are remembered beside what was sent by notice. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table posted alter column outbox_id drop not null');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    delete from posted where outbox_id is null;
    alter table posted alter column outbox_id set not null;
  `);
}
