import type { KeyType } from './key-type';

/**
 * What an admin can find out about a key that was reported. `broken`: the key is no good, for anybody; `spent`: the key is good, but
 * this one use of it is gone; `works`: it was something else.
 */
export const checkOutcomes = ['broken', 'spent', 'works'] as const;
export type CheckOutcome = (typeof checkOutcomes)[number];

/** A key that was reported, locked so that nothing of it comes back meanwhile. */
export interface CheckedKey {
  key: string;
  type: KeyType;
  /** Its holder has looked at it, or may have. */
  shown: boolean;
  /** Somebody found out before that it is broken. */
  broken?: true;
}
