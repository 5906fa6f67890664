import { mendRequest, mendTask } from '../../core/mend';
import type { StaleCopy } from '../../store/due/copies';
import type { Ledger } from '../../store/open';
import { backgroundFor } from '../deciders';
import type { Duty } from '../rounds';
import { digestDrawnAnew } from './digests';

/** What people were shown is compared with what is true, and mended: what was lost on its way is not wrong for ever. */
export const staleCopies: Duty = {
  name: 'stale-copies',
  onceAMinute: true,
  async due(ledger, now) {
    return (await ledger.staleCopies(now)).map(({ of, person, subject }) => `${of} ${person} ${subject}`);
  },
  async carryOut({ ledger, now, record }, id) {
    const [of, person, subject] = id.split(' ') as [StaleCopy['of'], string, string];
    const mended = await mendedOf(ledger, { of, person, subject }, now);
    // Another copy of the bot may have mended it while this one waited for the lock.
    if (mended && (await ledger.isStale({ person, subject }, now))) await record(mended);
  },
};

/** The change that mends it, of what is locked now. */
async function mendedOf(ledger: Ledger, { of, person, subject }: StaleCopy, now: Date) {
  switch (of) {
    case 'request': {
      const request = await ledger.lockRequest(subject);
      return request && mendRequest(request, await backgroundFor(ledger, request), person);
    }
    case 'task': {
      const task = await ledger.lockTask(subject);
      return task && mendTask(task, person);
    }
    case 'digest':
      await ledger.lockPeople([person]);
      return digestDrawnAnew(ledger, person, now);
  }
}
