import { execFile } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { transformFileSync } from '@swc/core';
import { folder } from './files';

/**
 * Every file is read in a process of its own, from the same sources, so that its time and its highest memory can be measured. What the
 * process needed before it opened the file is taken off.
 */
const file = folder();
const MB = 1024 * 1024;
const root = join(__dirname, '../..');
let reader: string;

beforeAll(() => {
  const out = join(file('reader.cjs', child), '..');
  for (const part of ['core', 'imports']) {
    mkdirSync(join(out, part));
    for (const name of readdirSync(join(root, 'src', part)).filter((found) => found.endsWith('.ts'))) {
      const { code } = transformFileSync(join(root, 'src', part, name), {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
        swcrc: false,
      });
      writeFileSync(join(out, part, name.replace('.ts', '.js')), code);
    }
  }
  reader = join(out, 'reader.cjs');
});

const child = `
const { readKeys } = require('./imports/keys-file');
const { readMembership } = require('./imports/membership');
const [, , path, kind] = process.argv;
const before = process.resourceUsage().maxRSS * 1024;
const begun = performance.now();
const tell = (outcome) => console.log(JSON.stringify({
  ...outcome, ms: Math.round(performance.now() - begun), bytes: process.resourceUsage().maxRSS * 1024 - before,
}));
(async () => {
  let rows = 0;
  for await (const _ of (kind === 'membership' ? readMembership : readKeys)(path)) rows++;
  return { rows };
})().then(tell, (error) => tell({ code: error.problem ? error.problem.code : String(error.stack) }));
`;

interface Outcome {
  rows?: number;
  code?: string;
  ms: number;
  bytes: number;
}

async function read(path: string, kind = 'keys'): Promise<Outcome> {
  const { stdout } = await promisify(execFile)(process.execPath, [reader, path, kind], {
    env: { ...process.env, NODE_PATH: join(root, 'node_modules'), NODE_OPTIONS: '' },
  });
  return JSON.parse(stdout) as Outcome;
}

const lol = Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`).join('');
const product = (inside: string) => `<YourKey><Product_Key Name="A">${inside}</Product_Key></YourKey>`;
const header = 'benefit,key,key_type,seats\n';

test.each<[string, string, string, () => string | Buffer]>([
  [
    'a billion laughs',
    'x.xml',
    'doctype',
    () => `<!DOCTYPE root [<!ENTITY a0 "lol">${lol}]><root>&a9;</root>`,
  ],
  [
    'one long entity, used often',
    'x.xml',
    'doctype',
    () => `<!DOCTYPE r [<!ENTITY a "${'x'.repeat(100_000)}">]><root>${'&a;'.repeat(20_000)}</root>`,
  ],
  [
    'a file of the machine as an entity',
    'x.xml',
    'doctype',
    () => '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><root>&a;</root>',
  ],
  [
    'a doctype without an end',
    'x.xml',
    'piece-too-long',
    () => `<!DOCTYPE r [${'<!ENTITY a "b">'.repeat(700_000)}`,
  ],
  ['200,000 levels', 'x.xml', 'too-deep', () => `<root>${'<a>'.repeat(200_000)}`],
  [
    '200,000 attributes',
    'x.xml',
    'too-many-attributes',
    () => `<root ${Array.from({ length: 200_000 }, (_, at) => `a${at}="x"`).join(' ')}/>`,
  ],
  ['10 MB of text in a key', 'x.xml', 'piece-too-long', () => product(`<Key>${'x'.repeat(10 * MB)}</Key>`)],
  ['10 MB of text around the keys', 'x.xml', 'piece-too-long', () => product('x'.repeat(10 * MB))],
  [
    '2 million numeric references',
    'x.xml',
    'piece-too-long',
    () => product(`<Key>${'&#65;'.repeat(2_000_000)}</Key>`),
  ],
  [
    '10 MB in an attribute',
    'x.xml',
    'piece-too-long',
    () => `<YourKey><Product_Key Name="${'x'.repeat(10 * MB)}"/></YourKey>`,
  ],
  ['10 MB in a name', 'x.xml', 'piece-too-long', () => `<YourKey><${'x'.repeat(10 * MB)}/></YourKey>`],
  ['10 MB in a comment', 'x.xml', 'piece-too-long', () => `<YourKey><!--${'x'.repeat(10 * MB)}--></YourKey>`],
  [
    '10 MB in a CDATA section',
    'x.xml',
    'piece-too-long',
    () => product(`<Key><![CDATA[${'x'.repeat(10 * MB)}]]></Key>`),
  ],
  [
    '10 MB in an entity that has no end',
    'x.xml',
    'piece-too-long',
    () => product(`<Key>&${'x'.repeat(10 * MB)}`),
  ],
  [
    'a key of 10 MB in pieces',
    'x.xml',
    'piece-too-long',
    () => product(`<Key>${`${'x'.repeat(1000)}<!---->`.repeat(10_000)}</Key>`),
  ],
  ['a key made of elements', 'x.xml', 'no-rows', () => `<YourKey>${'<a/>'.repeat(20_000)}</YourKey>`],
  ['10 MB of NULs', 'x.xml', 'wrong-encoding', () => Buffer.alloc(10 * MB)],
  [
    'NULs after the first block',
    'x.xml',
    'nul',
    () => Buffer.concat([Buffer.from('<root>'.padEnd(70_000)), Buffer.alloc(10 * MB)]),
  ],
  ['random bytes', 'x.xml', 'wrong-encoding', () => Buffer.from('<\u00c3('.repeat(100_000), 'latin1')],
  ['10 MB in one line', 'x.csv', 'record-too-long', () => `${header}${'x'.repeat(10 * MB)}`],
  ['10 MB of commas', 'x.csv', 'record-too-long', () => `${header}${','.repeat(10 * MB)}`],
  ['10 MB behind an open quote', 'x.csv', 'record-too-long', () => `${header}"${'x,y\n'.repeat(2.5 * MB)}`],
  ['10 MB of quotes', 'x.csv', 'record-too-long', () => `${header}${'"'.repeat(10 * MB)}`],
  [
    '200,000 columns',
    'x.csv',
    'record-too-long',
    () => `${Array.from({ length: 200_000 }, (_, at) => `c${at}`).join(',')}\n`,
  ],
  ['NULs in a table', 'x.csv', 'nul', () => `${header}A,B,\0,1\n`],
])('refused within a second and 100 MB: %s', async (_, name, code, content) => {
  const outcome = await read(file(name, content()));
  expect(outcome).toMatchObject({ code });
  expect(outcome.ms).toBeLessThan(1000);
  expect(outcome.bytes).toBeLessThan(100 * MB);
});

test('a file of 10 GB is refused before a byte is read', async () => {
  const path = file('huge.xml', '<root>');
  truncateSync(path, 10 * 1024 * MB); // takes no room on the disk
  expect(statSync(path).size).toBe(10 * 1024 * MB);
  const outcome = await read(path);
  expect(outcome).toMatchObject({ code: 'too-large' });
  expect(outcome.ms).toBeLessThan(200);
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
    (rows) => generate('big.csv', rows, header, (at) => `Benefit ${at % 50},${keyOf(at)},mak,10\n`, ''),
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
