import type { Knex } from 'knex';
import { type Once, onceAmongCopies } from '../../src/bot/once';
import { makeLog } from '../../src/log';
import { connect } from '../../src/store/database';
import { openStore } from '../../src/store/open';
import { openVault } from '../../src/store/vault';
import { type TestDatabase, testDatabase } from '../support/database';
import { wrappingKey } from '../support/door';

/** Two copies of the bot on one database: what one of them has done, the other knows. */
describe('what is done once', () => {
  let database: TestDatabase;
  let pools: Knex[];
  let one: Once;
  let other: Once;
  const log: string[] = [];
  beforeAll(async () => {
    database = await testDatabase();
    pools = [connect(database.url, 'answering'), connect(database.url, 'answering')];
    const copies = await Promise.all(
      pools.map(async (sql) => {
        const vault = await openVault(sql, new Map([[1, wrappingKey]]), new Date());
        const { ledger } = openStore(sql, vault, new Set());
        return onceAmongCopies(
          ledger,
          () => new Date(),
          makeLog('warn', { write: (line) => void log.push(line) }),
        );
      }),
    );
    [one, other] = copies as [Once, Once];
  });
  afterAll(async () => {
    await database.drop();
  });

  test('is not done by the other one too', async () => {
    expect(await one.take('greeting', 'a:chat')).toBe(true);
    expect(await other.take('greeting', 'a:chat')).toBe(false);
    expect(await other.take('greeting', 'a:another chat')).toBe(true);
    expect(await other.take('form', 'a:chat')).toBe(true);
  });

  test('is done by one of twenty at the same moment', async () => {
    const asked = Array.from({ length: 20 }, (_, nth) => (nth % 2 ? one : other).take('form', 'a:chat f:1'));
    expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1);
  });

  test('may be done again when it was given back', async () => {
    await one.take('greeting', 'a:gone');
    await other.giveBack('greeting', 'a:gone');
    expect(await one.take('greeting', 'a:gone')).toBe(true);
  });

  test('while nobody knows, it is done rather than not, and the operator reads that', async () => {
    await Promise.all(pools.map((pool) => pool.destroy()));
    expect(await one.take('way-back', 'nonce')).toBe(true);
    expect(log.join('')).toContain('first-or-not-unknown');
    expect(log.join('')).not.toContain('nonce');
  });
});
