import type { Duty } from '../rounds';

/** An offer that nobody took goes to the next one. */
export const offersOver: Duty = {
  name: 'offers-over',
  due: async () => [],
  carryOut: async () => {},
};
