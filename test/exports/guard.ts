import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csv } from '../../src/exports/csv';

/** A file as rows of cells. */
export const read = (file: string): string[][] => parse(file, { bom: true });

/** How a text stands in a file. */
export const written = (said: string): string => (read(csv(['x'], [[said]]))[1] as string[])[0] as string;

/** The guard undone: one apostrophe is taken away where the rest would be written with it. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && written(cell.slice(1)) === cell ? cell.slice(1) : cell;

/** Letters with which a spreadsheet begins a formula, and what else has made trouble at the beginning of a cell. */
export const signs = [...'=+-@＝＋－＠'];
const beginnings = [
  ...signs,
  ...['\t', '\r', '\n', '\0', "'", "'=", ' =', '\u{200B}=', '"', ',', '', '﹣', '⁺', '−'],
];

/** Words of people, as unkind as they come. */
export const unkind = fc
  .tuple(fc.constantFrom(...beginnings), fc.string({ unit: 'grapheme', maxLength: 20 }))
  .map(([beginning, rest]) => beginning + rest);
