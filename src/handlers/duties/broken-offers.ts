import { putBack } from '../../core/broken-key';
import type { Duty } from '../rounds';

/** What is kept for somebody is of a key that was found broken: they are on the waiting list again, before the next offers are made. */
export const brokenOffers: Duty = {
  name: 'broken-offers',
  due: (ledger) => ledger.offersOfBrokenKeys(),
  async carryOut({ ledger, record }, id) {
    const broken = await ledger.lockBrokenOffer(id);
    if (broken) await record(putBack(broken.request, broken.place));
  },
};
