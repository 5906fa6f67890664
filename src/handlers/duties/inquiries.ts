import type { Ended } from '../../core/give-back';
import { isLive } from '../../core/holding';
import { askFrom, inquire, nextOf, remind, unanswered } from '../../core/inquire';
import { adminsOf } from '../../core/person';
import { toEnd } from '../give-back';
import type { Duty, OnDuty } from '../rounds';

/** All whose time to answer is over end together, so that the admins get one message about them. */
const silent = 'silent';

/** Holders of what is scarce are asked whether they still need it, reminded, and in the end taken at their silence. */
export const inquiries: Duty = {
  name: 'inquiries',
  onceAMinute: true,
  async due(ledger, now) {
    const due = await ledger.toInquire(now);
    return [...(due.silent ? [silent] : []), ...due.ask];
  },
  carryOut: (here, id) => (id === silent ? endAll(here) : askOne(here, id)),
};

async function askOne({ ledger, at, record }: OnDuty, id: string): Promise<void> {
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
  if (nextOf(inquiry, at) === 'reminder') await record(remind(holding, inquiry, at));
}

async function endAll(here: OnDuty): Promise<void> {
  const { ledger, now, at, newId, record } = here;
  const ends: Ended[] = [];
  for (const id of await ledger.lockSilent(now)) {
    const holding = await ledger.holding(id);
    if (holding && isLive(holding)) ends.push(await toEnd(here, holding, at));
  }
  if (ends.length === 0) return;
  const admins = adminsOf(await ledger.deciders());
  for (const change of unanswered(ends, admins, newId())) await record(change);
}
