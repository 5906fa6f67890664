import { makeRounds } from '../../src/handlers/rounds';
import type { TestDatabase } from '../support/database';
import { asksFor, type Door, openDoor, says, stockedDatabase } from '../support/door';
import { brokenLaws } from '../support/invariants';
import { ada, dana, eve, type Figure, mei, omar } from '../support/people';

/** What somebody waits for, and will never get: they are told so, and wait no longer. */

const credit = 'Azure bulk credit';
const visio = 'Visio Professional 2024';
let database: TestDatabase;
let door: Door;
let now: Date;
beforeEach(async () => {
  now = new Date();
  database = await stockedDatabase({
    people: [eve, mei, dana, omar, ada],
    benefits: [
      { category: 'cloud', benefit: credit, quantity: 6000, unit: 'USD per year', delivery: 'assign' },
      { category: 'software', benefit: visio, quantity: 2, unit: 'licence', delivery: 'key' },
    ],
    keys: [],
  });
  door = await openDoor(database.url, () => now);
});
afterEach(async () => {
  expect(door.troubles).toEqual([]);
  expect(await brokenLaws(door.sql)).toEqual([]);
  await door.close();
  await database.drop();
});

async function isApproved(figure: Figure, benefit: string): Promise<string> {
  const request = await asksFor(door, figure, benefit);
  await says(door, dana, { type: 'approve', request, version: 1 });
  return request;
}
async function goRound(): Promise<void> {
  const report = (_: string, error: unknown) => troubles.push(error);
  const troubles: unknown[] = [];
  await makeRounds({ store: door.store, now: () => now, changed() {}, report }).once();
  expect(troubles).toEqual([]);
}
const endOf = (id: string) => door.sql('requests').where({ id }).first('state', 'cancelled_because');

test('a yearly credit that somebody has: whoever waits for it does so no longer, and it is never offered', async () => {
  await isApproved(eve, credit);
  const [waits, undecided] = [await isApproved(mei, credit), await asksFor(door, omar, credit)];
  await goRound();
  expect(await endOf(waits)).toEqual({ state: 'waiting', cancelled_because: null });
  await says(door, ada, { type: 'done', task: (await door.sql('tasks').first('id')).id });
  await goRound();
  expect(await endOf(waits)).toEqual({ state: 'cancelled', cancelled_because: 'spent' });
  expect(await says(door, mei, { type: 'requests' })).toContain('Microsoft lets nobody else have it');
  // What nobody has decided is refused to whoever decides it.
  expect(await says(door, dana, { type: 'approve', request: undecided, version: 1 })).toContain(
    'which Microsoft lets nobody reassign within its year',
  );
});

test.each([
  ['is dropped at a renewal', { dropped_on: '2020-01-01' }],
  ['can be activated no longer', { activate_by: '2020-01-01' }],
])('a benefit that %s: nobody waits for it, whether it was decided or not', async (_, change) => {
  const [waits, undecided] = [await isApproved(eve, visio), await asksFor(door, mei, visio)];
  await door.sql('benefits').where({ name: visio }).update(change);
  await goRound();
  for (const request of [waits, undecided])
    expect(await endOf(request)).toEqual({ state: 'cancelled', cancelled_because: 'lapsed' });
});

test('a benefit that has not begun is waited for', async () => {
  const waits = await isApproved(eve, visio);
  await door.sql('packages').update({ starts: '2099-01-01', ends: '2099-12-31' });
  await goRound();
  expect(await endOf(waits)).toEqual({ state: 'waiting', cancelled_because: null });
});
