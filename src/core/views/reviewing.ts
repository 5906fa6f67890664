import type { Block, Button, Card } from '../card';
import { openQuestion } from '../course';
import type { Background, Notice, ToDecide } from '../notice';
import type { Pending } from '../request';
import { dayOf, type Instant } from '../time';
import { amount } from './amount';
import type { View } from './catalogue';
import {
  backToList,
  decidable,
  decisions,
  decisionsInList,
  known,
  saidOf,
  summary,
  whyAsked,
} from './deciding';
import { pageOf } from './paging';
import { beginningOf, namesWaitedFor, titleOf } from './request-facts';
import { cancelButton } from './taking-away';

/** What the reader of a request is to it. */
export interface Reading {
  background: Background;
  reader: string;
  /** They asked for it, or will have it. */
  theirs: boolean;
  mayDecide: boolean;
  /** They may decide alone, in an emergency. */
  mayOverride: boolean;
  /** They opened it from the list of what waits. */
  fromList?: boolean;
}

/** A request that waits, in full, with all that its reader can do about it. */
export function inFull(view: View, request: Pending, reading: Reading): Card {
  const { words, locale } = view;
  const { background, reader, mayDecide, mayOverride, theirs, fromList } = reading;
  const { id, version, assignee, benefit } = request;
  const about = `${assignee.name}, ${benefit.name}`;
  const buttons: Button[] = [
    ...(mayDecide ? decisions(words, request) : []),
    ...(theirs ? ownButtons(view, request, reader) : []),
    ...(mayOverride
      ? [
          {
            label: words.buttons.decideAlone,
            about,
            style: 'danger',
            press: { type: 'override-form', request: id, version },
          } as const,
        ]
      : []),
    ...(fromList ? [backToList(words)] : []),
  ];
  return {
    title: titleOf(view, request),
    blocks: [
      ...known(view, request, background),
      ...saidOf(view, request),
      { type: 'text', text: theirs ? waits(view, request) : whyAsked(words, request, reader), weak: true },
      ...(buttons.length > 0 ? [{ type: 'buttons', buttons } as const] : []),
    ],
    place: 'here',
    locale,
    shows: { request: id, version },
  };
}

/** What whoever asked, or will have it, can do while it waits. They remind once a day. Only whoever asked can change what they asked for. */
export function ownButtons({ words, now }: View, request: Pending, reader: string): Button[] {
  const { id, requester, assignee, benefit, course } = request;
  const about = requester.id === assignee.id ? benefit.name : `${benefit.name}, ${assignee.name}`;
  return [
    {
      label: openQuestion(course) ? words.buttons.answer : words.buttons.addWord,
      about,
      press: { type: 'remark-form', request: id },
    },
    ...(course.nudgedAt !== undefined && dayOf(course.nudgedAt) === dayOf(now)
      ? []
      : [{ label: words.buttons.remind, about, press: { type: 'nudge', request: id } } as const]),
    ...(reader === requester.id
      ? [{ label: words.buttons.change, about, press: { type: 'change-form', request: id } } as const]
      : []),
    cancelButton(words, request, about),
  ];
}

/** Whom it waits for, since when. */
const waits = ({ words }: View, request: Pending): string =>
  words.review.waits(namesWaitedFor(words, request), words.moment(request.course.since));

/** A card that was pressed was too old: how the request stands now, and nothing was decided. */
export function changed(view: View, request: Pending, background: Background, reader: string): Card {
  return {
    title: titleOf(view, request),
    blocks: [
      { type: 'text', text: view.words.review.changed },
      ...decidable(view, request, background, reader),
      { type: 'text', text: whyAsked(view.words, request, reader), weak: true },
    ],
    place: 'here',
    locale: view.locale,
    shows: { request: request.id, version: request.version },
  };
}

/** Everything that waits for somebody, in one message: a decision per row. A reminder says so, and since when the oldest waits for them. */
export function digest(view: View, { waiting, again }: Extract<Notice, { kind: 'digest' }>): Card {
  const { words, locale } = view;
  if (waiting.length === 0) return { title: words.digest.done, blocks: [], place: 'here', locale };
  const shown = pageOf(waiting.slice(0, mostRows), 1, (one) => digestRow(view, one)).rows;
  return {
    title: again ? words.digest.reminder(waiting.length) : words.digest.title(waiting.length),
    blocks: [
      ...(again
        ? [{ type: 'text' as const, text: words.digest.since(words.moment(oldestOf(waiting))) }]
        : []),
      { type: 'text', text: words.digest.text, weak: true },
      ...shown.flatMap((one) => digestRow(view, one)),
      ...theRest(view, waiting.length - shown.length),
    ],
    place: 'here',
    locale,
  };
}

/** Since when the one waits for whoever decides that has waited longest. */
const oldestOf = (waiting: Array<Pick<ToDecide, 'request'>>): Instant =>
  waiting.map(({ request }) => request.course.since).sort()[0] as Instant;

/** What does not fit on the card stands in the queue. */
const theRest = ({ words }: View, more: number): Block[] =>
  more > 0
    ? [{ type: 'buttons', buttons: [{ label: words.buttons.next, press: { type: 'queue', page: 1 } }] }]
    : [];

/** So many rows one looks through in a message; of people with long names or much to say, so many as either chat takes. */
const mostRows = 12;
/** So much of a reason tells whether one has to read all of it. */
const mostReason = 200;

function digestRow(
  { words, reader }: View,
  { request, background }: Pick<ToDecide, 'request' | 'background'>,
): Block[] {
  const { benefit, quantity, reason } = request;
  const after =
    background.ahead === undefined
      ? words.digest.left(amount(words, benefit.unit, background.leftAfter))
      : words.digest.toWait;
  return [
    {
      type: 'row',
      title: titleOf({ words, reader }, request),
      text: [amount(words, benefit.unit, quantity), beginningOf(reason, mostReason), after].join(' · '),
    },
    { type: 'buttons', buttons: decisionsInList(words, request) },
  ];
}

/** To whoever asked, and whoever will have it: a stage is over, and others decide now. */
export const stagePassed = (
  view: View,
  { request, review, reader }: Extract<Notice, { kind: 'stage-passed' }>,
): Card => ({
  title: view.words.review.passed(request.benefit.name, review.by.name),
  blocks: [
    {
      type: 'text',
      text: view.words.review.passedText(
        namesWaitedFor(view.words, request),
        request.course.stage,
        request.course.stages,
      ),
    },
    { type: 'buttons', buttons: ownButtons(view, request, reader) },
  ],
  place: 'here',
  locale: view.locale,
});

/** To whoever asked: somebody who decides wants to know something. */
export const questioned = (
  { words, locale }: View,
  { request, question }: Extract<Notice, { kind: 'question' }>,
): Card => ({
  title: words.review.questionTitle(question.by.name, request.benefit.name),
  blocks: [
    { type: 'text', text: question.text },
    { type: 'text', text: words.review.questionText, weak: true },
    {
      type: 'buttons',
      buttons: [
        {
          label: words.buttons.answer,
          about: request.benefit.name,
          style: 'primary',
          press: { type: 'remark-form', request: request.id },
        },
      ],
    },
  ],
  place: 'here',
  locale,
});

/** To everybody who was or would have been asked: an admin decided alone, and why. */
export function overridden(view: View, { request, by, why }: Extract<Notice, { kind: 'overridden' }>): Card {
  const { words } = view;
  const card = summary(view, request);
  return {
    ...card,
    title: words.review.overridden(by.name),
    blocks: [
      { type: 'text', text: words.review.overriddenText(by.name) },
      { type: 'text', text: why },
      ...card.blocks,
    ],
  };
}

/** A request that others decide, in one line, for an admin. */
export const waitsForOthers = (view: View, request: Pending): Block => ({
  type: 'row',
  title: titleOf(view, request),
  text: waits(view, request),
  button: {
    label: view.words.buttons.details,
    about: `${request.assignee.name}, ${request.benefit.name}`,
    press: { type: 'review', request: request.id, list: 'queue' },
  },
});
