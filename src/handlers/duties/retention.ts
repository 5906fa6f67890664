import type { Kept } from '../../store/due/retention';
import type { Duty } from '../rounds';

/** What was kept long enough is removed. */
export const outdated: Duty = {
  name: 'outdated',
  onceAMinute: true,
  due: (ledger, now) => ledger.outdated(now),
  carryOut: ({ ledger, now }, kept) => ledger.removeOutdated(kept as Kept, now),
};

/** Who left long enough ago is forgotten, once nothing of theirs is open any more. */
export const leftLongAgo: Duty = {
  name: 'left-long-ago',
  onceAMinute: true,
  due: (ledger, now) => ledger.leftLongAgo(now),
  async carryOut({ ledger, now }, id) {
    if (ledger.keysMissing() || !(await ledger.leftLongAgo(now)).includes(id)) return;
    // Rules that name them, or a request that waits for them, are somebody's to see to first.
    if ((await ledger.hindrancesOf(id)).length === 0) await ledger.forget(id, undefined, now);
  },
};
