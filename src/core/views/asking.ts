import { quantityOf, type Stocked } from '../benefit';
import type { Card, Field } from '../card';
import type { Pending } from '../request';
import { instructionsOf, type View, whatIsLeft } from './catalogue';
import { factsOf } from './request-facts';

const mostReason = 1000;

/** The form with which a benefit is asked for. `request` is the id that the request will have. */
export function askForm(view: View, benefit: Stocked, request: string): Card {
  const { words, locale } = view;
  const rule = quantityOf(benefit);
  const fields: Field[] = [];
  if (rule.asks) {
    const most = Math.max(1, benefit.quantity - benefit.stock.held);
    const hint = words.form.quantityHint(most, words.unit(benefit.unit, most));
    fields.push({
      kind: 'number',
      name: 'quantity',
      label: words.fields.quantity,
      least: 1,
      most,
      initial: 1,
      hint,
    });
  }
  if (benefit.languages.length > 0) fields.push(choice('language', words.fields.language, benefit.languages));
  if (benefit.systems.length > 0) fields.push(choice('system', words.fields.system, benefit.systems));
  fields.push({
    kind: 'text',
    name: 'reason',
    label: words.fields.reason,
    lines: 'many',
    most: mostReason,
    hint: words.form.reasonHint,
  });

  const instructions = instructionsOf(benefit, locale);
  return {
    title: words.form.title,
    blocks: [
      {
        type: 'facts',
        facts: [
          [words.fields.benefit, benefit.name],
          [words.fields.left, whatIsLeft(view, benefit)],
        ],
      },
      ...(instructions ? [{ type: 'text', text: instructions, weak: true } as const] : []),
      {
        type: 'form',
        fields,
        submit: words.form.submit,
        press: { type: 'request', request, benefit: benefit.id },
      },
    ],
    place: 'dialog',
    locale,
  };
}

/** One choice alone needs no thought: it is chosen already. */
const choice = (name: 'language' | 'system', label: string, choices: string[]): Field => ({
  kind: 'choice',
  name,
  label,
  choices: choices.map((value) => ({ value, label: value })),
  ...(choices.length === 1 && { initial: choices[0] as string }),
});

/** The answer to whoever asked: what happens next, and how to take it back. */
export function asked({ words, locale }: View, request: Pending): Card {
  return {
    title: words.asked.title(request.benefit.name),
    blocks: [
      { type: 'text', text: words.asked.next(words.list(request.asked.map(({ name }) => name))) },
      { type: 'facts', facts: factsOf(words, request) },
      {
        type: 'buttons',
        buttons: [
          {
            label: words.buttons.cancelRequest,
            about: request.benefit.name,
            style: 'danger',
            press: { type: 'cancel', request: request.id },
          },
        ],
      },
    ],
    place: 'here',
    locale,
  };
}

/** Somebody asked for it in your name. */
export const askedForYou = ({ words, locale }: View, request: Pending): Card => ({
  title: words.toDecide.title(request.requester.name, request.benefit.name),
  blocks: [{ type: 'facts', facts: factsOf(words, request) }],
  place: 'here',
  locale,
});
