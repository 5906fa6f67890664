import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Head } from '../../core/ledger';

/** Where the head of the ledger's chain is kept outside the database. */
export interface NotedHead {
  /** The last head that was noted; undefined where none was yet. */
  current(): Head | undefined;
  /** Keeps another one in its place, on the disk before it returns. */
  note(head: Head): void;
}

/** The file with the noted head cannot be read or written. Its message names the setting and never a path. */
export class HeadNotKept extends Error {
  override readonly name = 'HeadNotKept';
}

const Noted = z.strictObject({
  seal: z.number().int().min(1),
  mac: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime(),
});

/** The noted head in a file. Throws `HeadNotKept` when something else stands in it. */
export function notedIn(file: string): NotedHead {
  let head = readNoted(file);
  return {
    current: () => head,
    note(next) {
      try {
        mkdirSync(dirname(file), { recursive: true });
        const draft = `${file}.${process.pid}`;
        writeFileSync(draft, `${JSON.stringify(next)}\n`, { mode: 0o600, flush: true });
        renameSync(draft, file);
      } catch (error) {
        throw new HeadNotKept(
          'AUDIT_HEAD_FILE cannot be written: the head of the ledger has to be kept outside the database.',
          {
            cause: error,
          },
        );
      }
      head = next;
    },
  };
}

function readNoted(file: string): Head | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return Noted.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new HeadNotKept(
      'AUDIT_HEAD_FILE is no noted head of a ledger, or cannot be read. If it was damaged, move it away; from then on nothing older is noticed.',
      { cause: error },
    );
  }
}
