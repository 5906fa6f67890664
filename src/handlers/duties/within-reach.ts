import { withinReach } from '../../core/out-of-reach';
import type { Duty } from '../rounds';

/** Somebody who could not be reached has written: what was lost is sent once more, as far as it is still true. */
export const peopleWithinReach: Duty = {
  name: 'people-within-reach',
  due: (ledger, now) => ledger.withinReachAgain(now),
  async carryOut({ ledger, at, record }, id) {
    await ledger.lockPeople([id]);
    await record(withinReach(id, at));
  },
};
