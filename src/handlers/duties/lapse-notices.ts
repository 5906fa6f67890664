import type { Duty } from '../rounds';

/** What will lapse is said in time. */
export const lapseNotices: Duty = {
  name: 'lapse-notices',
  due: async () => [],
  carryOut: async () => {},
};
