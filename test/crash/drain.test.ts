import { once } from 'node:events';
import { connect as connectTo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Knex } from 'knex';
import { connect } from '../../src/store/database';
import { brokenLaws } from '../support/invariants';
import { dana, type Figure, figure, omar } from '../support/people';
import { onSlack, onTeams, type Somebody } from '../support/somebody';
import { cardsOf, saysItIsYours, showsOutcome } from './claim';
import { everythingIsDelivered, type MortalCompany, openMortalCompany } from './mortal-company';

const visio = 'Visio Professional 2024';
const names = ['Abe', 'Bea', 'Cid', 'Dot', 'Eli', 'Fay'] as const;
type Name = (typeof names)[number];
const employees = Object.fromEntries(
  names.map((name, nth) => [name, figure(200 + nth, `${name} Employee`, 'employee')]),
) as Record<Name, Figure>;

let company: MortalCompany;
let sql: Knex;
let inSlack: Somebody;
let inTeams: Somebody;
let asking: Record<Name, Somebody>;
beforeAll(async () => {
  company = await openMortalCompany({
    people: [...Object.values(employees), dana, omar],
    benefits: [{ category: 'software', benefit: visio, quantity: 100, unit: 'licence', delivery: 'key' }],
    keys: [{ benefit: visio, key: 'DRAN2-FAKE2-9QK7M-C3XJT-4HRBD', key_type: 'mak', seats: 100 }],
  });
  sql = connect(company.database.url, 'unhurried', 2);
  await company.bot.start();
  inSlack = onSlack(company.slack, dana);
  inTeams = onTeams(company.teams, omar);
  await Promise.all([inSlack.asks('help'), inTeams.asks('help')]);
  asking = Object.fromEntries(
    names.map((name, nth) => [
      name,
      nth % 2 === 0 ? onSlack(company.slack, employees[name]) : onTeams(company.teams, employees[name]),
    ]),
  ) as Record<Name, Somebody>;
}, 240_000);
afterAll(async () => {
  await sql?.destroy();
  await company?.close();
});

const reasonOf = (name: Name): string => `drain${name}`;
const opensForm = (name: Name) => asking[name].opensFormFor(visio);
const sendsIt = (name: Name) => asking[name].fills({ Reason: reasonOf(name) }, 'Request');
const states = async (): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await sql('requests').select('reason', 'state')).map(({ reason, state }) => [reason, state]),
  );

/** Waits until the bot waits for the chats in each of these ways, so many times. */
async function waitsFor(calls: Array<[path: RegExp, times: number]>): Promise<void> {
  while (!calls.every(([path, times]) => company.underway().filter((one) => path.test(one)).length >= times))
    await delay(5);
}

test('F6: asked to end while people press, ask and are told: it takes nothing new, ends what it has begun, and nothing is lost', async () => {
  for (const name of names) await opensForm(name);
  for (const name of ['Abe', 'Bea'] as const) await sendsIt(name);
  await everythingIsDelivered(sql);

  company.slow(600);
  // The courier is on its way to both approvers with the cards of one more request in each chat.
  await Promise.all([sendsIt('Eli'), sendsIt('Fay')]);
  await waitsFor([
    [/chat\.postMessage/, 1],
    [/\/activities/, 1],
  ]);
  // Two approve and two ask, and the bot has heard all four: it asks the chats who they are.
  const acts = Promise.all([
    inSlack.presses('Approve', reasonOf('Abe')),
    inTeams.presses('Approve', reasonOf('Bea')),
    sendsIt('Cid'),
    sendsIt('Dot'),
  ]);
  await waitsFor([
    [/users\.info/, 2],
    [/\/members\//, 2],
  ]);

  let over = false;
  const ending = company.bot.end().finally(() => {
    over = true;
  });
  while (await fetch(`${company.bot.url}/healthz`).catch(() => undefined)) await delay(5);
  expect(over).toBe(false);
  await acts;
  const { code, after } = await ending;
  expect(code).toBe(0);
  expect(after).toBeLessThan(10_000);

  for (const who of [inSlack, inTeams, ...Object.values(asking)]) expect(who.complaints()).toEqual([]);
  expect(await states()).toEqual({
    drainAbe: 'fulfilled',
    drainBea: 'fulfilled',
    drainCid: 'pending',
    drainDot: 'pending',
    drainEli: 'pending',
    drainFay: 'pending',
  });
  expect(await sql('outbox').whereNotNull('lease').select('id')).toEqual([]);
  expect(await brokenLaws(sql)).toEqual([]);

  company.slow(0);
  await company.bot.start();
  await everythingIsDelivered(sql);
  for (const name of ['Cid', 'Dot', 'Eli', 'Fay'] as const) {
    const approver = asking[name].on === 'slack' ? inSlack : inTeams;
    await approver.presses('Approve', reasonOf(name));
  }
  await everythingIsDelivered(sql);
  expect(await brokenLaws(sql)).toEqual([]);
  for (const name of names) {
    const claim = { reason: reasonOf(name) };
    expect(cardsOf(asking[name], claim).filter(saysItIsYours)).toHaveLength(1);
    for (const approver of [inSlack, inTeams])
      expect(cardsOf(approver, claim).map(showsOutcome)).toEqual([true]);
  }
}, 240_000);

test('whoever has sent half of a request keeps it from ending no longer than an answer takes, and what was done last is sealed', async () => {
  const { hostname, port } = new URL(company.bot.url);
  const halves = [
    'POST /api/messages HTTP/1.1\r\nhost: x\r\n',
    'POST /api/messages HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{',
    'POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{',
  ];
  const lines = await Promise.all(
    halves.map(async (half) => {
      const line = connectTo(Number(port), hostname).on('error', () => {});
      await once(line, 'connect');
      line.write(half);
      return line;
    }),
  );
  const [, refused] = lines;
  await once(refused as NonNullable<typeof refused>, 'data');
  const { code, after } = await company.bot.end();
  for (const line of lines) line.destroy();
  expect({ code, inTime: after < 9_000 }).toEqual({ code: 0, inTime: true });
  const { rows } = await sql.raw('select count(*)::int as waiting from unsealed');
  expect(rows).toEqual([{ waiting: 0 }]);
}, 120_000);
