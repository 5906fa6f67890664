import { release } from '../../core/give-back';
import type { Duty } from '../rounds';

/** What nobody has any more can be given again, when no rule and no task keeps it. */
export const releases: Duty = {
  name: 'releases',
  due: (ledger, now) => ledger.toRelease(now),
  async carryOut({ ledger, now, at, record }, id) {
    const holding = await ledger.lockHolding(id);
    if (!holding || !(await ledger.mayRelease(id, now))) return;
    await ledger.lockBenefits([holding.benefit.id]);
    await record(release(holding, at));
  },
};
