import { makeRounds } from '../../src/handlers/rounds';
import type { TestDatabase } from '../support/database';
import { asksFor, type Door, openDoor, says, senderOf, stockedDatabase } from '../support/door';
import { brokenLaws } from '../support/invariants';
import { ada, dana, eve, mei, omar } from '../support/people';

const visio = 'Visio Professional 2024';
const studio = 'Visual Studio Enterprise Subscription';
const rounds = 15;

let database: TestDatabase;
/** Two bots on one database. */
let door: Door;
let other: Door;
beforeAll(async () => {
  database = await stockedDatabase({
    benefits: [
      { category: 'software', benefit: visio, quantity: 500, unit: 'licence', delivery: 'key' },
      { category: 'visual-studio', benefit: studio, quantity: 500, unit: 'subscription', delivery: 'assign' },
    ],
    keys: [{ benefit: visio, key: 'VSWPR-FAKE2-9QK7M-C3XJT-4HRBD', key_type: 'mak', seats: 500 }],
  });
  [door, other] = await Promise.all([openDoor(database.url), openDoor(database.url)]);
});
afterAll(async () => {
  await Promise.all([door?.close(), other?.close()]);
  await database?.drop();
});
afterEach(async () => {
  expect([...door.troubles, ...other.troubles]).toEqual([]);
  expect(await brokenLaws(door.sql)).toEqual([]);
});

/** Eve gets a key; the id of her holding. */
async function eveGetsAKey(): Promise<string> {
  const request = await asksFor(door, eve, visio);
  expect(await says(door, dana, { type: 'approve', request, version: 1 })).toContain(
    'Approved and delivered',
  );
  return (await door.sql('requests').where({ id: request }).first('holding_id')).holding_id;
}

test('a key is shown while it is given back: either it was shown and is spent, or it is as good as new', async () => {
  for (let round = 0; round < rounds; round++) {
    const holding = await eveGetsAKey();
    const { unit_id: unit } = await door.sql('holdings').where({ id: holding }).first('unit_id');
    const show = () => door.handle({ type: 'show-key', holding }, senderOf(eve), `show ${holding}`);
    const giveBack = () => says(other, eve, { type: 'return', holding });
    const [shown, returned] =
      round % 2
        ? await Promise.all([show(), giveBack()])
        : (await Promise.all([giveBack(), show()])).reverse();
    expect(returned).toContain('You gave back');
    const wasShown = JSON.stringify(shown).includes('FAKE');
    const { state } = await door.sql('units').where({ id: unit }).first('state');
    expect([wasShown, state]).toEqual([wasShown, wasShown ? 'retired' : 'free']);
  }
});

test('given back and taken back at once, by several: it ends once', async () => {
  for (let round = 0; round < rounds; round++) {
    const holding = await eveGetsAKey();
    const answers = await Promise.all([
      says(door, eve, { type: 'return', holding }),
      says(other, ada, { type: 'remove', holding, reason: 'The project is over' }),
      says(other, eve, { type: 'return', holding, reason: 'Done' }),
      says(door, ada, { type: 'remove', holding, reason: 'Again' }),
    ]);
    for (const answer of answers) expect(answer).toMatch(/gave back|taken back/);
    const ends = await door.sql('audit').where({ subject: holding, action: 'holding.ended' });
    expect(ends).toHaveLength(1);
  }
});

test('somebody leaves while their requests are decided: nothing stays with them, and each thing ends once', async () => {
  const caretakers = [door, other].map(({ store, troubles }) =>
    makeRounds({
      store,
      now: () => new Date(),
      changed() {},
      report: (_duty, error) => troubles.push({ trouble: 'duty', error }),
    }),
  );
  for (let round = 0; round < rounds; round++) {
    const has = await asksFor(door, mei, visio);
    await says(door, dana, { type: 'approve', request: has, version: 1 });
    const waits = await asksFor(door, mei, studio);
    const { person_id: person } = await door.sql('holdings').where({ request_id: has }).first('person_id');
    const holding = (await door.sql('holdings').where({ request_id: has }).first('id')).id;
    await Promise.all([
      door.store.ledger.leave('slack', senderOf(mei).home, mei.slackId, new Date()),
      says(door, omar, { type: 'approve', request: waits, version: 1 }),
      says(other, ada, { type: 'remove', holding, reason: 'No longer here' }),
      ...caretakers.map((caretaker) => caretaker.once()),
    ]);
    await Promise.all(caretakers.map((caretaker) => caretaker.once()));

    expect(await door.sql('holdings').where({ person_id: person, ended_at: null })).toEqual([]);
    expect(
      await door.sql('requests').where({ assignee_id: person }).whereIn('state', ['pending', 'approved']),
    ).toEqual([]);
    const summaries = await door
      .sql('outbox')
      .where({ subject: person })
      .whereRaw(`notice->>'kind' = 'left'`);
    expect(summaries.length).toBeGreaterThan(round);
    await door.sql('people').where({ id: person }).update({ active: true, left_at: null, left_how: null });
  }
});
