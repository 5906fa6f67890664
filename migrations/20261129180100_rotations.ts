import type { Knex } from 'knex';

/** A change of keys is about nobody, as an import is. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table audit drop constraint about_somebody;
    alter table audit add constraint about_somebody
      check (action like 'import.%' or action in ('keys.rotated', 'keys.resealed') or (subject is not null and person_id is not null));
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table audit drop constraint about_somebody;
    alter table audit add constraint about_somebody check (action like 'import.%' or (subject is not null and person_id is not null));
  `);
}
