import { accept } from '../core/ledger';
import { adminsOf } from '../core/person';
import { mayNotDoTasks } from '../core/task';
import { acceptForm, inDoubt, ledgerState } from '../core/views/ledger';
import { type Here, no, type Verb } from './verb';

/** Where the ledger ends, and what speaks against it. */
export const ledger: Verb<'ledger'> = async (here) => {
  const obstacle = mayNotDoTasks(here.speaker);
  return obstacle ? no(here, obstacle) : stateOf(here);
};

async function stateOf({ ledger, view }: Here) {
  const doubt = await ledger.doubt();
  if (doubt) return inDoubt(view, { doubt });
  return ledgerState(view, {
    head: await ledger.head(),
    unsealed: await ledger.unsealed(),
    strange: await ledger.strangeSeals(),
  });
}

/** Opens the form in which an admin says what happened. */
export const acceptLedgerForm: Verb<'accept-ledger-form'> = async (here, { doubt: id }) => {
  const obstacle = mayNotDoTasks(here.speaker);
  if (obstacle) return no(here, obstacle);
  const doubt = await here.ledger.doubt();
  return doubt?.id === id ? acceptForm(here.view, doubt) : stateOf(here);
};

/** An admin says what happened; from then on keys are given out again. */
export const acceptLedger: Verb<'accept-ledger'> = async (here, { doubt: id, reason }) => {
  const { ledger, speaker, view } = here;
  const obstacle = mayNotDoTasks(speaker);
  if (obstacle) return no(here, obstacle);
  const admins = adminsOf(await ledger.deciders());
  // Of two admins who say it at once, the second one waits here, and reads that it was said.
  await ledger.lockPeople(admins.map((admin) => admin.id));
  const doubt = await ledger.doubt();
  if (doubt?.id !== id) return stateOf(here);
  const proof = ledger.proofOfAcceptance(doubt, speaker.id, reason);
  if (!proof) return no(here, { why: 'keys-missing' });
  const decision = accept({
    doubt,
    by: speaker,
    why: reason,
    now: view.now,
    admins,
    proof,
  });
  if (!decision.ok) return no(here, decision.refusal);
  return here.record(decision.change, inDoubt(view, { doubt, accepted: decision.is }));
};
