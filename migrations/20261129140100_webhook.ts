import type { Knex } from 'knex';

/**
 * Events of the ledger on their way to a webhook, leased as notices are. Apart from the outbox: what a receiver does not take for a day must
 * keep nobody's message waiting, and nobody's message belongs to it.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table event_deliveries (
      id bigint generated always as identity primary key,
      seal bigint not null,
      place integer not null,
      state text not null default 'due' check (state in ('due', 'sent', 'dead')),
      begun_at timestamptz not null,
      due_at timestamptz not null,
      attempts integer not null default 0,
      lease uuid,
      leased_until timestamptz,
      last_failure text,
      settled_at timestamptz,
      told_at timestamptz,
      unique (seal, place));
    create index event_deliveries_due on event_deliveries (due_at, id) where state = 'due';
    create index event_deliveries_dead on event_deliveries (settled_at) where state = 'dead' and told_at is null;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table event_deliveries');
}
