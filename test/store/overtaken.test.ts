import { randomUUID } from 'node:crypto';
import type { Notice } from '../../src/core/notice';
import type { Leased } from '../../src/store/outbox';
import type { TestDatabase } from '../support/database';
import { asksFor, type Door, openDoor, says, stockedDatabase } from '../support/door';
import { ada, dana, eve, type Figure, mei, omar } from '../support/people';
import { applyPolicy, policyOf, rule, stage } from '../support/policy';

/** What is on its way to somebody for longer than it is true is not told any more. */

const visio = 'Visio Professional 2024';
const sql = 'SQL Server 2022 Standard';
let database: TestDatabase;
let door: Door;
beforeEach(async () => {
  database = await stockedDatabase({ people: [eve, mei, dana, omar, ada] });
  door = await openDoor(database.url);
});
afterEach(async () => {
  expect(door.troubles).toEqual([]);
  await door.close();
  await database.drop();
});

/** Everything that is on its way to somebody, in order. */
async function onItsWay({ name }: Figure): Promise<Leased[]> {
  const leased: Leased[] = [];
  for (const row of await door
    .sql('outbox')
    .join('people', 'people.id', 'person_id')
    .where({ state: 'due', 'people.name': name })
    .orderBy('outbox.id')
    .select('outbox.id', 'person_id as person', 'subject', 'way', 'notice'))
    leased.push({ ...row, lease: '', attempts: 1 });
  return leased;
}
const tells = async (figure: Figure) => (await onItsWay(figure)).filter(({ way }) => way === 'tell');
const asItIsNow = async (figure: Figure): Promise<Array<Notice | undefined>> =>
  Promise.all((await tells(figure)).map((one) => door.store.ledger.asItIsNow(one)));

test('to be asked is news as long as the request waits, and for whom it still waits', async () => {
  const request = await asksFor(door, eve, visio);
  expect(await asItIsNow(dana)).toMatchObject([{ kind: 'to-decide' }]);
  await says(door, omar, { type: 'deny', request, version: 1, reason: 'Not now' });
  // Also where nothing would change the card afterwards.
  await door.sql('outbox').where({ way: 'redraw' }).delete();
  expect(await asItIsNow(dana)).toEqual([undefined]);
});

test.each([
  ['left-behind', 'decided'],
  ['timeout', 'decided'],
  ['ECONNRESET', 'decided'],
  ['http_503', undefined],
  ['ratelimited', undefined],
])('after a try that ended with %s, of what was decided since is told: %s', async (failure, kind) => {
  const request = await asksFor(door, eve, visio);
  await door.sql('outbox').update({ last_failure: failure });
  expect(await asItIsNow(dana)).toMatchObject([{ kind: 'to-decide' }]);
  await says(door, omar, { type: 'deny', request, version: 1, reason: 'Not now' });
  expect((await asItIsNow(dana)).map((notice) => notice?.kind)).toEqual([kind]);
});

test('of what another courier left behind it is noted that it may have arrived', async () => {
  await asksFor(door, eve, visio);
  const { ledger } = door.store;
  const failures = () => door.sql('outbox').where({ state: 'due' }).pluck('last_failure');
  await ledger.lease(10, new Date(), 1_000);
  expect(await failures()).toEqual([null, null]);
  for (const one of await ledger.lease(10, new Date(Date.now() + 2_000), 1_000))
    await ledger.hold(one, new Date());
  expect(await failures()).toEqual(['left-behind', 'left-behind']);
});

test('whoever decides it no more needs not be asked', async () => {
  const request = await asksFor(door, eve, visio);
  const [asked] = await tells(dana);
  const notice = JSON.stringify({
    kind: 'decided',
    request: asked?.notice.kind === 'to-decide' && asked.notice.request,
  });
  const row = { person_id: asked?.person, subject: request, way: 'redraw', notice, due_at: new Date() };
  await door.sql('outbox').insert(row);
  expect(await asItIsNow(dana)).toEqual([undefined]);
  expect(await asItIsNow(omar)).toMatchObject([{ kind: 'to-decide' }]);
});

test('whoever has answered already needs not be asked', async () => {
  const request = await asksFor(door, eve, visio);
  await door.sql('requests').update({ need: 2 });
  const [decider] = await door.sql('people').where({ name: dana.name }).pluck('id');
  const [{ requester_id, assignee_id }] = await door.sql('requests').where({ id: request });
  await door.sql('reviews').insert({
    request_id: request,
    requester_id,
    assignee_id,
    version: 1,
    stage: 1,
    person_id: decider,
    verdict: 'approve',
    at: new Date(),
  });
  expect(await asItIsNow(dana)).toEqual([undefined]);
  expect(await asItIsNow(omar)).toMatchObject([{ kind: 'to-decide' }]);
});

test('of two messages about one request the later one is told', async () => {
  const request = await asksFor(door, eve, visio);
  await says(door, eve, { type: 'nudge', request });
  expect(await asItIsNow(dana)).toMatchObject([undefined, { kind: 'to-decide', again: 'nudged' }]);
});

test('what somebody asked for another is told as long as it waits', async () => {
  const request = randomUUID();
  const benefit = (await door.sql('benefits').where({ name: visio }).first('id')).id;
  const [person] = await door.sql('people').where({ name: mei.name }).pluck('id');
  await says(door, eve, { type: 'request', request, benefit, reason: 'For her', person: `person:${person}` });
  expect(await asItIsNow(mei)).toMatchObject([{ kind: 'asked-for-you' }]);
  await says(door, eve, { type: 'cancel', request });
  expect(await asItIsNow(mei)).toMatchObject([undefined, { kind: 'cancelled' }]);
});

test('a question, or that a stage is over, is told as long as the request waits', async () => {
  const oneByOne = [dana, omar].map(({ email }) => stage([{ is: 'person', email }]));
  await applyPolicy(database.url, policyOf([rule('one by one', oneByOne)]));
  for (const one of [eve, dana, omar]) await says(door, one, { type: 'help' });
  const request = await asksFor(door, eve, visio);
  await says(door, dana, { type: 'remark', remark: randomUUID(), request, what: 'For which client?' });
  await says(door, dana, { type: 'approve', request, version: 1 });
  expect(await asItIsNow(eve)).toMatchObject([{ kind: 'question' }, { kind: 'stage-passed' }]);
  await says(door, omar, { type: 'deny', request, version: 2, reason: 'Not now' });
  expect((await asItIsNow(eve)).map((notice) => notice?.kind)).toEqual([undefined, undefined, 'denied']);
});

test('a list of what waits is told with what still waits, and not at all when nothing does', async () => {
  const first = await asksFor(door, eve, visio);
  const second = await asksFor(door, mei, sql, { quantity: 1 });
  const [one, other] = await tells(dana);
  const waiting = [one, other].flatMap((told) =>
    told?.notice.kind === 'to-decide'
      ? [{ request: told.notice.request, background: told.notice.background }]
      : [],
  );
  const person = one?.person as string;
  const digest = { id: 0, person, subject: person, notice: { kind: 'digest', waiting } as Notice };
  expect(await door.store.ledger.asItIsNow(digest)).toEqual({ kind: 'digest', waiting });
  await says(door, omar, { type: 'deny', request: first, version: 1, reason: 'Not now' });
  expect(await door.store.ledger.asItIsNow(digest)).toEqual({ kind: 'digest', waiting: waiting.slice(1) });
  await door.sql('outbox').insert({
    person_id: person,
    subject: person,
    way: 'tell',
    notice: JSON.stringify({ kind: 'digest', waiting }),
    due_at: new Date(),
  });
  expect(await door.store.ledger.asItIsNow(digest)).toBeUndefined();
  await door.sql('outbox').where({ subject: person }).delete();
  await says(door, omar, { type: 'deny', request: second, version: 1, reason: 'Not now' });
  expect(await door.store.ledger.asItIsNow(digest)).toBeUndefined();
});

test('what became of a request is told, however late', async () => {
  const request = await asksFor(door, eve, visio);
  await says(door, dana, { type: 'deny', request, version: 1, reason: 'Not now' });
  expect(await asItIsNow(eve)).toMatchObject([{ kind: 'denied' }]);
});

test('somebody who asks and cancels again and again disturbs nobody, and is asked to stop', async () => {
  for (let time = 0; time < 10; time++) {
    const request = await asksFor(door, eve, visio);
    await says(door, eve, { type: 'cancel', request });
  }
  await expect(asksFor(door, eve, visio)).rejects.toThrow('10 of your requests were taken back today');
  expect(await asItIsNow(dana)).toEqual(Array.from({ length: 10 }, () => undefined));
  expect(await asItIsNow(ada)).toEqual([]);
});
