import { cancelSpent } from '../../core/lapsed';
import type { Duty } from '../rounds';

/** Nobody waits for a credit that Microsoft lets nobody else have. */
export const spentCredits: Duty = {
  name: 'spent-credits',
  due: (ledger, now) => ledger.waitingForSpent(now),
  async carryOut({ ledger, at, record }, id) {
    const request = await ledger.lockRequest(id);
    const stock = request && (await ledger.lockStock(request.benefit.id));
    if (!stock) return;
    const change = cancelSpent(request, stock.benefit, await ledger.timesGiven(stock.benefit.id), at);
    if (change) await record(change);
  },
};
