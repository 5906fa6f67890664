import type { TestDatabase } from '../support/database';
import { asksFor, type Door, openDoor, says, stockedDatabase } from '../support/door';
import { ada, dana, eve, mei, omar } from '../support/people';

/** Whoever asked sees who of those who are asked could not be reached. */

let database: TestDatabase;
let door: Door;
let request: string;
beforeAll(async () => {
  database = await stockedDatabase({ people: [eve, mei, dana, omar, ada] });
  door = await openDoor(database.url);
  request = await asksFor(door, eve, 'Visio Professional 2024');
  const [unreached] = await door.sql('people').where({ name: dana.name }).pluck('id');
  for (const one of await door.store.ledger.lease(10, new Date(), 60_000)) {
    if (one.person === unreached) await door.store.ledger.bury(one, 'blocked', new Date());
    else
      await door.store.ledger.sent(
        one,
        new Date(),
        { platform: 'slack', ref: {} },
        { version: 1, live: true },
      );
  }
});
afterAll(async () => {
  expect(door.troubles).toEqual([]);
  await door.close();
  await database.drop();
});

const seen = 'Dana Decider (could not be reached)';

test('in the list of requests', async () => {
  expect(await says(door, eve, { type: 'requests' })).toContain(seen);
});

test('in the request in full', async () => {
  expect(await says(door, eve, { type: 'review', request })).toContain(seen);
});

test('until it has arrived', async () => {
  const [person] = await door.sql('people').where({ name: dana.name }).pluck('id');
  const again = { do: 'deliver-again', person, at: new Date().toISOString() } as const;
  await door.store.ledger.record({ steps: [again], notices: [], audit: [] }, undefined, new Date());
  expect(await says(door, eve, { type: 'requests' })).toContain('Dana Decider');
  expect(await says(door, eve, { type: 'requests' })).not.toContain('could not be reached');
});

test('what is given up while what was lost is looked at, is looked at as well', async () => {
  const { ledger } = door.store;
  const [person] = await door.sql('people').where({ name: omar.name }).pluck('id');
  for (const asker of [mei, ada]) await asksFor(door, asker, 'Visio Professional 2024');
  const leased = await ledger.lease(100, new Date(), 60_000);
  const [one, other] = leased.filter((notice) => notice.person === person);
  if (!one || !other) throw new Error('Omar is asked twice');
  await ledger.bury(one, 'blocked', new Date());
  const seen = await ledger.lostOf(person);
  expect(seen).toEqual({ notices: [one.id], matters: true });
  await ledger.bury(other, 'blocked', new Date());
  const looked = { do: 'lost-noticed', notices: seen.notices, at: new Date().toISOString() } as const;
  await ledger.record({ steps: [looked], notices: [], audit: [] }, undefined, new Date());
  expect(await ledger.lostOf(person)).toEqual({ notices: [other.id], matters: true });
});
