import type { Duty } from '../rounds';

/** Whoever has left gives everything back. */
export const leavers: Duty = {
  name: 'leavers',
  due: async () => [],
  carryOut: async () => {},
};
