import type { Stocked } from '../core/benefit';
import type { Change } from '../core/change';
import { claim as decideClaim } from '../core/claim-task';
import { fail } from '../core/fail-task';
import { finish as decide } from '../core/finish-task';
import type { Old } from '../core/finish-upkeep';
import { adminsOf } from '../core/person';
import { scarceOf, type Unsettled } from '../core/scarce';
import { benefitOf, mayNotDoTasks, type OpenTask, type Task } from '../core/task';
import { finishForm, giveUpForm } from '../core/views/task-forms';
import { tasks as draw, oneTask } from '../core/views/tasks';
import type { Ledger } from '../store/open';
import { type Here, no, type Verb } from './verb';

/** `tasks`: what waits for an admin. */
export const tasks: Verb<'tasks'> = async (here, { page = 1 }) => {
  const obstacle = mayNotDoTasks(here.speaker);
  if (obstacle) return no(here, obstacle);
  const { ledger, view } = here;
  return draw(view, await ledger.openTasks(), page, await unsettledNow(ledger, await ledger.benefits()));
};

/** What waits for an admin without being a task. */
export async function unsettledNow(ledger: Ledger, benefits: Stocked[]): Promise<Unsettled> {
  const differences = await ledger.unsettledDifferences();
  return {
    differences: differences.filter(({ state }) => state === 'open').length,
    scarce: scarceOf(benefits),
  };
}

/** What an admin sees of a task: its card where it is over, else what is to be drawn of it. */
async function look(here: Here, id: string, drawOpen: (task: OpenTask) => ReturnType<typeof oneTask>) {
  const obstacle = mayNotDoTasks(here.speaker);
  if (obstacle) return no(here, obstacle);
  const task = await here.ledger.task(id);
  if (!task) return no(here, { why: 'gone' });
  return task.state === 'open' ? drawOpen(task) : oneTask(here.view, task);
}

/** One task, with all that can be done about it. */
export const task: Verb<'task'> = (here, { task: id }) => look(here, id, (open) => oneTask(here.view, open));

/** Opens the form that asks for a word of evidence. */
export const finish: Verb<'finish'> = (here, { task: id }) =>
  look(here, id, (open) => finishForm(here.view, open));

/** Opens the form that asks for the reason. */
export const giveUp: Verb<'give-up'> = (here, { task: id }) =>
  look(here, id, (open) => giveUpForm(here.view, open));

/** An admin is on it. */
export const claimTask: Verb<'claim-task'> = async (here, { task: id }) => {
  const { ledger, speaker, view } = here;
  const task = await ledger.lockTask(id);
  if (!task) return no(here, { why: 'gone' });
  const decision = decideClaim(task, speaker, adminsOf(await ledger.deciders()), view.now);
  if (!decision.ok) return over(here, task) ?? no(here, decision.refusal);
  return here.record(decision.change, oneTask(view, decision.is));
};

/** An admin has done it. */
export const done: Verb<'done'> = async (here, command) => {
  const { ledger, speaker, view } = here;
  const task = await ledger.lockTask(command.task);
  if (!task) return no(here, { why: 'gone' });
  const decision = decide({
    task,
    by: speaker,
    evidence: command.evidence,
    accessId: command.accessId,
    contractId: command.contractId,
    outcome: command.outcome,
    holding: here.newId(),
    old: await oldOf(ledger, task),
    key: await keyOf(ledger, task),
    next: await nextOf(here, task),
    admins: adminsOf(await ledger.deciders()),
    now: view.now,
  });
  if (!decision.ok) return over(here, task) ?? no(here, decision.refusal);
  return recordInOrder(here, decision.change, oneTask(view, decision.is));
};

/** An admin could not do it. */
export const couldNot: Verb<'could-not'> = async (here, { task: id, reason }) => {
  const { ledger, speaker, view } = here;
  const task = await ledger.lockTask(id);
  if (!task) return no(here, { why: 'gone' });
  const benefit = benefitOf(task);
  const days = benefit && (await ledger.benefit(benefit.id))?.settings.taskDays;
  if (benefit && days === undefined) return no(here, { why: 'gone' });
  const decision = fail({
    task,
    by: speaker,
    why: reason,
    again: days === undefined ? undefined : { task: here.newId(), days },
    admins: adminsOf(await ledger.deciders()),
    now: view.now,
  });
  if (!decision.ok) return over(here, task) ?? no(here, decision.refusal);
  return recordInOrder(here, decision.change, oneTask(view, decision.is));
};

/** Somebody else was faster: an admin sees how it ended. */
const over = ({ speaker, view }: Here, task: Task) =>
  task.state !== 'open' && !mayNotDoTasks(speaker) ? oneTask(view, task) : undefined;

/** The holding behind a task, locked already, and what is free of its allocation, locked now. */
async function oldOf(ledger: Ledger, { duty }: Task): Promise<Old | undefined> {
  const id =
    duty.kind === 'reassign' ? replaced(duty.request.way) : 'holding' in duty ? duty.holding : undefined;
  const benefitId = benefitOf({ duty })?.id;
  if (!id || !benefitId) return undefined;
  const stock = await ledger.lockStock(benefitId);
  const holding = await ledger.holding(id);
  if (!holding || !stock) return undefined;
  const { quantity, stock: counted } = stock.benefit;
  return {
    holding,
    released: await ledger.isReleased(id),
    room: quantity - counted.held,
    removal: duty.kind === 'reassign' ? await ledger.taskOfHolding(id) : undefined,
    moving: duty.kind === 'remove' && (await ledger.moveOf(id)) !== undefined,
  };
}

const keyOf = async (ledger: Ledger, { duty }: Task) =>
  duty.kind === 'check-key' ? ledger.lockReported(duty.holding, duty.unit?.unit) : undefined;

const replaced = (way: { is: 'reassigned'; holding: string } | { is: 'asked' | 'assigned' }) =>
  way.is === 'reassigned' ? way.holding : undefined;

async function nextOf({ ledger, newId }: Here, task: Task) {
  if (task.duty.kind !== 'activate') return undefined;
  const benefit = await ledger.benefit(task.duty.request.benefit.id);
  return benefit && { task: newId(), leadDays: benefit.settings.leadDays };
}

/** A request, like a holding, has one open task at a time, which the database looks at row by row: the old one ends before the next begins. */
async function recordInOrder(here: Here, change: Change, answer: ReturnType<typeof oneTask>) {
  if (!change.steps.some((step) => step.do === 'open-task')) return here.record(change, answer);
  const isEnd = ({ do: verb }: Change['steps'][number]) => verb === 'finish-task';
  await here.recordPart({ steps: change.steps.filter(isEnd), notices: [], audit: [] });
  return here.record({ ...change, steps: change.steps.filter((step) => !isEnd(step)) }, answer);
}
