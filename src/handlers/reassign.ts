import { kindOf } from '../core/benefit';
import { comingTo } from '../core/eligible';
import { adminsOf } from '../core/person';
import { reassign as decide } from '../core/reassign';
import { mayNotDoTasks } from '../core/task';
import { reassignForm as draw, reassigned } from '../core/views/assigning';
import { chosenBy } from './assign';
import { no, type Verb } from './verb';
import { personNamed } from './whom';

/** Opens the form; the new person may have been named already. */
export const reassignForm: Verb<'reassign-form'> = async (here, { holding: id, person }) => {
  const mayNot = mayNotDoTasks(here.speaker);
  if (mayNot) return no(here, mayNot);
  const holding = await here.ledger.holding(id);
  if (!holding || holding.state.is === 'ended') return no(here, { why: 'gone' });
  const underWay = await here.ledger.moveOf(id);
  if (underWay)
    return no(here, {
      why: 'being-reassigned',
      benefit: holding.benefit.name,
      person: holding.person.name,
    });
  const chosen = person === undefined ? undefined : await chosenBy(here, person);
  if (chosen && 'refusal' in chosen) return no(here, chosen.refusal);
  return draw(here.view, holding, here.newId(), chosen);
};

/**
 * An admin moves a holding to somebody else. The new person is met first, then the holding, of a credit the new person, the benefit and
 * what it hands over are locked in this order.
 */
export const reassign: Verb<'reassign'> = async (here, command) => {
  const { ledger, speaker, view } = here;
  const mayNot = mayNotDoTasks(speaker);
  if (mayNot) return no(here, mayNot);
  const whom = await personNamed(here, command.person);
  if (whom.is === 'not-clear') return no(here, whom.refusal);
  const assignee = whom.person;

  const old = await ledger.lockHolding(command.holding);
  if (!old) return no(here, { why: 'gone' });
  const before = await ledger.request(command.request);
  if (before)
    return before.way.is === 'reassigned' && before.way.holding === old.id
      ? reassigned(view, old.person, before)
      : no(here, { why: 'gone' });
  if (kindOf(old.benefit) === 'credit') await ledger.lockPeople([assignee.id]);
  const stock = await ledger.lockStock(old.benefit.id);
  if (!stock) return no(here, { why: 'gone' });
  const { benefit, handover, lastRefund } = stock;

  const decision = decide({
    id: command.request,
    by: speaker,
    old,
    unit: await ledger.unitOf(old.id),
    from: (await ledger.person(old.person.id)) ?? old.person,
    assignee,
    benefit,
    handover,
    email: command.email,
    reason: command.reason,
    underWay: await ledger.moveOf(old.id),
    open: await ledger.openRequest(assignee.id, benefit.id),
    holdings: await ledger.holdingsOf(assignee.id),
    coming: comingTo(assignee.id, await ledger.requestsOf(assignee.id)),
    accountEmail: await ledger.accountEmail(benefit.id),
    timesGiven: await ledger.timesGiven(benefit.id),
    holding: here.newId(),
    task: here.newId(),
    lastRefund,
    admins: adminsOf(await ledger.deciders()),
    now: view.now,
  });
  if (!decision.ok) return no(here, decision.refusal);

  for (const change of decision.changes) await here.recordPart(change);
  return here.answer(reassigned(view, old.person, decision.is));
};
