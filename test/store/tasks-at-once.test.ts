import { randomUUID } from 'node:crypto';
import { makeRounds } from '../../src/handlers/rounds';
import type { TestDatabase } from '../support/database';
import { asksFor, type Door, openDoor, says, stockedDatabase } from '../support/door';
import { brokenLaws } from '../support/invariants';
import { ada, dana, eve, everybody, type Figure, mei, omar } from '../support/people';

const day = 24 * 60 * 60 * 1000;
const studio = 'Visual Studio Enterprise Subscription';
const credit = 'Microsoft Azure credit';
const incidents = 'Product support incidents';
/** Omar does tasks too. */
const people = everybody.map((one) => (one === omar ? { ...omar, role: 'admin' as const } : one));

let database: TestDatabase;
let door: Door;
let passed = 0;
beforeEach(async () => {
  passed = 0;
  database = await stockedDatabase({ people });
  door = await openDoor(database.url, () => new Date(Date.now() + passed));
});
afterEach(async () => {
  expect(door.troubles).toEqual([]);
  expect(await brokenLaws(door.sql)).toEqual([]);
  await door.close();
  await database.drop();
});

const openTask = async (kind: string): Promise<string> => {
  const [row, ...more] = await door.sql('tasks').where({ kind, state: 'open' }).select('id');
  if (!row || more.length > 0) throw new Error(`not one open task ${kind}`);
  return row.id;
};
const holdingOf = async (figure: Figure): Promise<string> => {
  const row = await door
    .sql('holdings')
    .join('people', 'people.id', 'holdings.person_id')
    .where({ email: figure.email })
    .first('holdings.id');
  return row.id;
};
const heldOf = async (name: string): Promise<number> =>
  (await door.sql('benefits').where({ name }).first('held')).held;

async function isApproved(
  figure: Figure,
  name: string,
  wish: { quantity?: number; language?: string; system?: string; email?: string } = {},
) {
  const request = await asksFor(door, figure, name, wish);
  await says(door, dana, { type: 'approve', request, version: 1 });
}
async function holds(figure: Figure, name: string) {
  await isApproved(figure, name);
  await says(door, ada, { type: 'done', task: await openTask('set-up') });
}

test.each(Array.from({ length: 3 }, (_, round) => round))(
  'two admins at once, one Done and one Could not: one of them counts, and both read which (%i)',
  async () => {
    await isApproved(eve, credit);
    const task = await openTask('set-up');
    // Both are known, so that neither is late.
    for (const admin of [ada, omar]) expect(await says(door, admin, { type: 'tasks' })).toContain(credit);
    const [did, didNot] = await Promise.all([
      says(door, ada, { type: 'done', task, evidence: 'Subscription 4711' }),
      says(door, omar, { type: 'could-not', task, reason: 'It is dimmed' }),
    ]);
    expect(did).toBe(didNot);
    const held = (did as string).includes('Could not be done') ? 0 : 100;
    expect(await heldOf(credit)).toBe(held);
    expect(await door.sql('audit').whereIn('action', ['task.done', 'task.failed'])).toHaveLength(1);
  },
);

test('a form about what was used counts once, and all together never come to more than there is', async () => {
  await isApproved(eve, incidents, { quantity: 5, email: 'eve@fabrikam.example' });
  await says(door, ada, { type: 'done', task: await openTask('activate') });
  await says(door, ada, {
    type: 'done',
    task: await openTask('record-ids'),
    accessId: 'A-1',
    contractId: 'C-1',
  });
  const holding = await holdingOf(eve);
  const note = (use: string) => says(door, eve, { type: 'use', use, holding, quantity: 2, what: 'A case' });
  const use = randomUUID();
  expect(await Promise.all([note(use), note(use), note(use)])).toEqual(
    Array(3).fill(expect.stringContaining('3 of 5 incidents left')),
  );

  const answers = await Promise.all(Array.from({ length: 4 }, () => note(randomUUID())));
  expect(answers.filter((answer) => answer.includes('1 of 5 incidents left'))).toHaveLength(1);
  expect(answers.filter((answer) => answer.includes('Only 1 of your'))).toHaveLength(3);
  expect(
    await says(door, mei, { type: 'use', use: randomUUID(), holding, quantity: 1, what: 'x' }),
  ).toContain('belongs to somebody else');
});

/** What happens by itself now. */
async function goRound(): Promise<void> {
  const now = () => new Date(Date.now() + passed);
  const report = (_: string, error: unknown) => troubles.push(error);
  const troubles: unknown[] = [];
  await makeRounds({ store: door.store, now, changed() {}, report }).once();
  expect(troubles).toEqual([]);
}

describe('what is given back while it is to be reassigned', () => {
  async function isToBeReassigned() {
    await holds(eve, studio);
    passed = 100 * day;
    const { id } = await door.sql('people').where({ email: mei.email }).first('id');
    const answer = await says(door, ada, {
      type: 'reassign',
      request: randomUUID(),
      holding: await holdingOf(eve),
      person: `person:${id}`,
      reason: 'Eve has another',
    });
    expect(answer).not.toContain('Not this time');
    await says(door, eve, { type: 'return', holding: await holdingOf(eve) });
    expect(await heldOf(studio)).toBe(1);
  }

  test('goes to the new person, and nobody removes it any more', async () => {
    await isToBeReassigned();
    await says(door, ada, { type: 'done', task: await openTask('reassign') });
    expect(await heldOf(studio)).toBe(1);
    expect(await door.sql('tasks').where({ state: 'open' })).toEqual([]);
  });

  test('goes to the new person also after it was removed', async () => {
    await isToBeReassigned();
    await says(door, omar, { type: 'done', task: await openTask('remove') });
    await goRound();
    expect(await heldOf(studio)).toBe(1);
    await says(door, ada, { type: 'done', task: await openTask('reassign') });
    expect(await heldOf(studio)).toBe(1);
  });

  test('is there for others once it was removed and could not be reassigned', async () => {
    await isToBeReassigned();
    await says(door, omar, { type: 'done', task: await openTask('remove') });
    await says(door, ada, { type: 'could-not', task: await openTask('reassign'), reason: 'It is dimmed' });
    await goRound();
    expect(await heldOf(studio)).toBe(0);
  });

  test('is asked about by nobody while it is on its way', async () => {
    await door.sql('benefits').where({ name: studio }).update({ still_needed_days: 30 });
    await holds(eve, studio);
    passed = 100 * day;
    const holding = await holdingOf(eve);
    const { id } = await door.sql('people').where({ email: mei.email }).first('id');
    const move = { type: 'reassign', request: randomUUID(), holding, person: `person:${id}` } as const;
    await says(door, ada, { ...move, reason: 'Eve has another' });
    await goRound();
    passed = 200 * day;
    await goRound();
    expect(await door.sql('audit').where({ action: 'holding.inquired' })).toEqual([]);
  });

  test('is not there twice when it could not be reassigned', async () => {
    await isToBeReassigned();
    await says(door, ada, { type: 'could-not', task: await openTask('reassign'), reason: 'It is dimmed' });
    expect(await heldOf(studio)).toBe(1);
    await says(door, omar, { type: 'done', task: await openTask('remove') });
    expect(await heldOf(studio)).toBe(0);
  });
});

test('two copies of the bot remind of an overdue task once', async () => {
  await isApproved(eve, studio);
  passed = 4 * day;
  const other = await openDoor(database.url, () => new Date(Date.now() + passed));
  const troubles: unknown[] = [];
  const rounds = [door, other].map(({ store }) =>
    makeRounds({
      store,
      now: () => new Date(Date.now() + passed),
      changed() {},
      report: (_, error) => troubles.push(error),
    }),
  );
  for (const expected of [1, 2, 2]) {
    await Promise.all(rounds.map((one) => one.once()));
    expect(await door.sql('audit').where({ action: 'task.overdue' })).toHaveLength(expected);
    passed += expected === 1 ? 2 * day : day;
  }
  expect(troubles).toEqual([]);
  await other.close();
});

test.each([
  ['broken', 0],
  ['spent', 14],
  ['works', 15],
] as const)('of a key for sixteen that is found %s, %i are free afterwards', async (outcome, free) => {
  const server = 'Windows Server 2025 Standard';
  const wish = { quantity: 1, language: 'English', system: 'x64' };
  await isApproved(eve, server, wish);
  await says(door, eve, {
    type: 'report-key',
    report: randomUUID(),
    holding: await holdingOf(eve),
    reason: 'Not accepted',
  });
  await says(door, ada, { type: 'done', task: await openTask('check-key'), outcome });
  const units = await door
    .sql('units')
    .join('product_keys', 'product_keys.id', 'units.key_id')
    .where({ type: 'mak' })
    .select('state');
  expect(units).toHaveLength(16);
  expect(units.filter(({ state }) => state === 'free')).toHaveLength(free);
  // Eve got another use of the same key at once; she has it still, and may report it again.
  expect(units.filter(({ state }) => state === 'held')).toHaveLength(1);
});
