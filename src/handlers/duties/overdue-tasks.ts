import type { Duty } from '../rounds';

/** Tasks that are overdue are reminded of, then brought before all admins. */
export const overdueTasks: Duty = {
  name: 'overdue-tasks',
  due: async () => [],
  carryOut: async () => {},
};
