import type { TestDatabase } from '../support/database';
import { asksFor, type Door, openDoor, says, stockedDatabase } from '../support/door';
import { dana, eve, omar } from '../support/people';

/** Whoever looks at a request later reads what became of it on its way, as those did who were there. */

const server = 'Windows Server 2025 Standard';
const choice = { language: 'English', system: 'x64' };
let database: TestDatabase;
let door: Door;
beforeEach(async () => {
  database = await stockedDatabase();
  door = await openDoor(database.url);
  for (const one of [eve, dana, omar]) await says(door, one, { type: 'help' });
});
afterEach(async () => {
  expect(door.troubles).toEqual([]);
  await door.close();
  await database.drop();
});

test('what was changed, and how many of those asked for were approved, and why', async () => {
  const request = await asksFor(door, eve, server, { quantity: 8, ...choice });
  await says(door, eve, {
    type: 'change',
    request,
    version: 1,
    quantity: 6,
    ...choice,
    reason: 'For the work',
  });
  const waiting = await says(door, omar, { type: 'review', request });
  expect(waiting).toMatch(/^Quantity: 6 cores$/m);
  expect(waiting).toMatch(/^Changed on: .* · Quantity 8 → 6$/m);

  const reason = 'The rest is for the test lab';
  await says(door, dana, { type: 'approve', request, version: 2, quantity: 2, reason });
  for (const reader of [eve, dana, omar]) {
    const card = await says(door, reader, { type: 'review', request });
    expect(card).toMatch(/^Quantity: 2 of the 6 cores asked for$/m);
    expect(card).toMatch(/^Answer: Dana Decider: The rest is for the test lab$/m);
    expect(card).toMatch(/^Changed on: .* · Quantity 8 → 6$/m);
  }
});

test('of a change that nobody noted in full, at least the day and the version', async () => {
  const request = await asksFor(door, eve, server, { quantity: 8, ...choice });
  await door.sql('requests').where({ id: request }).update({ version: 2 });
  await door.sql.raw(
    `insert into audit (at, action, by_person, subject, person_id, benefit_id)
     select '2026-11-20T10:00:00Z', 'request.changed', requester_id, id, assignee_id, benefit_id from requests`,
  );
  expect(await says(door, dana, { type: 'review', request })).toMatch(
    /^Changed on: 20 Nov 2026 · version 2$/m,
  );
});
