import { randomUUID } from 'node:crypto';
import { addDays } from '../../src/core/time';
import { lapseNotices } from '../../src/handlers/duties/lapse-notices';
import { lapses } from '../../src/handlers/duties/lapses';
import type { Duty } from '../../src/handlers/rounds';
import { checkLaws } from '../../src/store/invariants';
import type { TestDatabase } from '../support/database';
import { asksFor, type Door, openDoor, says, stockedDatabase } from '../support/door';
import { dana, eve, mei } from '../support/people';

let database: TestDatabase;
let door: Door;
const token = 'Office 365 E3';
const server = 'Windows Server 2025 Standard';
const given = '2026-06-01';
/** The package ends on 31 August, its grace time on 30 September; a token given on 1 June runs until 1 June of the next year. */
const ends = '2026-08-31';
const today = given;

const at = (day: string) => new Date(`${day}T10:00:00Z`);

/** Carries out a duty once, in a transaction of its own. */
const carryOut = (duty: Duty, id: string, now: Date) =>
  door.store.transaction((ledger) =>
    duty.carryOut(
      {
        ledger,
        now,
        at: now.toISOString(),
        newId: randomUUID,
        record: (change) => ledger.record(change, undefined, now),
        report() {},
      },
      id,
    ),
  );

/** Carries out a duty until nothing is due any more, as the rounds would; how often it was carried out. */
async function attend(duty: Duty, day: string): Promise<number> {
  for (let times = 0; times < 20; times++) {
    const [first] = await duty.due(door.store.ledger, at(day));
    if (first === undefined) return times;
    await carryOut(duty, first, at(day));
  }
  throw new Error(`${duty.name} is due again and again`);
}

const held = async () =>
  (
    await door
      .sql('holdings')
      .join('benefits', 'benefits.id', 'benefit_id')
      .join('people', 'people.id', 'person_id')
      .whereNull('ended_at')
      .orderBy('people.name')
      .select('benefits.name as benefit', 'people.name as person')
  ).map(({ benefit, person }) => `${person}: ${benefit}`);
const told = (day: string) =>
  door
    .sql('lapse_notices')
    .where({ told_at: at(day) })
    .count()
    .then(([row]) => Number(row?.count));

async function receives(figure: typeof eve, benefit: string, wish: object = {}): Promise<void> {
  const request = await asksFor(door, figure, benefit, wish);
  await says(door, dana, { type: 'approve', request, version: 1 });
}

beforeAll(async () => {
  database = await stockedDatabase({
    benefits: [
      { category: 'cloud', benefit: token, quantity: 50, unit: 'seat', delivery: 'key' },
      { category: 'software', benefit: server, quantity: 16, unit: 'core', delivery: 'key' },
    ],
    keys: [
      { benefit: token, key: 'CFFCE-FAKE2-9QK7M-C3XJT-4HRBD', key_type: 'token', seats: 5 },
      { benefit: token, key: 'CFFCE-FAKE3-9QK7M-C3XJT-4HRBD', key_type: 'token', seats: 5 },
      { benefit: server, key: 'WSSTD-FAKE2-9QK7M-C3XJT-4HRBD', key_type: 'mak', seats: 16 },
    ],
  });
  door = await openDoor(database.url, () => at(today));
  await door.sql('packages').update({ ends });
  await receives(eve, token, { quantity: 5 });
  await receives(mei, token, { quantity: 5 });
  await receives(eve, server, { quantity: 2 });
  const [holding] = await door
    .sql('holdings')
    .join('benefits', 'benefits.id', 'benefit_id')
    .join('people', 'people.id', 'person_id')
    .where({ 'benefits.name': token, 'people.email': eve.email })
    .select('holdings.id');
  await says(door, eve, { type: 'show-key', holding: holding.id });
});
afterAll(async () => {
  await door?.close();
  await database?.drop();
});
afterEach(async () => {
  expect((await checkLaws(door.sql)).filter(({ rows }) => rows > 0)).toEqual([]);
});

test('nothing is due long before', async () => {
  expect(await attend(lapseNotices, given)).toBe(0);
  expect(await attend(lapses, given)).toBe(0);
});

test('all that is due on a day is said in one go, and then no more', async () => {
  expect(await attend(lapseNotices, addDays(ends, -30))).toBe(1);
  // Both benefits, of the package and of the grace time.
  expect(await told(addDays(ends, -30))).toBe(4);
  const { rows } = await door.sql.raw(
    `select p.name, count(*)::int as times from outbox join people p on p.id = person_id where notice ->> 'kind' = 'lapsing' group by 1 order by 1`,
  );
  expect(rows).toEqual([
    { name: 'Ada Admin', times: 1 },
    { name: 'Eve Employee', times: 1 },
    { name: 'Mei Lin', times: 1 },
  ]);
  expect(await attend(lapseNotices, addDays(ends, -30))).toBe(0);
  expect(await attend(lapseNotices, addDays(ends, -29))).toBe(0);
});

test('several copies of the bot say it once, and none of them stumbles', async () => {
  const day = addDays(ends, -14);
  const [id = ''] = await lapseNotices.due(door.store.ledger, at(day));
  // Connections that are open already meet closer.
  await Promise.all(Array.from({ length: 4 }, () => door.sql.raw('select pg_sleep(0.1)')));
  await Promise.all(Array.from({ length: 4 }, () => carryOut(lapseNotices, id, at(day))));
  const sent = await door
    .sql('outbox')
    .where({ due_at: at(day) })
    .count();
  expect(sent).toEqual([{ count: 3 }]);
});

test('after the grace time everything ends but the token that was shown', async () => {
  expect(await attend(lapses, addDays(ends, 30))).toBe(0);
  expect(await attend(lapses, addDays(ends, 31))).toBe(2);
  expect(await held()).toEqual([`Eve Employee: ${token}`]);
});

test('it is warned of by itself, and ends a year after it was given', async () => {
  expect(await attend(lapseNotices, '2027-05-02')).toBe(1);
  expect(await attend(lapses, '2027-06-01')).toBe(0);
  expect(await attend(lapses, '2027-06-02')).toBe(1);
  expect(await held()).toEqual([]);
  // Its key was shown, so it never goes to anybody else; the one nobody looked at is free.
  expect(
    await door
      .sql('units')
      .join('product_keys', 'product_keys.id', 'key_id')
      .where({ type: 'token' })
      .orderBy('state')
      .pluck('state'),
  ).toEqual(['free', 'retired']);
});
