import type { Duty } from '../rounds';

/** What has lapsed ends. */
export const lapses: Duty = {
  name: 'lapses',
  due: async () => [],
  carryOut: async () => {},
};
