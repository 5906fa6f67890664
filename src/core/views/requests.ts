import type { Block, Button, Card } from '../card';
import type { Background } from '../notice';
import type { Pending, Request } from '../request';
import type { View } from './catalogue';
import { decidable } from './deciding';
import { hourOf } from './hour';
import { pageBlocks, pageOf } from './paging';
import { oneLine, stateIn, titleOf } from './request-facts';
import { answers } from './waiting';

/** What a list of requests knows beside them: who reads it, places on waiting lists, and the admin who is on it, by request. */
export interface Standing {
  reader?: string;
  places: ReadonlyMap<string, number>;
  onIt: ReadonlyMap<string, string>;
}
/** Beside the requests, nothing is known. */
export const nothingKnown: Standing = { places: new Map(), onIt: new Map() };

/** What a person has asked for, or others for them, newest first, each with where it stands. */
export function requests(view: View, all: Request[], page: number, standing: Standing = nothingKnown): Card {
  const { words, locale } = view;
  const draw = (request: Request) => requestBlocks(view, request, standing);
  const current = pageOf(all, page, draw);
  return {
    title: words.requests.title,
    blocks: [
      ...(all.length > 0
        ? current.rows.flatMap(draw)
        : [{ type: 'text', text: words.requests.nothing } as const]),
      ...pageBlocks(words, current, (to) => ({ type: 'requests', page: to })),
    ],
    place: 'here',
    locale,
  };
}

/** One request in one line: what comes next and who it waits for; taken back while it waits, answered when its turn has come. */
export function requestBlocks(view: View, request: Request, standing: Standing): Block[] {
  const { words } = view;
  const { benefit, id, assignee } = request;
  const text = [
    words.moment(request.askedAt),
    ...betweenWhom(view, request, standing.reader),
    nextStep(view, request, standing),
  ].join(' · ');
  const row = { type: 'row', title: benefit.name, text } as const;
  if (request.state === 'offered') return [row, { type: 'buttons', buttons: answers(view, request) }];
  if (request.state !== 'pending' && request.state !== 'waiting') return [row];
  const button: Button = {
    label: words.buttons.cancelRequest,
    about: request.requester.id === assignee.id ? benefit.name : `${benefit.name}, ${assignee.name}`,
    style: 'danger',
    press: { type: 'cancel', request: id },
  };
  return [{ ...row, button }];
}

/** For whom it is, or who did it for the reader; nothing where that is one and the same. */
function betweenWhom(
  { words }: View,
  { requester, assignee, way }: Request,
  reader: string | undefined,
): string[] {
  if (requester.id === assignee.id) return [];
  if (reader !== assignee.id) return [words.behalf.forPerson(assignee.name)];
  return [way.is === 'asked' ? words.behalf.askedBy(requester.name) : words.behalf.givenBy(requester.name)];
}

function nextStep({ words, locale }: View, request: Request, { places, onIt }: Standing): string {
  switch (request.state) {
    case 'pending':
      return words.requests.waitsFor(words.list(request.asked.map(({ name }) => name)));
    case 'waiting': {
      const place = places.get(request.id);
      return place ? words.next.place(request.by.name, place) : stateIn(words, request);
    }
    case 'offered':
      return words.next.keptUntil(hourOf(locale, request.until));
    case 'approved': {
      const admin = onIt.get(request.id);
      const steps = [
        ...(request.withMicrosoft ? [words.next.withMicrosoft(words.moment(request.withMicrosoft))] : []),
        ...(admin ? [words.next.onIt(admin)] : []),
      ];
      return steps.length > 0 ? steps.join(' · ') : words.next.anAdmin(request.by.name);
    }
    case 'denied':
      return words.requests.deniedBy(request.by.name, oneLine(request.why));
    case 'failed':
      return `${stateIn(words, request)} · ${request.through.name}: ${oneLine(request.why)}`;
    case 'fulfilled':
    case 'cancelled':
      return stateIn(words, request);
  }
}

interface Undecided {
  request: Pending;
  background: Background;
}

/** What waits for a person's decision, oldest first, each to be decided here and now. */
export function queue(view: View, waiting: Undecided[], page: number): Card {
  const { words, locale } = view;
  const draw = ({ request, background }: Undecided): Block[] => [
    { type: 'heading', text: titleOf(words, request) },
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
