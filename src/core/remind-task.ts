import { ofTask } from './audit';
import { type Change, tell, tellAll } from './change';
import { bothOf } from './hand-over';
import type { Person } from './person';
import { isOverdue, type OpenTask, type Task } from './task';
import { addDays, dayOf, daysBetween, type Instant } from './time';

/** Days from the first reminder to all admins, and from each of those to the next. */
const untilEscalation = 2;
const untilAgain = 7;

/**
 * What happens to a task whose due day has passed: whoever is on it is reminded (all admins, where nobody is), two days later all
 * admins are told, and again every week. Undefined when nothing is due now. When it is Microsoft that takes long, whoever waits for
 * it is told once.
 */
export function remind(task: Task, admins: Person[], now: Instant): Change | undefined {
  if (task.state !== 'open' || !isOverdue(task, dayOf(now))) return undefined;
  if (task.remindAt && task.remindAt > now) return undefined;

  const escalated = task.reminders > 0;
  const is: OpenTask = {
    ...task,
    reminders: task.reminders + 1,
    remindAt: daysLater(now, escalated ? untilAgain : untilEscalation),
  };
  // Somebody who is no admin any more cannot do it.
  const onIt = admins.filter(({ id }) => id === task.claimed?.by.id);
  const told = escalated || onIt.length === 0 ? admins : onIt;
  return {
    steps: [{ do: 'touch-task', task: is }],
    notices: [
      ...tellAll(told, task.id, { kind: 'overdue', task: is, escalated }),
      ...(escalated ? [] : stillWithMicrosoft(task)),
    ],
    audit: [ofTask('task.overdue', task, { why: escalated ? 'all admins told' : 'reminded' })],
  };
}

function stillWithMicrosoft({ duty, openedAt, dueOn }: OpenTask): Change['notices'] {
  if (duty.kind !== 'record-ids') return [];
  const { request } = duty;
  const days = daysBetween(dayOf(openedAt), dueOn);
  return bothOf(request).map((to) =>
    tell(to, request.id, { kind: 'with-microsoft', request, days, late: true }),
  );
}

const daysLater = (at: Instant, days: number): Instant => `${addDays(dayOf(at), days)}${at.slice(10)}`;
