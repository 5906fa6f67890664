import type { NotAKey } from './key-text';
import type { Day } from './time';

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
  | { code: 'mention'; column: string }
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

/** Why an import is refused although its file can be read. Names are the reader's own: of benefits, packages and people. */
export type ImportProblem =
  | { code: 'below-held'; held: number; by: string[]; quantity: number }
  | { code: 'no-package' }
  | { code: 'no-such-package'; package: string; renewedFor?: string }
  | { code: 'not-later'; of: { package: string; began: Day; starts: Day } | { read: Day; exported: Day } }
  | { code: 'no-such-benefit'; benefit: string; nearest?: string | undefined }
  | { code: 'no-portal-benefit' }
  | { code: 'not-keyed'; benefit: string }
  | { code: 'too-many-units'; most: number }
  | { code: 'account-of-another'; column: string }
  | { code: 'no-such-person' }
  | { code: 'not-an-admin'; person: string }
  | { code: 'too-many-leave'; leaving: number }
  | { code: 'other-package'; package: string }
  | { code: 'last-admin' };

/** What is wrong with a file, and in which line; null where it is about the whole of it. */
export interface Complaint {
  line: number | null;
  problem: FileProblem | ImportProblem;
}
