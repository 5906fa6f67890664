import { makeRounds } from '../../src/handlers/rounds';
import type { TestDatabase } from '../support/database';
import { asksFor, type Door, openDoor, says, stockedDatabase } from '../support/door';
import { ada, dana, eve, type Figure, figure, omar } from '../support/people';
import { applyPolicy, policyOf, rule, stage } from '../support/policy';

/** Both must agree; one has, and the other is gone. */

const visio = 'Visio Professional 2024';
const bea = figure(7, 'Bea Boss', 'admin');
let database: TestDatabase;
let door: Door;
let request: string;
beforeEach(async () => {
  database = await stockedDatabase({ people: [eve, dana, omar, ada, bea] });
  door = await openDoor(database.url);
  const both = stage(
    [dana, omar].map(({ email }) => ({ is: 'person', email })),
    { need: 'all' },
  );
  await applyPolicy(database.url, policyOf([rule('both', [both])]));
  for (const one of [eve, dana, omar, ada, bea]) await says(door, one, { type: 'help' });
  request = await asksFor(door, eve, visio);
  await says(door, dana, { type: 'approve', request, version: 1 });
});
afterEach(async () => {
  expect(door.troubles).toEqual([]);
  await door.close();
  await database.drop();
});

async function goesRound(): Promise<void> {
  const troubles: unknown[] = [];
  const report = (duty: string, error: unknown) => troubles.push([duty, error]);
  const rounds = makeRounds({ store: door.store, now: () => new Date(), changed() {}, report });
  await rounds.once();
  await rounds.once();
  expect(troubles).toEqual([]);
}
const today = () => new Date().toISOString().slice(0, 10);
const approves = (figure: Figure) => says(door, figure, { type: 'approve', request, version: 1 });

test('when the other has left, the admins are asked, and one of them is enough', async () => {
  await door.store.ledger.leave('slack', 'T0HOME', omar.slackId, new Date());
  await goesRound();
  expect(await says(door, eve, { type: 'requests' })).toContain('Waits for Ada Admin, Bea Boss');
  expect(await says(door, ada, { type: 'review', request })).toContain('too few of them can answer');
  expect(await approves(ada)).toContain('Agreed: Dana Decider, Ada Admin');
  expect(await door.sql('requests').where({ id: request }).first('state')).toEqual({ state: 'fulfilled' });
});

test('when the other is away for a while, the admins are asked until they are back', async () => {
  await says(door, omar, { type: 'away', from: today(), until: today() });
  await goesRound();
  expect(await says(door, eve, { type: 'requests' })).toContain('Waits for Ada Admin, Bea Boss');
  await says(door, omar, { type: 'back' });
  await goesRound();
  expect(await says(door, eve, { type: 'requests' })).toContain('Waits for Omar Okay');
  expect(await approves(ada)).toContain('it waits for Omar Okay');
  expect(await approves(omar)).toContain('Agreed: Dana Decider, Omar Okay');
});
