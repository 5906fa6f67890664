import type { FileProblem, RowProblem } from '../core/file-problem';
import { sayInEnglish } from './sentences';

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
    super(sayInEnglish({ line, problem }));
  }
}
