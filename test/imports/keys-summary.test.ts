import type { KeyRow } from '../../src/imports/keys-csv';
import { readKeysExport } from '../../src/imports/keys-export';
import { summariseKeys } from '../../src/imports/keys-summary';
import { matcher } from '../../src/imports/match';
import { sayWhy } from '../../src/imports/sentences';
import { all, fixture } from './files';

test('the same key in any spelling is one key; under another product it is one key with one more name', async () => {
  const { add, summary } = summariseKeys();
  const added = (await all(readKeysExport(fixture('export-2018.xml')))).map(add);
  expect(added.map(({ kind }) => kind)).toEqual([
    'first',
    'first',
    'first',
    'repeat',
    'more-products',
    'skipped',
    'skipped',
  ]);
  expect(summary).toMatchObject({ rows: 7, keys: 3, instructions: 0, repeats: 1, moreProducts: 1 });
  expect(summary.types).toEqual({ static: 1, retail: 1, mak: 1 });
  expect([...summary.skipped]).toEqual([
    [
      'sentence',
      { count: 1, lines: [{ line: 15, nth: 6, product: 'Forefront Threat Management Gateway 2010' }] },
    ],
    ['empty', { count: 1, lines: [{ line: 17, nth: 7, product: 'A product without any key' }] }],
  ]);
});

test('type and seats of the first hold; of many left-out rows the first five lines are named', () => {
  const { add, summary } = summariseKeys();
  const row = (product: string, type: KeyRow['type'], seats: number | null): KeyRow => {
    const shown = 'N4WQB-FAKEQ-7TMKX-P9RHD-C2V8J';
    return { product, kind: 'key', canonical: shown.replaceAll('-', ''), shown, type, seats };
  };
  expect(add({ line: 2, nth: 1, row: row('A', 'mak', 5) })).toMatchObject({
    kind: 'first',
    row: { type: 'mak', seats: 5 },
  });
  expect(add({ line: 3, nth: 2, row: row('B', 'retail', 1) })).toMatchObject({ kind: 'more-products' });
  expect(add({ line: 4, nth: 3, row: row('b ', 'retail', 1) })).toEqual({ kind: 'repeat' });
  expect(add({ line: 5, nth: 4, row: row('A', 'mak', 5) })).toEqual({ kind: 'repeat' });
  expect(summary.types).toEqual({ mak: 1 });
  for (let line = 6; line < 16; line++) {
    add({ line, nth: line - 1, problem: { code: 'not-a-key', why: 'html', product: 'A' } });
  }
  expect(summary.skipped.get('html')).toMatchObject({ count: 10 });
  expect(summary.skipped.get('html')?.lines.map(({ line }) => line)).toEqual([6, 7, 8, 9, 10]);
  expect(sayWhy('html')).toBe('a web text, not a key');
});

const benefits = [
  { name: 'Visio Professional 2021' },
  { name: 'Windows 11 Enterprise' },
  { name: 'Office 365 E3' },
];

test('a product finds its benefit by its normal name, an alias, or the one that was named for all', () => {
  const plain = matcher({ benefits });
  expect(plain(' visio  PROFESSIONAL\u00A02021')).toEqual({
    to: 'benefit',
    benefit: benefits[0],
    by: 'name',
  });
  const mapped = matcher({
    benefits,
    aliases: [{ product: 'Visio 2021 (setup.office.com)', benefit: 'visio professional 2021' }],
  });
  expect(mapped('Visio 2021 (SETUP.office.com)')).toEqual({
    to: 'benefit',
    benefit: benefits[0],
    by: 'alias',
  });
  const under = matcher({ benefits, under: 'office 365 E3' });
  for (const product of [null, 'Anything', 'Visio Professional 2021']) {
    expect(under(product)).toEqual({ to: 'benefit', benefit: benefits[2], by: 'option' });
  }
});

test('what matches nothing comes with the nearest name', () => {
  const match = matcher({ benefits, aliases: [{ product: 'Win', benefit: 'Windows 11 Enterprize' }] });
  expect(match('Visio Professional 2019 ')).toMatchObject({
    to: 'none',
    missing: 'Visio Professional 2019',
    nearest: { name: 'Visio Professional 2021' },
  });
  expect(match('Win')).toMatchObject({
    to: 'none',
    missing: 'Windows 11 Enterprize',
    by: 'alias',
    nearest: { name: 'Windows 11 Enterprise' },
  });
  expect(match('Groove 2007')).toMatchObject({ to: 'none', nearest: undefined });
  expect(match(null)).toEqual({ to: 'none', missing: null, by: 'name', nearest: undefined });
});

test('what is missing is to be made, once for all its spellings', () => {
  const match = matcher({
    benefits,
    create: true,
    aliases: [{ product: 'Groove', benefit: 'groove server  2007' }],
  });
  expect(match('Groove Server 2007 ')).toEqual({ to: 'new', name: 'Groove Server 2007', by: 'name' });
  expect(match('GROOVE server 2007')).toEqual({ to: 'new', name: 'Groove Server 2007', by: 'name' });
  expect(match('Groove')).toEqual({ to: 'new', name: 'Groove Server 2007', by: 'alias' });
  expect(match('Office 365 E3')).toMatchObject({ to: 'benefit' });
  expect(match(null)).toMatchObject({ to: 'none', missing: null });
});
