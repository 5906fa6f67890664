import type { Knex } from 'knex';
import { nia } from './chats';

/** All that is somebody else's than Nia's, and what the ledger says anybody else has done. */
export async function ofOthers(sql: Knex): Promise<Record<string, unknown[]>> {
  const { rows } = await sql.raw(`select id from people where name = ?`, [nia.name]);
  const me = rows[0].id;
  const all = async (query: string) => (await sql.raw(query.replaceAll('$me', `'${me}'`))).rows;
  return {
    requests: await all(
      `select id, version, state, quantity, reason from requests where requester_id <> $me order by id`,
    ),
    onBehalf: await all(
      `select id from requests where requester_id = $me and assignee_id <> $me order by id`,
    ),
    answers: await all(`select request_id, person_id from reviews order by 1, 2`),
    holdings: await all(`select id, person_id, quantity, used, ended_at from holdings order by id`),
    tasks: await all(`select id, state, claimed_by, done_by from tasks order by id`),
    units: await all(`select id, state from units order by id`),
    keys: await all(`select id, broken_at from product_keys order by id`),
    benefits: await all(`select id, name, held, quantity from benefits order by id`),
    people: await all(`select id, name, role, active from people where id <> $me order by id`),
    accounts: await all(
      `select platform, user_id, person_id, trusted from accounts where person_id <> $me order by 1, 2`,
    ),
    absences: await all(`select * from absences where person_id <> $me`),
    policies: await all(`select version from policies order by 1`),
    looks: await all(`select count(*)::int as n from key_views`),
    deeds: await all(
      `select id, action, by_person from audit where by_person is distinct from $me order by id`,
    ),
  };
}
