import { makeRounds } from '../../src/handlers/rounds';
import type { TestDatabase } from '../support/database';
import { asksFor, type Door, openDoor, says, stockedDatabase } from '../support/door';
import { brokenLaws } from '../support/invariants';
import { ada, dana, eve, type Figure, mei, omar } from '../support/people';
import { applyPolicy, policyOf, rule, stage } from '../support/policy';

/** Those who were asked have left or decide no more: somebody else is asked, once. */

const visio = 'Visio Professional 2024';
let database: TestDatabase;
let door: Door;
beforeEach(async () => {
  database = await stockedDatabase({ people: [eve, mei, dana, omar, ada] });
  door = await openDoor(database.url);
});
afterEach(async () => {
  expect(await brokenLaws(door.sql)).toEqual([]);
  expect(door.troubles).toEqual([]);
  await door.close();
  await database.drop();
});

async function goesRound(): Promise<void> {
  const troubles: unknown[] = [];
  const rounds = makeRounds({
    store: door.store,
    now: () => new Date(),
    changed() {},
    report: (duty, error) => troubles.push([duty, error]),
  });
  await rounds.once();
  await rounds.once();
  expect(troubles).toEqual([]);
}
const leaves = ({ slackId }: Figure) => door.store.ledger.leave('slack', 'T0HOME', slackId, new Date());
const toldBy = (kind: string): Promise<string[]> =>
  door
    .sql('outbox')
    .join('people', 'people.id', 'outbox.person_id')
    .whereRaw(`notice->>'kind' = ?`, [kind])
    .orderBy('outbox.id')
    .pluck('name');

test('when both have left the admin decides, and reads once of each who left what', async () => {
  const request = await asksFor(door, eve, visio);
  await door.store.ledger.leave('slack', 'T0HOME', dana.slackId, new Date(Date.now() - 60_000));
  await goesRound();
  expect(await toldBy('to-decide')).toEqual(['Dana Decider', 'Omar Okay']);
  expect(await toldBy('left')).toEqual([]);

  await leaves(omar);
  await goesRound();
  expect(await toldBy('to-decide')).toEqual(['Dana Decider', 'Omar Okay', 'Ada Admin']);
  expect(await toldBy('left')).toEqual(['Ada Admin']);
  const summary = await door.sql('outbox').whereRaw(`notice->>'kind' = 'left'`).first('notice');
  expect(summary.notice.leaver.person.name).toBe('Omar Okay');
  expect(await door.sql('audit').where({ subject: request, action: 'request.asked-again' })).toHaveLength(1);
  expect(await says(door, ada, { type: 'approve', request, version: 1 })).not.toContain('changed since');
  expect(await door.sql('requests').where({ id: request }).first('state')).toEqual({ state: 'fulfilled' });
});

test('when their role was taken from them others are asked too', async () => {
  await asksFor(door, eve, visio);
  await door.sql('people').whereIn('name', [dana.name, omar.name]).update({ role: 'employee' });
  await door.sql('people').where({ name: mei.name }).update({ role: 'approver' });
  await goesRound();
  expect(await toldBy('to-decide')).toEqual(['Dana Decider', 'Omar Okay', 'Mei Lin']);
});

test('what waits for somebody who decides by no role is not looked at again every second', async () => {
  await applyPolicy(database.url, policyOf([rule('Mei', [stage([{ is: 'person', email: mei.email }])])]));
  await asksFor(door, eve, visio);
  expect(await toldBy('to-decide')).toEqual([mei.name]);
  expect(await door.store.ledger.unanswered()).toEqual([]);
  await leaves(mei);
  await goesRound();
  expect(await toldBy('to-decide')).toEqual([mei.name, ada.name]);
  expect(await toldBy('left')).toEqual([ada.name]);
});

test('while nobody else could answer, nobody is told anything', async () => {
  await asksFor(door, eve, visio);
  for (const one of [dana, omar, ada]) await leaves(one);
  await goesRound();
  expect(await toldBy('left')).toEqual([]);
  await door.sql('people').where({ name: mei.name }).update({ role: 'approver' });
  await goesRound();
  expect((await toldBy('to-decide')).at(-1)).toBe('Mei Lin');
});
