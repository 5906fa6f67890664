import { headDue, tellHead } from '../../core/ledger';
import { adminsOf } from '../../core/person';
import type { Ledger } from '../../store/open';
import type { Duty } from '../rounds';

/** Once a day the admins are told where the ledger ends: what stands in a chat is not restored with the database. */
export const ledgerHeads: Duty = {
  name: 'ledger-heads',
  onceAMinute: true,
  async due(ledger, now) {
    const found = await headToTell(ledger, now.toISOString());
    return found ? [found.due] : [];
  },
  async carryOut({ ledger, at, newId, record }) {
    const admins = adminsOf(await ledger.deciders());
    // Two copies of the bot on their rounds: the second one waits here, and finds that it was told.
    await ledger.lockPeople(admins.map((admin) => admin.id));
    const found = await headToTell(ledger, at);
    if (found && admins.length > 0) await record(tellHead(found.head, found.due, admins, newId()));
  },
};

/** The head that is due; none as long as the ledger is in doubt, or nobody can look whether it is one: nobody should keep that one. */
async function headToTell(ledger: Ledger, now: string) {
  if (ledger.keysMissing()) return undefined;
  const [head, before] = [await ledger.head(), await ledger.toldBefore(new Date(now))];
  const due = head && before && headDue(head, before, now);
  return due && !(await ledger.doubt()) ? { head, due } : undefined;
}
