import { finish as decide } from '../core/finish-task';
import { isAdmin } from '../core/person';
import { mayNotDoTasks } from '../core/task';
import { tasks as draw, finished, finishForm } from '../core/views/tasks';
import { no, type Verb } from './verb';

/** `tasks`: what waits for an admin. */
export const tasks: Verb<'tasks'> = async (here, { page = 1 }) => {
  const obstacle = mayNotDoTasks(here.speaker);
  if (obstacle) return no(here, obstacle);
  return draw(here.view, await here.ledger.openTasks(), page);
};

/** Opens the form that asks for a word of evidence. */
export const finish: Verb<'finish'> = async (here, { task: id }) => {
  const obstacle = mayNotDoTasks(here.speaker);
  if (obstacle) return no(here, obstacle);
  const task = await here.ledger.task(id);
  if (!task) return no(here, { why: 'gone' });
  return task.state === 'open' ? finishForm(here.view, task) : finished(here.view, task);
};

/** An admin has done it. */
export const done: Verb<'done'> = async (here, { task: id, evidence }) => {
  const { ledger, speaker, view } = here;
  const task = await ledger.lockTask(id);
  if (!task) return no(here, { why: 'gone' });
  const admins = (await ledger.deciders()).filter(isAdmin);
  const decision = decide({ task, by: speaker, evidence, holding: here.newId(), admins, now: view.now });
  if (!decision.ok) {
    return decision.refusal.why === 'already-decided' && task.state !== 'open'
      ? finished(view, task)
      : no(here, decision.refusal);
  }
  return here.record(decision.change, finished(view, decision.is));
};

/** One task, with all that can be done about it. */
export const task: Verb<'task'> = async (here) => no(here, { why: 'not-understood' });

/** An admin is on it. */
export const claimTask: Verb<'claim-task'> = async (here) => no(here, { why: 'not-understood' });

/** Opens the form that asks for the reason. */
export const giveUp: Verb<'give-up'> = async (here) => no(here, { why: 'not-understood' });

/** An admin could not do it. */
export const couldNot: Verb<'could-not'> = async (here) => no(here, { why: 'not-understood' });
