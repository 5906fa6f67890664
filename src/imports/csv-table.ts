import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { holdsKey } from '../core/key-text';
import { type FileSource, fileText, lineBreaks } from './file-text';
import { limits as defaults, type Reading } from './limits';
import { BadFile } from './problem';

interface Columns<Column extends string> {
  required: readonly Column[];
  optional: readonly Column[];
}

/**
 * One row of a table: where it begins, and its cells by column, trimmed; '' where the column or the cell is absent. `has`: the columns that the
 * table has.
 */
interface TableRow<Column extends string> {
  line: number;
  nth: number;
  cells: Record<Column, string>;
  has: ReadonlySet<Column>;
}

/**
 * A CSV file row by row. The separator is a comma, or what spreadsheets of other countries write in its place: a semicolon or a tab.
 * Column names may stand in any order and case; blank rows are passed over.
 *
 * @throws BadFile for anything that makes the table doubtful: nothing is guessed
 */
export async function* readTable<Column extends string>(
  source: FileSource,
  columns: Columns<Column>,
  reading: Reading = {},
): AsyncGenerator<TableRow<Column>> {
  const { rows: mostRows, blankRows: mostBlank } = { ...defaults, ...reading.limits };
  const blank = Object.fromEntries([...columns.required, ...columns.optional].map((name) => [name, '']));
  let header: Column[] | undefined;
  let has: ReadonlySet<Column> = new Set();
  let nth = 0;
  let blanks = 0;
  for await (const { line, record } of readRecords(source, reading)) {
    if (record.every((cell) => cell === '')) {
      if (++blanks > mostBlank) throw new BadFile(line, { code: 'too-many-blank-rows', most: mostBlank });
      continue;
    }
    if (header === undefined) {
      header = readHeader(line, record, columns);
      has = new Set(header);
      continue;
    }
    if (record.length < header.length || record.some((cell, at) => at >= header!.length && cell !== '')) {
      throw new BadFile(line, { code: 'cells', found: record.length, expected: header.length });
    }
    const cells = { ...blank } as Record<Column, string>;
    for (let at = 0; at < header.length; at++) cells[header[at]!] = record[at]!;
    if (++nth > mostRows) throw new BadFile(line, { code: 'too-many-rows', most: mostRows });
    yield { line, nth, cells, has };
  }
  if (header === undefined) throw new BadFile(null, { code: 'empty-file' });
}

function readHeader<Column extends string>(
  line: number,
  record: string[],
  { required, optional }: Columns<Column>,
): Column[] {
  const known: readonly string[] = [...required, ...optional];
  const names = record.map((cell) => cell.toLowerCase().replace(/[\s-]+/g, '_'));
  // A spreadsheet that once had more columns keeps writing their separators.
  while (names.at(-1) === '') names.pop();
  const missing = required.filter((name) => !names.includes(name));
  if (missing.length > 0) throw new BadFile(line, { code: 'missing-columns', columns: missing });
  for (const [at, name] of names.entries()) {
    if (!known.includes(name)) {
      // Where the first line is already a row of keys, its words are not repeated.
      const shown = name === '' || name.length > 40 || holdsKey(name) ? null : name;
      throw new BadFile(line, { code: 'unknown-column', position: at + 1, name: shown, known: [...known] });
    }
    if (names.indexOf(name) !== at) throw new BadFile(line, { code: 'duplicate-column', column: name });
  }
  return names as Column[];
}

/** The records and the lines where they begin; `to`: no more than so many. */
async function* readRecords(
  source: FileSource,
  reading: Reading,
  to?: number,
): AsyncGenerator<{ line: number; next: number; record: string[] }> {
  const { recordChars: most } = { ...defaults, ...reading.limits };
  const text = plainLines(source, most, reading);
  const first = await text.next();
  if (first.done) throw new BadFile(null, { code: 'empty-file' });
  const parser = parse({
    delimiter: separatorOf(first.value),
    record_delimiter: '\n',
    trim: true,
    relax_column_count: true, // counted by us, so that blank rows pass and a line can be named
    max_record_size: most,
    ...(to === undefined ? {} : { to }),
  });
  const stream = Readable.from(
    (async function* () {
      yield first.value;
      yield* text;
    })(),
  );
  pipeline(stream, parser, () => {});

  let line = 1;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      // The parser can count lines too, at a third of its speed.
      const next = record.reduce((lines, cell) => lines + lineBreaks(cell), line + 1);
      yield { line, next, record: record.map((cell) => cell.trim()) };
      line = next;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The parser's own words quote the row, which may hold a key: only their code is looked at.
    const tooLong = error.code === 'CSV_MAX_RECORD_SIZE';
    const begun = await lineAfter(source, reading, Number(error.records));
    throw new BadFile(begun, tooLong ? { code: 'record-too-long', most } : { code: 'quote' });
  }
}

/** Where the record behind the first so many begins. Rows on their way when a later one is bad never arrive, so they are read again. */
async function lineAfter(source: FileSource, { limits }: Reading, records: number): Promise<number> {
  let line = 1;
  if (records === 0) return line;
  for await (const { next } of readRecords(source, limits === undefined ? {} : { limits }, records))
    line = next;
  return line;
}

/** The text with every kind of line break as one, and no line longer than `most`: ten million commas are no row. */
async function* plainLines(source: FileSource, most: number, reading: Reading): AsyncGenerator<string> {
  let held = '';
  let line = 1;
  let column = 0;
  for await (const block of fileText(source, reading)) {
    const text: string = held + block;
    held = text.endsWith('\r') ? '\r' : '';
    const plain = (held === '' ? text : text.slice(0, -1)).replace(/\r\n?/g, '\n');
    for (let from = 0; ; line++) {
      const end = plain.indexOf('\n', from);
      column += (end < 0 ? plain.length : end) - from;
      if (column > most) throw new BadFile(line, { code: 'record-too-long', most });
      if (end < 0) break;
      from = end + 1;
      column = 0;
    }
    yield plain;
  }
  if (held !== '') yield '\n';
}

function separatorOf(text: string): string {
  const header = text.trimStart().split('\n', 1)[0] ?? '';
  const counted = [',', ';', '\t'].map((mark) => ({ mark, times: header.split(mark).length }));
  return counted.reduce((best, next) => (next.times > best.times ? next : best)).mark;
}
