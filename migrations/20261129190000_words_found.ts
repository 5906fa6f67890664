import type { Knex } from 'knex';

/**
 * Words are replaced in one row of a long ledger: its seal, the notes of it, what was sent about it and the tasks are found by indexes. A request
 * with a row that is not as it was sealed is passed over for a while.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table requests add column text_refused_at timestamptz;
    create index seals_by_row on seals using gin (rows);
    create index audit_notes_by_row on audit using gin (jsonb_path_query_array(details, '$.reworded.rows[*][0]') jsonb_path_ops)
      where action in ('person.forgotten', 'request.text-removed');
    create index audit_notes_of_rules on audit (id)
      where action in ('person.forgotten', 'request.text-removed') and details->'reworded'->'rules' is not null;
    create index outbox_settled_by_subject on outbox (subject) where settled_at is not null;
    create index tasks_by_request on tasks (request_id) where request_id is not null;
    create index tasks_by_holding on tasks (holding_id) where holding_id is not null;
    create index reviews_by_request on reviews (request_id);
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop index reviews_by_request, tasks_by_holding, tasks_by_request, outbox_settled_by_subject, audit_notes_of_rules, audit_notes_by_row, seals_by_row;
    alter table requests drop column text_refused_at;
  `);
}
