/** For how many days something is kept; undefined: for ever. */
export interface Retention {
  /** Answers to commands, for cards that are pressed late, and for the same command again. */
  answers: number;
  /** What was sent, and what was given up and looked at. */
  messages: number;
  /** People who have left. */
  leavers: number | undefined;
  /** What was said about a request that is over: reasons, questions, words. */
  requestTexts: number | undefined;
}

/**
 * What was said about a request is kept for so many days at least: for less, nobody could look into a decision any more by the time somebody asks
 * about it.
 */
export const leastRequestTexts = 90;

/** How long somebody may take to install the app in a workspace, from the first page to the last, in milliseconds. */
export const wayBackLasts = 10 * 60_000;

/** What stands in the place of words that were kept long enough, in every list and for every reader; no shorter than a reason has to be. */
export const removedText = '[removed, no longer kept · 已依保存期限移除]';

/** As it is without settings: what proves something is kept, what only helped on the way is not. */
export const usualRetention: Retention = {
  answers: 30,
  messages: 365,
  leavers: undefined,
  requestTexts: undefined,
};
