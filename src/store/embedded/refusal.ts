/** Why there is no embedded database, by name; the message is the sentence for whoever started us. */
export type Refusal =
  | 'no-binaries'
  | 'no-account'
  | 'other-version'
  | 'other-owner'
  | 'not-a-cluster'
  | 'did-not-start'
  | 'did-not-stop';

/** The embedded database cannot be had. Its message is one sentence without secrets, fit for a terminal. */
export class EmbeddedDatabaseError extends Error {
  override readonly name = 'EmbeddedDatabaseError';

  constructor(
    readonly refusal: Refusal,
    sentence: string,
  ) {
    super(sentence);
  }
}
