import { ofRequest, ofTask } from './audit';
import { type Change, redrawFor, tell, tellAll } from './change';
import { bothOf, concerned } from './hand-over';
import type { Person, Speaker } from './person';
import { type Approved, type Decision, type Failed, refuse } from './request';
import { type FailedTask, mayNotDoTasks, type OpenTask, openTask, type Task } from './task';
import type { Instant } from './time';

/** Everything that giving a task up must know. */
export interface Failing {
  task: Task;
  by: Speaker;
  why: string;
  /** The id of the next attempt, and how many days an admin has for it; none where nothing is left to be tried. */
  again?: { task: string; days: number } | undefined;
  admins: Person[];
  now: Instant;
}

/**
 * An admin could not do it, and says why. What was asked for comes to nothing: its allocation is free again. What was to be taken
 * back, or looked at, still has to be: the attempt has failed, and the next one is open to every admin at once, so that nothing
 * is left blocked without a task. Whoever cannot be reached by anybody stays so until they write, and others are asked in their place.
 */
export function fail(a: Failing): Decision<FailedTask> {
  const { task, by, why, admins, now } = a;
  const obstacle = mayNotDoTasks(by);
  if (obstacle) return refuse(obstacle);
  if (task.state !== 'open') return refuse({ why: 'already-decided' });

  const { remindAt: _, ...opened } = task;
  const is: FailedTask = { ...opened, state: 'failed', by: { id: by.id, name: by.name }, at: now, why };
  const { steps, notices, audit } =
    'request' in task.duty ? comesToNothing(a, task.duty.request) : openAgain(a, task, is);
  return {
    ok: true,
    is,
    change: {
      steps: [{ do: 'finish-task', task: is }, ...steps],
      notices: [...notices, ...redrawFor(admins, task.id, { kind: 'task-done', task: is })],
      audit: [ofTask('task.failed', task, { by: by.id, why }), ...audit],
    },
  };
}

function comesToNothing({ by, why }: Failing, request: Approved): Change {
  const { task: _, withMicrosoft: __, ...asked } = request;
  const through = { id: by.id, name: by.name };
  const is: Failed = { ...asked, version: request.version + 1, state: 'failed', through, why };
  const told = bothOf(is).filter(({ id }) => id !== by.id || id === is.assignee.id);
  return {
    steps: [
      { do: 'move', request: is },
      // A reassignment took nothing: the holding it was to replace just stays.
      ...(is.way.is === 'reassigned'
        ? []
        : [{ do: 'take', benefit: is.benefit.id, quantity: -is.quantity } as const]),
    ],
    notices: [
      ...redrawFor(concerned(is), is.id, { kind: 'decided', request: is }),
      ...told.map((to) => tell(to, is.id, { kind: 'failed', request: is })),
    ],
    audit: [ofRequest('request.failed', is, { by: by.id, why })],
  };
}

function openAgain({ again, admins, now }: Failing, { duty, person }: Task, failed: FailedTask): Change {
  if (!again) return { steps: [], notices: [], audit: [] };
  const task: OpenTask = {
    ...openTask(again.task, duty, { person, days: again.days, now }),
    tried: { by: failed.by, at: failed.at, why: failed.why },
  };
  return {
    steps: [{ do: 'open-task', task }],
    notices: tellAll(admins, task.id, { kind: 'to-do', task }),
    audit: [],
  };
}
