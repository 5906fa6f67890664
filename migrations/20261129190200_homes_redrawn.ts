import type { Knex } from 'knex';

/** Until when a page that was opened long ago is tried to be drawn over, because somebody was forgotten who may stand on it. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table homes add column redraw_until timestamptz');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table homes drop column redraw_until');
}
