import type { Block, Card } from '../card';
import type { Background } from '../notice';
import type { Pending, Request } from '../request';
import type { Words } from '../words';
import { amount } from './amount';
import type { View } from './catalogue';
import { factsOf, peopleOf, stateOf, titleOf } from './request-facts';

/** The card with which a request is decided. */
export function toDecide({ words, locale }: View, request: Pending, background: Background): Card {
  return {
    title: titleOf(words, request),
    blocks: [
      ...decidable({ words, locale }, request, background),
      { type: 'text', text: words.toDecide.why, weak: true },
    ],
    place: 'here',
    locale,
  };
}

/** So many names tell an approver enough; somebody with more has a long history. */
const mostHeld = 10;
const listed = (words: Words, names: string[]): string =>
  words.list(names.length > mostHeld ? [...names.slice(0, mostHeld), '…'] : names);

/** The facts and the two buttons, for a card of its own and for the queue. */
export function decidable(
  { words }: Pick<View, 'words' | 'locale'>,
  request: Pending,
  background: Background,
): Block[] {
  const { id, version, assignee, benefit } = request;
  const about = `${assignee.name}, ${benefit.name}`;
  const { ahead } = background;
  return [
    {
      type: 'facts',
      facts: [
        ...peopleOf(words, request),
        ...factsOf(words, request),
        // Where a yes leads to the waiting list, nothing is taken, and nothing less is left.
        ...(ahead === undefined
          ? ([[words.fields.leftAfter, amount(words, benefit.unit, background.leftAfter)]] as Array<
              [string, string]
            >)
          : []),
        [
          words.fields.holds,
          background.holds.length > 0 ? listed(words, background.holds) : words.toDecide.nothing,
        ],
      ],
    },
    ...(ahead === undefined
      ? []
      : [
          {
            type: 'text',
            text: ahead === 0 ? words.toWait.first(assignee.name) : words.toWait.behind(assignee.name, ahead),
          } as const,
        ]),
    {
      type: 'buttons',
      buttons: [
        {
          label: words.buttons.approve,
          about,
          style: 'primary',
          press: { type: 'approve', request: id, version },
        },
        {
          label: words.buttons.deny,
          about,
          style: 'danger',
          press: { type: 'refuse', request: id, version },
        },
      ],
    },
  ];
}

/** A request as it stands, with nothing left to press: what every copy of a decided card becomes. */
export function summary({ words, locale }: View, request: Request): Card {
  return {
    title: titleOf(words, request),
    blocks: [
      {
        type: 'facts',
        facts: [...peopleOf(words, request), ...factsOf(words, request), ...stateOf(words, request, locale)],
      },
    ],
    place: 'here',
    locale,
  };
}

/** Asks an approver for the reason, which the requester will read. */
export function denialForm({ words, locale }: View, request: Pending): Card {
  return {
    title: words.denial.title,
    blocks: [
      { type: 'text', text: titleOf(words, request) },
      {
        type: 'form',
        fields: [
          {
            kind: 'text',
            name: 'reason',
            label: words.fields.reason,
            lines: 'many',
            most: 1000,
            hint: words.denial.reasonHint(request.requester.name),
          },
        ],
        submit: words.buttons.deny,
        press: { type: 'deny', request: request.id, version: request.version },
      },
    ],
    place: 'dialog',
    locale,
  };
}
