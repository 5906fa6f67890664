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
  sql = connect(desk.database.url, 'importing', 4);
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

test('a rotation that was killed in the middle goes on where it was', async () => {
  const child = desk.start('keys', 'rotate', '--data');
  while ((await under(2)) === 0) await delay(2);
  child.kill('SIGKILL');
  await once(child, 'close');
  const done = await under(2);
  expect(done).toBeLessThan(keys);

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

test('the ledger says that another data key was made, and what each run that came to its end has sealed anew', async () => {
  const { rows } = await sql.raw(
    `select action, details->'to' as "to", details->'keys' as keys, details->>'account' <> '' as account, by_person from audit where action like 'keys.%' order by id`,
  );
  const by = { account: true, by_person: null };
  expect(rows).toEqual([
    { action: 'keys.rotated', to: 2, keys: null, ...by },
    { action: 'keys.rotated', to: 2, keys: null, ...by },
    { action: 'keys.resealed', to: 2, keys: expect.any(Number), ...by },
  ]);
  expect(rows[2].keys).toBeLessThan(keys);
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
    `select p.name from audit a join people p on p.id = a.by_person where action = 'keys.resealed'`,
  );
  expect(rows).toEqual([{ name: 'Ada Admin' }]);
}, 60_000);

test('the first number can be taken out of the settings, and what is said says so', async () => {
  const said = await desk.run('keys', 'rotate');
  expect(said.out).toContain('The keys of the database were wrapped under number 2 already.');
  expect(said.out).toContain('Not needed any more, but for older copies of the database: number 1.');
  const doctor = await desk.run('doctor');
  expect(doctor.out).toContain('the newest 100 keys can be opened. Needed of KEY_ENCRYPTION_KEYS: 2.');
}, 60_000);
