import type { Knex } from 'knex';

/** What a unit of a benefit would cost, as an admin says: `USD 539.00`, for a year. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table benefits add column price text constraint a_price_has_a_currency check (price ~ '^[A-Z]{3} \\d{1,9}\\.\\d{2}$');
    create index requests_fulfilled on requests (fulfilled_at) where fulfilled_at is not null;
    create index reviews_by_time on reviews (at);
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop index reviews_by_time;
    drop index requests_fulfilled;
    alter table benefits drop column price;
  `);
}
