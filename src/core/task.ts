import { redrawFor, tell } from './change';
import { isAdmin, type Named, type Person, type Speaker } from './person';
import type { Refusal } from './refusal';
import type { Approved, Decision, Fulfilled } from './request';
import type { Instant } from './time';

interface Opened {
  id: string;
  request: Approved;
  openedAt: Instant;
}

/** What Microsoft offers no API for, to be done by an admin in Partner Center. */
export type OpenTask = Opened & { state: 'open' };
export type DoneTask = Opened & { state: 'done'; by: Named; at: Instant; evidence?: string };
export type Task = OpenTask | DoneTask;

export interface Finishing {
  task: Task;
  by: Speaker;
  evidence: string | undefined;
  /** The id of the holding that begins. */
  holding: string;
  admins: Person[];
  now: Instant;
}

/** Why this person does no tasks; undefined when they may. Seeing them asks as much as doing them: they name people and reasons. */
export function mayNotDoTasks(by: Speaker): Refusal | undefined {
  if (!isAdmin(by)) return { why: 'not-an-admin' };
  return by.mayDecide ? undefined : { why: 'unlinked-account' };
}

/** An admin has done it: the requester holds the benefit from now on. */
export function finish({ task, by, evidence, holding, admins, now }: Finishing): Decision<DoneTask> {
  const obstacle = mayNotDoTasks(by);
  if (obstacle) return { ok: false, refusal: obstacle };
  if (task.state === 'done') return { ok: false, refusal: { why: 'already-decided' } };

  const { task: _, ...request } = task.request;
  const is: Fulfilled = { ...request, version: request.version + 1, state: 'fulfilled', holding, since: now };
  const done: DoneTask = {
    ...task,
    state: 'done',
    by: { id: by.id, name: by.name },
    at: now,
    ...(evidence && { evidence }),
  };
  return {
    ok: true,
    is: done,
    change: {
      steps: [
        { do: 'finish-task', task: done },
        { do: 'move', request: is },
        { do: 'hold', request: is },
      ],
      notices: [
        tell(is.requester, is.id, { kind: 'set-up', request: is, ...(evidence && { evidence }) }),
        ...redrawFor(admins, task.id, { kind: 'task-done', task: done }),
      ],
      audit: {
        action: 'task.done',
        by: by.id,
        subject: task.id,
        person: is.requester.id,
        benefit: is.benefit.id,
        ...(evidence && { why: evidence }),
      },
    },
  };
}
