import { readKeyText } from '../core/key-text';
import { type KeyType, keyTypes, readKeyType } from '../core/key-type';
import { named, optional, wholeNumber } from './cells';
import { readTable } from './csv-table';
import type { Day } from './days';
import type { FileSource } from './file-text';
import type { Reading } from './limits';
import { BadFile, type Item } from './problem';

/** One key as a file names it. */
export interface KeyRow {
  /** The product or benefit it stands under; null where an export names none. */
  product: string | null;
  kind: 'key' | 'instruction';
  /** For the fingerprint: two spellings of one key have the same. */
  canonical: string;
  /** For its holder. */
  shown: string;
  type: KeyType;
  /** How many people may hold it, where the file says so; of a cloud token, the seats it carries. */
  seats: number | null;
  /** When Microsoft gave it out, where an export says so; `unclear`: what stands there is no day. */
  claimed?: Day | 'unclear';
}

const mostRemembered = 10_000;
const columns = { required: ['benefit', 'key'], optional: ['key_type', 'seats'] } as const;

/**
 * Our own file of keys: `benefit,key,key_type,seats`. Whoever wrote it can mend it, so an unknown type or a bad number of seats
 * refuses the file; a text that is not a key is reported by its line, as in an export.
 */
export async function* readKeysCsv(source: FileSource, reading: Reading = {}): AsyncGenerator<Item<KeyRow>> {
  let rows = 0;
  const names = new Map<string, string>(); // a few names stand in very many rows
  for await (const { line, nth, cells } of readTable<'benefit' | 'key' | 'key_type' | 'seats'>(
    source,
    columns,
    reading,
  )) {
    rows = nth;
    const product = names.get(cells.benefit) ?? named({ line, column: 'benefit' }, cells.benefit);
    if (names.size < mostRemembered) names.set(cells.benefit, product);
    const type = readKeyType(cells.key_type);
    if (type === undefined)
      throw new BadFile(line, { code: 'bad-choice', column: 'key_type', choices: keyTypes });
    const seats = optional({ line, column: 'seats' }, cells.seats, wholeNumber);
    const reading = readKeyText(cells.key, {
      texts: type === 'custom' || type === 'static' ? 'allowed' : 'refused',
    });
    if (reading.kind === 'not-a-key') {
      yield { line, nth, problem: { code: 'not-a-key', why: reading.why, product } };
    } else {
      yield { line, nth, row: { product, ...reading, type, seats } };
    }
  }
  if (rows === 0) throw new BadFile(null, { code: 'no-rows', of: 'product keys' });
}
