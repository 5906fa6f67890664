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

async function left(name: string): Promise<string> {
  const id = randomUUID();
  await door.sql('people').insert({
    id,
    name,
    email: `${name.toLowerCase()}@contoso.example`,
    role: 'employee',
    active: false,
    first_seen_at: longAgo,
    left_at: longAgo,
    left_how: 'file',
  });
  return id;
}

const carryOut = (bot: Store, id: string): Promise<void> =>
  bot.longTransaction((ledger) =>
    leftLongAgo.carryOut(
      { ledger, now, at: now.toISOString(), newId: randomUUID, record: () => Promise.resolve(), report() {} },
      id,
    ),
  );

const forgotten = (id: string) => door.sql('audit').where({ action: 'person.forgotten', person_id: id });

test('two bots that find somebody due at once forget them once', async () => {
  const id = await left('Lena');
  const another = connect(database.ownerUrl, 'importing', 1);
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
