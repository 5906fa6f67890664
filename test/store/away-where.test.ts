import type { TestDatabase } from '../support/database';
import { type Door, openDoor, says, stockedDatabase } from '../support/door';
import { dana } from '../support/people';

/** Days of an absence begin and end where somebody works. */

let database: TestDatabase;
let door: Door;
let now = new Date('2026-12-03T12:00:00Z');
beforeAll(async () => {
  database = await stockedDatabase();
  door = await openDoor(database.url, () => now);
  await says(door, dana, { type: 'away', from: '2026-12-04', until: '2026-12-08' });
});
afterAll(async () => {
  expect(door.troubles).toEqual([]);
  await door.close();
  await database.drop();
});

test.each([
  ['Asia/Taipei', '2026-12-03T15:59:00Z', false],
  ['Asia/Taipei', '2026-12-03T16:00:00Z', true],
  ['Asia/Taipei', '2026-12-08T16:00:00Z', false],
  ['America/Los_Angeles', '2026-12-04T07:59:00Z', false],
  ['America/Los_Angeles', '2026-12-09T07:59:00Z', true],
  ['America/Los_Angeles', '2026-12-09T08:00:00Z', false],
  ['Nowhere/Known', '2026-12-04T00:00:00Z', true],
  [null, '2026-12-03T23:59:00Z', false],
])('in %s, at %s: away %s', async (zone, at, away) => {
  await door.sql('accounts').update({ time_zone: zone });
  const people = await door.store.ledger.colleagues({ emails: [], groups: [] }, new Date(at));
  expect(people.find(({ name }) => name === dana.name)?.away !== undefined).toBe(away);
});

test('where it is still the last day, one may say so', async () => {
  now = new Date('2026-12-09T02:00:00Z');
  const untilToday = { type: 'away', from: '2026-12-08', until: '2026-12-08' } as const;
  expect(await says(door, dana, untilToday)).toContain('You are away');
  now = new Date('2026-12-09T12:00:00Z');
  expect(await says(door, dana, untilToday)).not.toContain('You are away');
});
