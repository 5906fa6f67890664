import { readAliases } from '../../src/imports/aliases';
import { readKeysCsv } from '../../src/imports/keys-csv';
import { readMembership } from '../../src/imports/membership';
import { readPeople } from '../../src/imports/people';
import { all, fixture, fixtureText, folder, leftOut, refusal, rowsOf } from './files';

const file = folder();
const key = 'N4WQB-FAKEQ-7TMKX-P9RHD-C2V8J';

test('keys: every type, quoted cells, blank lines, another spelling, an instruction in place of a key', async () => {
  const items = await all(readKeysCsv(fixture('keys.csv')));
  expect(rowsOf(items)).toEqual([
    {
      product: 'Windows 11 Enterprise',
      kind: 'key',
      canonical: 'N4WQBFAKEQ7TMKXP9RHDC2V8J',
      shown: key,
      type: 'mak',
      seats: 10,
    },
    expect.objectContaining({
      product: 'Visio Professional 2021',
      shown: 'X8DKT-FAKER-3QWMB-H6PRC-J9V2G',
      type: 'retail',
      seats: null,
    }),
    expect.objectContaining({
      product: 'Visio Professional 2021',
      shown: 'P2VXD-FAKES-K9WMB-T4RHQ-C7J8G',
      type: 'retail',
      seats: 2,
    }),
    expect.objectContaining({ product: 'Office 365 E3', type: 'token', seats: 1 }),
    {
      product: 'Visual Studio',
      kind: 'instruction',
      canonical: 'Sign in at "my.visualstudio.com" with your work account.',
      shown: 'Sign in at\n"my.visualstudio.com" with your work account.',
      type: 'custom',
      seats: null,
    },
    expect.objectContaining({
      product: 'Learning Server',
      kind: 'instruction',
      shown: '000-7654321',
      type: 'static',
    }),
  ]);
  expect(items.map(({ line }) => line)).toEqual([2, 4, 5, 6, 7, 9, 10, 11]);
  expect(leftOut(items)).toEqual([
    '10: sentence (Windows 11 Enterprise)',
    '11: placeholder (SQL Server 2022)',
  ]);
});

test('membership: other words for the categories, lists in a cell, what a benefit says about itself', async () => {
  const rows = rowsOf(await all(readMembership(fixture('membership.csv'))));
  expect(rows[0]).toEqual({
    category: 'software',
    benefit: 'Windows 11 Enterprise',
    quantity: 10,
    unit: 'licence',
    delivery: 'key',
    instructions: 'Choose "Change product key", then paste it.',
    instructionsZh: '選擇「變更產品金鑰」。',
    languages: ['English', '繁體中文', 'German'],
    systems: ['Windows x64', 'Windows Arm64'],
    downloadUrl: 'https://example.com/{language}/{system}',
    activateBy: '2026-12-31',
  });
  expect(rows[1]).toMatchObject({ instructions: null, languages: [], downloadUrl: null, activateBy: null });
  expect(rows.map(({ category }) => category)).toEqual([
    'software',
    'software',
    'cloud',
    'visual-studio',
    'support',
  ]);
});

test('people: addresses in one case, a head of the company is nobody’s report, the last four may be left out', async () => {
  expect(rowsOf(await all(readPeople(fixture('people.csv'))))).toEqual([
    {
      name: 'Ada Lin',
      email: 'ada.lin@contoso.example',
      role: 'employee',
      managerEmail: 'max@contoso.example',
      groups: ['Engineering', 'Taipei'],
      slackId: 'U02ADALIN',
      teamsId: '0b9f3f6a-58f1-4a55-9a0b-2f1f0c6f1a01',
    },
    {
      name: '林大維',
      email: 'david@contoso.example',
      role: 'approver',
      managerEmail: null,
      groups: [],
      slackId: null,
      teamsId: null,
    },
    {
      name: 'Max Weber',
      email: 'max@contoso.example',
      role: 'admin',
      managerEmail: null,
      groups: ['Board', 'Finance'],
      slackId: 'W02MAX',
      teamsId: '0b9f3f6a-58f1-4a55-9a0b-2f1f0c6f1a02',
    },
  ]);
  const short = file('short.csv', 'email,name,role\na@b.example,A,admin\n');
  expect(rowsOf(await all(readPeople(short)))).toHaveLength(1);
});

test('aliases: the same line twice does no harm', async () => {
  expect(rowsOf(await all(readAliases(fixture('aliases.csv'))))).toHaveLength(3);
});

test.each<[string, (text: string) => string | Buffer]>([
  ['UTF-8 with a byte order mark', (text) => `\uFEFF${text}`],
  ['UTF-16, as a spreadsheet saves "Unicode text"', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['lines ended as on Windows', (text) => text.replaceAll('\n', '\r\n')],
  ['lines ended as on old Macs', (text) => text.replaceAll('\n', '\r')],
  ['semicolons', (text) => text.replaceAll(',', ';').replace('Engineering;Taipei', 'Engineering|Taipei')],
  ['tabs', (text) => text.replaceAll(',', '\t')],
  ['columns left over from a wider sheet', (text) => text.trimEnd().replaceAll('\n', ',,\n').concat(',,')],
  ['no line break at the end', (text) => text.trimEnd()],
  ['names of columns in capitals', (text) => text.replace(/^.*/, (header) => header.toUpperCase())],
  ['blanks around the cells', (text) => text.replaceAll(',', ' , ')],
])('the same people come from %s', async (_, change) => {
  const path = file('people.csv', change(fixtureText('people.csv')));
  expect(await all(readPeople(path))).toEqual(await all(readPeople(fixture('people.csv'))));
});

const members = 'category,benefit,quantity,unit,delivery';
const people = 'name,email,role,manager_email,groups,slack_id,teams_id';
const keys = 'benefit,key,key_type,seats';
const readers = { members: readMembership, people: readPeople, keys: readKeysCsv, aliases: readAliases };

test.each<[string, keyof typeof readers, string | Buffer, number | null, object]>([
  ['nothing', 'keys', '', null, { code: 'empty-file' }],
  ['blank lines only', 'keys', '\n\n , \n', null, { code: 'empty-file' }],
  ['a header only', 'people', people, null, { code: 'no-rows', of: 'people' }],
  [
    'no header',
    'keys',
    `Windows,${key},mak,10\n`,
    1,
    { code: 'missing-columns', columns: ['benefit', 'key'] },
  ],
  [
    'one column missing',
    'members',
    'category,benefit,quantity,unit\n',
    1,
    { code: 'missing-columns', columns: ['delivery'] },
  ],
  ['a column twice', 'keys', 'benefit,key,Key,seats\n', 1, { code: 'duplicate-column', column: 'key' }],
  [
    'a column misspelt',
    'members',
    `${members},instruction\n`,
    1,
    { code: 'unknown-column', position: 6, name: 'instruction' },
  ],
  ['__proto__', 'keys', 'benefit,key,__proto__\n', 1, { code: 'unknown-column' }],
  [
    'a key among the columns',
    'keys',
    `benefit,key,${key}\n`,
    1,
    { code: 'unknown-column', position: 3, name: null },
  ],
  [
    'too few cells',
    'keys',
    `${keys}\nA,${key},mak,1\nB,${key}\n`,
    3,
    { code: 'cells', found: 2, expected: 4 },
  ],
  [
    'too many cells',
    'keys',
    `${keys}\nA,${key},mak,1,surplus\n`,
    2,
    { code: 'cells', found: 5, expected: 4 },
  ],
  [
    'a quote left open',
    'keys',
    `${keys}\nA,${key},mak,1\nB,"${key},mak,1\nC,x,mak,1\n`,
    3,
    { code: 'quote' },
  ],
  [
    'a quote left open, more quotes below',
    'keys',
    `${keys}\nB,"${key},mak,1\n"C",x,mak,1\n`,
    2,
    { code: 'quote' },
  ],
  ['a quote inside a word', 'keys', `${keys}\nA "B",${key},mak,1\n`, 2, { code: 'quote' }],
  ['an endless row', 'keys', `${keys}\n"${'x\n'.repeat(40_000)}"`, 2, { code: 'record-too-long' }],
  ['an endless line', 'keys', `${keys}\n${','.repeat(70_000)}`, 2, { code: 'record-too-long' }],
  ['a NUL', 'keys', `${keys}\nA,${key}\0,mak,1\n`, 2, { code: 'nul' }],
  [
    'Windows-1252',
    'people',
    Buffer.from(`${people}\nRen\xe9,r@b.example,admin,,,,\n`, 'latin1'),
    2,
    { code: 'wrong-encoding' },
  ],
  ['a nameless benefit', 'keys', `${keys}\n,${key},mak,1\n`, 2, { code: 'blank-cell', column: 'benefit' }],
  [
    'columns mixed up',
    'keys',
    `${keys}\n${key},Windows,mak,1\n`,
    2,
    { code: 'key-in-wrong-place', column: 'benefit' },
  ],
  [
    'an unknown key type',
    'keys',
    `${keys}\nA,${key},volume,1\n`,
    2,
    { code: 'bad-choice', column: 'key_type' },
  ],
  ['no seat at all', 'keys', `${keys}\nA,${key},mak,0\n`, 2, { code: 'bad-number', column: 'seats' }],
  ['a key for seats', 'keys', `${keys}\nA,${key},mak,${key}\n`, 2, { code: 'bad-number', column: 'seats' }],
  ...['0', '-1', '1.5', '10.0', '"1,000"', '1e3', '0x10', 'ten', '', '1000001', '٣'].map(
    (quantity): [string, 'members', string, number, object] => [
      `a quantity of ${quantity || 'nothing'}`,
      'members',
      `${members}\nsoftware,A,${quantity},licence,key\n`,
      2,
      { code: 'bad-number', column: 'quantity' },
    ],
  ),
  [
    'an unknown category',
    'members',
    `${members}\nhardware,A,1,licence,key\n`,
    2,
    { code: 'bad-choice', column: 'category' },
  ],
  [
    'an unknown delivery',
    'members',
    `${members}\ncloud,A,1,seat,mail\n`,
    2,
    { code: 'bad-choice', column: 'delivery' },
  ],
  ['no unit', 'members', `${members}\ncloud,A,1,,key\n`, 2, { code: 'blank-cell', column: 'unit' }],
  [
    'a benefit twice',
    'members',
    `${members}\ncloud,A b,1,seat,key\ncloud,a  B ,2,seat,key\n`,
    3,
    { code: 'repeated', firstLine: 2 },
  ],
  [
    'a bad link',
    'members',
    `${members},download_url\ncloud,A,1,seat,key,javascript:alert(1)\n`,
    2,
    { code: 'bad-url' },
  ],
  [
    'a day that is none',
    'members',
    `${members},activate_by\ncloud,A,1,seat,key,2026-02-30\n`,
    2,
    { code: 'bad-date' },
  ],
  [
    'a day of another country',
    'members',
    `${members},activate_by\ncloud,A,1,seat,key,1/2/2026\n`,
    2,
    { code: 'bad-date' },
  ],
  [
    'an endless instruction',
    'members',
    `${members},instructions\ncloud,A,1,seat,key,${'x'.repeat(3001)}\n`,
    2,
    { code: 'long-cell' },
  ],
  ['no address', 'people', `${people}\nA,,admin,,,,\n`, 2, { code: 'blank-cell', column: 'email' }],
  ['half an address', 'people', `${people}\nA,a@,admin,,,,\n`, 2, { code: 'bad-email', column: 'email' }],
  [
    'a manager by name',
    'people',
    `${people}\nA,a@b.example,admin,Max,,,\n`,
    2,
    { code: 'bad-email', column: 'manager_email' },
  ],
  [
    'an unknown role',
    'people',
    `${people}\nA,a@b.example,owner,,,,\n`,
    2,
    { code: 'bad-choice', column: 'role' },
  ],
  [
    'an address twice',
    'people',
    `${people}\nA,a@b.example,admin,,,,\nB,A@B.example,admin,,,,\n`,
    3,
    { code: 'repeated', column: 'email', firstLine: 2 },
  ],
  [
    'a Slack account twice',
    'people',
    `${people}\nA,a@b.example,admin,,,U012,\nB,b@b.example,admin,,,U012,\n`,
    3,
    { code: 'repeated', column: 'slack_id' },
  ],
  ['a Slack handle', 'people', `${people}\nA,a@b.example,admin,,,@ada,\n`, 2, { code: 'bad-slack-id' }],
  ['a Teams name', 'people', `${people}\nA,a@b.example,admin,,,,ada\n`, 2, { code: 'bad-teams-id' }],
  [
    'a product of two benefits',
    'aliases',
    'product,benefit\nA,B\na,C\n',
    3,
    { code: 'two-benefits', firstLine: 2 },
  ],
])('refused: %s', async (_, kind, content, line, expected) => {
  const refused = await refusal<unknown>(readers[kind](file('bad.csv', content)));
  expect(refused).toMatchObject({ line, problem: expected });
  expect(refused.said).toMatch(line === null ? /^[A-Z].*\.$/ : new RegExp(`^Line ${line}: .*\\.$`));
  expect(refused.said).not.toContain('FAKE');
});

test('limits can be narrower', async () => {
  const path = file('three.csv', `${keys}\n${`A,${key},mak,1\n`.repeat(3)}`);
  expect((await refusal(readKeysCsv(path, { limits: { rows: 2 } }))).problem).toEqual({
    code: 'too-many-rows',
    most: 2,
  });
  expect((await refusal(readKeysCsv(path, { limits: { fileBytes: 20 } }))).problem).toEqual({
    code: 'too-large',
    most: 20,
  });
});
