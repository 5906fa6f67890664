import { randomUUID } from 'node:crypto';
import type { Command } from '../../src/core/command';
import type { TestDatabase } from '../support/database';
import {
  asksFor,
  benefitNamed,
  type Door,
  openDoor,
  reading,
  says,
  senderOf,
  stockedDatabase,
} from '../support/door';
import { brokenLaws } from '../support/invariants';
import { ada, dana, eve, type Figure, mei, omar } from '../support/people';

let database: TestDatabase;
let door: Door;
beforeAll(async () => {
  database = await stockedDatabase({
    benefits: [
      { category: 'software', benefit: visio, quantity: 500, unit: 'licence', delivery: 'key' },
      { category: 'visual-studio', benefit: studio, quantity: 500, unit: 'subscription', delivery: 'assign' },
    ],
    keys: [{ benefit: visio, key: 'VSWPR-FAKE2-9QK7M-C3XJT-4HRBD', key_type: 'mak', seats: 500 }],
  });
  door = await openDoor(database.url);
});
afterAll(async () => {
  await door.close();
  await database.drop();
});
afterEach(async () => {
  door.troubles.length = 0;
  expect(await brokenLaws(door.sql)).toEqual([]);
  // What is open does not stand in the way of the next test.
  const open = await door.sql('requests').where({ state: 'pending' }).select('id');
  for (const { id } of open) await says(door, eve, { type: 'cancel', request: id });
  for (const { id } of await door.sql('tasks').where({ state: 'open' }).select('id'))
    await says(door, ada, { type: 'done', task: id });
});

const visio = 'Visio Professional 2024';
const studio = 'Visual Studio Enterprise Subscription';
const approves = (request: string, who: Figure = dana) =>
  says(door, who, { type: 'approve', request, version: 1 });
const taskOf = async (request: string): Promise<string> =>
  (await door.sql('tasks').where({ request_id: request }).first('id')).id;
const rows = async (table: string): Promise<number> =>
  Number((await door.sql(table).count({ n: '*' }))[0]?.n ?? 0);

test('one identity of two people is two commands', async () => {
  const request = await asksFor(door, eve, visio);
  const approve: Command = { type: 'approve', request, version: 1 };
  await door.handle(approve, senderOf(mei), 'same words');
  const { card } = await door.handle(approve, senderOf(dana), 'same words');
  expect(reading(card)).toContain('Approved and delivered');
});

test('a form sent twenty times at once under twenty ids makes one request', async () => {
  const benefit = await benefitNamed(door.sql, visio);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      says(door, eve, { type: 'request', request: randomUUID(), benefit, reason: 'Diagrams' }),
    ),
  );
  expect(answers.filter((said) => said.startsWith('You asked for'))).toHaveLength(1);
  expect(answers.filter((said) => said.includes('You have already asked for'))).toHaveLength(19);
  expect(door.troubles).toEqual([]);
});

test('approve, deny and cancel at once: one of them happens, and all are told which', async () => {
  for (let round = 0; round < 12; round++) {
    const request = await asksFor(door, eve, studio);
    const answers = await Promise.all([
      approves(request),
      says(door, omar, { type: 'deny', request, version: 1, reason: 'No' }),
      says(door, eve, { type: 'cancel', request }),
    ]);
    const { state } = await door.sql('requests').where({ id: request }).first('state');
    const words: Record<string, string> = {
      approved: 'an admin is setting it up',
      denied: 'Denied',
      cancelled: 'Cancelled by Eve Employee',
    };
    for (const said of answers) expect(said).toContain(words[state]);
    if (state === 'approved') await says(door, ada, { type: 'done', task: await taskOf(request) });
  }
});

test.each([
  ['approved again', async (request: string) => approves(request, omar), /Approved and delivered/],
  [
    'denied afterwards',
    (request: string) => says(door, omar, { type: 'deny', request, version: 1, reason: 'Late' }),
    /Approved and delivered/,
  ],
  [
    'cancelled afterwards',
    (request: string) => says(door, eve, { type: 'cancel', request }),
    /Approved and delivered/,
  ],
  [
    'sent again',
    async (request: string) => {
      const benefit = await benefitNamed(door.sql, visio);
      return says(door, eve, { type: 'request', request, benefit, reason: 'Diagrams' });
    },
    /Approved and delivered/,
  ],
] as const)('%s, an approved request answers with what is true', async (_, again, answer) => {
  const request = await asksFor(door, eve, visio);
  await approves(request);
  const before = await rows('audit');
  expect(await again(request)).toMatch(answer);
  expect(await rows('audit')).toBe(before);
});
