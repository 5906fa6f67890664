import { expire } from '../../core/offer';
import type { Duty } from '../rounds';

/** An offer that nobody took in time, or whose benefit cannot be given any more, ends; what was kept goes to the next one. */
export const offersOver: Duty = {
  name: 'offers-over',
  due: (ledger, now) => ledger.offersOver(now),
  async carryOut({ ledger, at, record }, id) {
    const request = await ledger.lockRequest(id);
    if (request?.state !== 'offered') return;
    const benefit = await ledger.benefit(request.benefit.id);
    if (!benefit) return;
    const decision = expire(request, benefit, at);
    if (decision.ok) await record(decision.change);
  },
};
