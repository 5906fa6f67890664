import type { Duty } from '../rounds';

/** Whoever stands first on a waiting list gets an offer, as soon as what they wait for is there. */
export const offers: Duty = {
  name: 'offers',
  due: async () => [],
  carryOut: async () => {},
};
