import type { Knex } from 'knex';

/** Ways back from Slack's page are good for some minutes; they are found among all that is remembered for a month. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`create index inbound_ways_back on inbound (seen_at) where identity like 'once|way-back|%'`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index inbound_ways_back');
}
