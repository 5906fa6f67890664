import type { Knex } from 'knex';

/** Which digests told of a request is found however many were sent: they are about whoever got them, and tell of many. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create index outbox_digests on outbox using gin ((notice->'waiting') jsonb_path_ops)
      where notice->>'kind' = 'digest' and settled_at is not null;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index outbox_digests');
}
