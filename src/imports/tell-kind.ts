import { parse } from 'csv-parse/sync';
import type { FileKind } from '../core/file';
import { type FileSource, fileText } from './file-text';
import type { Reading } from './limits';

/** The columns that only a file of this kind has, of the few that it must have. */
const columnsOf: Record<FileKind, string[]> = {
  keys: ['benefit', 'key'],
  membership: ['category', 'benefit', 'quantity', 'unit', 'delivery'],
  people: ['name', 'email', 'role'],
  'visual-studio': ['subscriber_name', 'email', 'subscription_level', 'assigned'],
};

/**
 * What kind of file this is, by its content and never by its name: XML is an export of keys, a table is what its columns say. Undefined where
 * they say nothing, or two things.
 *
 * @throws BadFile when it is no text
 */
export async function tellKind(source: FileSource, reading: Reading = {}): Promise<FileKind | undefined> {
  const begin = await beginning(source, reading);
  if (begin.startsWith('<')) return 'keys';
  const columns = columnsIn(begin.split(/\r\n?|\n/, 1)[0] ?? '');
  const fitting = (Object.keys(columnsOf) as FileKind[]).filter((kind) =>
    columnsOf[kind].every((column) => columns.has(column)),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

async function beginning(source: FileSource, reading: Reading): Promise<string> {
  for await (const text of fileText(source, reading)) return text.trimStart();
  return '';
}

/** No header of ours is longer. */
const longestHeader = 4_000;

function columnsIn(header: string): Set<string> {
  const counted = [',', ';', '\t'].map((mark) => ({ mark, times: header.split(mark).length }));
  const delimiter = counted.reduce((best, next) => (next.times > best.times ? next : best)).mark;
  try {
    const [cells = []] = parse(header.slice(0, longestHeader), {
      delimiter,
      relax_column_count: true,
      trim: true,
    }) as string[][];
    return new Set(cells.map((cell) => cell.toLowerCase().replace(/[\s-]+/g, '_')));
  } catch {
    // A quote that is not closed: what kind it was meant to be nobody can say.
    return new Set();
  }
}
