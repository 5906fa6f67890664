import { leaveAsItIs, proposalFor, type Settling, settle } from '../core/difference';
import { comingTo } from '../core/eligible';
import { adminsOf } from '../core/person';
import type { Refusal } from '../core/refusal';
import { mayNotDoTasks } from '../core/task';
import { difference as draw, differences as drawAll, leaveForm } from '../core/views/differences';
import { type Here, no, type Verb } from './verb';

/** `differences`: where Microsoft's portal says something else than we do. */
export const differences: Verb<'differences'> = async (here, { page = 1 }) => {
  const obstacle = mayNotDoTasks(here.speaker);
  if (obstacle) return no(here, obstacle);
  return drawAll(here.view, await here.ledger.unsettledDifferences(), page);
};

/** One of them, as it stands. */
export const difference: Verb<'difference'> = async (here, { difference: id }) => {
  const obstacle = mayNotDoTasks(here.speaker);
  if (obstacle) return no(here, obstacle);
  const found = await here.ledger.difference(id);
  return found ? draw(here.view, found) : no(here, { why: 'gone' });
};

/** Opens the form that asks why it is left as it is. */
export const leaveDifferenceForm: Verb<'leave-difference-form'> = async (here, { difference: id }) => {
  const obstacle = mayNotDoTasks(here.speaker);
  if (obstacle) return no(here, obstacle);
  const found = await here.ledger.difference(id);
  if (!found) return no(here, { why: 'gone' });
  return found.state === 'open' || found.state === 'agreed'
    ? leaveForm(here.view, found)
    : draw(here.view, found);
};

/** An admin leaves it as it is. Again, or settled meanwhile: how it stands. */
export const leaveDifference: Verb<'leave-difference'> = async (here, { difference: id, reason }) => {
  const settling = await gathered(here, id);
  if ('refusal' in settling) return no(here, settling.refusal);
  const { difference: before } = settling;
  if (before.state !== 'open' && before.state !== 'agreed') return draw(here.view, before);
  const decision = leaveAsItIs(settling, reason);
  if (!decision.ok) return no(here, decision.refusal);
  return here.record(decision.change, draw(here.view, decision.is));
};

/** An admin agrees to what is proposed. Again, or settled meanwhile: how it stands. */
export const settleDifference: Verb<'settle-difference'> = async (here, { difference: id }) => {
  const settling = await gathered(here, id);
  if ('refusal' in settling) return no(here, settling.refusal);
  const { difference: before } = settling;
  if (before.state !== 'open') return draw(here.view, before);
  const adopting = proposalFor(before) === 'adopt' ? await toAdopt(here, settling) : undefined;
  const decision = settle({ ...settling, adopting });
  if (!decision.ok) return no(here, decision.refusal);
  return here.record(decision.change, draw(here.view, decision.is));
};

/** The difference, locked: of two admins the second one waits here, and reads what the first has said. */
async function gathered(
  { ledger, speaker, view }: Here,
  id: string,
): Promise<Omit<Settling, 'adopting'> | { refusal: Refusal }> {
  const obstacle = mayNotDoTasks(speaker);
  if (obstacle) return { refusal: obstacle };
  const difference = await ledger.lockDifference(id);
  if (!difference) return { refusal: { why: 'gone' } };
  return { difference, by: speaker, admins: adminsOf(await ledger.deciders()), now: view.now };
}

/** All that holding it here must know; undefined when the person or the benefit is gone. */
async function toAdopt(
  { ledger, newId }: Here,
  { difference, admins }: Settling,
): Promise<Settling['adopting']> {
  const id = difference.person?.id;
  const assignee = id === undefined ? undefined : await ledger.person(id);
  const stock = assignee && (await ledger.lockStock(difference.benefit.id));
  if (!assignee?.active || !stock) return undefined;
  const open = await ledger.openRequestsOf([assignee.id]);
  return {
    id: newId(),
    assignee,
    benefit: stock.benefit,
    handover: stock.handover,
    lastRefund: stock.lastRefund,
    admins,
    open: open.find((one) => one.benefit.id === difference.benefit.id),
    holdings: await ledger.holdingsOf(assignee.id),
    coming: comingTo(assignee.id, open),
    accountEmail: await ledger.accountEmail(difference.benefit.id),
    timesGiven: await ledger.timesGiven(difference.benefit.id),
    frees: await ledger.nextFree(difference.benefit.id),
    holding: newId(),
    task: newId(),
  };
}
