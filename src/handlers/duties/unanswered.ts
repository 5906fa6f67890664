import { askedAgain } from '../ask-again';
import type { Duty } from '../rounds';

/** A request is asked about again when nobody who was asked decides any more, although they are still there. */
export const unanswered: Duty = {
  name: 'unanswered',
  due: (ledger) => ledger.unanswered(),
  async carryOut({ ledger, now, record }, id) {
    await ledger.lockRequest(id);
    const again = await askedAgain(ledger, id, now);
    if (again) await record(again.change);
  },
};
