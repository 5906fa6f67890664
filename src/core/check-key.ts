/**
 * What an admin can find out about a key that was reported. `broken`: the key is no good, for anybody; `spent`: the key is good, but
 * this one use of it is gone; `works`: it was something else.
 */
export const checkOutcomes = ['broken', 'spent', 'works'] as const;
export type CheckOutcome = (typeof checkOutcomes)[number];

/** What is still free of a key, locked so that nobody is given it meanwhile. */
export interface RestOfKey {
  key: string;
  pool: string;
  units: number;
}
