import type { Duty } from '../rounds';

/** What nobody has any more can be given again, when no rule and no task keeps it. */
export const releases: Duty = {
  name: 'releases',
  due: async () => [],
  carryOut: async () => {},
};
