import type { Kept } from '../../store/due/retention';
import type { Duty } from '../rounds';

/** What was kept long enough is removed. */
export const outdated: Duty = {
  name: 'outdated',
  onceAMinute: true,
  due: (ledger, now) => ledger.outdated(now),
  carryOut: ({ ledger, now }, kept) => ledger.removeOutdated(kept as Kept, now),
};

/** What was said about requests that are long over goes; who had what, and who agreed, stays. */
export const textKeptTooLong: Duty = {
  name: 'text-kept-too-long',
  onceAMinute: true,
  due: (ledger, now) => ledger.textKeptTooLong(now),
  async carryOut({ ledger, now, report }, request) {
    const kept = await ledger.removeTextOf(request, now);
    if (kept) report(kept);
  },
};

/** Who left long enough ago is forgotten, once nothing keeps them: rules that name them, or what is open of theirs, is somebody's to see to first. */
export const leftLongAgo: Duty = {
  name: 'left-long-ago',
  onceAMinute: true,
  due: async (ledger, now) => (ledger.keysMissing() ? [] : ledger.leftLongAgo(now)),
  async carryOut({ ledger, now, report }, id) {
    // Locked first and looked at then: another bot may just have forgotten them, and once is enough.
    if ((await ledger.hindrancesOf(id)).length > 0) return;
    if ((await ledger.leftLongAgo(now, id)).length === 0) return;
    const { may, trouble } = await ledger.mayForget(id, now);
    if (trouble) report(trouble);
    if (may) await ledger.forget(id, undefined, now);
  },
};
