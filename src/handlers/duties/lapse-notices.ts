import { dueWarnings } from '../../core/lapse';
import { adminsOf } from '../../core/person';
import { type Day, dayOf } from '../../core/time';
import { type Warning, warn } from '../../core/warn';
import type { Ledger } from '../../store/open';
import type { Duty } from '../rounds';

/** What will lapse is said in time: all that is due in one go, so that everybody gets one message a day. */
export const lapseNotices: Duty = {
  name: 'lapse-notices',
  onceAMinute: true,

  async due(ledger, now) {
    const today = dayOf(now.toISOString());
    if ((await warningsDue(ledger, today)).length === 0) return [];
    // As long as nobody could do anything about it, it waits.
    return adminsOf(await ledger.deciders()).length > 0 ? [today] : [];
  },

  async carryOut({ ledger, at, newId, record }) {
    await ledger.lockWarnings();
    const due = await warningsDue(ledger, dayOf(at));
    if (due.length === 0) return;
    const ids = [...new Set(due.map(({ benefit }) => benefit.id))];
    const change = warn({
      due,
      holders: await ledger.holdersOfAll(ids),
      waiting: await ledger.waitingForAll(ids),
      admins: adminsOf(await ledger.deciders()),
      subject: newId(),
      now: at,
    });
    await record(change);
  },
};

async function warningsDue(ledger: Ledger, today: Day): Promise<Warning[]> {
  const nearing = await ledger.nearingLapse(today);
  return nearing.flatMap(({ benefit, tokens, told, missed }) =>
    dueWarnings(benefit, tokens, told, today, missed).map((warning) => ({
      ...warning,
      benefit,
      tokens,
      missed,
    })),
  );
}
