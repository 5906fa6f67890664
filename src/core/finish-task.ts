import { ofRequest, ofTask } from './audit';
import { type Change, redrawFor, tell, tellAll } from './change';
import type { CheckedKey, CheckOutcome } from './check-key';
import { checked, type Old, reassigned, removed } from './finish-upkeep';
import { bothOf, concerned, toRequester } from './hand-over';
import type { Contract } from './holding';
import type { Person, Speaker } from './person';
import type { Refusal } from './refusal';
import { type Approved, type Decision, type Fulfilled, refuse } from './request';
import { type DoneTask, type Duty, mayNotDoTasks, openTask, type Task } from './task';
import type { Instant } from './time';

/** Everything that finishing a task must know. */
export interface Finishing {
  task: Task;
  by: Speaker;
  /** What the form says: a word of evidence, and what a task of this kind was there to find out. */
  evidence: string | undefined;
  accessId?: string | undefined;
  contractId?: string | undefined;
  outcome?: CheckOutcome | undefined;
  /** The key that was checked. */
  key?: CheckedKey | undefined;
  /** The id of the holding that begins. */
  holding: string;
  /** Of a reassignment, a removal, or a key that was checked: the holding behind it. */
  old?: Old | undefined;
  /** Of an activation: the id of the task that follows, and how many days Microsoft usually takes. */
  next?: { task: string; leadDays: number } | undefined;
  admins: Person[];
  now: Instant;
}

/** What comes of a task beside its own end. */
export type Outcome = Pick<Change, 'steps' | 'notices' | 'audit'>;

/** An admin has done it in Partner Center; what was to come of it is true from now on. */
export function finish(a: Finishing): Decision<DoneTask> {
  const { task, by, evidence, admins, now } = a;
  const obstacle = mayNotDoTasks(by);
  if (obstacle) return refuse(obstacle);
  if (task.state !== 'open') return refuse({ why: 'already-decided' });

  const { remindAt: _, ...opened } = task;
  const is: DoneTask = {
    ...opened,
    state: 'done',
    by: { id: by.id, name: by.name },
    at: now,
    ...(evidence && { evidence }),
  };
  const outcome = outcomeOf(a, task.duty);
  if ('why' in outcome) return refuse(outcome);
  const { steps, notices, audit } = outcome;
  // Whoever has a card of the request sees on it what has come of it.
  const request = steps.flatMap((step) => (step.do === 'move' ? [step.request] : []))[0];
  return {
    ok: true,
    is,
    change: {
      steps: [{ do: 'finish-task', task: is }, ...steps],
      notices: [
        // Before anybody is told anew: what they are told now is not to be redrawn.
        ...(request ? redrawFor(concerned(request), request.id, { kind: 'decided', request }) : []),
        ...redrawFor(admins, task.id, { kind: 'task-done', task: is }),
        ...notices,
      ],
      audit: [ofTask('task.done', task, { by: by.id, ...(evidence && { why: evidence }) }), ...audit],
    },
  };
}

function outcomeOf(a: Finishing, duty: Duty): Outcome | Refusal {
  switch (duty.kind) {
    case 'set-up':
      return handedOver(a, duty.request);
    case 'activate':
      return sentOn(a, duty.request);
    case 'record-ids': {
      const { accessId, contractId } = a;
      if (!accessId || !contractId) return { why: 'form-incomplete' };
      return handedOver(a, duty.request, { accessId, contractId });
    }
    case 'reassign': {
      const given = handedOver(a, duty.request);
      const taken = a.old && reassigned(a.old, duty.request, a);
      if (!taken) return { why: 'gone' };
      return 'why' in taken ? taken : together(taken, given);
    }
    case 'remove':
      return a.old ? removed(a.old, duty, a) : { why: 'gone' };
    case 'check-key':
      if (!a.outcome) return { why: 'form-incomplete' };
      return a.old && a.key
        ? checked(a.outcome, duty, a, { holding: a.old.holding, key: a.key })
        : { why: 'gone' };
    // What could not be delivered is sent once more by the rounds, as when somebody writes.
    case 'reach':
      return { steps: [], notices: [], audit: [] };
  }
}

const together = (one: Outcome, other: Outcome): Outcome => ({
  steps: [...one.steps, ...other.steps],
  notices: [...one.notices, ...other.notices],
  audit: [...one.audit, ...other.audit],
});

/** The assignee has it from now on, and is told what proves it. */
function handedOver(
  { by, holding, evidence, now }: Finishing,
  request: Approved,
  contract?: Contract,
): Outcome {
  const { task: _, withMicrosoft: __, ...asked } = request;
  const is: Fulfilled = { ...asked, version: request.version + 1, state: 'fulfilled', holding, since: now };
  const proof = { ...(evidence && { evidence }), ...(contract && { contract }) };
  return {
    steps: [
      { do: 'move', request: is },
      { do: 'hold', request: is, ...proof },
    ],
    notices: [
      tell(is.assignee, is.id, { kind: 'set-up', request: is, ...proof }),
      ...toRequester(is, { kind: 'handed-over', request: is }),
    ],
    audit: [ofRequest('request.fulfilled', is, { by: by.id, why: is.reason })],
  };
}

/** Microsoft has it from now on; when it has answered, an admin notes down what it sent. */
function sentOn({ task, by, next, admins, now }: Finishing, request: Approved): Outcome | Refusal {
  if (!next) return { why: 'gone' };
  const is: Approved = { ...request, version: request.version + 1, task: next.task, withMicrosoft: now };
  const { person } = task;
  const following = openTask(
    next.task,
    { kind: 'record-ids', request: is },
    { person, days: next.leadDays, now },
  );
  return {
    steps: [
      { do: 'move', request: is },
      { do: 'open-task', task: following },
    ],
    notices: [
      ...bothOf(is).map((to) =>
        tell(to, is.id, { kind: 'with-microsoft', request: is, days: next.leadDays }),
      ),
      ...tellAll(admins, following.id, { kind: 'to-do', task: following }),
    ],
    audit: [ofRequest('request.with-microsoft', is, { by: by.id })],
  };
}
