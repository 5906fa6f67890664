import type { TestDatabase } from '../support/database';
import { asksFor, type Door, openDoor, says, stockedDatabase } from '../support/door';
import { dana, eve, mei, omar } from '../support/people';
import { applyPolicy, policyOf, rule, stage } from '../support/policy';

const visio = 'Visio Professional 2024';
let database: TestDatabase;
let door: Door;
beforeAll(async () => {
  database = await stockedDatabase();
  door = await openDoor(database.url);
  for (const one of [eve, mei, dana, omar]) await says(door, one, { type: 'help' });
});
afterAll(async () => {
  expect(door.troubles).toEqual([]);
  await door.close();
  await database.drop();
});

/** So many others ask for the same as this request does, an hour before it. */
async function othersAsk(many: number, request: string): Promise<void> {
  await door.sql.raw(
    `with others as (insert into people (id, name, role, first_seen_at, active)
                       select gen_random_uuid(), 'Other ' || n, 'employee', now(), true from generate_series(1, ?::int) n returning id),
          asks as (insert into requests (id, version, state, requester_id, assignee_id, way, benefit_id, quantity, reason, asked_at, asked,
                                         stage_since, policy_version, rule)
                     select gen_random_uuid(), 1, 'pending', o.id, o.id, 'asked', r.benefit_id, 1, 'For the work', r.asked_at - interval '1 hour',
                            r.asked, r.stage_since, r.policy_version, r.rule
                       from others o, requests r where r.id = ? returning id)
     insert into reviewers (request_id, stage, person_id, because, told)
       select a.id, 1, v.person_id, v.because, true from asks a, reviewers v where v.request_id = ?`,
    [many, request, request],
  );
}

test('however much waits longer for others, whoever is asked finds what waits for them', async () => {
  const only = ({ email }: typeof dana) => stage([{ is: 'person', email }]);
  await applyPolicy(database.url, policyOf([rule('Omar', [only(omar)])]));
  await othersAsk(501, await asksFor(door, mei, visio));
  await applyPolicy(database.url, policyOf([rule('Dana', [only(dana)])]));
  await asksFor(door, eve, visio);
  expect(await says(door, dana, { type: 'queue' })).toContain(`Eve Employee asks for ${visio}`);
});
