import { type Change, redrawFor, tell } from './change';
import type { Person, Speaker } from './person';
import { type Decision, type Fulfilled, refuse } from './request';
import { type DoneTask, mayNotDoTasks, type Task } from './task';
import type { Instant } from './time';

export interface Finishing {
  task: Task;
  by: Speaker;
  evidence: string | undefined;
  /** The id of the holding that begins. */
  holding: string;
  admins: Person[];
  now: Instant;
}

/** An admin has done it: the assignee holds the benefit from now on. */
export function finish({ task, by, evidence, holding, admins, now }: Finishing): Decision<DoneTask> {
  const obstacle = mayNotDoTasks(by);
  if (obstacle) return refuse(obstacle);
  if (task.state !== 'open' || !('request' in task.duty)) return refuse({ why: 'already-decided' });

  const { task: _, withMicrosoft: __, ...request } = task.duty.request;
  const is: Fulfilled = { ...request, version: request.version + 1, state: 'fulfilled', holding, since: now };
  const { remindAt: ___, ...opened } = task;
  const done: DoneTask = {
    ...opened,
    state: 'done',
    by: { id: by.id, name: by.name },
    at: now,
    ...(evidence && { evidence }),
  };
  const change: Change = {
    steps: [
      { do: 'finish-task', task: done },
      { do: 'move', request: is },
      { do: 'hold', request: is, ...(evidence && { evidence }) },
    ],
    notices: [
      tell(is.assignee, is.id, { kind: 'set-up', request: is, ...(evidence && { evidence }) }),
      ...redrawFor(admins, task.id, { kind: 'task-done', task: done }),
    ],
    audit: [
      {
        action: 'task.done',
        by: by.id,
        subject: task.id,
        person: is.assignee.id,
        benefit: is.benefit.id,
        ...(evidence && { why: evidence }),
      },
    ],
  };
  return { ok: true, is: done, change };
}
