import type { Block, Button, Card } from '../card';
import { endedByLeaving } from '../leave';
import { partnerCenter } from '../programme';
import { allSettled, type Unsettled } from '../scarce';
import { doneByItself, type FinishedTask, isOverdue, type OpenTask, type Task } from '../task';
import { dayOf } from '../time';
import type { View } from './catalogue';
import { pageBlocks, pageOf } from './paging';
import { factsOfTask, stepsOf, titleOf, toCopy, urgency } from './task-facts';
import { unsettledRows } from './unsettled';

/** What an admin has to do: step by step, with the values to copy one by one. */
export function toDo(view: View, task: OpenTask): Card {
  return { title: titleOf(view, task), blocks: body(view, task), place: 'here', locale: view.locale };
}

function body(view: View, task: OpenTask): Block[] {
  const { words } = view;
  return [
    { type: 'facts', facts: factsOfTask(view, task) },
    ...stepsOf(view, task).map((step, at): Block => ({ type: 'text', text: `${at + 1}. ${step}` })),
    { type: 'heading', text: words.tasks.copy },
    ...toCopy(view, task),
    { type: 'buttons', buttons: buttonsOf(view, task) },
  ];
}

function buttonsOf(view: View, task: OpenTask): Button[] {
  const { buttons } = view.words;
  const about = titleOf(view, task);
  return [
    ...(task.duty.kind === 'reach' ? [] : [{ label: buttons.partnerCenter, about, url: partnerCenter }]),
    { label: buttons.onIt, about, press: { type: 'claim-task', task: task.id } },
    { label: buttons.done, about, style: 'primary', press: { type: 'finish', task: task.id } },
    { label: buttons.couldNot, about, style: 'danger', press: { type: 'give-up', task: task.id } },
  ];
}

/** Somebody is on it. */
export const claimed = (view: View, task: OpenTask): Card => toDo(view, task);

/** It is overdue. `escalated`: all admins are told, because a reminder brought nothing. */
export function overdue(view: View, task: OpenTask, escalated: boolean): Card {
  const { overdue, reminder, escalation, slowMicrosoft } = view.words.tasks;
  const why = [
    ...(escalated ? [escalation] : task.duty.kind === 'record-ids' ? [] : [reminder]),
    ...(task.duty.kind === 'record-ids' ? [slowMicrosoft] : []),
  ];
  const card = toDo(view, task);
  const title = overdue(card.title);
  return { ...card, title, blocks: [...why.map((text): Block => ({ type: 'text', text })), ...card.blocks] };
}

/** A task that is done or could not be, and by whom: what every copy of its card becomes. */
export function finished(view: View, task: FinishedTask): Card {
  const { words, locale } = view;
  const facts: Array<[string, string]> =
    task.state === 'done' && doneByItself(task)
      ? [[words.fields.state, words.reaching.again(words.moment(task.at))]]
      : task.state === 'done'
        ? [
            [words.fields.doneBy, `${task.by.name} · ${words.moment(task.at)}`],
            ...(task.evidence ? [[words.fields.evidence, task.evidence] as [string, string]] : []),
          ]
        : endedByLeaving(task)
          ? [[words.fields.state, words.cancelledBecause.left()]]
          : [
              [words.fields.state, words.tasks.failed],
              [words.tasks.triedBy, `${task.by.name} · ${words.moment(task.at)}`],
              [words.tasks.why, task.why],
            ];
  return {
    title: titleOf(view, task),
    blocks: [{ type: 'facts', facts: [...factsOfTask(view, task), ...facts] }],
    place: 'here',
    locale,
  };
}

/** The open tasks, the most urgent first; each opens its card. Below them what waits for an admin without being a task. */
export function tasks(view: View, open: OpenTask[], page: number, unsettled: Unsettled = allSettled): Card {
  const { words, locale } = view;
  const beside = unsettledRows(view, unsettled, mostScarce);
  const current = pageOf(open, page, (task) => [taskRow(view, task)], [], { first: beside });
  return {
    title: words.tasks.title,
    blocks: [
      ...(open.length + beside.length > 0
        ? current.rows.map((task) => taskRow(view, task))
        : [{ type: 'text', text: words.tasks.nothing } as const]),
      ...(current.page === 1 ? beside : []),
      ...pageBlocks(words, current, (to) => ({ type: 'tasks', page: to })),
    ],
    place: 'here',
    locale,
  };
}

/** More stand in the stock. */
const mostScarce = 10;

/** A task in one line, which opens it. */
export const taskRow = (view: View, task: OpenTask): Block => ({
  type: 'row',
  title: titleOf(view, task),
  text: urgency(view, task),
  button: {
    label: view.words.buttons.openTask,
    about: titleOf(view, task),
    ...(isOverdue(task, dayOf(view.now)) && { style: 'primary' }),
    press: { type: 'task', task: task.id },
  },
});

/** One task, as it stands. */
export const oneTask = (view: View, task: Task): Card =>
  task.state === 'open' ? toDo(view, task) : finished(view, task);
