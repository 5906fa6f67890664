import { kindOf } from '../benefit';
import type { Block, Button, Card } from '../card';
import type { Contract, Holding } from '../holding';
import { portalOf } from '../programme';
import type { Approved, Request } from '../request';
import { isCounted, type Use, unused } from '../use';
import { amount } from './amount';
import type { View } from './catalogue';
import { usesOf } from './holding';

/** Microsoft activates it now; `late`: and has done so for longer than `days`. */
export function withMicrosoft({ words, locale }: View, request: Approved, days: number, late?: true): Card {
  const { support, fields, moment } = words;
  const { benefit, assignee, email, withMicrosoft: since } = request;
  return {
    title: late ? support.late(benefit.name) : support.withMicrosoft(benefit.name),
    blocks: [
      { type: 'text', text: late ? support.lateText : support.withMicrosoftText(support.days(days)) },
      {
        type: 'facts',
        facts: [
          [fields.person, assignee.name],
          ...(email ? [[fields.alternativeEmail, email] as [string, string]] : []),
          ...(since ? [[support.since, moment(since)] as [string, string]] : []),
        ],
      },
    ],
    place: 'here',
    locale,
  };
}

/** That Microsoft writes to both addresses; nothing for what is no support benefit. */
export const bothAddresses = ({ words }: Pick<View, 'words'>, { benefit, email }: Request): Block[] =>
  kindOf(benefit) === 'contract' && email ? [{ type: 'text', text: words.support.bothAddresses(email) }] : [];

/** The pair that opens a case, each to be copied by itself, and what to do with it. */
export const contractBlocks = ({ words }: Pick<View, 'words'>, contract: Contract): Block[] => [
  { type: 'copy', label: words.fields.accessId, text: contract.accessId },
  { type: 'copy', label: words.fields.contractId, text: contract.contractId },
  { type: 'text', text: words.support.link },
  { type: 'text', text: words.support.colleagues, weak: true },
];

/** Where the holder manages it, and where incidents and hours are noted down. */
export function holderButtons(
  { words }: Pick<View, 'words'>,
  { id, benefit }: Pick<Holding, 'id' | 'benefit'>,
): Button[] {
  const about = benefit.name;
  const portal = portalOf(benefit);
  return [
    ...(portal ? [{ label: words.buttons.portal, about, url: portal }] : []),
    ...(isCounted({ benefit })
      ? [{ label: words.buttons.use, about, press: { type: 'use-form', holding: id } } as const]
      : []),
  ];
}

const whatIsLeft = ({ words }: Pick<View, 'words'>, holding: Holding): string => {
  const { quantity, benefit } = holding;
  return words.support.left(unused(holding), amount(words, benefit.unit, quantity));
};

/** Asks how many were used, by whom and for what. `use` is the id that it will have. */
export function useForm(view: View, holding: Holding, use: string): Card {
  const { words, locale } = view;
  const { support } = words;
  const left = unused(holding);
  return {
    title: support.use,
    blocks: [
      { type: 'text', text: words.labelled(holding.benefit.name, whatIsLeft(view, holding)) },
      {
        type: 'form',
        fields: [
          {
            kind: 'number',
            name: 'quantity',
            label: words.fields.quantity,
            hint: support.atMost(left),
            least: 1,
            most: Math.max(1, left),
            initial: 1,
          },
          {
            kind: 'person',
            name: 'person',
            label: words.fields.person,
            optional: true,
            hint: support.personHint,
          },
          {
            kind: 'text',
            name: 'what',
            label: support.what,
            lines: 'many',
            most: 1000,
            hint: support.whatHint,
          },
        ],
        submit: words.buttons.use,
        press: { type: 'use', use, holding: holding.id },
      },
    ],
    place: 'dialog',
    locale,
  };
}

/** It is noted down, and this is what is left. */
export const used = (view: View, holding: Holding, uses: Use[]): Card => ({
  title: view.words.labelled(view.words.support.noted, holding.benefit.name),
  blocks: [
    { type: 'text', text: whatIsLeft(view, holding) },
    ...usesOf(view.words, holding, uses),
    { type: 'buttons', buttons: holderButtons(view, holding) },
  ],
  place: 'here',
  locale: view.locale,
});
