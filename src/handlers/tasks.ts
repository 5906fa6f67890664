import { isAdmin } from '../core/person';
import { finish as decide, mayNotDoTasks } from '../core/task';
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
    return decision.refusal.why === 'already-decided' && task.state === 'done'
      ? finished(view, task)
      : no(here, decision.refusal);
  }
  return here.record(decision.change, finished(view, decision.is));
};
