import type { Knex } from 'knex';

/** What was said about a request that is over can be removed when it was kept long enough. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table requests add column text_removed_at timestamptz;
    create index requests_with_text on requests (closed_at) where text_removed_at is null and closed_at is not null;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop index requests_with_text;
    alter table requests drop column text_removed_at;
  `);
}
