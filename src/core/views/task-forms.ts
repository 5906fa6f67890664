import type { Block, Card, Field } from '../card';
import { checkOutcomes } from '../check-key';
import type { OpenTask } from '../task';
import type { View } from './catalogue';
import { reasonField } from './reason-field';
import { titleOf } from './task-facts';

/** No id of Microsoft's is longer. */
const mostId = 100;

/** Asks for a word of evidence, and for what a task of this kind is there to find out. */
export function finishForm(view: View, task: OpenTask): Card {
  const { words } = view;
  return form(view, task, words.tasks.finish, {
    type: 'form',
    fields: [...foundOut(view, task), evidence(view)],
    submit: words.buttons.done,
    press: { type: 'done', task: task.id },
  });
}

function foundOut({ words }: View, { duty }: OpenTask): Field[] {
  const { tasks, fields } = words;
  const id = (name: 'accessId' | 'contractId'): Field => ({
    kind: 'text',
    name,
    label: fields[name],
    lines: 'one',
    most: mostId,
  });
  switch (duty.kind) {
    case 'record-ids':
      return [id('accessId'), id('contractId')];
    case 'check-key':
      return [
        {
          kind: 'choice',
          name: 'outcome',
          label: tasks.outcome,
          choices: checkOutcomes.map((value) => ({ value, label: tasks.outcomes[value] })),
        },
      ];
    case 'set-up':
    case 'activate':
    case 'reassign':
    case 'remove':
    case 'reach':
      return [];
  }
}

const evidence = ({ words }: View): Field => ({
  kind: 'text',
  name: 'evidence',
  label: words.fields.evidence,
  lines: 'one',
  most: 500,
  optional: true,
  hint: words.tasks.evidenceHint,
});

/** Asks for the reason why it could not be done, and says who will read it. */
export function giveUpForm(view: View, task: OpenTask): Card {
  const { words } = view;
  return form(view, task, words.tasks.giveUp, {
    type: 'form',
    fields: [reasonField(words, whoReads(view, task))],
    submit: words.buttons.couldNot,
    press: { type: 'could-not', task: task.id },
  });
}

/** Who reads the reason, and what comes of it. */
const whoReads = ({ words: { tasks } }: View, { duty, person }: OpenTask): string =>
  duty.kind === 'reach'
    ? tasks.outOfReachHint
    : 'request' in duty
      ? tasks.giveUpHint(person.name)
      : tasks.againHint;

const form = (view: View, task: OpenTask, title: string, block: Extract<Block, { type: 'form' }>): Card => ({
  title,
  blocks: [{ type: 'text', text: titleOf(view, task) }, block],
  place: 'dialog',
  locale: view.locale,
});
