import { makeSender, type Sender } from '../../src/bot/webhook/sender';
import { eventJson } from '../../src/exports/events-json';
import { openStore, type Store } from '../../src/store/open';
import { sealNext } from '../../src/store/seal/seal';
import { openVault } from '../../src/store/vault';
import { type LedgerDesk, openLedger, write } from '../ledger/desk';
import { wrappingKey } from '../support/door';
import { openReceiver, type Receiver, secret } from './receiver';

let desk: LedgerDesk;
let store: Store;
let receiver: Receiver;
let lines: string[];
let moved = 0;
const senders: Sender[] = [];
const now = () => new Date(Date.now() + moved);

beforeEach(async () => {
  desk = await openLedger();
  store = openStore(desk.bot, await openVault(desk.bot, new Map([[1, wrappingKey]]), new Date()), new Set());
  receiver = await openReceiver();
  lines = [];
  moved = 0;
  // From now on: what was sealed before the webhook was set up is not sent.
  await store.ledger.enqueueEvents([], now());
});
afterEach(async () => {
  await Promise.all(senders.splice(0).map((sender) => sender.stop()));
  await receiver.close();
  await desk.close();
});

const seal = async (rows: number): Promise<void> => {
  await write(desk.bot, rows);
  await sealNext(desk.bot, desk.chain, now());
};
function begin(events: string[] = []): Sender {
  const told = (facts: object, event: string) => lines.push(JSON.stringify({ ...facts, event }));
  const sender = makeSender({
    ledger: store.ledger,
    to: { url: receiver.url, secrets: [secret], events },
    bodyOf: eventJson,
    now,
    log: { info: told, warn: told, error: told },
  });
  senders.push(sender);
  sender.start();
  return sender;
}
const idsOf = (all: Receiver['taken']): string[] => [...new Set(all.map(({ id }) => id))].sort();
const rowsIn = async (): Promise<number> =>
  (await desk.owner.raw('select count(*)::int as rows from audit')).rows[0].rows;

test('every event arrives once, signed, with what the ledger says', async () => {
  begin();
  await seal(20);
  await receiver.until('twenty events', () => receiver.taken.length >= 20);
  await seal(5);
  await receiver.until('five more', () => receiver.taken.length >= 25);
  expect(receiver.forged).toBe(0);
  expect(idsOf(receiver.taken)).toHaveLength(25);
  const [first] = receiver.taken;
  expect(first?.headers).toMatchObject({
    'content-type': 'application/json',
    'webhook-timestamp': expect.stringMatching(/^\d{10}$/),
  });
  expect(first?.body).toMatchObject({
    type: 'request.asked',
    timestamp: expect.stringMatching(/Z$/),
    data: { id: first?.id, cursor: expect.stringMatching(/^\d+\.\d+$/), row: expect.any(Number) },
  });
  expect(new Set(receiver.taken.map(({ body }) => body.data.row)).size).toBe(await rowsIn());
});

test('a receiver that fails is asked again with the same id until it takes it, and as late as it says', async () => {
  let failed = 0;
  const took = receiver.answer;
  receiver.answer = (received, response) => {
    failed += 1;
    if (failed <= 2) return void response.writeHead(500).end('secret words of the receiver');
    if (failed === 3) return void response.writeHead(503, { 'retry-after': '2' }).end();
    took(received, response);
  };
  await seal(1);
  begin();
  await receiver.until('it was taken', () => receiver.taken.length === 1);
  expect(receiver.tries).toHaveLength(4);
  expect(idsOf(receiver.tries)).toHaveLength(1);
  expect(receiver.forged).toBe(0);
  await senders[0]?.stop();
  const waits = lines.map((line) => JSON.parse(line)).filter(({ event }) => event === 'event-postponed');
  expect(waits.map(({ reason }) => reason)).toEqual(['http_500', 'http_500', 'http_503']);
  expect(waits[2].wait).toBeGreaterThanOrEqual(2_000);
  expect(lines.join()).not.toMatch(/secret words|whsec|127\.0\.0\.1/);
});

test('many that wait do not overrun a receiver that fails: one at a time is tried, until it takes one', async () => {
  const took = receiver.answer;
  receiver.answer = (_, response) => void response.writeHead(500).end();
  await seal(50);
  const sender = begin();
  await receiver.until('those that were on their way together', () => receiver.tries.length >= 8);
  moved += 10_000;
  await receiver.until('one more', () => receiver.tries.length >= 9);
  moved += 20_000;
  await receiver.until('and one more', () => receiver.tries.length >= 10);
  await sender.stop();
  expect(receiver.tries).toHaveLength(10);
  receiver.answer = took;
  moved += 3_600_000;
  begin();
  await receiver.until('all of them', () => idsOf(receiver.taken).length === 50);
});

test('a redirect is not followed', async () => {
  receiver.answer = (_, response) =>
    void response.writeHead(307, { location: receiver.url.replace('/events', '/elsewhere') }).end();
  await seal(1);
  begin();
  await receiver.until('two tries', () => receiver.tries.length >= 2);
  expect(receiver.tries.map(({ path }) => path)).toEqual(['/events', '/events']);
});

test('stopped and begun again in between, and two at once: no event is lost', async () => {
  await seal(40);
  const first = begin();
  await receiver.until('some', () => receiver.taken.length >= 5);
  await first.stop();
  await seal(10);
  begin();
  begin();
  await receiver.until('all', () => idsOf(receiver.taken).length === 50);
  expect(new Set(receiver.taken.map(({ body }) => body.data.row)).size).toBe(50);
});

test('what somebody had taken who was killed is sent when their lease is over', async () => {
  await seal(3);
  await store.ledger.enqueueEvents([], now());
  expect(await store.ledger.leaseEvents(8, now(), 15_000)).toHaveLength(3);
  moved = 15_001;
  begin();
  await receiver.until('all three', () => idsOf(receiver.taken).length === 3);
});

test('what is not taken for days is given up, and the admins are told behind which cursor it stands', async () => {
  receiver.answer = (_, response) => void response.writeHead(500).end();
  await seal(1);
  const begun = now();
  await store.ledger.enqueueEvents([], begun);
  expect(await store.ledger.eventBacklog()).toEqual({ due: 1, dead: 0, oldest: begun });
  moved = 4 * 86_400_000;
  begin();
  await receiver.until('the last try', () => receiver.tries.length === 1);
  await senders[0]?.stop();
  expect(await store.ledger.eventBacklog()).toEqual({ due: 0, dead: 1, oldest: null });
  expect(await store.ledger.eventsGivenUp(now())).toEqual({ count: 1, failure: 'http_500', since: '0' });
  await store.ledger.notedGivenUp(now());
  expect(await store.ledger.eventsGivenUp(now())).toBeUndefined();
});

test('only the kinds that are wanted are sent', async () => {
  await desk.bot.raw(
    `insert into audit (at, action, subject, person_id) select now(), action, gen_random_uuid(), gen_random_uuid()
       from unnest(array['request.asked', 'holding.ended', 'task.done', 'request.denied']) as action`,
  );
  await sealNext(desk.bot, desk.chain, now());
  begin(['request.*', 'task.done']);
  await receiver.until('three', () => receiver.taken.length >= 3);
  await senders[0]?.stop();
  expect(receiver.taken.map(({ body }) => body.type).sort()).toEqual([
    'request.asked',
    'request.denied',
    'task.done',
  ]);
});

test('what was sealed before there was a webhook is not sent', async () => {
  await desk.owner.raw('delete from event_deliveries');
  await seal(5);
  begin();
  // The mark is made before the next seal.
  await store.ledger.enqueueEvents([], now());
  await seal(2);
  await receiver.until('two', () => receiver.taken.length >= 2);
  await senders[0]?.stop();
  expect(idsOf(receiver.taken)).toHaveLength(2);
});
