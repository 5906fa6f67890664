import { makeRounds } from '../../src/handlers/rounds';
import type { TestDatabase } from '../support/database';
import { asksFor, type Door, openDoor, says, stockedDatabase } from '../support/door';
import { brokenLaws } from '../support/invariants';
import { ada, dana, eve, mei, omar } from '../support/people';

const day = 86_400_000;
const cal = 'Windows Server CAL';
const visio = 'Visio Professional 2024';
let database: TestDatabase;
let door: Door;
let now = new Date();
beforeAll(async () => {
  database = await stockedDatabase({ people: [eve, mei, dana, omar, ada] });
  door = await openDoor(database.url, () => now);
});
afterAll(async () => {
  await door?.close();
  await database?.drop();
});

test('what nobody answered about comes back together, and each admin gets one message about all of it', async () => {
  await door.sql('benefits').update({ still_needed_days: 10, answer_days: 7 });
  for (const figure of [eve, mei, omar]) {
    const asked = await asksFor(door, figure, figure === omar ? cal : visio);
    await says(door, dana, { type: 'approve', request: asked, version: 1 });
    for (const { id: task } of await door.sql('tasks').where({ state: 'open' }))
      await says(door, ada, { type: 'done', task });
  }
  const troubles: unknown[] = [];
  const report = (_: string, error: unknown) => troubles.push(error);
  const rounds = makeRounds({ store: door.store, now: () => now, changed() {}, report });
  for (const days of [11, 8]) {
    now = new Date(now.getTime() + days * day);
    await rounds.once();
    await rounds.once();
  }
  expect(troubles).toEqual([]);
  expect(await door.sql('holdings').whereNull('ended_at')).toEqual([]);
  const toAdmins = await door
    .sql('outbox')
    .join('people', 'people.id', 'person_id')
    .where({ role: 'admin' })
    .whereRaw(`notice->>'kind' like '%came-back'`)
    .select('notice');
  expect(toAdmins).toHaveLength(1);
  expect(toAdmins[0].notice.back.map(({ person }: { person: string }) => person).sort()).toEqual([
    'Eve Employee',
    mei.name,
    omar.name,
  ]);
  expect(door.troubles).toEqual([]);
  expect(await brokenLaws(door.sql)).toEqual([]);
});
