import { randomUUID } from 'node:crypto';
import { ownPolicy } from '../../src/core/policy/policy';
import { leftLongAgo } from '../../src/handlers/duties/retention';
import { connect } from '../../src/store/database';
import { openStore, type Store } from '../../src/store/open';
import { openVault } from '../../src/store/vault';
import type { TestDatabase } from '../support/database';
import { type Door, openDoor, stockedDatabase, wrappingKey } from '../support/door';

const now = new Date();
const longAgo = new Date('2020-01-01T00:00:00Z');
let database: TestDatabase;
let door: Door;
/** Two bots on one ledger. */
let bots: Store[];
beforeAll(async () => {
  database = await stockedDatabase();
  door = await openDoor(database.ownerUrl);
  const vault = await openVault(door.sql, new Map([[1, wrappingKey]]), now);
  const retention = { answers: 30, messages: 365, leavers: 90, requestTexts: undefined };
  bots = [1, 2].map(() => openStore(door.sql, vault, new Set(), undefined, retention));
});
afterAll(async () => {
  await door?.close();
  await database?.drop();
});

/** Somebody who left, and of whom the ledger says so since then. */
async function left(name: string, sealedAt = longAgo): Promise<string> {
  const id = await gone(name);
  await says(id, 'person.left', longAgo);
  while ((await (bots[0] as Store).seal(sealedAt)) > 0);
  return id;
}

const says = (id: string, action: string, at: Date): Promise<unknown> =>
  door.sql('audit').insert({ at, action, subject: id, person_id: id, why: 'file' });

/** Somebody of whom their own row says that they left long ago. */
async function gone(name: string, role = 'employee'): Promise<string> {
  const id = randomUUID();
  await door.sql('people').insert({
    id,
    name,
    email: `${name.toLowerCase()}@contoso.example`,
    role,
    active: false,
    first_seen_at: longAgo,
    left_at: longAgo,
    left_how: 'file',
  });
  return id;
}

const reported: unknown[] = [];
const carryOut = (bot: Store, id: string, at = now): Promise<void> =>
  bot.longTransaction((ledger) =>
    leftLongAgo.carryOut(
      {
        ledger,
        now: at,
        at: at.toISOString(),
        newId: randomUUID,
        record: () => Promise.resolve(),
        report: (error) => reported.push(error),
      },
      id,
    ),
  );

const forgotten = (id: string) => door.sql('audit').where({ action: 'person.forgotten', person_id: id });

test('two bots that find somebody due at once forget them once', async () => {
  const id = await left('Lena');
  const another = connect(database.ownerUrl, 'unhurried', 1);
  const hold = await another.transaction();
  await hold.raw('select from people where id = ? for update', [id]);
  const both = Promise.all(bots.map((bot) => carryOut(bot, id)));
  for (let waiting = 0; waiting < 2; ) {
    const { rows } = await door.sql.raw(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    waiting = rows.length;
  }
  await hold.commit();
  await another.destroy();
  await both;
  expect(await forgotten(id)).toHaveLength(1);
});

test('whom something keeps is not due, and keeps nobody else from being forgotten', async () => {
  const names = Array.from({ length: 20 }, (_, nth) => `Named${nth}x`);
  for (const name of names) await left(name);
  const last = await left('Zoe');
  await door.sql('policies').insert({
    text: 'rules',
    policy: JSON.stringify({ ...ownPolicy, named: names.map((name) => `${name}@contoso.example`) }),
    applied_at: now,
  });
  const [bot] = bots as [Store, Store];
  expect(await leftLongAgo.due(bot.ledger, now)).toEqual([last]);
  await carryOut(bot, last);
  expect(await forgotten(last)).toHaveLength(1);
  expect(await leftLongAgo.due(bot.ledger, now)).toEqual([]);
});

describe('a row that says that somebody left long ago, where the sealed ledger does not', () => {
  const day = 86_400_000;
  const bot = () => bots[0] as Store;

  test.each<[how: string, told: Array<[action: string, at: Date]>]>([
    ['nothing of it', []],
    [
      'that they are back',
      [
        ['person.left', longAgo],
        ['person.back', longAgo],
      ],
    ],
    ['that they left yesterday', [['person.left', new Date(now.getTime() - day)]]],
  ])('they are not forgotten where it says %s, and the operator is told once a day', async (_, told) => {
    for (const role of ['employee', 'admin']) {
      const id = await gone('Nora', role);
      for (const [action, at] of told) await says(id, action, at);
      while ((await bot().seal(longAgo)) > 0);
      expect(await leftLongAgo.due(bot().ledger, now)).toContain(id);
      reported.length = 0;
      await carryOut(bot(), id);
      expect(reported).toMatchObject([{ name: 'NotInLedger', about: { person: id } }]);
      expect(await forgotten(id)).toEqual([]);
      expect(await leftLongAgo.due(bot().ledger, now)).not.toContain(id);
      expect(await leftLongAgo.due(bot().ledger, new Date(now.getTime() + day))).toContain(id);
      await door.sql('people').where({ id }).update({ left_how: 'forgotten' });
    }
  });

  test('a row that somebody adds to the ledger for it makes nothing older than its seal', async () => {
    const id = await left('Nils', now);
    reported.length = 0;
    await carryOut(bot(), id);
    expect(reported).toEqual([]);
    expect(await forgotten(id)).toEqual([]);
    const daysOn = (days: number) => new Date(now.getTime() + days * day + 1);
    expect(await leftLongAgo.due(bot().ledger, daysOn(89))).not.toContain(id);
    expect(await leftLongAgo.due(bot().ledger, daysOn(90))).toContain(id);
    await carryOut(bot(), id, daysOn(90));
    expect(await forgotten(id)).toHaveLength(1);
  });

  test('a row of the ledger that was changed keeps them', async () => {
    const id = await left('Nina', longAgo);
    const [row] = await door.sql('audit').where({ subject: id }).pluck('id');
    await door.sql.transaction(async (sql) => {
      await sql.raw('set local session_replication_role = replica');
      await sql('audit').where({ id: row }).update({ at: '2019-01-01T00:00:00Z' });
    });
    await expect(carryOut(bot(), id)).rejects.toMatchObject({ name: 'NotIntact', found: { row } });
    expect(await forgotten(id)).toEqual([]);
  });
});
