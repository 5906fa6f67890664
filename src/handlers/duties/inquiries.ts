import { isLive } from '../../core/holding';
import { askFrom, inquire, nextOf, remind, unanswered } from '../../core/inquire';
import { toEnd } from '../give-back';
import type { Duty } from '../rounds';

/** Holders of what is scarce are asked whether they still need it, reminded, and in the end taken at their silence. */
export const inquiries: Duty = {
  name: 'inquiries',
  onceAMinute: true,
  due: (ledger, now) => ledger.toInquire(now),
  async carryOut(here, id) {
    const { ledger, at, record } = here;
    const holding = await ledger.lockHolding(id);
    const benefit = holding && (await ledger.benefit(holding.benefit.id));
    if (!benefit || !isLive(holding)) return;
    const { since, inquiry, active } = await ledger.inquiryOf(id);
    // What is being moved to somebody else is theirs soon: nobody is asked about it.
    if (!active || (await ledger.moveOf(id))) return;
    if (!inquiry) {
      const from = askFrom(benefit.settings, since);
      if (from && from <= at) await record(inquire(holding, benefit.settings, at));
      return;
    }
    const next = nextOf(inquiry, at);
    if (next === 'reminder') await record(remind(holding, inquiry, at));
    if (next === 'end') await record(unanswered(await toEnd(here, holding, at)));
  },
};
