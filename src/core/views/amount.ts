import type { Words } from '../words';

/** `2 cores`: so much of the allocation of a benefit. */
export const amount = (words: Words, unit: string, quantity: number): string =>
  `${quantity} ${words.unit(unit, quantity)}`;
