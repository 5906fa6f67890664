import { adminsOf } from '../../core/person';
import { remind } from '../../core/remind-task';
import type { Duty } from '../rounds';

/** Tasks that are overdue are reminded of, then brought before all admins. */
export const overdueTasks: Duty = {
  name: 'overdue-tasks',
  due: (ledger, now) => ledger.overdueTasks(now),
  async carryOut({ ledger, at, record }, id) {
    const task = await ledger.lockTask(id);
    const change = task && remind(task, adminsOf(await ledger.deciders()), at);
    if (change) await record(change);
  },
};
