import { report as decide, mayNotReport } from '../core/broken-key';
import { adminsOf } from '../core/give-back';
import { reportForm as drawForm, reported } from '../core/views/broken-key';
import { no, type Verb } from './verb';

/** Opens the form. */
export const reportForm: Verb<'report-form'> = async (here, { holding: id }) => {
  const holding = await here.ledger.holding(id);
  if (!holding) return no(here, { why: 'not-your-key' });
  const open = (await here.ledger.taskOfHolding(id)) !== undefined;
  const obstacle = mayNotReport({ holding, open, by: here.speaker });
  return obstacle ? no(here, obstacle) : drawForm(here.view, holding);
};

/** This key does not work. */
export const reportKey: Verb<'report-key'> = async (here, { holding: id, reason }) => {
  const { ledger, speaker, view } = here;
  const holding = await ledger.lockHolding(id);
  const benefit = holding && (await ledger.benefit(holding.benefit.id));
  if (!holding || !benefit) return no(here, { why: 'not-your-key' });
  const open = (await ledger.taskOfHolding(id)) !== undefined;
  const obstacle = mayNotReport({ holding, open, by: speaker });
  if (obstacle) return no(here, obstacle);

  const key = await ledger.keyBehind(id);
  const decision = decide({
    holding,
    key,
    open,
    spare: key?.unit && (await ledger.lockSpare(holding, key.key)),
    by: speaker,
    report: reason,
    person: (await ledger.person(holding.person.id)) ?? holding.person,
    settings: benefit.settings,
    admins: adminsOf(await ledger.deciders()),
    task: here.newId(),
    now: view.now,
  });
  if (!decision.ok) return no(here, decision.refusal);
  return here.record(decision.change, reported(view, holding, decision.is));
};
