import type { Block, Card } from '../card';
import type { Holding } from '../holding';
import type { Request } from '../request';
import type { View } from './catalogue';
import { pageBlocks, pageOf } from './paging';
import { requestRow } from './requests';

/** Open requests have a list of their own; here the first few are enough. */
const mostWaiting = 5;

/** What a person holds, and what they have asked for. */
export function mine(view: View, holdings: Holding[], open: Request[], page: number): Card {
  const { words, locale } = view;
  const waiting = open.slice(0, mostWaiting).map((request) => requestRow(words, request));
  const beside = waiting.length > 0 ? [{ type: 'heading', text: words.mine.open } as const, ...waiting] : [];
  const current = pageOf(holdings, page, (holding) => [holdingRow(view, holding)], beside);
  const held = current.rows.map((holding) => holdingRow(view, holding));
  return {
    title: words.mine.title,
    blocks: [
      ...(held.length > 0 ? held : [{ type: 'text', text: words.mine.nothing } as const]),
      ...(current.page === 1 ? beside : []),
      ...pageBlocks(words, current, (to) => ({ type: 'mine', page: to })),
    ],
    place: 'here',
    locale,
  };
}

function holdingRow({ words }: View, { id, benefit, quantity, since, approvedBy, key }: Holding): Block {
  return {
    type: 'row',
    title: benefit.name,
    text: `${quantity} ${words.unit(benefit.unit, quantity)} · ${words.mine.since(words.moment(since), approvedBy.name)}`,
    ...(key && {
      button: { label: words.buttons.showKey, about: benefit.name, press: { type: 'show-key', holding: id } },
    }),
  };
}
