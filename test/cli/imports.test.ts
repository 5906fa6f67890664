import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Knex } from 'knex';
import { connect } from '../../src/store/database';
import { checkLaws } from '../../src/store/invariants';
import { key } from '../store/imports-desk';
import { type Desk, openDesk } from './command';

let desk: Desk;
let database: Knex;
beforeAll(async () => {
  desk = await openDesk();
  database = connect(desk.database.ownerUrl, 'unhurried', 2);
});
afterAll(async () => {
  await database?.destroy();
  await desk?.close();
});
beforeEach(() => database.raw('truncate packages, pools, people, sealed_secrets cascade'));

const pack = [
  '--package',
  'Action Pack',
  '--partner-id',
  '1234567',
  '--starts',
  '2026-01-15',
  '--ends',
  '2027-01-14',
];
const membership = `category,benefit,quantity,unit,delivery
software,Windows 11 Enterprise,10,licence,key
software,Visio Professional 2021,2,licence,key
software,Windows Server 2022 CAL,10,CAL,none
`;
const keys = `benefit,key,key_type,seats
Windows 11 Enterprise,N4WQB-FAKEQ-7TMKX-P9RHD-C2V8J,mak,
Visio Professional 2021,X8DKT-FAKER-3QWMB-H6PRC-J9V2G,retail,
Visio Profesional 2021,P2VXD-FAKES-K9WMB-T4RHQ-C7J8G,retail,
Windows Server 2022 CAL,H3RWX-FAKET-9KQMB-7TDPC-V4J8G,retail,
Visio Professional 2021,to be claimed,retail,
`;

test('a membership and its keys, from two files to the last unit', async () => {
  const first = await desk.run('import', 'membership', desk.file('membership.csv', membership), ...pack);
  expect(first.err).toBe('');
  expect(first.out).toMatchInlineSnapshot(`
"  Package        Action Pack (2026-01-15 to 2027-01-14), new
  Benefits read  3
  new            3
  changed        0
  unchanged      0

Imported.
"
`);
  expect(first.code).toBe(0);

  const second = await desk.run('import', 'keys', desk.file('keys.csv', keys));
  expect(second.err).toBe('');
  expect(second.out).toMatchInlineSnapshot(`
"  Rows read                          5
  new keys                           2
  known keys for a further benefit   0
  unchanged                          0
  skipped                            2
  without a benefit                  1
  Units added                       11

Skipped:
  1 × a benefit that is not delivered by a key: line 5
  1 × a sentence, not a key: line 6

No benefit has the name (use --map, --benefit or --create-benefits):
  1 × Visio Profesional 2021 – nearest: Visio Professional 2021

New keys, and known ones for a further benefit:
  Windows 11 Enterprise: 1
  Visio Professional 2021: 1

Imported.
"
`);
  expect(second.code).toBe(0);

  const again = await desk.run('import', 'keys', desk.file('keys.csv', keys), '--json');
  expect(again.json).toMatchObject({ ok: true, new: 0, changed: 0, unchanged: 2, units: 0 });
  expect(await database('pools').sum({ units: 'units', free: 'free' })).toEqual([{ units: 11, free: 11 }]);
});

test('a list that is cut says how much is left out, and where all of it stands', async () => {
  await membershipIn();
  const names = Array.from({ length: 23 }, (_, at) => many(1, 100 + at, `Something ${at}`)[0]);
  const path = desk.file('names.csv', `benefit,key,key_type,seats\n${names.join('\n')}\n`);
  const { out } = await desk.run('import', 'keys', path, '--dry-run');
  expect(out).toMatch(/1 × Something 19\n {2}and 3 more; --json lists them all\n/);
  const { json } = await desk.run('import', 'keys', path, '--dry-run', '--json');
  expect(json.unmatched).toHaveLength(23);
});

/** How many rows there are of all that an import of keys writes. */
async function written(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of ['benefits', 'pools', 'pool_benefits', 'product_keys', 'units', 'sealed_secrets'])
    counts[table] = (await database(table).count())[0]?.count as number;
  return counts;
}
const membershipIn = () => desk.run('import', 'membership', desk.file('membership.csv', membership), ...pack);
const many = (count: number, from = 0, benefit = 'Visio Professional 2021') =>
  Array.from({ length: count }, (_, at) => `${benefit},${key(from + at)},retail,`);
const header = 'benefit,key,key_type,seats';

test('a dry run says the same and leaves nothing, not even the keys of the vault', async () => {
  await membershipIn();
  const before = await written();
  const file = desk.file('keys.csv', keys);
  const dry = await desk.run('import', 'keys', file, '--dry-run', '--json');
  expect(await written()).toEqual(before);
  const real = await desk.run('import', 'keys', file, '--json');
  expect({ ...dry.json, dryRun: false }).toEqual(real.json);
  expect(real.json.new).toBe(2);
  expect((await desk.run('import', 'keys', file, '--dry-run')).out).toContain('there is nothing to change');
});

test('a bad file gets one sentence with its line, and nothing is written', async () => {
  await membershipIn();
  const before = await written();
  const rows = [header, ...many(6_000), `Visio Professional 2021,${key(6_001)},retail,many`];
  const ran = await desk.run('import', 'keys', desk.file('bad.csv', rows.join('\n')));
  expect(ran).toMatchObject({
    code: 1,
    out: '',
    err: 'Line 6,002: The seats is not a whole number from 1 to 1,000,000 in plain digits.\n',
  });
  expect(await written()).toEqual(before);
});

test('the same for a program: a code and the line', async () => {
  await membershipIn();
  const ran = await desk.run('import', 'keys', desk.file('bad.csv', `${header}\nVisio,,"`), '--json');
  expect(ran).toMatchObject({ code: 1, err: '', json: { ok: false, code: 'quote', line: 2 } });
});

test('killed in the middle, it leaves nothing, and the next one is whole', async () => {
  await membershipIn();
  const before = await written();
  const rows = [header, ...many(10_000), ...many(2_000, 10_000, 'Windows 11 Enterprise')];
  const file = desk.file('keys.csv', rows.join('\n'));

  // The third batch needs a benefit that somebody else holds: there the import stands still.
  const holder = await database.transaction();
  try {
    await holder('benefits').where({ name: 'Windows 11 Enterprise' }).forUpdate();
    const child = desk.start('import', 'keys', file);
    const gone = once(child, 'exit');
    const pid = await until(async () => {
      const { rows } = await database.raw(
        `select pid from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock' and backend_xid is not null`,
      );
      return rows[0]?.pid as number | undefined;
    });
    child.kill('SIGKILL');
    await gone;
    await holder.rollback();
    await until(async () => {
      const { rows } = await database.raw('select from pg_stat_activity where pid = ?', [pid]);
      return rows.length === 0;
    });
  } finally {
    if (!holder.isCompleted()) await holder.rollback();
  }
  expect(await written()).toEqual(before);

  expect((await desk.run('import', 'keys', file, '--json')).json).toMatchObject({ new: 12_000 });
  expect((await checkLaws(database)).filter(({ rows }) => rows > 0)).toEqual([]);
}, 240_000);

test('two at once are as one after the other', async () => {
  await membershipIn();
  const file = desk.file('keys.csv', [header, ...many(8_000)].join('\n'));
  const both = await Promise.all([1, 2].map(() => desk.run('import', 'keys', file, '--json')));
  expect(both.map(({ json }) => json.new).sort()).toEqual([0, 8_000]);
  expect(both.map(({ json }) => json.unchanged).sort()).toEqual([0, 8_000]);
  expect(await written()).toMatchObject({ product_keys: 8_000, units: 8_000, pools: 1 });
  expect((await checkLaws(database)).filter(({ rows }) => rows > 0)).toEqual([]);
}, 240_000);

test('no key is on the terminal, whatever goes wrong with it', async () => {
  await membershipIn();
  const secret = key(77);
  const files = [
    `${header}\nVisio Professional 2021,${secret},retail,0`,
    `${header}\n${secret},Visio Professional 2021,retail,`,
    `${header}\nVisio Professional 2021,use ${secret} please,retail,`,
    `${header}\nNobody has this,${secret},retail,`,
    `${header}\nVisio Professional 2021,"${secret}`,
    `${secret},b,c,d`,
    `<root><YourKey><Product_Key Name="x"><Key>${secret}</Key>`,
  ];
  for (const [at, text] of files.entries()) {
    const ran = await desk.run('import', 'keys', desk.file(`leak-${at}.csv`, text));
    expect(ran.out + ran.err).not.toBe('');
    expect(ran.out + ran.err).not.toContain(secret.slice(6, 17));
  }
}, 240_000);

async function until<T>(found: () => Promise<T | undefined | false>): Promise<T> {
  for (;;) {
    const what = await found();
    if (what) return what;
    await delay(20);
  }
}

test('a renewal says who goes on holding what; without --renews it says that it could have been one', async () => {
  await membershipIn();
  const next = [
    '--package',
    'Action Pack',
    '--partner-id',
    '1234567',
    '--starts',
    '2027-01-15',
    '--ends',
    '2028-01-14',
  ];
  const fewer = desk.file('next.csv', membership.replace(/^.*CAL.*$/m, 'cloud,GitHub Copilot,3,seat,assign'));
  const beside = await desk.run('import', 'membership', fewer, ...next, '--dry-run');
  expect(beside.out).toContain('known from 2026-01-15 to 2027-01-14; with --renews it would go on');
  const renewed = await desk.run('import', 'membership', fewer, ...next, '--renews');
  expect(renewed.err).toBe('');
  expect(renewed.out).toMatchInlineSnapshot(`
"  Package        Action Pack (2027-01-15 to 2028-01-14), renewed
  Benefits read  3
  new            1
  changed        1
  unchanged      2

No longer part of the package:
  Windows Server 2022 CAL

Imported.
"
`);
  expect(await database('package_terms').count()).toEqual([{ count: 1 }]);
});

describe('people of an earlier file who are not in this one', () => {
  const people = (...names: string[]) =>
    desk.file(
      'people.csv',
      [
        'name,email,role',
        'Ada Admin,ada@contoso.example,admin',
        ...names.map((name) => `${name},${name}@contoso.example,employee`),
      ].join('\n'),
    );
  const everybody = ['ben', 'cleo', 'dan', 'eva', 'finn', 'gia'];

  test('leave, and the report names and counts them', async () => {
    await desk.run('import', 'people', people(...everybody));
    const ran = await desk.run('import', 'people', people('ben', 'cleo', 'dan', 'eva', 'finn'));
    expect(ran.err).toBe('');
    expect(ran.out).toMatchInlineSnapshot(`
"  People read  6
  new          0
  changed      0
  unchanged    6
  leaving      1

No longer in the file, so they leave and give everything back:
  gia <gia@contoso.example>

Imported.
"
`);
    const again = await desk.run('import', 'people', people(...everybody), '--json');
    expect(again.json).toMatchObject({ ok: true, new: 0, changed: 1, leaving: 0, back: 1, missing: [] });
  });

  test('do not leave by half a file, unless that is meant', async () => {
    await desk.run('import', 'people', people(...everybody));
    const half = people('ben');
    const dry = await desk.run('import', 'people', half, '--dry-run');
    expect(dry.out).toContain('That is more than half: the import itself wants --leaving-is-meant.');
    expect(await desk.run('import', 'people', half)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('if that is meant, add --leaving-is-meant.'),
    });
    const meant = await desk.run('import', 'people', half, '--leaving-is-meant', '--json');
    expect(meant.json).toMatchObject({ ok: true, leaving: 5 });
    expect(await database('people').where({ active: true }).count()).toEqual([{ count: 2 }]);
  });

  test('and the last admin does not', async () => {
    await desk.run('import', 'people', people(...everybody));
    const file = desk.file('none.csv', 'name,email,role\nben,ben@contoso.example,employee');
    expect(await desk.run('import', 'people', file, '--leaving-is-meant')).toMatchObject({
      code: 1,
      err: expect.stringContaining('The last admin is not in this file and would leave'),
    });
  });
});
