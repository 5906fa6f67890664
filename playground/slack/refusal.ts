/** Slack says no: its own error word, and whatever it adds to the answer. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly extra: Record<string, unknown> = {},
  ) {
    super(code);
  }
}
