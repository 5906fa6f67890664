/** An import that is refused as a whole although its file can be read. The messages are one sentence each for whoever sent it. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
  /** Further reasons of the same kind, each with its line. */
  readonly more: string[];

  /** @param line where in the file the reason stands; null when it is about the whole */
  constructor(
    readonly code:
      | 'below-held'
      | 'no-package'
      | 'no-such-package'
      | 'not-later'
      | 'no-such-benefit'
      | 'not-keyed'
      | 'too-many-units'
      | 'account-of-another'
      | 'no-such-person'
      | 'not-an-admin'
      | 'too-many-leave'
      | 'last-admin',
    readonly line: number | null,
    sentence: string,
    more: ReadonlyArray<{ line: number; sentence: string }> = [],
  ) {
    super(withLine(line, sentence));
    this.more = more.map((other) => withLine(other.line, other.sentence));
  }
}

const withLine = (line: number | null, sentence: string): string =>
  line === null ? sentence : `Line ${line.toLocaleString('en-GB')}: ${sentence}`;
