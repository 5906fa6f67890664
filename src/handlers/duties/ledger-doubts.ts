import { tellDoubt } from '../../core/ledger';
import { adminsOf } from '../../core/person';
import type { Duty } from '../rounds';

/** Every admin is told when the ledger is not the one whose head was noted. */
export const ledgerDoubts: Duty = {
  name: 'ledger-doubts',
  async due(ledger) {
    const doubt = await ledger.doubt();
    return doubt && !(await ledger.toldOfDoubt(doubt)) ? [doubt.id] : [];
  },
  async carryOut({ ledger, record }, id) {
    const admins = adminsOf(await ledger.deciders());
    // Two copies of the bot on their rounds: the second one waits here, and finds that everybody was told.
    await ledger.lockPeople(admins.map((admin) => admin.id));
    const doubt = await ledger.doubt();
    if (doubt?.id !== id || admins.length === 0 || (await ledger.toldOfDoubt(doubt))) return;
    await record(tellDoubt(doubt, admins));
  },
};
