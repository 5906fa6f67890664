import type { When } from '../dated';

/** Something to be done with a benefit, or about it; people as they were written. */
export type Act =
  | { act: 'show' }
  /** `to`: the one it is for; absent: whoever speaks. */
  | { act: 'ask'; to?: string }
  /** What was asked for is not wanted any more. */
  | { act: 'cancel' }
  /** I give it back. */
  | { act: 'return' }
  /** Who has it now, or had it on a day. */
  | { act: 'holders'; on?: When }
  /** What somebody has now, or had on a day. */
  | { act: 'holdings'; whose: string; on?: When }
  | { act: 'assign'; to: string }
  /** `from` is empty where it was not said. */
  | { act: 'reassign'; from: string; to: string }
  | { act: 'remove'; from: string };

/**
 * How a sentence looks that means an act. Named groups: `of` names the benefit, the others people.
 * `strict`: its first word is a command of ours, and people are whatever stands in their place; else it is that act only where a benefit
 * is named and people may be people.
 */
export interface Pattern {
  act: Act['act'];
  strict: boolean;
  looks: RegExp;
}

/** A way that begins with a word of ours. @param looks is looked for in any case; where its groups stand is wanted. */
export const strictly = (act: Act['act'], looks: RegExp): Pattern => ({
  act,
  strict: true,
  looks: new RegExp(looks.source, 'diu'),
});
/** A way of any other words. */
export const loosely = (act: Act['act'], looks: RegExp): Pattern => ({
  act,
  strict: false,
  looks: new RegExp(looks.source, 'diu'),
});
