import { kindOf } from '../benefit';
import type { Block } from '../card';
import type { BenefitInRequest } from '../request';
import { benefitOf, isOverdue, type OpenTask, type Recipient, type Task } from '../task';
import { dayOf } from '../time';
import type { View } from './catalogue';
import { saidBy } from './course-facts';
import { isOnBehalf, oneLine } from './request-facts';

type Facts = Array<[label: string, value: string]>;

/** What is to be done with which benefit for whom. */
export const titleOf = ({ words }: View, task: Task): string =>
  words.tasks.titles[task.duty.kind](benefitOf(task)?.name ?? '', task.person.name);

/** Everything that stands on the card of a task, open or not. */
export function factsOfTask(view: View, task: Task): Facts {
  const { words } = view;
  const { duty, person, tried } = task;
  return [
    [words.fields.person, person.name],
    ...('request' in duty ? factsOfRequest(view, duty) : []),
    ...(duty.kind === 'reach' ? [[words.tasks.why, words.reaching.why] as [string, string]] : []),
    ...(duty.kind === 'check-key' ? [[words.tasks.report, duty.report] as [string, string]] : []),
    ...(duty.kind === 'remove' && duty.frees
      ? [[words.tasks.keptUntil, words.day(duty.frees)] as [string, string]]
      : []),
    ...(tried
      ? [
          [words.tasks.tried, words.labelled(`${tried.by.name} · ${words.moment(tried.at)}`, tried.why)] as [
            string,
            string,
          ],
        ]
      : []),
    ...(task.state === 'open' ? factsOfOpen(view, task) : []),
  ];
}

function factsOfRequest({ words }: View, { request }: Extract<Task['duty'], { request: unknown }>): Facts {
  const { by, at, way, requester, reason, withMicrosoft } = request;
  // Nobody asked for what an admin gave or moved.
  const decided = way.is === 'asked' ? words.fields.approvedBy : words.tasks.assignedBy;
  return [
    ...(isOnBehalf(request) ? [[words.tasks.requestedBy, requester.name] as [string, string]] : []),
    [words.fields.reason, reason],
    [decided, `${saidBy(words, by)} · ${words.moment(at)}`],
    ...(withMicrosoft ? [[words.support.since, words.moment(withMicrosoft)] as [string, string]] : []),
  ];
}

function factsOfOpen(view: View, task: OpenTask): Facts {
  const { words } = view;
  const due = words.day(task.dueOn);
  const late = isOverdue(task, dayOf(view.now));
  return [
    [words.fields.due, late ? words.tasks.overdueSince(due) : due],
    [
      words.fields.onIt,
      task.claimed ? `${task.claimed.by.name} · ${words.moment(task.claimed.at)}` : words.tasks.nobodyOnIt,
    ],
  ];
}

/** When it is due, in words where it is late, and who is on it: one line of a list. */
export function urgency(view: View, task: OpenTask): string {
  const { tasks, day } = view.words;
  const late = isOverdue(task, dayOf(view.now));
  const due = late ? tasks.overdueSince(day(task.dueOn)) : tasks.dueOn(day(task.dueOn));
  return `${due} · ${task.claimed ? tasks.onIt(task.claimed.by.name) : tasks.nobodyIsOnIt}`;
}

/** What an admin does, mostly in Partner Center, in this order. */
export function stepsOf({ words }: View, task: Task): string[] {
  const { steps } = words.tasks;
  if (task.duty.kind !== 'set-up') return steps[task.duty.kind];
  switch (kindOf(task.duty.request.benefit)) {
    case 'subscription':
      return steps.subscription;
    case 'credit':
      return steps.credit;
    case 'order':
    case 'token':
      return steps.order;
    case 'bare':
    case 'key':
    case 'contract':
      return steps.bare;
  }
}

/** A number alone, but of money the amount as Partner Center writes it: `USD 2400 per year`. */
function toType({ unit }: BenefitInRequest, quantity: number): string {
  const [, currency, period] = /^([A-Z]{3}) (per .+)$/.exec(unit) ?? [];
  return currency ? `${currency} ${quantity} ${period}` : String(quantity);
}

/** What an admin types somewhere else, each value to be copied by itself. */
export function toCopy(view: View, task: Task): Block[] {
  const { words } = view;
  const { duty, person } = task;
  const benefit = benefitOf(task);
  // A name that came in by file may have line breaks in it, which would push everything else off the card.
  const copy = (label: string, text: string): Block => ({ type: 'copy', label, text: oneLine(text) });
  const named = ({ name, email }: Recipient, labelled = (label: string) => label): Block[] => [
    copy(labelled(words.fields.name), name),
    ...(email ? [copy(labelled(words.fields.email), email)] : []),
  ];
  const quantity = duty.kind === 'remove' ? duty.quantity : 'request' in duty ? duty.request.quantity : 1;
  const alternative = 'request' in duty ? duty.request.email : undefined;
  return [
    ...(benefit ? [copy(words.fields.benefit, benefit.name)] : []),
    ...(duty.kind === 'reassign'
      ? [...named(duty.from, words.tasks.now), ...named(person, words.tasks.next)]
      : named(person)),
    ...(alternative ? [copy(words.fields.alternativeEmail, alternative)] : []),
    ...(benefit && quantity > 1 ? [copy(words.fields.quantity, toType(benefit, quantity))] : []),
    ...(duty.kind === 'remove' && duty.evidence ? [copy(words.fields.evidence, duty.evidence)] : []),
  ];
}
