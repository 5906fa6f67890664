import { randomUUID } from 'node:crypto';
import { nothingSaid } from '../../src/core/file-names';
import { connect } from '../../src/store/database';
import { rewrap, standingOfKeys } from '../../src/store/keyring';
import { openStore } from '../../src/store/open';
import { reseal } from '../../src/store/rotate';
import { keyNumberOf } from '../../src/store/sealed-text';
import { openVault } from '../../src/store/vault';
import { type ImportDesk, key, openImportDesk } from './imports-desk';

let desk: ImportDesk;
const wrapping = new Map([[1, Buffer.alloc(32, 7)]]);
const newer = new Map([...wrapping, [2, Buffer.alloc(32, 8)]]);
const now = new Date('2026-03-02T08:00:00Z');
const count = 10_000;
const operator = { account: 'root' };

beforeAll(async () => {
  desk = await openImportDesk();
  await desk.membership('software,Visio Professional 2021,10000,licence,key');
  await desk.keys(
    Array.from({ length: count }, (_, at) => `Visio Professional 2021,${key(at)},retail,`).join('\n'),
  );
}, 120_000);
afterAll(() => desk?.close());

interface Row {
  id: string;
  sealed_for: string;
  sealed: Buffer;
}
const rowsOf = async (sql = desk.sql): Promise<Row[]> =>
  (await sql.raw('select id, sealed_for, sealed from product_keys order by id')).rows;
const numbers = async () =>
  (
    await desk.sql.raw(
      'select get_byte(sealed, 1) * 256 + get_byte(sealed, 2) as number, count(*)::int as keys from product_keys group by 1 order by 1',
    )
  ).rows;

/** Opens one key after another, as a bot that began before the change, until it is told to stop. */
function reading(known: ReadonlyMap<string, string>) {
  const sql = connect(desk.url, 'answering', 2);
  const ids = [...known.keys()];
  const seen = { reads: 0, failed: [] as unknown[] };
  let stopped = false;
  const opening = openVault(sql, wrapping, now);
  const done = (async () => {
    const vault = await opening;
    for (let at = 0; !stopped; at = (at + 7_919) % ids.length) {
      const id = ids[at] as string;
      try {
        const { rows } = await sql.raw('select sealed_for, sealed from product_keys where id = ?', [id]);
        const text = await vault.open(rows[0].sealed, { key: id, benefit: rows[0].sealed_for });
        if (text !== known.get(id)) throw new Error('another key');
      } catch (error) {
        seen.failed.push(error);
      }
      seen.reads += 1;
    }
    await sql.destroy();
  })();
  return {
    ready: opening,
    async stop() {
      stopped = true;
      await done;
      return seen;
    },
  };
}

const opened = async (): Promise<Map<string, string>> => {
  const vault = await openVault(desk.sql, wrapping, now);
  const rows = await rowsOf();
  return new Map(
    await Promise.all(
      rows.map(
        async ({ id, sealed_for, sealed }) =>
          [id, await vault.open(sealed, { key: id, benefit: sealed_for })] as const,
      ),
    ),
  );
};

test('10,000 keys are sealed anew under reads, and no read fails', async () => {
  const before = await opened();
  const readers = [reading(before), reading(before), reading(before)];
  await Promise.all(readers.map(({ ready }) => ready));
  const outcome = await reseal({ database: desk.sql, wrapping, operator, now });
  const seen = await Promise.all(readers.map((reader) => reader.stop()));

  expect(outcome).toEqual({ number: 2, wentOn: false, keys: count, files: 0, tokens: 0, unreadable: [] });
  expect(await numbers()).toEqual([{ number: 2, keys: count }]);
  expect(seen.flatMap(({ failed }) => failed)).toEqual([]);
  for (const { reads } of seen) expect(reads).toBeGreaterThan(100);
  expect(await opened()).toEqual(before);
}, 120_000);

test('of two at once each does a part, and one data key comes of it', async () => {
  const before = await opened();
  const others = connect(desk.url, 'unhurried', 2);
  const both = await Promise.all([
    reseal({ database: desk.sql, wrapping, operator, now }),
    reseal({ database: others, wrapping, operator, now }),
  ]);
  await others.destroy();
  expect(both.map(({ number }) => number)).toEqual([3, 3]);
  expect(both[0].keys + both[1].keys).toBe(count);
  expect(await numbers()).toEqual([{ number: 3, keys: count }]);
  expect(await opened()).toEqual(before);
}, 120_000);

test('what came in under the old data key meanwhile is brought under the new one by the next run', async () => {
  const old = await openVault(desk.sql, wrapping, now);
  await reseal({ database: desk.sql, wrapping, operator, now });
  const [row] = await rowsOf();
  if (!row) throw new Error('no key');
  const about = { key: row.id, benefit: row.sealed_for };
  await desk
    .sql('product_keys')
    .where({ id: row.id })
    .update({ sealed: old.seal(key(1), about) });
  expect(await standingOfKeys(desk.sql)).toEqual({ wrappedUnder: [1], underOlderDataKey: 1 });
  expect(await reseal({ database: desk.sql, wrapping, operator, now })).toEqual({
    number: 4,
    wentOn: true,
    keys: 1,
    files: 0,
    tokens: 0,
    unreadable: [],
  });
}, 120_000);

test('a key that cannot be opened is named and left as it is, and keeps nothing else from being done', async () => {
  const [one, other] = await rowsOf();
  if (!one || !other) throw new Error('no keys');
  await desk.sql('product_keys').where({ id: one.id }).update({ sealed: other.sealed });
  const [last] = (await rowsOf()).slice(-1);
  if (!last) throw new Error('no key');
  const strange = Buffer.from(last.sealed);
  strange.writeUInt16BE(900, 1);
  await desk.sql('product_keys').where({ id: last.id }).update({ sealed: strange });
  const outcome = await reseal({ database: desk.sql, wrapping, operator, now });
  expect(outcome).toEqual({
    number: 5,
    wentOn: false,
    keys: count - 2,
    files: 0,
    tokens: 0,
    unreadable: [
      { key: one.id, code: 'not-authentic' },
      { key: last.id, code: 'unknown-key' },
    ],
  });
  const [after] = await rowsOf();
  expect(after?.sealed).toEqual(other.sealed);
}, 120_000);

test('a bot whose settings cannot unwrap the new data key says so, and guesses nothing', async () => {
  const bot = await openVault(desk.sql, wrapping, now);
  await rewrap(desk.sql, newer, { operator, now });
  await reseal({ database: desk.sql, wrapping: newer, operator, now });
  const last = (await rowsOf()).at(-2) as Row;
  await expect(bot.open(last.sealed, { key: last.id, benefit: last.sealed_for })).rejects.toMatchObject({
    code: 'unknown-key',
  });
}, 120_000);

test('a bot that began before the change seals what it is given in a chat under the new data key', async () => {
  const bot = openStore(desk.sql, await openVault(desk.sql, newer, now), new Set());
  const { number } = await reseal({ database: desk.sql, wrapping: newer, operator, now });
  const admin = randomUUID();
  await desk.sql('people').insert({ id: admin, name: 'Ada Admin', role: 'admin', first_seen_at: now });
  const before = (await rowsOf()).map(({ id }) => id);
  const file = {
    id: randomUUID(),
    name: 'keys.csv',
    kind: 'keys',
    meanings: nothingSaid,
    content: Buffer.from(`benefit,key,key_type,seats\nVisio Professional 2021,${key(count)},retail,\n`),
  } as const;
  expect(await bot.longTransaction(({ bringIn }) => bringIn(file, undefined, admin, now))).not.toHaveProperty(
    'refused',
  );
  const [added, ...more] = (await rowsOf()).filter(({ id }) => !before.includes(id));
  expect(more).toEqual([]);
  expect(added && keyNumberOf(added.sealed)).toBe(number);
}, 120_000);
