import { readKeysExport } from '../../src/imports/keys-export';
import { readKeys } from '../../src/imports/keys-file';
import { all, fixture, fixtureText, folder, leftOut, refusal, rowsOf } from './files';

const file = folder();
const brief = (items: Awaited<ReturnType<typeof read>>) =>
  rowsOf(items).map(({ product, shown, type }) => `${product} | ${shown} | ${type}`);
const read = (path: string) => all(readKeysExport(path));

test('2006: the key is an attribute', async () => {
  const items = await read(fixture('export-2006.xml'));
  expect(brief(items)).toEqual([
    'Office 2007 Suites | B7KQ2-FAKEA-9XW4M-HT3PD-QC6VR | retail',
    'Windows Server 2008 Enterprise & Standard | W9DMB-FAKEB-4CKT7-PX2HV-J8QRG | mak',
    'Visual Studio 2005 Team Suite | MT4HX-FAKEC-K6PRB-29WQD-VC7JF | static',
  ]);
  expect(leftOut(items)).toEqual([
    '3: legacy (All products with a 10-digit product key)',
    '7: sentence (SQL Server 2005)',
  ]);
});

test('2018: several keys under a product, a line break behind a key, products without a key', async () => {
  const items = await read(fixture('export-2018.xml'));
  expect(brief(items)).toEqual([
    'Exchange Server Enterprise 2016 | J2VTQ-FAKED-8MHXC-R4WPB-K9DG7 | static',
    'Windows 10 Education | HB6WK-FAKEE-Q2T9R-XC4MD-7PVJG | retail',
    'Windows 10 Education | PX8DJ-FAKEF-T7CWM-4KQRB-2HV9G | mak',
    'Windows 10 Education | PX8DJ-FAKEF-T7CWM-4KQRB-2HV9G | mak',
    'Windows 10 Enterprise | PX8DJ-FAKEF-T7CWM-4KQRB-2HV9G | mak',
  ]);
  expect(items.map(({ line }) => line)).toEqual([3, 7, 8, 9, 12, 15, 17]);
  expect(leftOut(items)).toEqual([
    '15: sentence (Forefront Threat Management Gateway 2010)',
    '17: empty (A product without any key)',
  ]);
});

test('2024: one single line, so rows are also counted', async () => {
  const items = await read(fixture('export-2024.xml'));
  expect(brief(items)).toEqual([
    'Visio Professional 2021 | V3KDW-FAKEG-XQ8TB-6MHJR-C9P4G | retail',
    'Visio Professional 2021 | V3KDW-FAKEG-XQ8TB-6MHJR-C9P4G | retail',
    'Dynamics GP | T4PQX-FAKEH-2WJRM-KC8DB-9VHG7 | custom',
    'Office Home | D7WXB-FAKEK-Q9MRT-3PHCJ-V8K2G | token',
    'Windows Server host | G2TQK-FAKEM-H8PXW-7RCDB-M4V9J | unknown',
  ]);
  expect(leftOut(items)).toEqual([
    '1: legacy (Legacy 10-digit product key)',
    '1: html (SharePoint Server’s Add-on)',
    '1: sentence (Windows 11 (MCT and MPN))',
    '1: placeholder (Test product)',
    '1: junk-id (Volume product)',
    '1: junk-id (Zero)',
    '1: empty (Emptied)',
  ]);
  expect(items.map(({ nth }) => nth)).toEqual(items.map((_, at) => at + 1));
});

test('2017: bare keys have no product', async () => {
  expect(brief(await read(fixture('export-bare.xml')))).toEqual([
    'null | C6RHX-FAKEN-9TWKM-B2PQD-V7J4G | unknown',
    'null | K9GTB-FAKEP-4XMWQ-R7HCD-2VP8J | unknown',
  ]);
});

const swapped = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
test.each<[string, (text: string) => string | Buffer]>([
  ['UTF-8 with a byte order mark', (text) => `\uFEFF${text}`],
  ['UTF-16, little end first', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['UTF-16, big end first', swapped],
  [
    'UTF-16 that says UTF-8',
    (text) => Buffer.from(`\uFEFF<?xml version="1.0" encoding="UTF-8"?>${text}`, 'utf16le'),
  ],
  ['UTF-8 that says UTF-16, as .NET writes it', (text) => `<?xml version="1.0" encoding="utf-16"?>${text}`],
  ['lines ended as on Windows', (text) => text.replaceAll('\n', '\r\n')],
  ['a prefix', (text) => text.replace(/<(\/?)([A-Z])/g, '<$1k:$2').replace('xmlns=', 'xmlns:k=')],
  ['cut into many pieces by comments', (text) => text.replaceAll('FAKE', 'FA<!-- - -->KE')],
])('the same rows come from %s', async (name, change) => {
  const path = file(`${name.replace(/\W/g, '')}.xml`, change(fixtureText('export-2018.xml')));
  expect(await read(path)).toEqual(await read(fixture('export-2018.xml')));
});

test('a file of keys is known by its content where its name says nothing', async () => {
  expect(await all(readKeys(file('keys', `\n  ${fixtureText('export-2018.xml')}`)))).toHaveLength(7);
  expect(await all(readKeys(fixture('keys.csv')))).toHaveLength(8);
});

const product =
  '<Product_Key Name="A"><Key ID="1" Type="Retail">N4WQB-FAKEQ-7TMKX-P9RHD-C2V8J</Key></Product_Key>';
test.each<[string, string | Buffer, object]>([
  ['no-file', '', { code: 'no-file' }],
  ['nothing', '', { line: null, code: 'empty-file' }],
  ['words', 'Dear admin, here are the keys', { line: 1, code: 'not-xml' }],
  ['json', '{"keys": []}', { code: 'not-xml' }],
  ['a bare ampersand', `<YourKey>\n<Product_Key Name="A & B"/></YourKey>`, { line: 2, code: 'cut-off' }],
  ['cut off', `<YourKey>\n${product}\n${product}\n<Product_Key Na`, { line: 4, code: 'cut-off' }],
  ['cut off between rows', `<YourKey>\n${product}\n`, { line: 3, code: 'cut-off' }],
  ['something behind the end', `<YourKey>${product}</YourKey>\n<more/>`, { line: 2, code: 'not-xml' }],
  ['a sign-in page', '<!DOCTYPE html>\n<html><body>Sign in</body></html>', { code: 'web-page' }],
  ['a page without a doctype', '<html><body>Sign in</body></html>', { code: 'web-page' }],
  ['another XML', '<feed><entry/></feed>', { code: 'not-a-keys-export', root: 'feed' }],
  ['an export without a key', '<root><YourKey></YourKey></root>', { line: null, code: 'no-rows' }],
  ['a doctype', '<!DOCTYPE root [<!ENTITY a "b">]><root>&a;</root>', { line: 1, code: 'doctype' }],
  [
    'another encoding',
    `<?xml version="1.0" encoding="windows-1252"?><YourKey>${product}</YourKey>`,
    { code: 'declared-encoding' },
  ],
  [
    'Latin-1',
    Buffer.from(`<YourKey>\n${product}\n<Product_Key Name="Caf\xe9"/></YourKey>`, 'latin1'),
    { line: 3, code: 'wrong-encoding' },
  ],
  [
    'UTF-16 without a mark',
    Buffer.from(`<YourKey>${product}</YourKey>`, 'utf16le'),
    { code: 'wrong-encoding' },
  ],
  ['UTF-32', Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), Buffer.from('<\0\0\0')]), { code: 'nul' }],
  ['a NUL', `<YourKey>\n\n${product}\0</YourKey>`, { line: 3, code: 'nul' }],
  ['a workbook', Buffer.from('PK\u0003\u0004rest'), { code: 'not-text', kind: 'zip' }],
  [
    'a key for a name',
    product.replace('"A"', '"N4WQB-FAKEQ-7TMKX-P9RHD-C2V8J"').replace(/.*/, '<YourKey>$&</YourKey>'),
    { code: 'key-in-wrong-place' },
  ],
])('refused: %s', async (name, content, expected) => {
  const { code, ...facts } = expected as { code: string };
  const path = name === 'no-file' ? '/nowhere/keys.xml' : file('bad.xml', content);
  const { line, problem, said } = await refusal(readKeysExport(path));
  expect({ line, ...problem }).toMatchObject({ code, ...facts });
  expect(said).toMatch(line === null ? /^[A-Z"].*\.$/ : new RegExp(`^Line ${line}: .*\\.$`));
  expect(said).not.toContain('FAKE');
});

test('a folder is no file', async () => {
  expect((await refusal(readKeysExport(__dirname))).problem.code).toBe('not-a-file');
});

test('how far it is, is told in bytes, up to the whole', async () => {
  const heard: [number, number][] = [];
  const text = `<YourKey>${product.repeat(3000)}</YourKey>`;
  await all(readKeysExport(file('long.xml', text), { progress: (...at) => heard.push(at) }));
  expect(heard.length).toBeGreaterThan(4);
  expect(heard.at(-1)).toEqual([text.length, text.length]);
  expect(heard.every(([read, total], at) => total === text.length && read >= (heard[at - 1]?.[0] ?? 0))).toBe(
    true,
  );
});

test('whoever stops in the middle leaves no file open', async () => {
  const { readdirSync } = await import('node:fs');
  const open = () => (process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0);
  const before = open();
  for (let turn = 0; turn < 20; turn++)
    for await (const _ of readKeysExport(fixture('export-2018.xml'))) break;
  for (let turn = 0; turn < 20; turn++) for await (const _ of readKeys(fixture('keys.csv'))) break;
  expect(open() - before).toBeLessThan(5);
});
