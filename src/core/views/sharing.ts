import { unavailable } from '../available';
import type { Stocked } from '../benefit';
import type { Block, Button, Card, Onlooker } from '../card';
import type { Request } from '../request';
import { amount } from './amount';
import { forAll, type View, whatIsLeft } from './catalogue';
import { backToList } from './deciding';
import { namesWaitedFor, stateIn, titleOf } from './request-facts';

/** A benefit as everybody in a chat may see it: nothing on it is about whoever shared it, and never a key. */
export function sharedBenefit(view: View, benefit: Stocked): Card {
  const { words, locale } = view;
  const request: Button = {
    label: words.buttons.request,
    about: benefit.name,
    style: 'primary',
    press: { type: 'ask', benefit: benefit.id },
  };
  const asking: Block[] = unavailable(benefit, view.now) ? [] : [{ type: 'buttons', buttons: [request] }];
  return {
    title: benefit.name,
    blocks: [
      {
        type: 'facts',
        facts: [
          [words.fields.category, words.categories[benefit.category]],
          [words.fields.available, whatIsLeft(view, benefit)],
          [words.fields.delivery, words.deliveries[benefit.delivery]],
          [words.fields.ends, words.day(benefit.package.ends)],
        ],
      },
      ...asking,
    ],
    place: 'here',
    locale,
  };
}

/** Requests of one's own that can be shown to others, as far as they fit what was typed: a row each. */
export const requestsToShare = ({ words, locale, reader }: View, requests: Request[]): Card => ({
  title: words.requests.title,
  blocks: requests.map((request) => ({
    type: 'row',
    title: request.benefit.name,
    text: stateIn({ words, reader }, request),
    button: {
      label: words.buttons.details,
      about: `${request.assignee.name}, ${request.benefit.name}`,
      press: { type: 'share-request', request: request.id },
    },
  })),
  place: 'here',
  locale,
});

/** A request as whoever it does not concern may see it: who asked for what, and how it stands. No reason, and nothing that was said about it. */
export function standing({ words, locale, reader }: View, request: Request, fromList = false): Card {
  const { benefit, quantity } = request;
  return {
    title: titleOf({ words, reader }, request),
    blocks: [
      {
        type: 'facts',
        facts: [
          [words.fields.quantity, amount(words, benefit.unit, quantity)],
          [words.fields.state, stateIn({ words, reader }, request)],
          ...(request.state === 'pending'
            ? ([[words.fields.waitsFor, namesWaitedFor(words, request)]] as Array<[string, string]>)
            : []),
        ],
      },
      ...(fromList ? ([{ type: 'buttons', buttons: [backToList(words)] }] satisfies Block[]) : []),
    ],
    place: 'here',
    locale,
  };
}

/**
 * The same for everybody in a chat.
 * @param whom those who see more of it, each in their own view
 */
export function sharedRequest(view: View, request: Request, whom: Onlooker[]): Card {
  const { id, version } = request;
  const card = standing(forAll(view), request);
  return {
    ...card,
    blocks: [
      ...card.blocks,
      ...(request.state === 'pending'
        ? [{ type: 'text', text: view.words.share.deciders, weak: true } as const]
        : []),
    ],
    each: { look: { type: 'shared', request: id, version }, whom },
  };
}
