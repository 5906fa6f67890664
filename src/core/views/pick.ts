import type { Card, Choice } from '../card';
import type { PersonRef } from '../person';
import type { View } from './catalogue';

/** Somebody for whom a benefit is chosen; without a name where nobody could say who it is. */
interface Whom {
  ref: PersonRef;
  name?: string;
}

/**
 * The form in which a benefit is chosen; its button opens the form in which it is asked for. Also the answer to whoever is typing into that
 * field: then `choices` are what fits.
 * @param whom for whom it is to be, where that is known
 */
export function pickForm({ words, locale }: View, choices: Choice[], whom?: Whom): Card {
  if (choices.length === 0)
    return {
      title: words.pick.title,
      blocks: [{ type: 'text', text: whom ? words.pick.noneForOthers : words.pick.none }],
      place: 'beside',
      locale,
    };
  return {
    title: words.pick.title,
    blocks: [
      ...(whom?.name ? [{ type: 'text', text: words.pick.whom(whom.name) } as const] : []),
      {
        type: 'form',
        fields: [
          {
            kind: 'lookup',
            of: whom ? 'for-others' : 'benefits',
            name: 'benefit',
            label: words.fields.benefit,
            hint: whom ? words.pick.forOthersHint : words.pick.benefitHint,
            choices,
          },
        ],
        submit: words.pick.submit,
        press: { type: 'ask', ...(whom && { person: whom.ref }) },
      },
    ],
    place: 'dialog',
    locale,
  };
}

/** The form in which an admin looks for somebody, to see what they hold. */
export const pickPersonForm = ({ words, locale }: View, choices: Choice[]): Card => ({
  title: words.pick.person,
  blocks: [
    {
      type: 'form',
      fields: [
        {
          kind: 'lookup',
          of: 'people',
          name: 'person',
          label: words.fields.person,
          hint: words.pick.personHint,
          choices,
        },
      ],
      submit: words.pick.submit,
      press: { type: 'person' },
    },
  ],
  place: 'dialog',
  locale,
});

/** What a lookup offers, of the card that answers it; nothing of a refusal. */
export const choicesOf = ({ blocks }: Card): Choice[] =>
  blocks.flatMap((block) =>
    block.type === 'form'
      ? block.fields.flatMap((field) => (field.kind === 'lookup' ? field.choices : []))
      : [],
  );
