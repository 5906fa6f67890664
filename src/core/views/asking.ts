import { isAtHand } from '../available';
import { kindOf, quantityOf, type Stocked, withoutKeys } from '../benefit';
import type { Block, Card, Field } from '../card';
import type { Pending } from '../request';
import type { Words } from '../words';
import { instructionsOf, type View, whatIsLeft } from './catalogue';
import { factsOf, peopleOf } from './request-facts';

const mostReason = 1000;

/**
 * The form with which a benefit is asked for. `request` is the id that the request will have; `asked`: the reader has asked for it
 * already, so it can only be for somebody else.
 */
export function askForm(view: View, benefit: Stocked, request: string, asked = false): Card {
  const { words, locale } = view;
  const instructions = instructionsOf(benefit, locale);
  const remarks: Block[] = [
    ...(isOnList(benefit) ? [{ type: 'text', text: words.form.onList(benefit.stock.waiting) } as const] : []),
    ...(asked ? [{ type: 'text', text: words.form.askedAlready } as const] : []),
    ...wholeRemark(words, benefit),
    ...(instructions ? [{ type: 'text', text: instructions, weak: true } as const] : []),
  ];
  return {
    title: words.form.title,
    blocks: [
      {
        type: 'facts',
        facts: [
          [words.fields.benefit, benefit.name],
          [words.fields.available, whatIsLeft(view, benefit)],
        ],
      },
      ...remarks,
      {
        type: 'form',
        fields: fieldsFor(words, benefit),
        submit: words.form.submit,
        press: { type: 'request', request, benefit: benefit.id },
      },
    ],
    place: 'dialog',
    locale,
  };
}

/** Whoever asks now goes on the waiting list: nothing is left, no key is in stock, or others wait. */
const isOnList = (benefit: Stocked): boolean => withoutKeys(benefit) || !isAtHand(benefit, 1);

/** A key is for whoever presses Show key, so nobody asks for one in another's name. */
export const isForOthersToo = (benefit: Pick<Stocked, 'category' | 'delivery' | 'unit'>): boolean =>
  !['key', 'token'].includes(kindOf(benefit));

function fieldsFor(words: Words, benefit: Stocked): Field[] {
  const fields: Field[] = [];
  if (isForOthersToo(benefit))
    fields.push({
      kind: 'person',
      name: 'person',
      label: words.fields.person,
      optional: true,
      hint: words.form.personHint,
    });
  const quantity = quantityField(words, benefit);
  if (quantity) fields.push(quantity);
  if (benefit.languages.length > 0) fields.push(choice('language', words.fields.language, benefit.languages));
  if (benefit.systems.length > 0) fields.push(choice('system', words.fields.system, benefit.systems));
  if (kindOf(benefit) === 'contract') fields.push(emailField(words));
  fields.push({
    kind: 'text',
    name: 'reason',
    label: words.fields.reason,
    lines: 'many',
    most: mostReason,
    hint: words.form.reasonHint,
  });
  return fields;
}

function quantityField(words: Words, benefit: Stocked): Field | undefined {
  const rule = quantityOf(benefit);
  if (!rule.asks) return undefined;
  const { name, label } = { name: 'quantity', label: words.fields.quantity } as const;
  if (rule.whole !== undefined)
    return { kind: 'number', name, label, least: 1, most: rule.whole, initial: rule.whole };
  const free = benefit.quantity - benefit.stock.held;
  const most = free > 0 ? free : benefit.quantity;
  const hint = words.form.quantityHint(most, words.unit(benefit.unit, most));
  return { kind: 'number', name, label, least: 1, most, initial: 1, hint };
}

/** A token cannot be split. No hint of a field: Teams shows none where a number stands already. */
function wholeRemark(words: Words, benefit: Stocked): Block[] {
  const rule = quantityOf(benefit);
  if (!rule.asks || rule.whole === undefined) return [];
  return [{ type: 'text', text: words.form.whole(rule.whole, words.unit(benefit.unit, rule.whole)) }];
}

/** The second address of a support benefit. */
export const emailField = (words: Words): Field => ({
  kind: 'text',
  name: 'email',
  label: words.fields.alternativeEmail,
  lines: 'one',
  most: 254,
  hint: words.form.emailHint,
});

/** One choice alone needs no thought: it is chosen already. */
export const choice = (name: 'language' | 'system', label: string, choices: string[]): Field => ({
  kind: 'choice',
  name,
  label,
  choices: choices.map((value) => ({ value, label: value })),
  ...(choices.length === 1 && { initial: choices[0] as string }),
});

/** The answer to whoever asked: what happens next, and how to take it back. */
export function asked({ words, locale }: View, request: Pending): Card {
  const { benefit, assignee, requester } = request;
  const forOther = assignee.id !== requester.id;
  return {
    title: forOther ? words.asked.titleFor(benefit.name, assignee.name) : words.asked.title(benefit.name),
    blocks: [
      { type: 'text', text: words.asked.next(words.list(request.asked.map(({ name }) => name))) },
      ...(forOther ? [{ type: 'text', text: words.asked.bothTold(assignee.name) } as const] : []),
      { type: 'facts', facts: [...(forOther ? peopleOf(words, request) : []), ...factsOf(words, request)] },
      cancelButton(words, request),
    ],
    place: 'here',
    locale,
  };
}

const cancelButton = (words: Words, request: Pending): Block => ({
  type: 'buttons',
  buttons: [
    {
      label: words.buttons.cancelRequest,
      about: request.benefit.name,
      style: 'danger',
      press: { type: 'cancel', request: request.id },
    },
  ],
});

/** Somebody asked for it in your name: what happens next, and how to take it back. */
export const askedForYou = ({ words, locale }: View, request: Pending): Card => ({
  title: words.asked.forYou(request.requester.name, request.benefit.name),
  blocks: [
    { type: 'text', text: words.asked.next(words.list(request.asked.map(({ name }) => name))) },
    { type: 'facts', facts: [...peopleOf(words, request), ...factsOf(words, request)] },
    cancelButton(words, request),
  ],
  place: 'here',
  locale,
});
