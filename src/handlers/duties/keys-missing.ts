import { keysMissingId, tellKeysMissing } from '../../core/keys-trouble';
import { adminsOf } from '../../core/person';
import type { Ledger } from '../../store/open';
import type { Duty } from '../rounds';

/** Once a day every admin is told that the bot cannot get at its own keys, as long as that is so. */
export const keysMissing: Duty = {
  name: 'keys-missing',
  onceAMinute: true,
  due: async (ledger, now) => ((await isToTell(ledger, now)) ? [keysMissingId] : []),
  async carryOut({ ledger, now, record }) {
    const admins = adminsOf(await ledger.deciders());
    // Two copies of the bot on their rounds: the second one waits here, and finds that everybody was told.
    await ledger.lockPeople(admins.map((admin) => admin.id));
    const missing = ledger.keysMissing();
    if (missing && admins.length > 0 && (await isToTell(ledger, now)))
      await record(tellKeysMissing(missing, admins));
  },
};

const isToTell = async (ledger: Ledger, now: Date): Promise<boolean> =>
  ledger.keysMissing() !== undefined && !(await ledger.toldToday(keysMissingId, 'keys.missing', now));
