import { needNotBeReached } from '../../core/out-of-reach';
import { adminsOf } from '../../core/person';
import type { Duty } from '../rounds';

/** Whoever was to be reached has left, or has been reached: the task about it is over. */
export const needlessReaches: Duty = {
  name: 'needless-reaches',
  due: (ledger) => ledger.needlessReaches(),
  async carryOut({ ledger, at, record }, id) {
    const task = await ledger.lockTask(id);
    const person = task && (await ledger.person(task.person.id));
    if (task?.state !== 'open' || !person) return;
    const admins = adminsOf(await ledger.deciders());
    await record(needNotBeReached({ task, active: person.active, admins, now: at }));
  },
};
