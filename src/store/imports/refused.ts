import type { Complaint, ImportProblem } from '../../core/file-problem';
import { sayInEnglish } from '../../imports/sentences';

/** An import that is refused as a whole although its file can be read. The message is one sentence for the terminal. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
  /** Where in the file the reason stands; null when it is about the whole. */
  readonly line: number | null;
  /** Every reason, each with its line. */
  readonly complaints: readonly Complaint[];

  /** @param more further reasons of the same kind */
  constructor(
    readonly problem: ImportProblem,
    line: number | null = null,
    more: ReadonlyArray<{ line: number; problem: ImportProblem }> = [],
  ) {
    super(sayInEnglish({ line, problem }));
    this.line = line;
    this.complaints = [{ line, problem }, ...more];
  }
}
