import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { eventOcsf } from '../../src/exports/events-ocsf';
import { connect } from '../../src/store/database';
import { eventsIn } from '../../src/store/events';
import { rewrap } from '../../src/store/keyring';
import { reseal } from '../../src/store/rotate';
import { sealNext } from '../../src/store/seal/seal';
import { verify } from '../../src/store/seal/verify';
import { notUnderDataKey, underDataKey } from '../../src/store/sealed-columns';
import { keyNumberOf } from '../../src/store/sealed-text';
import { type OpenVault, openVault } from '../../src/store/vault';
import { type TestDatabase, testDatabase } from '../support/database';

let database: TestDatabase;
let sql: Knex;
let vault: OpenVault;
const first = new Map([[1, Buffer.alloc(32, 7)]]);
const second = new Map([...first, [2, Buffer.alloc(32, 8)]]);
const now = new Date('2026-03-02T08:00:00Z');
const admin = randomUUID();
const operator = { person: admin };
const file = randomUUID();
const [key, benefit, pack, pool] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const text = 'NJMXQ-FAKE1-PKWWT-GY6BH-9QTVB';

beforeAll(async () => {
  database = await testDatabase();
  sql = connect(database.url, 'unhurried', 2);
  vault = await openVault(sql, first, now);
  await sql('people').insert({ id: admin, name: 'Ada Admin', role: 'admin', first_seen_at: now });
  await sql('packages').insert({
    id: pack,
    name: 'Core',
    partner_id: '1',
    starts: '2026-01-15',
    ends: '2027-01-14',
  });
  await sql('benefits').insert({
    id: benefit,
    package_id: pack,
    position: 0,
    category: 'software',
    name: 'Visio',
    name_key: 'visio',
    quantity: 1,
    unit: 'licence',
    delivery: 'key',
  });
  await sql('pools').insert({ id: pool });
  await sql('pool_benefits').insert({ pool_id: pool, benefit_id: benefit });
  await sql('product_keys').insert({
    id: key,
    pool_id: pool,
    sealed_for: benefit,
    product_name: 'Visio',
    type: 'static',
    seats: null,
    sealed: vault.seal(text, { key, benefit }),
    fingerprint: vault.fingerprint(text),
    imported_at: now,
  });
  await sql('held_files').insert({
    id: file,
    person_id: admin,
    name: 'keys.csv',
    sealed: vault.sealFile(Buffer.from('a file'), { file, person: admin }),
    held_until: now,
  });
  await sql('installations').insert({
    team: 'T1',
    bot_user: 'U0BOT',
    sealed: vault.sealTokens('a token', 'T1'),
    installed_at: now,
  });
});
afterAll(async () => {
  await sql?.destroy();
  await database?.drop();
});

test('every column of bytes is known: sealed anew with the data key, or not and why', async () => {
  const { rows } = await sql.raw(
    `select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and data_type = 'bytea' and table_name not like 'migrations%'`,
  );
  const known = [
    ...Object.values(underDataKey).map(({ table, column }) => `${table}.${column}`),
    ...Object.keys(notUnderDataKey),
  ];
  expect(rows.map(({ name }: { name: string }) => name).sort()).toEqual(known.sort());
});

test('whatever a data key seals is under the new one afterwards, and says what it said', async () => {
  await rewrap(sql, second, { operator, now });
  const outcome = await reseal({ database: sql, wrapping: second, operator: { account: 'root' }, now });
  expect(outcome).toEqual({ number: 2, wentOn: false, keys: 1, files: 1, tokens: 1, unreadable: [] });
  for (const { table, column } of Object.values(underDataKey)) {
    const { rows } = await sql.raw(`select "${column}" as sealed from "${table}"`);
    expect([table, ...rows.map(({ sealed }: { sealed: Buffer }) => keyNumberOf(sealed))]).toEqual([table, 2]);
  }
  const after = await openVault(sql, second, now);
  const sealed = async (table: string) => (await sql(table).first('sealed')).sealed as Buffer;
  expect(await after.open(await sealed('product_keys'), { key, benefit })).toBe(text);
  expect(
    Buffer.from(await after.openFile(await sealed('held_files'), { file, person: admin })).toString(),
  ).toBe('a file');
  expect(await after.openTokens(await sealed('installations'), 'T1')).toBe('a token');
});

test('the ledger says by whom, from which number to which, and how many; the chain has it, and so has a collector', async () => {
  await sealNext(sql, vault.chain, now);
  expect((await verify(sql, vault.chain, undefined)).breaks).toEqual([]);
  const events = await eventsIn(sql).eventsAfter({ seal: 0, place: 0 }, 10);
  expect(events.map(({ action, by, details }) => [action, by?.name, details])).toEqual([
    ['keys.rotated', 'Ada Admin', { what: 'wrapping', from: [1], to: 2, rows: 3 }],
    ['keys.rotated', undefined, { what: 'data', from: 1, to: 2, account: 'root' }],
    ...[
      { keys: 1, files: 0, tokens: 0 },
      { keys: 0, files: 1, tokens: 0 },
      { keys: 0, files: 0, tokens: 1 },
    ].map((done) => ['keys.resealed', undefined, { to: 2, ...done, unreadable: 0, account: 'root' }]),
  ]);
  expect(events.slice(0, 3).map((event) => eventOcsf(event))).toMatchObject([
    {
      class_uid: 3004,
      severity_id: 3,
      message: 'keys.rotated',
      actor: { user: { name: 'Ada Admin' } },
      entity: { type: 'keys' },
    },
    {
      class_uid: 3004,
      severity_id: 3,
      message: 'keys.rotated',
      unmapped: { details: { what: 'data', from: 1, to: 2 } },
    },
    {
      class_uid: 3004,
      severity_id: 3,
      message: 'keys.resealed',
      unmapped: { details: { to: 2, keys: 1 } },
    },
  ]);
});

test('what was wrapped already leaves no row', async () => {
  const rows = async () => Number((await sql('audit').count('* as rows'))[0]?.rows);
  const before = await rows();
  expect(await rewrap(sql, second, { operator, now })).toMatchObject({ changed: 0 });
  expect(await rows()).toBe(before);
});

test('where only a file or a token is left of an earlier run, that is brought to its end, and no other key is made', async () => {
  const old = await openVault(sql, second, now);
  await reseal({ database: sql, wrapping: second, operator, now });
  // As a bot writes it that has not seen the new key yet.
  await sql('installations').update({ sealed: old.sealTokens('another token', 'T1') });
  const next = () => reseal({ database: sql, wrapping: second, operator, now });
  expect(await next()).toEqual({ number: 3, wentOn: true, keys: 0, files: 0, tokens: 1, unreadable: [] });
  expect(await next()).toMatchObject({ number: 4, wentOn: false, keys: 1 });
});
