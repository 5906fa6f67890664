import type { Block, Card } from '../card';
import type { Background } from '../notice';
import type { Pending, Request } from '../request';
import type { Words } from '../words';
import type { View } from './catalogue';
import { decidable } from './deciding';
import { pageBlocks, pageOf } from './paging';
import { oneLine, stateIn } from './request-facts';

/** What a person has asked for, newest first, each with where it stands. */
export function requests({ words, locale }: View, all: Request[], page: number): Card {
  const current = pageOf(all, page, (request) => [requestRow(words, request)]);
  return {
    title: words.requests.title,
    blocks: [
      ...(all.length > 0
        ? current.rows.map((request) => requestRow(words, request))
        : [{ type: 'text', text: words.requests.nothing } as const]),
      ...pageBlocks(words, current, (to) => ({ type: 'requests', page: to })),
    ],
    place: 'here',
    locale,
  };
}

/** One request in one line; whoever asked can take it back while nobody has decided. */
export function requestRow(words: Words, request: Request): Block {
  const title = request.benefit.name;
  const asked = words.moment(request.askedAt);
  if (request.state !== 'pending')
    return { type: 'row', title, text: `${asked} · ${whatBecame(words, request)}` };
  return {
    type: 'row',
    title,
    text: `${asked} · ${words.requests.waitsFor(words.list(request.asked.map(({ name }) => name)))}`,
    button: {
      label: words.buttons.cancelRequest,
      about: title,
      style: 'danger',
      press: { type: 'cancel', request: request.id },
    },
  };
}

const whatBecame = (words: Words, request: Exclude<Request, Pending>): string =>
  request.state === 'denied'
    ? words.requests.deniedBy(request.by.name, oneLine(request.why))
    : stateIn(words, request);

interface Waiting {
  request: Pending;
  background: Background;
}

/** What waits for a person's decision, oldest first, each to be decided here and now. */
export function queue(view: View, waiting: Waiting[], page: number): Card {
  const { words, locale } = view;
  const draw = ({ request, background }: Waiting): Block[] => [
    { type: 'heading', text: words.toDecide.title(request.requester.name, request.benefit.name) },
    ...decidable(view, request, background),
  ];
  const current = pageOf(waiting, page, draw);
  return {
    title: words.queue.title,
    blocks: [
      ...(waiting.length > 0
        ? current.rows.flatMap(draw)
        : [{ type: 'text', text: words.queue.nothing } as const]),
      ...pageBlocks(words, current, (to) => ({ type: 'queue', page: to })),
    ],
    place: 'here',
    locale,
  };
}
