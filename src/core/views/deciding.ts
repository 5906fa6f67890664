import type { Block, Button, Card } from '../card';
import { type Because, type Course, type Remark, type Reviewer, stillAsked } from '../course';
import type { Background, ToDecide } from '../notice';
import type { Pending, Request } from '../request';
import type { Words } from '../words';
import { amount } from './amount';
import type { View } from './catalogue';
import { agreedIn } from './course-facts';
import { factsOf, namesOf, peopleOf, stateOf, titleOf } from './request-facts';

/** The card with which a request is decided. */
export function toDecide(view: View, { request, background, reader, again, through }: ToDecide): Card {
  const { words, locale } = view;
  return {
    title: titleOf(view, request),
    blocks: [
      ...(again
        ? [
            {
              type: 'text',
              text:
                again === 'nudged'
                  ? words.review.nudged(through ?? request.requester.name)
                  : words.review.again[again],
            } as const,
          ]
        : []),
      ...decidable(view, request, background, reader),
      { type: 'text', text: whyAsked(words, request, reader), weak: true },
    ],
    place: 'here',
    locale,
  };
}

/** So many names tell an approver enough; somebody with more has a long history. */
const mostHeld = 10;
const listed = (words: Words, names: string[]): string =>
  words.list(names.length > mostHeld ? [...names.slice(0, mostHeld), '…'] : names);
/** So many remarks stand on a card, of so many letters together; those before them are in the ledger. */
const mostRemarks = 6;
const mostSaid = 4000;

/** All that is known of a request that waits, and what its reader can do about it. */
export const decidable = (view: View, request: Pending, background: Background, reader: string): Block[] => [
  ...known(view, request, background),
  ...saidOf(view, request),
  { type: 'buttons', buttons: buttonsFor(view, request, reader) },
];

/** What was asked for, what is left after it, and how far it has come. */
export function known(view: View, request: Pending, background: Background): Block[] {
  const { words } = view;
  const { assignee, benefit, course } = request;
  const { ahead } = background;
  const isMine = assignee.id === view.reader;
  const name = isMine ? words.behalf.you : assignee.name;
  const onIt = course.reviewers.filter((one) => one.onIt);
  return [
    {
      type: 'facts',
      facts: [
        ...peopleOf(view, request),
        ...factsOf(words, request),
        // Where a yes leads to the waiting list, nothing is taken, and nothing less is left.
        ...(ahead === undefined
          ? ([[words.fields.leftAfter, amount(words, benefit.unit, background.leftAfter)]] as Array<
              [string, string]
            >)
          : []),
        [
          words.fields[isMine ? 'youHold' : 'holds'],
          background.holds.length > 0 ? listed(words, background.holds) : words.toDecide.nothing,
        ],
        ...agreedIn(words, request),
        ...(onIt.length > 0 ? ([[words.fields.onIt, namesOf(words, onIt)]] as Array<[string, string]>) : []),
      ],
    },
    ...(ahead === undefined
      ? []
      : [
          {
            type: 'text',
            text: background.keyless
              ? words.toWait.keyless(name)
              : ahead === 0
                ? words.toWait.first(name)
                : words.toWait.behind(name, ahead),
          } as const,
        ]),
    ...handedOver(view, request),
  ];
}

/** Who has handed it over to whom: they are not asked any more, and have nothing to press. Whoever has it now reads so elsewhere. */
const handedOver = ({ words, reader }: View, { course }: Pending): Block[] =>
  course.reviewers.flatMap(({ id, name, for: whom }) =>
    whom?.how === 'handed' && id !== reader
      ? [
          {
            type: 'text',
            text: whom.id === reader ? words.review.youHanded(name) : words.review.handedBy(whom.name, name),
            weak: true,
          } as const,
        ]
      : [],
  );

/** What was asked and said about it, the last of it. */
export function saidOf({ words }: View, { course: { remarks } }: Pending): Block[] {
  const last = remarks.slice(-mostRemarks);
  while (last.reduce((letters, { text }) => letters + text.length, 0) > mostSaid) last.shift();
  if (last.length === 0) return [];
  const line = ({ by, kind, text }: Remark): Block => ({
    type: 'row',
    title: words.review[kind](by.name),
    text,
  });
  return [{ type: 'heading', text: words.review.said }, ...last.map(line)];
}

/** Whoever has answered, or does not decide it any more, has nothing to press. */
function buttonsFor({ words }: View, request: Pending, reader: string): Button[] {
  const { course } = request;
  const may = course.reviewers.some(({ id }) => id === reader);
  const has = course.reviews.some(({ by }) => by.id === reader);
  return may && !has ? decisions(words, request) : [];
}

/** In a list: the two answers, and the way to all else. Whoever says yes goes on with the list. */
export function decisionsInList(words: Words, { id, version, assignee, benefit }: Pending): Button[] {
  const about = `${assignee.name}, ${benefit.name}`;
  return [
    {
      label: words.buttons.approve,
      about,
      style: 'primary',
      press: { type: 'approve', request: id, version, list: 'queue' },
    },
    {
      label: words.buttons.deny,
      about,
      style: 'danger',
      press: { type: 'refuse', request: id, version },
    },
    { label: words.buttons.details, about, press: { type: 'review', request: id, list: 'queue' } },
  ];
}

/** Back to the list it was opened from. */
export const backToList = ({ buttons }: Words): Button => ({
  label: buttons.toList,
  press: { type: 'queue', page: 1 },
});

/** The two answers, and all that can be done before one is given. */
export function decisions(words: Words, request: Pending): Button[] {
  const { id, version, assignee, benefit } = request;
  const about = `${assignee.name}, ${benefit.name}`;
  return [
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
    { label: words.buttons.ask, about, press: { type: 'remark-form', request: id } },
    { label: words.buttons.onIt, about, press: { type: 'take-on', request: id, version } },
    { label: words.buttons.handOver, about, press: { type: 'hand-over-form', request: id, version } },
    ...(isDivisible(request)
      ? [
          {
            label: words.buttons.approveLess,
            about,
            press: { type: 'approve-form', request: id, version },
          } as const,
        ]
      : []),
  ];
}

/** More than one was asked for, and less may be given. A token comes whole. */
const isDivisible = ({ quantity, benefit }: Pending): boolean =>
  quantity > 1 &&
  !/ per /.test(benefit.unit) &&
  !(benefit.category === 'cloud' && benefit.delivery === 'key');

/** Why the reader is asked, by which rule, who else is, and how many must agree. */
export function whyAsked(words: Words, request: Pending, reader: string): string {
  const { course, requester } = request;
  const own = course.reviewers.find(({ id }) => id === reader);
  const reason = own?.told ? words.review.why : words.review.may;
  return words.sentences([
    ...(own ? [reason(becauseOf(words, own.because, requester.name)), ...howCome(words, own)] : []),
    words.review.rule(course.policy === 0 ? words.review.ownRule : course.rule),
    whoElse(words, request, own),
    ...(course.stages > 1 ? [words.review.stage(course.stage, course.stages)] : []),
    howMany(words, course),
  ]);
}

/** How many must agree; how many more, where somebody has. */
function howMany({ review }: Words, { need, reviews, stage }: Course): string {
  if (need === 'all') return review.needAll;
  const agreed = reviews.filter((one) => one.stage === stage).length;
  return agreed === 0 ? review.need(need) : review.needMore(Math.max(1, need - agreed));
}

function whoElse(words: Words, { course }: Pending, own: Reviewer | undefined): string {
  const names = stillAsked(course).flatMap(({ id, name }) => (id === own?.id ? [] : [name]));
  if (names.length === 0) return own ? words.review.onlyYou : words.review.nobody;
  return (own?.told ? words.review.alsoAsked : words.review.asked)(listed(words, names));
}

const becauseOf = (words: Words, because: Because, requester: string): string =>
  words.because[because.is](requester, because.is === 'group' ? because.group : '');

const howCome = (words: Words, { through, for: whom }: Reviewer): string[] => [
  ...(through ? [words.review[through]] : []),
  ...(whom ? [words.review.inPlaceOf[whom.how](whom.name)] : []),
];

/** A request as it stands, with nothing left to press: what every copy of a decided card becomes. `fromList`: it was opened from one. */
export function summary(view: View, request: Request, fromList = false): Card {
  const { words, locale } = view;
  return {
    title: titleOf(view, request),
    blocks: [
      {
        type: 'facts',
        facts: [...peopleOf(view, request), ...factsOf(words, request), ...stateOf(view, request)],
      },
      ...(request.state === 'pending' ? handedOver(view, request) : []),
      ...(fromList ? ([{ type: 'buttons', buttons: [backToList(words)] }] satisfies Block[]) : []),
    ],
    place: 'here',
    locale,
  };
}
