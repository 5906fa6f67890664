import { randomUUID } from 'node:crypto';
import type { FileKind } from '../../src/core/file';
import type { Store } from '../../src/store/open';

/** Keys in a file of our own. */
export const keysFile = (benefit: string, key: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`benefit,key,key_type,seats\n"${benefit}",${key},retail,\n`);

/** A file that somebody gave and that waits for a word of theirs. Resolves with its id. */
export async function heldFile(
  store: Store,
  person: string,
  content: Uint8Array,
  kind?: FileKind,
  unknown: string[] = [],
): Promise<string> {
  const id = randomUUID();
  await store.ledger.keepFile(
    {
      id,
      name: 'keys.csv',
      kind,
      content,
      meanings: { names: unknown.map((name) => ({ name })), make: false, said: 0 },
    },
    person,
    new Date(),
  );
  return id;
}
