import { isAtHand } from '../available';
import { kindOf, quantityOf, type Stocked, withoutKeys } from '../benefit';
import type { Block, Card, Field } from '../card';
import type { Notice } from '../notice';
import type { Named, PersonRef } from '../person';
import type { Pending } from '../request';
import type { Words } from '../words';
import type { Chosen } from './assigning';
import { instructionsOf, type View, whatIsLeft } from './catalogue';
import { agreedIn } from './course-facts';
import { saidOf } from './deciding';
import { nextStep } from './next-step';
import { reasonField } from './reason-field';
import { factsOf, namesOf, peopleOf } from './request-facts';
import { ownButtons } from './reviewing';
import { cancelButton } from './taking-away';

/** What is known before the form with which a benefit is asked for is filled in. */
interface KnownAhead {
  /** The reader has asked for it already, so it can only be for somebody else. */
  asked?: boolean;
  /** So it can where the rules do not let the reader have it, for this reason. */
  notForYou?: string | undefined;
  /** So many were named. */
  quantity?: number | undefined;
  /** For whom it is to be, where that is known. */
  person?: PersonRef | undefined;
  /** The same, where it was said in words and is not asked again. */
  chosen?: Chosen | undefined;
}

/** The form with which a benefit is asked for. `request` is the id that the request will have. */
export function askForm(view: View, benefit: Stocked, request: string, ahead: KnownAhead = {}): Card {
  const { asked, notForYou, chosen } = ahead;
  const { words, locale } = view;
  const instructions = instructionsOf(benefit, locale);
  const remarks: Block[] = [
    ...onList(words, benefit).map((text) => ({ type: 'text', text }) as const),
    ...(notForYou !== undefined ? [{ type: 'text', text: words.form.notForYou(notForYou) } as const] : []),
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
          ...(chosen ? [[words.fields.person, chosen.name] as [string, string]] : []),
        ],
      },
      ...remarks,
      {
        type: 'form',
        fields: fieldsFor(words, benefit, ahead).filter(({ name }) => !chosen || name !== 'person'),
        submit: words.form.submit,
        press: { type: 'request', request, benefit: benefit.id, ...(chosen && { person: chosen.ref }) },
      },
    ],
    place: 'dialog',
    locale,
  };
}

/** Whoever asks now goes on the waiting list, and why: no key is in stock; or nothing is left, or others wait. */
const onList = ({ form }: Words, benefit: Stocked): string[] =>
  withoutKeys(benefit)
    ? [form.keyless(benefit.stock.waiting)]
    : isAtHand(benefit, 1)
      ? []
      : [form.onList(benefit.stock.waiting)];

/** A key is for whoever presses Show key, so nobody asks for one in another's name. */
export const isForOthersToo = (benefit: Pick<Stocked, 'category' | 'delivery' | 'unit'>): boolean =>
  !['key', 'token'].includes(kindOf(benefit));

function fieldsFor(words: Words, benefit: Stocked, { quantity: named, person }: KnownAhead): Field[] {
  const fields: Field[] = [];
  if (isForOthersToo(benefit))
    fields.push({
      kind: 'person',
      name: 'person',
      label: words.fields.person,
      optional: true,
      hint: words.form.personHint,
      ...(person && { initial: person }),
    });
  const quantity = quantityField(words, benefit, named);
  if (quantity) fields.push(quantity);
  if (benefit.languages.length > 0) fields.push(choice('language', words.fields.language, benefit.languages));
  if (benefit.systems.length > 0) fields.push(choice('system', words.fields.system, benefit.systems));
  if (kindOf(benefit) === 'contract') fields.push(emailField(words));
  fields.push(reasonField(words, words.form.reasonHint));
  return fields;
}

function quantityField(words: Words, benefit: Stocked, named = 1): Field | undefined {
  const rule = quantityOf(benefit);
  if (!rule.asks) return undefined;
  const { name, label } = { name: 'quantity', label: words.fields.quantity } as const;
  if (rule.whole !== undefined)
    return { kind: 'number', name, label, least: 1, most: rule.whole, initial: rule.whole };
  const free = benefit.quantity - benefit.stock.held;
  const most = free > 0 ? free : benefit.quantity;
  const hint = words.form.quantityHint(most, words.unit(benefit.unit, most));
  return { kind: 'number', name, label, least: 1, most, initial: Math.min(named, most), hint };
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

/** The form with what was asked for, to be changed. */
export function changeForm(view: View, request: Pending, benefit: Stocked): Card {
  const { words, locale } = view;
  const { quantity, language, system, email, reason } = request;
  const fields = fieldsFor(words, benefit, {})
    .filter(({ name }) => name !== 'person')
    .map((field): Field => {
      if (field.kind === 'number')
        return { ...field, most: Math.max(field.most, quantity), initial: quantity };
      const initial = { language, system, email, reason }[field.name as 'reason'];
      return initial === undefined || (field.kind !== 'text' && field.kind !== 'choice')
        ? field
        : { ...field, initial };
    });
  return {
    title: words.changeForm.title,
    blocks: [
      { type: 'text', text: benefit.name },
      { type: 'text', text: words.changeForm.text, weak: true },
      {
        type: 'form',
        fields,
        submit: words.buttons.change,
        press: { type: 'change', request: request.id, version: request.version },
        back: { type: 'review', request: request.id },
      },
    ],
    place: 'dialog',
    locale,
  };
}

/**
 * To whoever asked: what happens next, and what they can do until it is decided.
 * @param benefit as it is now, where it was looked at: whether a yes is not yet the end of the waiting
 */
export function asked(view: View, request: Pending, benefit?: Stocked): Card {
  const { words } = view;
  const { assignee, requester } = request;
  const { name } = request.benefit;
  const forOther = assignee.id !== requester.id;
  return standing(view, request, {
    title: forOther ? words.asked.titleFor(name, assignee.name) : words.asked.title(name),
    told: [
      ...(forOther ? [words.asked.bothTold(assignee.name)] : []),
      ...(benefit && withoutKeys(benefit) ? [words.asked.keyless] : []),
    ],
    reader: requester.id,
  });
}

/** To whoever asked or will have it, over what they had: how it stands, with all that was said about it since. */
export function stillWaits(view: View, { request, reader }: Extract<Notice, { kind: 'still-waits' }>): Card {
  if (reader === request.requester.id) return asked(view, request);
  const title = view.words.asked.forYou(request.requester.name, request.benefit.name);
  return standing(view, request, { title, told: [], reader });
}

function standing(
  view: View,
  request: Pending,
  { title, told, reader }: { title: string; told: string[]; reader: string },
): Card {
  const { words, locale } = view;
  return {
    title,
    blocks: [
      { type: 'text', text: nextStep(words, request) },
      ...told.map((text): Block => ({ type: 'text', text })),
      {
        type: 'facts',
        facts: [
          ...(request.assignee.id !== request.requester.id ? peopleOf(view, request) : []),
          ...factsOf(words, request),
          ...agreedIn(words, request),
        ],
      },
      ...saidOf(view, request),
      { type: 'buttons', buttons: ownButtons(view, request, reader) },
    ],
    place: 'here',
    locale,
    shows: { request: request.id, version: request.version },
  };
}

/** To whoever has reminded them. `told`: who has got a message by it; the others have one with all that waits for them. */
export function reminded(view: View, request: Pending, told: Named[]): Card {
  const { words } = view;
  const card = asked(view, request);
  const text = told.length > 0 ? words.asked.reminded(namesOf(words, told)) : words.asked.inDigest;
  return { ...card, blocks: [{ type: 'text', text }, ...card.blocks] };
}

/** Somebody asked for it in your name: what happens next, and how to take it back. */
export const askedForYou = ({ words, locale, reader }: View, request: Pending): Card => ({
  title: words.asked.forYou(request.requester.name, request.benefit.name),
  blocks: [
    { type: 'text', text: nextStep(words, request) },
    { type: 'facts', facts: [...peopleOf({ words, reader }, request), ...factsOf(words, request)] },
    {
      type: 'buttons',
      buttons: [cancelButton(words, request, request.benefit.name)],
    },
  ],
  place: 'here',
  locale,
});
