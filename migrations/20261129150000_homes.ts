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
      -- What the chat calls this state of the page, so that a newer one is not drawn over; empty where that is not known.
      hash text not null,
      -- One more each time it is opened or turned.
      version integer not null default 1,
      looked_at timestamptz not null,
      -- Until then somebody draws it; whoever is killed meanwhile leaves it to the next.
      drawing_until timestamptz,
      -- It is looked at once more: what began before the last look may have been saved after it, under a lower number.
      once_more_at timestamptz,
      -- The last rows of the ledger and of the outbox before it was drawn.
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
