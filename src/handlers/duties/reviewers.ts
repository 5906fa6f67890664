import { whoIsAskedDiffers } from '../../core/ask-again';
import { askedAgain } from '../ask-again';
import { decidersOfAll } from '../deciders';
import type { Duty } from '../rounds';

/** Those are asked who decide now: roles and groups change, somebody goes away or comes back, and whoever stands in is asked. */
export const reviewers: Duty = {
  name: 'reviewers',
  onceAMinute: true,
  async due(ledger, now) {
    const pending = await ledger.allPending();
    const decidersFor = await decidersOfAll(ledger, pending, now);
    return pending
      .filter((request) => whoIsAskedDiffers(request, decidersFor(request)))
      .map(({ id }) => id)
      .slice(0, most);
  },
  async carryOut({ ledger, now, record }, id) {
    await ledger.lockRequest(id);
    const again = await askedAgain(ledger, id, now);
    if (again) await record(again.change);
  },
};

/** As many as one round carries out; the rest waits for the next. */
const most = 100;
