/** For how many days something is kept; undefined: for ever. */
export interface Retention {
  /** Answers to commands, for cards that are pressed late, and for the same command again. */
  answers: number;
  /** What was sent, and what was given up and looked at. */
  messages: number;
  /** People who have left. */
  leavers: number | undefined;
}

/** As it is without settings: what proves something is kept, what only helped on the way is not. */
export const usualRetention: Retention = { answers: 30, messages: 365, leavers: undefined };
