import { type AfterReport, report as decide, mayNotReport, notTheirKey } from '../core/broken-key';
import type { Card } from '../core/card';
import type { Holding } from '../core/holding';
import { adminsOf } from '../core/person';
import type { Task } from '../core/task';
import { reportForm as drawForm, reported } from '../core/views/broken-key';
import { type Here, no, type Verb } from './verb';

/** Why there is nothing to report, as a card; undefined when there is. */
function mayNot(here: Here, holding: Holding, open: boolean): Card | undefined {
  const obstacle = mayNotReport({ holding, open, by: here.speaker });
  if (!obstacle) return undefined;
  // A keyed benefit without its key: it was looked into, and there is no other yet.
  const waits = obstacle.why === 'not-your-key' && isTheirs(here, holding);
  return waits ? reported(here.view, holding, 'still-none') : no(here, obstacle);
}

const isTheirs = ({ speaker }: Here, holding: Holding): boolean =>
  !notTheirKey({ holding, by: speaker }) && holding.benefit.delivery === 'key';

/** Opens the form. */
export const reportForm: Verb<'report-form'> = async (here, { holding: id }) => {
  const holding = await here.ledger.holding(id);
  if (!holding) return no(here, { why: 'not-your-key' });
  const open = await here.ledger.isReported(id);
  return mayNot(here, holding, open) ?? drawForm(here.view, holding, here.newId());
};

/** This key does not work. A form that was sent twice counts once. */
export const reportKey: Verb<'report-key'> = async (here, { report, holding: id, reason }) => {
  const { ledger, speaker, view } = here;
  const holding = await ledger.lockHolding(id);
  const benefit = holding && (await ledger.benefit(holding.benefit.id));
  if (!holding || !benefit) return no(here, { why: 'not-your-key' });
  const before = await ledger.task(report);
  if (before && isTheirs(here, holding)) return reported(view, holding, await cameOf(here, holding, before));
  const open = await ledger.isReported(id);
  const refused = mayNot(here, holding, open);
  if (refused) return refused;

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
    task: report,
    now: view.now,
  });
  if (!decision.ok) return no(here, decision.refusal);
  return here.record(decision.change, reported(view, holding, decision.is));
};

/** What an earlier report came to, as things are now. */
async function cameOf({ ledger }: Here, { id }: Holding, { duty }: Task): Promise<AfterReport> {
  const unit = duty.kind === 'check-key' ? duty.unit : undefined;
  if (!unit) return 'shared-key';
  const now = await ledger.keyBehind(id);
  if (!now) return (await ledger.isReported(id)) ? 'none-yet' : 'still-none';
  return (await ledger.lockReported(id, unit.unit))?.key === now.key ? 'same-key' : 'another-key';
}
