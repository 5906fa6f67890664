import { randomUUID } from 'node:crypto';
import { plainText } from '../../src/core/card';
import { lapseNotices } from '../../src/handlers/duties/lapse-notices';
import type { TestDatabase } from '../support/database';
import { asksFor, type Door, openDoor, says, senderOf, stockedDatabase } from '../support/door';
import { dana, eve } from '../support/people';

const server = 'Windows Server 2025 Standard';
const keys = ['WSSTD-FAKE7-9QK7M-C3XJT-4HRBD', 'WSSTD-FAKE8-9QK7M-C3XJT-4HRBD'];
const lost = /lost|not activated/i;

let database: TestDatabase;
let door: Door;
let now: Date;
let holding: string;
const on = (day: string) => {
  now = new Date(`${day}T10:00:00Z`);
};
const command = async (input: Parameters<typeof says>[2]) => {
  const { card, seen } = await door.handle(input, senderOf(eve), randomUUID());
  await seen?.(true);
  return plainText(card);
};
const reports = () => command({ type: 'report-key', report: randomUUID(), holding, reason: 'Not accepted' });
const toldOfMissed = async () =>
  (await lapseNotices.due(door.store.ledger, now)).length > 0 &&
  (await door.store.ledger.nearingLapse(now.toISOString().slice(0, 10))).some(({ missed }) => missed.length);

beforeEach(async () => {
  on('2026-05-04');
  database = await stockedDatabase({
    benefits: [{ category: 'software', benefit: server, quantity: 2, unit: 'server', delivery: 'key' }],
    keys: keys.map((key) => ({ benefit: server, key, key_type: 'retail' })),
  });
  door = await openDoor(database.url, () => now);
  await door.sql('packages').update({ ends: '2027-05-31' });
  await door.sql('benefits').where({ name: server }).update({ activate_by: '2026-06-30' });
  const request = await asksFor(door, eve, server, { quantity: 1 });
  await says(door, dana, { type: 'approve', request, version: 1 });
  ({ id: holding } = await door.sql('holdings').where({ request_id: request }).first('id'));
});
afterEach(async () => {
  await door.close();
  await database.drop();
});

test('what was activated in time is not lost when its key breaks after the last day and another is given', async () => {
  await command({ type: 'show-key', holding });
  on('2026-07-06');
  await reports();
  expect(await command({ type: 'mine' })).not.toMatch(lost);
  expect(await toldOfMissed()).toBe(false);
  expect(await command({ type: 'show-key', holding })).not.toMatch(lost);
});

test('a key that came before the last day, and that nobody has looked at, is lost', async () => {
  await command({ type: 'show-key', holding });
  await reports();
  on('2026-07-06');
  expect(await command({ type: 'mine' })).toMatch(lost);
  expect(await toldOfMissed()).toBe(true);
});

test('while something nears, who holds it is not looked up before a last day is over', async () => {
  const asked: string[] = [];
  door.sql.on('query', ({ sql }: { sql: string }) => {
    if (/from holdings h join people/.test(sql)) asked.push(sql);
  });
  on('2026-06-20');
  expect((await door.store.ledger.nearingLapse('2026-06-20')).map(({ benefit }) => benefit.name)).toContain(
    server,
  );
  expect(asked).toEqual([]);
  expect((await door.store.ledger.nearingLapse('2026-07-01')).flatMap(({ missed }) => missed)).toHaveLength(
    1,
  );
  expect(asked).toHaveLength(1);
});
