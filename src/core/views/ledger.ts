import type { Card } from '../card';
import { type Acceptance, type Doubt, type Head, leastSaid } from '../ledger';
import type { View } from './catalogue';
import { reasonField } from './reason-field';

const factsOf = ({ words }: Pick<View, 'words'>, { seal, at }: Head): Array<[string, string]> => [
  [words.ledger.seal, String(seal)],
  [words.ledger.sealedAt, words.moment(at)],
];

/** Where the ledger ends. `strange`: so many seals in it are not its own. */
export const ledgerState = (
  { words, locale }: View,
  { head, unsealed, strange }: { head: Head | undefined; unsealed: number; strange: number },
): Card => ({
  title: words.ledger.title,
  blocks: head
    ? [
        { type: 'text', text: words.ledger.sound },
        ...(strange > 0 ? [{ type: 'text' as const, text: words.ledger.strange(strange) }] : []),
        { type: 'facts', facts: [...factsOf({ words }, head), [words.ledger.unsealed, String(unsealed)]] },
        { type: 'copy', label: words.ledger.mac, text: head.mac },
      ]
    : [{ type: 'text', text: words.ledger.nothing }],
  place: 'here',
  locale,
});

/** Where the ledger ended today; a chat keeps it when somebody restores the database. */
export const headOfToday = ({ words, locale }: View, head: Head): Card => ({
  title: words.ledger.today,
  blocks: [
    { type: 'text', text: words.ledger.todayText },
    { type: 'facts', facts: factsOf({ words }, head) },
    { type: 'copy', label: words.ledger.mac, text: head.mac },
  ],
  place: 'here',
  locale,
});

/** The ledger is not the one that was noted; and what an admin said of it. */
export function inDoubt({ words, locale }: View, a: { doubt: Doubt; accepted?: Acceptance }): Card {
  const { doubt, accepted } = a;
  const said = words.ledger;
  return {
    title: accepted ? said.accepted : said.inDoubt,
    blocks: [
      { type: 'text', text: said.why[doubt.is] },
      {
        type: 'facts',
        facts: [
          [said.noted, said.at(doubt.noted.seal, words.moment(doubt.noted.at))],
          [said.found, doubt.found ? said.at(doubt.found.seal, words.moment(doubt.found.at)) : said.none],
          ...(accepted
            ? ([
                [said.acceptedBy, accepted.by.name],
                [words.fields.reason, accepted.why],
              ] satisfies Array<[string, string]>)
            : []),
        ],
      },
      { type: 'text', text: accepted ? said.goesOn : said.stopped },
      ...(accepted
        ? []
        : [
            {
              type: 'buttons' as const,
              buttons: [
                {
                  label: words.buttons.sayWhatHappened,
                  style: 'danger' as const,
                  press: { type: 'accept-ledger-form' as const, doubt: doubt.id },
                },
              ],
            },
          ]),
    ],
    place: 'here',
    locale,
  };
}

/** Asks an admin what happened. */
export const acceptForm = ({ words, locale }: View, { id, is }: Doubt): Card => ({
  title: words.ledger.formTitle,
  blocks: [
    { type: 'text', text: words.ledger.why[is] },
    { type: 'text', text: words.ledger.formText },
    {
      type: 'form',
      fields: [reasonField(words, words.overrideForm.reasonHint(leastSaid), { least: leastSaid })],
      submit: words.buttons.giveOutAgain,
      press: { type: 'accept-ledger', doubt: id },
    },
  ],
  place: 'dialog',
  locale,
});
