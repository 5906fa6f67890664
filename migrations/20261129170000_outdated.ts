import type { Knex } from 'knex';

/** What was kept long enough is found without reading everything that was ever sent, and what was posted of it as well. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create index outbox_settled on outbox (settled_at) where state = 'sent' or noticed_at is not null;
    create index posted_by_notice on posted (outbox_id) where outbox_id is not null;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop index posted_by_notice;
    drop index outbox_settled;
  `);
}
