import type { Knex } from 'knex';

/** What an admin says in a chat of the names in a file that nothing here is called by. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(
    `alter table held_files add column meanings jsonb not null default '{"names": [], "make": false, "said": 0}'`,
  );
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table held_files drop column meanings');
}
