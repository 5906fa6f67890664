import fc from 'fast-check';
import { type Cell, csv } from '../../src/exports/csv';
import { report } from '../support/soak';
import { read, signs, unguarded, unkind, written } from './guard';

/** What a spreadsheet takes for a formula, written down once more and otherwise: by what a text begins with. */
const passedOver = /[\s\p{Cc}\p{Cf}']/u;
const looksLikeFormula = (text: string): boolean => {
  const beginning = [...text].find((letter) => !passedOver.test(letter));
  return signs.some((sign) => beginning === sign) || /^[\t\r\n\0]/.test(text);
};

const text = unkind;
const rows = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.tuple(
      fc.array(text, { minLength: width, maxLength: width }),
      fc.array(fc.array(text, { minLength: width, maxLength: width }), { maxLength: 8 }),
    ),
  );
const runs = process.env.SOAK ? 20_000 : 500;

test(`a table that goes out and is read again is the same, once the guard is undone (${runs} tables)`, () => {
  fc.assert(
    fc.property(rows, ([columns, table]) => {
      expect(read(csv(columns, table)).map((row) => row.map(unguarded))).toEqual([columns, ...table]);
    }),
    { numRuns: runs },
  );
  report('csv', [`${runs} tables read again as they were`]);
});

test('no cell begins as a formula does, whatever it holds; and what is no formula stays as it is', () => {
  fc.assert(
    fc.property(text, (said) => {
      const cell = written(said);
      expect(cell.startsWith("'") || !looksLikeFormula(cell)).toBe(true);
      if (looksLikeFormula(said)) expect(cell).toBe(`'${said}`);
    }),
    { numRuns: runs },
  );
});

test.each<[said: Cell, cell: string]>([
  ['=1+1', `"'=1+1"`],
  ['+886 2 1234', `"'+886 2 1234"`],
  ['-', `"'-"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['＝1', `"'＝1"`],
  ['＋1', `"'＋1"`],
  ['－1', `"'－1"`],
  ['＠A1', `"'＠A1"`],
  ['\tx', `"'\tx"`],
  ['\rx', `"'\rx"`],
  ["'=x", `"''=x"`],
  ["O'Hara", `"O'Hara"`],
  ["'t Hooft", `"'t Hooft"`],
  ['Ada "the first"', `"Ada ""the first"""`],
  ['a,b;c', `"a,b;c"`],
  ['林美', '"林美"'],
  [5, '5'],
  [-5, '-5'],
  [undefined, '""'],
])('%j is written %s', (said, cell) => {
  expect(csv(['x'], [[said]])).toBe(`\u{FEFF}"x"\r\n${cell}\r\n`);
});
