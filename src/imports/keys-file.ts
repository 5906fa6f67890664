import { type FileSource, fileText } from './file-text';
import { type KeyRow, readKeysCsv } from './keys-csv';
import { readKeysExport } from './keys-export';
import type { Reading } from './limits';
import type { Item } from './problem';

/** A file of keys of either kind: XML by its name or by its first character, our CSV otherwise. */
export async function* readKeys(source: FileSource, reading: Reading = {}): AsyncGenerator<Item<KeyRow>> {
  const isXml =
    (typeof source === 'string' && /\.xml$/i.test(source)) || (await firstCharacter(source, reading)) === '<';
  yield* isXml ? readKeysExport(source, reading) : readKeysCsv(source, reading);
}

async function firstCharacter(source: FileSource, { limits }: Reading): Promise<string | undefined> {
  for await (const text of fileText(source, limits === undefined ? {} : { limits }))
    return text.trimStart()[0];
  return undefined;
}
