import { ofTask } from './audit';
import { type Change, redrawFor, tellAll } from './change';
import { closedTask } from './leave';
import type { Person } from './person';
import { type FinishedTask, type OpenTask, openTask, type Recipient, reachedAgain } from './task';
import type { Instant } from './time';

/**
 * Notices that could not be delivered to somebody and that nobody has looked at. By their numbers, because more may be given up while
 * these are looked at, and that must be looked at as well.
 */
export interface Lost {
  notices: number[];
  matters: boolean;
}

/** Somebody whom no message reaches, and what could be done about it. */
export interface OutOfReach {
  person: Recipient;
  /** Whether they are still of the company. */
  active: boolean;
  /** What could not be delivered to them, by the numbers of the notices; and whether something of it is not about reaching somebody else. */
  lost: Lost;
  /** A task about them is open already. */
  known: boolean;
  admins: Person[];
  /** The id of the task. */
  task: string;
  now: Instant;
}

/** So many days an admin has for it. */
const days = 3;

/**
 * Nothing reaches somebody, in no chat: it is a task for the admins, one for each person. Nobody has to reach somebody who has left; and
 * what could not be delivered about such a task makes no further one, nor is there one where no admin would read it: then the
 * operator's log says so alone.
 */
export function outOfReach({ person, active, lost, known, admins, task: id, now }: OutOfReach): Change {
  const others = admins.filter((admin) => admin.id !== person.id);
  const looked: Change['steps'] = [{ do: 'lost-noticed', notices: lost.notices, at: now }];
  if (!active || !lost.matters || known || others.length === 0)
    return { steps: looked, notices: [], audit: [] };
  const task = openTask(id, { kind: 'reach' }, { person, days, now });
  return {
    steps: [...looked, { do: 'open-task', task }],
    notices: tellAll(others, task.id, { kind: 'to-do', task }),
    audit: [{ action: 'person.unreachable', subject: person.id, person: person.id }],
  };
}

/** Somebody has written, or an admin has spoken to them: what was lost is sent once more. */
export const withinReach = (person: string, now: Instant): Change => ({
  steps: [{ do: 'deliver-again', person, at: now }],
  notices: [],
  audit: [],
});

/** A task about reaching somebody that nobody has to do any more. */
export interface NeedlessReach {
  task: OpenTask;
  /** Whether they are still of the company; else they have been reached. */
  active: boolean;
  admins: Person[];
  now: Instant;
}

/** Whoever was to be reached has left, or has been reached without an admin: every card of the task says which. */
export function needNotBeReached({ task, active, admins, now }: NeedlessReach): Change {
  const closed: FinishedTask = active ? reachedAgain(task, now) : closedTask(task, task.person, now);
  const deed = closed.state === 'failed' ? { why: closed.why } : { by: closed.by.id };
  return {
    steps: [{ do: 'finish-task', task: closed }],
    notices: redrawFor(admins, task.id, { kind: 'task-done', task: closed }),
    audit: [ofTask(`task.${closed.state}`, closed, deed)],
  };
}
