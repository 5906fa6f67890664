import type { NotAKey } from '../core/key-text';
import { sayBadFile } from './sentences';

/** Why a whole file is refused. Facts name columns and positions, never what stood in a cell that could hold a key. */
export type FileProblem =
  | { code: 'no-file'; path: string }
  | { code: 'not-a-file'; path: string }
  | { code: 'unreadable'; path: string }
  | { code: 'empty-file' }
  | { code: 'too-large'; most: number }
  | { code: 'not-text'; kind: 'zip' | 'gzip' | 'pdf' | 'old-excel' }
  | { code: 'too-much-memory' }
  | { code: 'too-slow'; most: number }
  | { code: 'wrong-encoding' }
  | { code: 'nul' }
  | { code: 'no-rows'; of: 'product keys' | 'benefits' | 'people' | 'aliases' | 'subscriptions' }
  | { code: 'too-many-rows'; most: number }
  | { code: 'too-many-blank-rows'; most: number }
  // XML
  | { code: 'not-xml' }
  | { code: 'cut-off' }
  | { code: 'doctype' }
  | { code: 'web-page' }
  | { code: 'declared-encoding'; encoding: string }
  | { code: 'not-a-keys-export'; root: string }
  | { code: 'too-deep'; most: number }
  | { code: 'too-many-attributes'; most: number }
  | { code: 'attribute-twice'; name: string }
  | { code: 'too-many-elements'; most: number }
  | { code: 'piece-too-long'; most: number }
  // CSV
  | { code: 'quote' }
  | { code: 'record-too-long'; most: number }
  | { code: 'missing-columns'; columns: string[] }
  | { code: 'duplicate-column'; column: string }
  | { code: 'unknown-column'; position: number; name: string | null; known: string[] }
  | { code: 'cells'; found: number; expected: number }
  // Cells
  | { code: 'blank-cell'; column: string }
  | { code: 'long-cell'; column: string; most: number }
  | { code: 'hidden-signs'; column: string }
  | { code: 'look-alike'; column: string }
  | { code: 'formula'; column: string }
  | { code: 'bad-number'; column: string; most: number }
  | { code: 'bad-choice'; column: string; choices: readonly string[] }
  | { code: 'bad-email'; column: string }
  | { code: 'bad-date'; column: string }
  | { code: 'bad-url'; column: string }
  | { code: 'bad-slack-id' }
  | { code: 'bad-teams-id' }
  | { code: 'repeated'; column: string; firstLine: number }
  | { code: 'two-benefits'; firstLine: number }
  | { code: 'key-in-wrong-place'; column: string };

/** Why one row is left out and the rest goes on. */
export type RowProblem = { code: 'not-a-key'; why: NotAKey; product: string | null };

/**
 * One row of a file that comes in, or why it is left out. `line` is where it begins; `nth` counts the rows, since some exports are one
 * single line. Plain values throughout: a row can cross to another thread.
 */
export type Item<Row> = { line: number; nth: number } & ({ row: Row } | { problem: RowProblem });

/** A file that is refused as a whole. Its message is the sentence for whoever sent it; `line` is absent when it is about the whole file. */
export class BadFile extends Error {
  override readonly name = 'BadFile';
  constructor(
    readonly line: number | null,
    readonly problem: FileProblem,
  ) {
    super(sayBadFile(line, problem));
  }
}
