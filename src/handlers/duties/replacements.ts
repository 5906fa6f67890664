import { replace } from '../../core/broken-key';
import type { Duty } from '../rounds';

/** Whoever reported a key that does not work gets another as soon as there is one, before anybody of the waiting list: after the last day to activate it too, for what they had was activated by then or is lost already. */
export const replacements: Duty = {
  name: 'replacements',
  due: (ledger) => ledger.holdingsToReplace(),
  async carryOut({ ledger, record }, id) {
    const holding = await ledger.lockHolding(id);
    if (!holding || holding.key) return;
    const spare = await ledger.lockSpare(holding);
    const change = spare && replace(holding, spare);
    if (change) await record(change);
  },
};
