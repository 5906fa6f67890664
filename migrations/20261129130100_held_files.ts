import type { Knex } from 'knex';

/** Files given in a chat, sealed, between what they would do and Import: for a quarter of an hour at most. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table held_files (
      id uuid primary key,
      person_id uuid not null references people (id),
      kind text check (kind in ('keys', 'membership', 'people', 'visual-studio')),
      name text not null,
      sealed bytea not null,
      held_until timestamptz not null
    );
    create index held_files_until on held_files (held_until);
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table held_files');
}
