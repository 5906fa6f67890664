import { offer } from '../../core/offer';
import type { Duty } from '../rounds';

/** So many offers of one benefit are made in one transaction; the rest in the next round. */
const atOnce = 20;

/**
 * Whoever stands first on a waiting list gets an offer, as soon as what they wait for is there. The benefit is locked before its
 * list is looked at, so that two copies of the bot make one offer.
 */
export const offers: Duty = {
  name: 'offers',
  due: (ledger, now) => ledger.servableLists(now),
  async carryOut({ ledger, at, record }, id) {
    for (let made = 0; made < atOnce; made++) {
      const stock = await ledger.lockStock(id);
      // Whoever reported a key and has no other yet comes before the list.
      if ((await ledger.holdingsToReplace(id)).length > 0) return;
      const request = await ledger.lockNextInLine(id);
      if (!stock || !request) return;
      const { benefit, handover } = stock;
      const timesGiven = await ledger.timesGiven(id);
      const decision = offer({ request, benefit, handover, timesGiven, now: at });
      if (!decision.ok) return;
      await record(decision.change);
    }
  },
};
