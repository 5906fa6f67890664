import { execFile } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { transformFileSync } from '@swc/core';
import type { FileKind } from '../../src/core/file';
import type { FileProblem } from '../../src/core/file-problem';
import { folder } from './files';

/**
 * Every file is read as an import reads it, by a thread, in a process of its own, from the same sources, so that its time and its highest
 * memory can be measured: the thread's own start and memory count, what the process needed before is taken off.
 */
const file = folder();
const MB = 1024 * 1024;
const root = join(__dirname, '../..');
let reader: string;

beforeAll(() => {
  const out = join(file('reader.cjs', child), '..');
  for (const part of ['core', 'imports']) {
    const sources = readdirSync(join(root, 'src', part), { recursive: true, encoding: 'utf8' });
    for (const name of sources.filter((found) => found.endsWith('.ts'))) {
      mkdirSync(dirname(join(out, part, name)), { recursive: true });
      const { code } = transformFileSync(join(root, 'src', part, name), {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
        swcrc: false,
      });
      writeFileSync(join(out, part, name.replace('.ts', '.js')), code);
    }
  }
  symlinkSync(join(root, 'node_modules'), join(out, 'node_modules'));
  reader = join(out, 'reader.cjs');
});

const child = `
const { readApart } = require('./imports/apart');
const [, , path, kind] = process.argv;
const before = process.resourceUsage().maxRSS * 1024;
const begun = performance.now();
const tell = (outcome) => console.log(JSON.stringify({
  ...outcome, ms: Math.round(performance.now() - begun), bytes: process.resourceUsage().maxRSS * 1024 - before,
}));
let rows = 0;
(async () => {
  for await (const _ of readApart(kind, path)) rows++;
  return { rows };
})().then(tell, (error) => tell({ rows, code: error.problem ? error.problem.code : String(error.stack) }));
`;

interface Outcome {
  rows?: number;
  code?: string;
  ms: number;
  bytes: number;
}

async function read(path: string, kind: FileKind = 'keys'): Promise<Outcome> {
  const { stdout } = await promisify(execFile)(process.execPath, [reader, path, kind], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return JSON.parse(stdout) as Outcome;
}

const lol = Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`).join('');
const product = (inside: string) => `<YourKey><Product_Key Name="A">${inside}</Product_Key></YourKey>`;
const heads = {
  keys: 'benefit,key,key_type,seats\n',
  people: 'name,email,role,manager_email,groups,slack_id,teams_id\n',
  membership: 'category,benefit,quantity,unit,delivery\n',
  'visual-studio':
    'Subscriber Name,Email,Notification Email Address,Microsoft Entra group,Subscription Level,Assigned,Activated,Expiration Date (UTC),Reference,Downloads,Country,Language,Subscription Status,Subscription GUID,Usage Status\n',
};
const person = (name: string, email = 'mia@contoso.example') =>
  `${heads.people}${name},${email},employee,,,,\n`;
const benefit = (name: string) => `${heads.membership}software,${name},1,licence,key\n`;
const subscription = (name: string, email: string, level = 'Visual Studio Enterprise') =>
  `${heads['visual-studio']}${name},${email},,,${level},6/1/2026,,,,,,,assigned,,used\n`;
const named = (name: string) =>
  `<YourKey><Product_Key Name="${name}"><Key>${keyOf(1)}</Key></Product_Key></YourKey>`;
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
const Cyrillic = { a: '\u0430', e: '\u0435', o: '\u043E' };
const overridden = '\u202Exe.txt';

/** What a person would call it; the kind it is given as; how it is refused; and the file. */
const hostile: Array<[string, FileKind, FileProblem['code'], () => string | Buffer]> = [
  // XML: what a parser is made to make of little.
  [
    'a billion laughs',
    'keys',
    'doctype',
    () => `<!DOCTYPE root [<!ENTITY a0 "lol">${lol}]><root>&a9;</root>`,
  ],
  [
    'one long entity, used often',
    'keys',
    'doctype',
    () => `<!DOCTYPE r [<!ENTITY a "${'x'.repeat(100_000)}">]><root>${'&a;'.repeat(20_000)}</root>`,
  ],
  [
    'a file of the machine as an entity',
    'keys',
    'doctype',
    () => '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><root>&a;</root>',
  ],
  [
    'an address of the network as an entity',
    'keys',
    'doctype',
    () => '<!DOCTYPE r SYSTEM "http://127.0.0.1:9/x.dtd"><root/>',
  ],
  [
    'an entity of parameters',
    'keys',
    'doctype',
    () => '<!DOCTYPE r [<!ENTITY % a SYSTEM "file:///etc/hostname">%a;]><root/>',
  ],
  [
    'a doctype without an end',
    'keys',
    'piece-too-long',
    () => `<!DOCTYPE r [${'<!ENTITY a "b">'.repeat(700_000)}`,
  ],
  ['an entity nobody has declared', 'keys', 'not-xml', () => product('<Key>&lol;</Key>')],
  ['200,000 levels', 'keys', 'too-deep', () => `<root>${'<a>'.repeat(200_000)}`],
  [
    '200,000 attributes',
    'keys',
    'too-many-attributes',
    () => `<root ${Array.from({ length: 200_000 }, (_, at) => `a${at}="x"`).join(' ')}/>`,
  ],
  [
    'a key in two cases of one attribute',
    'keys',
    'attribute-twice',
    () =>
      `<Your_Product_Keys><Product_Key Name="A" Key="${keyOf(1)}" key="${keyOf(2)}"/></Your_Product_Keys>`,
  ],
  ['10 MB of text in a key', 'keys', 'piece-too-long', () => product(`<Key>${'x'.repeat(10 * MB)}</Key>`)],
  ['10 MB of text around the keys', 'keys', 'piece-too-long', () => product('x'.repeat(10 * MB))],
  [
    '2 million numeric references',
    'keys',
    'piece-too-long',
    () => product(`<Key>${'&#65;'.repeat(2_000_000)}</Key>`),
  ],
  [
    '10 MB in an attribute',
    'keys',
    'piece-too-long',
    () => `<YourKey><Product_Key Name="${'x'.repeat(10 * MB)}"/></YourKey>`,
  ],
  ['10 MB in a name', 'keys', 'piece-too-long', () => `<YourKey><${'x'.repeat(10 * MB)}/></YourKey>`],
  ['10 MB in a comment', 'keys', 'piece-too-long', () => `<YourKey><!--${'x'.repeat(10 * MB)}--></YourKey>`],
  [
    '10 MB in a CDATA section',
    'keys',
    'piece-too-long',
    () => product(`<Key><![CDATA[${'x'.repeat(10 * MB)}]]></Key>`),
  ],
  [
    '10 MB in an entity that has no end',
    'keys',
    'piece-too-long',
    () => product(`<Key>&${'x'.repeat(10 * MB)}`),
  ],
  [
    'a key of 10 MB in pieces',
    'keys',
    'piece-too-long',
    () => product(`<Key>${`${'x'.repeat(1000)}<!---->`.repeat(10_000)}</Key>`),
  ],
  ['a key made of elements', 'keys', 'no-rows', () => `<YourKey>${'<a/>'.repeat(20_000)}</YourKey>`],
  [
    'elements of look-alike letters',
    'keys',
    'no-rows',
    () => `<YourKey><Product_K${Cyrillic.e}y Name="A" Key="${keyOf(1)}"/></YourKey>`,
  ],
  [
    'cut off in the middle of a key',
    'keys',
    'cut-off',
    () => product(`<Key>${keyOf(1)}</Key>`.repeat(50)).slice(0, 1000),
  ],
  ['a page to sign in', 'keys', 'web-page', () => '<!DOCTYPE html><html><body>Sign in</body></html>'],
  // Bytes that are no text.
  ['10 MB of NULs', 'keys', 'wrong-encoding', () => Buffer.alloc(10 * MB)],
  [
    'NULs after the first block',
    'keys',
    'nul',
    () => Buffer.concat([Buffer.from('<root>'.padEnd(70_000)), Buffer.alloc(10 * MB)]),
  ],
  ['random bytes', 'keys', 'wrong-encoding', () => Buffer.from('<\u00c3('.repeat(100_000), 'latin1')],
  [
    'an encoding of its own',
    'keys',
    'declared-encoding',
    () => `<?xml version="1.0" encoding="utf-7"?>${product('<Key>+AGE-</Key>')}`,
  ],
  ['UTF-16 without its mark', 'people', 'wrong-encoding', () => utf16(person('Mia')).subarray(2)],
  [
    'UTF-16 cut in the middle of a letter',
    'people',
    'wrong-encoding',
    () => utf16(person('Mia')).subarray(0, -1),
  ],
  ['half a pair of UTF-16', 'people', 'wrong-encoding', () => utf16(person('Mia \ud83d'))],
  [
    'letters longer than they need be',
    'people',
    'wrong-encoding',
    () => Buffer.concat([Buffer.from(heads.people), Buffer.from([0xc0, 0xaf])]),
  ],
  ['NULs in a table', 'keys', 'nul', () => `${heads.keys}A,B,\0,1\n`],
  // Packed files under the name of a table.
  ['a bomb of zeros, gzipped', 'membership', 'not-text', () => gzipSync(Buffer.alloc(64 * MB))],
  [
    'a zip archive',
    'visual-studio',
    'not-text',
    () => Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.alloc(MB, 0x50)]),
  ],
  [
    'an old workbook',
    'people',
    'not-text',
    () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(MB, 0x41)]),
  ],
  ['a PDF', 'membership', 'not-text', () => `%PDF-1.7\n${'x'.repeat(MB)}`],
  // Tables without an end.
  ['10 MB in one line', 'keys', 'record-too-long', () => `${heads.keys}${'x'.repeat(10 * MB)}`],
  ['10 MB of commas', 'people', 'record-too-long', () => `${heads.people}${','.repeat(10 * MB)}`],
  [
    '10 MB behind a quote that is never closed',
    'membership',
    'record-too-long',
    () => `${heads.membership}"${'x,y\n'.repeat(2.5 * MB)}`,
  ],
  [
    'a quote that is never closed, and little behind it',
    'people',
    'quote',
    () => `${heads.people}"Mia,mia@contoso.example,employee\n`,
  ],
  [
    '10 MB of quotes',
    'visual-studio',
    'record-too-long',
    () => `${heads['visual-studio']}${'"'.repeat(10 * MB)}`,
  ],
  [
    'a million columns',
    'visual-studio',
    'record-too-long',
    () => `${Array.from({ length: 1_000_000 }, (_, at) => `c${at}`).join(',')}\n`,
  ],
  ['10 MB of line breaks', 'people', 'too-many-blank-rows', () => '\n'.repeat(10 * MB)],
  [
    'more rows than there are people',
    'people',
    'repeated',
    () => `${heads.people}${'Mia,mia@contoso.example,employee,,,,\n'.repeat(200_000)}`,
  ],
  [
    'a column named as a part of every object',
    'people',
    'unknown-column',
    () => `name,email,role,__proto__\nMia,m@contoso.example,admin,x\n`,
  ],
  [
    'a column of look-alike letters',
    'people',
    'missing-columns',
    () => person('Mia').replace('role', `r${Cyrillic.o}le`),
  ],
  // Words that show another thing than they are.
  [
    'an address of look-alike letters',
    'people',
    'bad-email',
    () => person('Mia', `mi${Cyrillic.a}@contoso.example`),
  ],
  ['a name of look-alike letters', 'people', 'look-alike', () => person(`Mi${Cyrillic.a}`)],
  [
    'a benefit of look-alike letters',
    'membership',
    'look-alike',
    () => benefit(`Visi${Cyrillic.o} Professional`),
  ],
  [
    'a subscriber of look-alike letters',
    'visual-studio',
    'look-alike',
    () => subscription(`Mi${Cyrillic.a}`, 'mia@contoso.example'),
  ],
  ['a name read from right to left', 'people', 'hidden-signs', () => person(`Mia ${overridden}`)],
  ['a benefit read from right to left', 'membership', 'hidden-signs', () => benefit(`Visio ${overridden}`)],
  [
    'a level read from right to left',
    'visual-studio',
    'hidden-signs',
    () => subscription('Mia', 'mia@contoso.example', `Enterprise ${overridden}`),
  ],
  ['a name that speaks to the terminal', 'people', 'hidden-signs', () => person('\u001b]0;owned\u0007Mia')],
  [
    'a name that is a formula',
    'people',
    'formula',
    () => person(`"=HYPERLINK(""http://evil.example"",""Mia"")"`),
  ],
  ['a product that is a formula', 'keys', 'formula', () => named('=cmd|calc')],
  ['a product that is a function', 'keys', 'formula', () => named('@SUM(A1)')],
  ['a product that calls a channel', 'keys', 'mention', () => named('&lt;!channel&gt;')],
  ['a benefit that calls somebody in Teams', 'membership', 'mention', () => benefit('<at>Mia</at>')],
  ['a product of 600 letters', 'keys', 'long-cell', () => named('W'.repeat(600))],
  ['a benefit that is a formula, in full width', 'membership', 'formula', () => benefit('\uFF1Dcmd|calc')],
  [
    'a subscriber that is a formula',
    'visual-studio',
    'formula',
    () => subscription('@SUM(A1)', 'mia@contoso.example'),
  ],
  [
    'a key where the benefit stands',
    'keys',
    'key-in-wrong-place',
    () => `${heads.keys}${keyOf(1)},Visio,retail,1\n`,
  ],
  [
    'a key where the level stands',
    'visual-studio',
    'key-in-wrong-place',
    () => subscription('Mia', 'mia@contoso.example', keyOf(1)),
  ],
  [
    'a key where the subscriber stands',
    'visual-studio',
    'key-in-wrong-place',
    () => subscription(`Mia ${keyOf(1)}`, 'mia@contoso.example'),
  ],
  ['a key where a person stands', 'people', 'key-in-wrong-place', () => person(keyOf(1))],
];

test('there are forty of them and more, of every kind', () => {
  expect(hostile.length).toBeGreaterThanOrEqual(40);
  expect(new Set(hostile.map(([, kind]) => kind)).size).toBe(4);
});

const measured: Outcome[] = [];
afterAll(() => {
  const most = (of: 'ms' | 'bytes') => Math.max(...measured.map((one) => one[of]));
  if (measured.length > 0)
    process.stdout.write(
      `hostile files: ${measured.length}, slowest ${most('ms')} ms, most memory ${Math.ceil(most('bytes') / MB)} MB\n`,
    );
});

test.each(hostile)('refused within a second and 100 MB: %s', async (_, kind, code, content) => {
  const outcome = await read(file(kind === 'keys' ? 'x' : 'x.csv', content()), kind);
  measured.push(outcome);
  // Not one row before it: where some were, what reads them would have to take them back.
  expect(outcome).toMatchObject({ code, rows: 0 });
  expect(outcome.ms).toBeLessThan(1000);
  expect(outcome.bytes).toBeLessThan(100 * MB);
});

test('a file of 10 GB is refused before a byte is read', async () => {
  const path = file('huge.xml', '<root>');
  truncateSync(path, 10 * 1024 * MB); // takes no room on the disk
  expect(statSync(path).size).toBe(10 * 1024 * MB);
  const outcome = await read(path);
  expect(outcome).toMatchObject({ code: 'too-large' });
  expect(outcome.ms).toBeLessThan(500);
});

const alphabet = 'BCDFGHJKMPQRTVWXY2346789';
const groups = (number: number) =>
  Array.from(
    { length: 5 },
    (_, at) => alphabet[Math.floor(number / alphabet.length ** at) % alphabet.length],
  ).join('');
const keyOf = (number: number) => `${groups(number)}-FAKE2-${groups(number * 7)}-BCDFG-HJKMP`;

/** Writes `rows` rows piece by piece. */
function generate(
  name: string,
  rows: number,
  begin: string,
  row: (number: number) => string,
  end: string,
): string {
  const path = file(name, '');
  const out = openSync(path, 'w');
  writeSync(out, begin);
  for (let from = 0; from < rows; from += 1000) {
    writeSync(out, Array.from({ length: Math.min(1000, rows - from) }, (_, at) => row(from + at)).join(''));
  }
  writeSync(out, end);
  closeSync(out);
  return path;
}

test.each<[string, (rows: number) => string]>([
  [
    'CSV',
    (rows) => generate('big.csv', rows, heads.keys, (at) => `Benefit ${at % 50},${keyOf(at)},mak,10\n`, ''),
  ],
  [
    'XML in lines',
    (rows) =>
      generate(
        'lines.xml',
        rows,
        '<YourKey>\n',
        (at) =>
          `<Product_Key Name="Product ${at % 50}">\n<Key ID="9" Type="Retail">${keyOf(at)}</Key>\n</Product_Key>\n`,
        '</YourKey>',
      ),
  ],
  [
    'XML in one line, one product',
    (rows) =>
      generate(
        'line.xml',
        rows,
        '<root><YourKey><Product_Key Name="A">',
        (at) => `<Key ID="9" Type="Retail" ClaimedDate="" notes="">${keyOf(at)}</Key>`,
        '</Product_Key></YourKey></root>',
      ),
  ],
])('100,000 rows need no more memory than a few: %s', async (_, write) => {
  const few = await read(write(10_000));
  const many = await read(write(100_000));
  expect([few.rows, many.rows]).toEqual([10_000, 100_000]);
  expect(many.bytes).toBeLessThan(100 * MB);
  expect(many.bytes - few.bytes).toBeLessThan(40 * MB);
});
