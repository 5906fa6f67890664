import { fileText } from './file-text';
import { type KeyRow, readKeysCsv } from './keys-csv';
import { readKeysExport } from './keys-export';
import type { Reading } from './limits';
import type { Item } from './problem';

/** A file of keys of either kind: XML by its name or by its first character, our CSV otherwise. */
export async function* readKeys(path: string, reading: Reading = {}): AsyncGenerator<Item<KeyRow>> {
  const isXml = /\.xml$/i.test(path) || (await firstCharacter(path, reading)) === '<';
  yield* isXml ? readKeysExport(path, reading) : readKeysCsv(path, reading);
}

async function firstCharacter(path: string, { limits }: Reading): Promise<string | undefined> {
  for await (const text of fileText(path, limits === undefined ? {} : { limits })) return text.trimStart()[0];
  return undefined;
}
