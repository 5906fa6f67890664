import { makeRounds } from '../../src/handlers/rounds';
import type { TestDatabase } from '../support/database';
import { asksFor, type Door, openDoor, says, stockedDatabase } from '../support/door';
import { dana, eve, mei, omar } from '../support/people';
import { applyPolicy, policyOf, rule, stage } from '../support/policy';

const visio = 'Visio Professional 2024';
const asks = [eve, mei];
let database: TestDatabase;
let door: Door;
beforeEach(async () => {
  database = await stockedDatabase();
  door = await openDoor(database.url);
  for (const one of [eve, mei, dana, omar]) await says(door, one, { type: 'help' });
});
afterEach(async () => {
  await door.close();
  await database.drop();
});

/** The requests of which Dana got a message of its own. */
const toldDana = async (): Promise<string[]> => {
  const { rows } = await door.sql.raw(
    `select subject from outbox join people on people.id = person_id
      where email = ? and notice ->> 'kind' = 'to-decide' and way = 'tell' order by outbox.id`,
    [dana.email],
  );
  return rows.map(({ subject }: { subject: string }) => subject);
};

const oneAfterTheOther = [
  rule(
    'one after the other',
    [omar, dana].map(({ email }) => stage([{ is: 'person', email }])),
  ),
];

test('where no policy of today knows a digest, whoever is asked under an older one gets each message', async () => {
  await applyPolicy(database.url, policyOf(oneAfterTheOther, { digestAbove: 1 }));
  const requests = [];
  for (const one of asks) requests.push(await asksFor(door, one, visio));
  await applyPolicy(database.url, policyOf(oneAfterTheOther));
  for (const request of requests) await says(door, omar, { type: 'approve', request, version: 1 });
  expect(await toldDana()).toEqual(requests);
});

test('where the policy of today has one, it is so for what was asked before, too', async () => {
  await applyPolicy(database.url, policyOf(oneAfterTheOther));
  const [first, second] = [await asksFor(door, eve, visio), await asksFor(door, mei, visio)];
  await applyPolicy(database.url, policyOf(oneAfterTheOther, { digestAbove: 1 }));
  for (const request of [first, second]) await says(door, omar, { type: 'approve', request, version: 1 });
  expect(await toldDana()).toEqual([first]);
});

test('however many have had a digest before, whoever has too much waiting gets theirs in the next round', async () => {
  await applyPolicy(database.url, policyOf([], { digestAbove: 1 }));
  const had = `insert into people (id, name, role, first_seen_at, active)
                 select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Person ' || n, 'employee', now(), true from generate_series(1, 101) n`;
  await door.sql.raw(had);
  await door.sql.raw(
    `insert into digests (person_id, requests, told_at) select id, '{}', now() from people where name like 'Person %'`,
  );
  for (const one of asks) await asksFor(door, one, visio);
  const report = (duty: string, error: unknown) =>
    Promise.reject(Object.assign(new Error(duty), { cause: error }));
  await makeRounds({ store: door.store, now: () => new Date(), changed() {}, report }).once();
  const { rows } = await door.sql.raw(
    `select name from outbox join people on people.id = person_id where notice ->> 'kind' = 'digest' order by name`,
  );
  expect(rows).toEqual([{ name: dana.name }, { name: omar.name }]);
});
