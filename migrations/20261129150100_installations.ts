import type { Knex } from 'knex';

/** The workspaces that have installed the app, with their tokens; each is worth nothing in the row of another. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table installations (
      team text primary key,
      bot_user text not null,
      -- The tokens, sealed under the data key and bound to the team.
      sealed bytea not null,
      expires_at timestamptz,
      -- Counts up with each change, so that nobody saves over what somebody newer has saved.
      version int not null default 1,
      installed_at timestamptz not null,
      -- Whoever refreshes has until then; nobody else does meanwhile, as a refresh token is good once.
      refreshing_until timestamptz
    );
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table installations');
}
