import { kindOf, quantityOf, type Stocked } from '../benefit';
import type { Block, Button, Card, Field } from '../card';
import type { Command } from '../command';
import type { Holding } from '../holding';
import type { Named } from '../person';
import { clip } from '../prose';
import type { Refusal } from '../refusal';
import type { Approved, Fulfilled, Request } from '../request';
import type { Words } from '../words';
import { choice, emailField } from './asking';
import { type View, whatIsLeft } from './catalogue';
import { heldSince } from './course-facts';
import { reasonField } from './reason-field';
import { sentence } from './said';

/** Somebody who was named already: how a command names them, and what is read. */
export interface Chosen {
  ref: string;
  name: string;
}

/** More are not given something in one go. */
export const mostAtOnce = 50;

/** The form with which an admin gives a benefit to people. `assignment` is drawn with it, so a form counts once. */
export function assignForm(view: View, benefit: Stocked, assignment: string, chosen: Chosen[]): Card {
  const { words, locale } = view;
  const people = chosen.map(({ ref }) => ref);
  return {
    title: words.buttons.assign,
    blocks: [
      {
        type: 'facts',
        facts: [
          [words.fields.benefit, benefit.name],
          [words.fields.available, whatIsLeft(view, benefit)],
          ...(chosen.length > 0
            ? [[words.fields.person, words.list(chosen.map(({ name }) => name))] as [string, string]]
            : []),
        ],
      },
      {
        type: 'form',
        fields: assignFields(words, benefit, chosen.length > 0),
        submit: words.buttons.assign,
        press: {
          type: 'assign',
          assignment,
          benefit: benefit.id,
          ...(people.length > 0 && { people }),
        },
      },
    ],
    place: 'dialog',
    locale,
  };
}

function assignFields(words: Words, benefit: Stocked, named: boolean): Field[] {
  const { assigning } = words;
  const fields: Field[] = [];
  if (!named)
    fields.push({
      kind: 'people',
      name: 'people',
      label: words.fields.person,
      most: mostAtOnce,
      optional: true,
      hint: assigning.peopleHint(mostAtOnce),
    });
  fields.push({
    kind: 'text',
    name: 'names',
    label: words.fields.names,
    lines: 'many',
    most: 3000,
    optional: true,
    hint: assigning.namesHint,
  });
  const rule = quantityOf(benefit);
  if (rule.asks && rule.whole === undefined)
    fields.push({
      kind: 'number',
      name: 'quantity',
      label: words.fields.quantity,
      least: 1,
      most: Math.max(1, benefit.quantity - benefit.stock.held),
      initial: 1,
      hint: assigning.quantityHint,
    });
  if (benefit.languages.length > 0) fields.push(choice('language', words.fields.language, benefit.languages));
  if (benefit.systems.length > 0) fields.push(choice('system', words.fields.system, benefit.systems));
  if (kindOf(benefit) === 'contract') fields.push(emailField(words));
  fields.push(reasonField(words, words.assigning.reasonHint));
  return fields;
}

/** What became of one of those to whom something was assigned. */
export type Answer =
  | { name: string; is: 'given'; request: Fulfilled | Approved }
  /** The same form was sent before. */
  | { name: string; is: 'before'; request: Request }
  | { name: string; is: 'refused'; refusal: Refusal };

/** A sentence as long as it is read in a list. */
const mostRead = 220;

/** One answer per person. */
export function assigned({ words, locale }: View, benefit: string, answers: Answer[]): Card {
  const given = answers.filter(({ is }) => is !== 'refused').length;
  return {
    title: words.assigning.answer(benefit, given, answers.length),
    blocks: [{ type: 'facts', facts: answers.map((answer) => [answer.name, whatBecame(words, answer)]) }],
    place: 'here',
    locale,
  };
}

function whatBecame(words: Words, answer: Answer): string {
  switch (answer.is) {
    case 'given':
      return answer.request.state === 'fulfilled' ? words.assigning.hasIt : words.assigning.byTask;
    case 'before':
      return words.assigning.before;
    case 'refused':
      return clip(sentence(words, answer.refusal), mostRead);
  }
}

/** The form with which an admin moves a holding. `request` is the id the move will have. */
export function reassignForm(
  { words, locale }: View,
  holding: Holding,
  request: string,
  chosen: Chosen | undefined,
): Card {
  const { benefit, person, id } = holding;
  const fields: Field[] = [
    ...(chosen ? [] : [{ kind: 'person', name: 'person', label: words.fields.person } as const]),
    ...(kindOf(benefit) === 'contract' ? [emailField(words)] : []),
    reasonField(words, words.assigning.reasonHint),
  ];
  return {
    title: words.buttons.reassign,
    blocks: [
      {
        type: 'facts',
        facts: [
          [words.fields.benefit, benefit.name],
          [words.assigning.from, `${person.name} · ${heldSince(words, holding)}`],
          ...(chosen ? [[words.assigning.to, chosen.name] as [string, string]] : []),
        ],
      },
      {
        type: 'form',
        fields,
        submit: words.buttons.reassign,
        press: { type: 'reassign', request, holding: id, ...(chosen && { person: chosen.ref }) },
      },
    ],
    place: 'dialog',
    locale,
  };
}

/** The answer to whoever moved it. */
export function reassigned({ words, locale }: View, from: Named, request: Request): Card {
  const { assignee, benefit, reason } = request;
  const { assigning, fields } = words;
  const text = request.state === 'approved' ? assigning.movedByTask : assigning.movedNow;
  return {
    title: assigning.moved(benefit.name, assignee.name),
    blocks: [
      { type: 'text', text: text(assignee.name) },
      {
        type: 'facts',
        facts: [
          [fields.benefit, benefit.name],
          [assigning.from, from.name],
          [assigning.to, assignee.name],
          [fields.reason, reason],
        ],
      },
    ],
    place: 'here',
    locale,
  };
}

/** What was typed is clear, and a form is one press away: a message can open none by itself. */
export const ready = (
  { locale }: View,
  title: string,
  text: string,
  label: string,
  press: Command,
): Card => ({
  title,
  blocks: [
    { type: 'text', text },
    { type: 'buttons', buttons: [{ label, about: title, style: 'primary', press }] },
  ],
  place: 'here',
  locale,
});

/** Several fit what was typed, or none does and these come nearest: one line each, with the button that means it. */
export function whichOne(
  { words, locale }: View,
  sure: boolean,
  choices: Array<{ title: string; text: string; label: string; press: Command }>,
): Card {
  const rows = choices.map(({ title, text, label, press }): Block => {
    const button: Button = { label, about: `${title}, ${text}`, press };
    return { type: 'row', title, text, button };
  });
  return {
    title: words.assigning.which,
    blocks: [
      { type: 'text', text: sure ? words.assigning.whichText : words.assigning.nearestText },
      ...rows.slice(0, 20),
    ],
    place: 'here',
    locale,
  };
}
