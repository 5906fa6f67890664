import type { Block, Card } from '../card';
import type { Ended } from '../holding';
import type { Background } from '../notice';
import type { Pending, Request } from '../request';
import type { View } from './catalogue';
import { approvedBy, decidedBy } from './course-facts';
import { decisionsInList, known } from './deciding';
import { pageBlocks, pageOf } from './paging';
import { namesWaitedFor, oneLine, stateIn, stateOf, titleOf } from './request-facts';
import { ownButtons, waitsForOthers } from './reviewing';
import { cancelButton } from './taking-away';
import { answers } from './waiting';

/**
 * What a list of requests knows beside them: who reads it, places on waiting lists, and the admin who is on it, by request; by holding,
 * what is held no more.
 */
export interface Standing {
  reader?: string;
  places: ReadonlyMap<string, number>;
  onIt: ReadonlyMap<string, string>;
  ended?: ReadonlyMap<string, Ended>;
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
  const { benefit, assignee } = request;
  const text = [
    words.moment(request.askedAt),
    ...betweenWhom(view, request, standing.reader),
    nextStep(view, request, standing),
  ].join(' · ');
  const row = { type: 'row', title: benefit.name, text } as const;
  if (request.state === 'offered') return [row, { type: 'buttons', buttons: answers(view, request) }];
  if (request.state === 'pending')
    return [
      row,
      { type: 'buttons', buttons: ownButtons(view, request, standing.reader ?? request.requester.id) },
    ];
  if (request.state !== 'waiting') return [row];
  const about = request.requester.id === assignee.id ? benefit.name : `${benefit.name}, ${assignee.name}`;
  return [{ ...row, button: cancelButton(words, request, about) }];
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

function nextStep({ words, reader }: View, request: Request, { places, onIt, ended }: Standing): string {
  switch (request.state) {
    case 'pending':
      return words.requests.waitsFor(namesWaitedFor(words, request));
    case 'waiting': {
      const place = places.get(request.id);
      return place
        ? words.next.place(approvedBy(words, request), place)
        : stateIn({ words, reader }, request);
    }
    case 'offered':
      return words.next.keptUntil(words.hour(request.until));
    case 'approved': {
      const admin = onIt.get(request.id);
      const steps = [
        ...(request.withMicrosoft ? [words.next.withMicrosoft(words.moment(request.withMicrosoft))] : []),
        ...(admin ? [words.next.onIt(admin)] : []),
      ];
      return steps.length > 0 ? steps.join(' · ') : words.next.anAdmin(approvedBy(words, request));
    }
    case 'denied':
      return words.requests.deniedBy(decidedBy(words, request), oneLine(request.why));
    case 'failed':
      return `${stateIn({ words, reader }, request)} · ${words.labelled(request.through.name, oneLine(request.why))}`;
    case 'fulfilled': {
      const end = ended?.get(request.holding);
      const state = stateIn({ words, reader }, request);
      return end
        ? `${state} · ${words.holding.ended(words.holding.endedHow[end.how], words.moment(end.at))}`
        : state;
    }
    case 'cancelled':
      return stateIn({ words, reader }, request);
  }
}

interface Undecided {
  request: Pending;
  background: Background;
}

/**
 * What waits for somebody; what they may decide though nobody asks it of them, because a rule says so or they have handed it over; and
 * `others`, for an admin: what waits for other people.
 */
export interface Queue {
  waiting: Undecided[];
  unasked?: Undecided[];
  others: Pending[];
  /** What was decided in it a moment ago, and how it ended. */
  decided?: Request;
}

/** What waits for a person's decision, oldest first, each to be decided here and now. */
export function queue(view: View, { waiting, unasked = [], others, decided }: Queue, page: number): Card {
  const { words, locale } = view;
  type Line = Undecided | Pending;
  const draw = (line: Line): Block[] =>
    'background' in line
      ? [
          { type: 'heading', text: titleOf(view, line.request) },
          ...known(view, line.request, line.background),
          { type: 'buttons', buttons: decisionsInList(words, line.request) },
        ]
      : [waitsForOthers(view, line)];
  const before = decided ? outcomeOf(view, decided) : [];
  const current = pageOf<Line>([...waiting, ...unasked, ...others], page, draw, before);
  const firstUnasked = current.rows.findIndex((line) => unasked.includes(line as Undecided));
  const firstOther = current.rows.findIndex((line) => !('background' in line));
  return {
    title: words.queue.title,
    blocks: [
      ...before,
      ...(waiting.length > 0 ? [] : [{ type: 'text', text: words.queue.nothing } as const]),
      ...current.rows.flatMap((line, at) => [
        ...(at === firstUnasked ? [{ type: 'heading', text: words.queue.unasked } as const] : []),
        ...(at === firstOther
          ? ([
              { type: 'heading', text: words.review.open },
              { type: 'text', text: words.review.openHint, weak: true },
            ] as const)
          : []),
        ...draw(line),
      ]),
      ...pageBlocks(words, current, (to) => ({ type: 'queue', page: to })),
    ],
    place: 'here',
    locale,
  };
}

/** How a request ended that was decided in the list, above what else waits. */
const outcomeOf = ({ words, reader }: View, request: Request): Block[] => [
  { type: 'heading', text: titleOf({ words, reader }, request) },
  { type: 'facts', facts: stateOf({ words, reader }, request) },
];
