import type { Knex } from 'knex';

/** The pages of their own that people have open in a chat, drawn anew when something of theirs changes. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table homes (
      platform text not null check (platform in ('slack', 'teams')),
      home text not null,
      user_id text not null,
      person_id uuid not null references people,
      opened_at timestamptz not null,
      -- What they look at: the page, and what they search for.
      command jsonb not null,
      -- A digest of what is drawn there, so that the same is not drawn twice.
      drawn text not null,
      looked_at timestamptz not null,
      -- The last rows of the ledger and of the outbox when it was looked at.
      audit_seen bigint not null,
      outbox_seen bigint not null,
      primary key (platform, home, user_id)
    );
    create index homes_by_look on homes (platform, looked_at);
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table homes');
}
