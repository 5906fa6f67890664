import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Knex } from 'knex';
import { connect } from '../../src/store/database';
import { openVault } from '../../src/store/vault';
import { type Desk, openDesk } from '../cli/command';
import { key } from '../store/imports-desk';
import { wrappingKey } from '../support/door';

const second = Buffer.alloc(32, 9);
const keys = 12_000;
let desk: Desk;
let sql: Knex;

beforeAll(async () => {
  desk = await openDesk({
    KEY_ENCRYPTION_KEYS: `1:${wrappingKey.toString('base64')},2:${second.toString('base64')}`,
  });
  sql = connect(desk.database.url, 'unhurried', 4);
  await openVault(sql, new Map([[1, wrappingKey]]), new Date());
  const pack = ['--package', 'Action Pack', '--partner-id', '1234567'];
  const dates = ['--starts', '2026-01-15', '--ends', '2027-01-14'];
  const membership = desk.file(
    'membership.csv',
    'category,benefit,quantity,unit,delivery\nsoftware,Visio,12000,licence,key\n',
  );
  const rows = Array.from({ length: keys }, (_, at) => `Visio,${key(at)},retail,`);
  const file = desk.file('keys.csv', ['benefit,key,key_type,seats', ...rows].join('\n'));
  for (const words of [
    ['import', 'membership', membership, ...pack, ...dates],
    ['import', 'keys', file],
  ])
    expect(await desk.run(...words)).toMatchObject({ code: 0 });
}, 120_000);
afterAll(async () => {
  await sql?.destroy();
  await desk?.close();
});

const under = async (number: number): Promise<number> =>
  (await sql.raw('select count(*)::int as keys from product_keys where get_byte(sealed, 2) = ?', [number]))
    .rows[0].keys;

/** So many keys the ledger says were sealed anew. */
const noted = async (): Promise<number> =>
  (
    await sql.raw(
      `select coalesce(sum((details->'keys')::int), 0)::int as keys from audit where action = 'keys.resealed'`,
    )
  ).rows[0].keys;

test('a rotation that was killed in the middle goes on where it was', async () => {
  const child = desk.start('keys', 'rotate', '--data');
  while ((await under(2)) === 0) await delay(2);
  child.kill('SIGKILL');
  await once(child, 'close');
  const done = await under(2);
  expect(done).toBeLessThan(keys);
  // Each batch was noted with what it did.
  expect(await noted()).toBe(done);

  // Half and half: every key can be opened.
  const vault = await openVault(sql, new Map([[2, second]]), new Date());
  const openAll = async () => {
    const { rows } = await sql.raw('select id, sealed_for, sealed from product_keys');
    const texts: string[] = [];
    for (const { id, sealed_for, sealed } of rows)
      texts.push(await vault.open(sealed, { key: id, benefit: sealed_for }));
    return texts.sort();
  };
  const half = await openAll();
  expect(half).toEqual(Array.from({ length: keys }, (_, at) => key(at)).sort());

  const again = await desk.run('keys', 'rotate', '--data', '--json');
  expect(again).toMatchObject({
    code: 0,
    json: {
      wrapped: { number: 2, changed: 0, needless: [1] },
      resealed: { number: 2, wentOn: true, keys: keys - done, unreadable: [] },
    },
  });
  expect(await under(2)).toBe(keys);
  expect(await openAll()).toEqual(half);
}, 120_000);

test('the ledger says that another data key was made, and of every key that it was sealed anew, once', async () => {
  const { rows } = await sql.raw(
    `select distinct action, details->'to' as "to", details->>'account' <> '' as account, by_person from audit where action like 'keys.%' order by action desc`,
  );
  const by = { to: 2, account: true, by_person: null };
  expect(rows).toEqual([
    { action: 'keys.rotated', ...by },
    { action: 'keys.resealed', ...by },
  ]);
  expect(await noted()).toBe(keys);
});

test('--by names the admin whose work it is, and nobody else', async () => {
  expect(await desk.run('keys', 'rotate', '--by', 'nobody@contoso.example')).toMatchObject({
    code: 1,
    err: expect.stringContaining('No admin has the address that --by names.'),
  });
  const people = desk.file('people.csv', 'name,email,role\nAda Admin,ada@contoso.example,admin\n');
  expect(await desk.run('import', 'people', people)).toMatchObject({ code: 0 });
  expect(await desk.run('keys', 'rotate', '--data', '--by', 'ada@contoso.example')).toMatchObject({
    code: 0,
  });
  const { rows } = await sql.raw(
    `select distinct p.name, a.details->'account' as account from audit a join people p on p.id = a.by_person where action like 'keys.%'`,
  );
  // The account of the machine would say the same once more, in a place where nobody looks for people.
  expect(rows).toEqual([{ name: 'Ada Admin', account: null }]);
}, 60_000);

test('the first number can be taken out of the settings, and what is said says so', async () => {
  const said = await desk.run('keys', 'rotate');
  expect(said.out).toContain('The keys of the database were wrapped under number 2 already.');
  expect(said.out).toContain('Not needed any more, but for older copies of the database: number 1.');
  const doctor = await desk.run('doctor');
  expect(doctor.out).toContain('the newest 100 keys can be opened. Needed of KEY_ENCRYPTION_KEYS: 2.');
}, 60_000);
