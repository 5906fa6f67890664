/** An import that is refused as a whole although its file can be read. The message is one sentence for whoever sent it. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';

  /** @param line where in the file the reason stands; null when it is about the whole */
  constructor(
    readonly code:
      | 'below-held'
      | 'no-package'
      | 'no-such-package'
      | 'no-such-benefit'
      | 'not-keyed'
      | 'too-many-units'
      | 'account-of-another',
    readonly line: number | null,
    sentence: string,
  ) {
    super(line === null ? sentence : `Line ${line.toLocaleString('en-GB')}: ${sentence}`);
  }
}
