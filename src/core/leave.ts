import { ofTask, ownWords } from './audit';
import { type Change, redrawFor, type Step, tellAll } from './change';
import { stillAsked } from './course';
import { aftermathOf, type Ended, end } from './give-back';
import type { Leaver } from './notice';
import type { Named, Person } from './person';
import type { Approved, Cancelled, Open, Pending } from './request';
import type { FailedTask, OpenTask, Task } from './task';
import type { Instant } from './time';
import { cancelled, type Withdrawn, withdraw } from './withdraw';

/** What somebody who has left still has. */
export interface Leaving {
  person: Named;
  /** What they hold, each with all that ending it must know. */
  holdings: Ended[];
  /** What is still to come to them, each with the task it waits for. */
  requests: Array<{ request: Open; task?: Task }>;
  /** Requests of others that waited for them alone, each asked again. */
  askedAgain?: Array<{ is: Pending; change: Change }>;
  admins: Person[];
  now: Instant;
}

/**
 * Somebody has left: everything they hold ends by the rules of its kind, what was to come to them does not, and each admin gets one
 * summary. What they asked for others goes on, and what waited for their answer alone waits for those who decide now.
 *
 * @returns several changes of one transaction, because no change names a row twice; none when nothing is left to be done
 */
export function leave({ person, holdings, requests, askedAgain = [], admins, now }: Leaving): Change[] {
  if (holdings.length + requests.length + askedAgain.length === 0) return [];
  const gaveBack: Leaver['gaveBack'] = [];
  const ends = holdings.map((held) => {
    const change = end(held, { how: 'left' }, undefined);
    const { benefit, quantity } = held.holding;
    const task = change.steps.some((step) => step.do === 'open-task');
    const after = aftermathOf(held);
    const key =
      after.is === 'key-is-spent' ? 'spent' : after.is === 'key-goes-on' && after.shown ? 'seen' : undefined;
    gaveBack.push({ benefit: benefit.name, quantity, task, ...(key && { key }) });
    return change;
  });
  const cancelled = requests.map(({ request }) => request.benefit.name);
  const again = askedAgain.map(({ is: { requester, benefit, course } }) => ({
    requester: requester.name,
    benefit: benefit.name,
    asked: stillAsked(course).map(({ name }) => name),
  }));
  return [
    ...ends,
    ...requests.map(({ request, task }) => withdrawn(request, task, person, admins, now)),
    ...askedAgain.map(({ change }) => change),
    {
      steps: [],
      notices: tellAll(
        admins.filter(({ id }) => id !== person.id),
        person.id,
        {
          kind: 'left',
          leaver: { person, gaveBack, cancelled, ...(again.length > 0 && { askedAgain: again }) },
        },
      ),
      audit: [],
    },
  ];
}

/** Somebody who had left has spoken again, from the account that had been taken away: the admins are told, with the role they have. */
export const comeBack = ({ id, name, role }: Person, admins: Person[]): Change => ({
  steps: [],
  notices: tellAll(
    admins.filter((admin) => admin.id !== id),
    id,
    { kind: 'back', person: { id, name }, role },
  ),
  audit: [{ action: 'person.back', by: id, subject: id, person: id }],
});

/** A request whose assignee has left comes to nothing. */
function withdrawn(
  request: Open,
  task: Task | undefined,
  person: Named,
  admins: Person[],
  now: Instant,
): Change {
  const closed =
    request.state === 'approved' && task?.state === 'open' ? closedTask(task, person, now) : undefined;
  const { steps, notices, audit } = cancelled(
    request.state === 'approved'
      ? withdrawnApproval(request, now)
      : withdraw(request, { because: 'left' }, now),
    { knows: person.id },
  );
  if (!closed) return { steps, notices, audit };
  return {
    steps: [...steps, { do: 'finish-task', task: closed }],
    notices: [...notices, ...redrawFor(admins, closed.id, { kind: 'task-done', task: closed })],
    audit: [...audit, ofTask('task.failed', closed, { why: closed.why })],
  };
}

/** An approval that nobody is there for. One that was to take over somebody else's holding has taken nothing yet. */
function withdrawnApproval(request: Approved, now: Instant): Withdrawn {
  const { by: _, task: __, withMicrosoft: ___, ...asked } = request;
  const is: Cancelled = {
    ...asked,
    version: request.version + 1,
    state: 'cancelled',
    at: now,
    because: 'left',
  };
  const { benefit, quantity, way } = request;
  const gives: Step[] =
    way.is === 'reassigned' ? [] : [{ do: 'take', benefit: benefit.id, quantity: -quantity }];
  return { is, steps: [{ do: 'move', request: is }, ...gives] };
}

/** Its task cannot be done any more: it failed through whom it was for. */
export function closedTask(task: OpenTask, { id, name }: Named, now: Instant): FailedTask {
  const { remindAt: _, ...opened } = task;
  return { ...opened, state: 'failed', by: { id, name }, at: now, why: ownWords.hasLeft };
}

/** Whether nobody is to blame that a task was not done: whom it was for has left. */
export const endedByLeaving = ({ by, person, why }: FailedTask): boolean =>
  by.id === person.id && why === ownWords.hasLeft;
