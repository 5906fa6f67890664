import type { Duty } from '../rounds';

/** Holders of what is scarce are asked whether they still need it. */
export const inquiries: Duty = {
  name: 'inquiries',
  due: async () => [],
  carryOut: async () => {},
};
