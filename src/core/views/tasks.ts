import type { Block, Card } from '../card';
import { benefitOf, type FinishedTask, type OpenTask, type Task } from '../task';
import type { View } from './catalogue';
import { pageBlocks, pageOf } from './paging';
import { factsOf, oneLine } from './request-facts';

const titleOf = ({ words }: View, task: Task): string =>
  words.tasks.one(benefitOf(task).name, task.person.name);

const factsOfTask = ({ words }: View, { duty, person }: Task): Array<[string, string]> => [
  [words.fields.person, person.name],
  ...('request' in duty
    ? [...factsOf(words, duty.request), [words.fields.approvedBy, duty.request.by.name] as [string, string]]
    : []),
];

/** What an admin has to do in Partner Center, step by step. */
export function toDo(view: View, task: OpenTask): Card {
  const { words, locale } = view;
  return {
    title: titleOf(view, task),
    blocks: [
      { type: 'facts', facts: factsOfTask(view, task) },
      ...words.tasks.steps.map((step, at): Block => ({ type: 'text', text: `${at + 1}. ${step}` })),
      doneButton(view, task),
    ],
    place: 'here',
    locale,
  };
}

const doneButton = ({ words }: View, task: OpenTask): Block => ({
  type: 'buttons',
  buttons: [
    {
      label: words.buttons.done,
      about: words.tasks.one(benefitOf(task).name, task.person.name),
      style: 'primary',
      press: { type: 'finish', task: task.id },
    },
  ],
});

/** Asks for a word of evidence. */
export function finishForm(view: View, task: OpenTask): Card {
  const { words, locale } = view;
  return {
    title: words.tasks.finish,
    blocks: [
      { type: 'text', text: titleOf(view, task) },
      {
        type: 'form',
        fields: [
          {
            kind: 'text',
            name: 'evidence',
            label: words.fields.evidence,
            lines: 'one',
            most: 500,
            optional: true,
            hint: words.tasks.evidenceHint,
          },
        ],
        submit: words.buttons.done,
        press: { type: 'done', task: task.id },
      },
    ],
    place: 'dialog',
    locale,
  };
}

/** A task that is done, and by whom: what every copy of its card becomes. */
export const finished = (view: View, task: FinishedTask): Card => ({
  title: titleOf(view, task),
  blocks: [
    {
      type: 'facts',
      facts: [
        ...factsOfTask(view, task),
        [view.words.fields.doneBy, `${task.by.name} · ${view.words.moment(task.at)}`],
        ...('evidence' in task
          ? [[view.words.fields.evidence, task.evidence ?? ''] as [string, string]]
          : []),
      ],
    },
  ],
  place: 'here',
  locale: view.locale,
});

/** The open tasks, oldest first. */
export function tasks(view: View, open: OpenTask[], page: number): Card {
  const { words, locale } = view;
  const current = pageOf(open, page, (task) => [taskRow(view, task)]);
  return {
    title: words.tasks.title,
    blocks: [
      ...(open.length > 0
        ? current.rows.map((task) => taskRow(view, task))
        : [{ type: 'text', text: words.tasks.nothing } as const]),
      ...pageBlocks(words, current, (to) => ({ type: 'tasks', page: to })),
    ],
    place: 'here',
    locale,
  };
}

const taskRow = (view: View, task: OpenTask): Block => ({
  type: 'row',
  title: titleOf(view, task),
  text: `${view.words.moment(task.openedAt)}${'request' in task.duty ? ` · ${oneLine(task.duty.request.reason)}` : ''}`,
  button: {
    label: view.words.buttons.done,
    about: titleOf(view, task),
    press: { type: 'finish', task: task.id },
  },
});

/** It is overdue. */
export const overdue = (view: View, task: OpenTask, _escalated: boolean): Card => toDo(view, task);

/** Somebody is on it. */
export const claimed = (view: View, task: OpenTask): Card => toDo(view, task);
