import type { Block, Card } from '../card';
import type { Contract } from '../holding';
import type { Notice, ReadAs } from '../notice';
import type { Approved, Cancelled, Denied, Failed, Fulfilled, Request } from '../request';
import type { Words } from '../words';
import type { View } from './catalogue';
import { approvedBy, decidedBy } from './course-facts';
import { askerOf, factsOf, isOnBehalf, peopleOf, type Reading, through } from './request-facts';
import { bothAddresses, contractBlocks, holderButtons } from './support';

/** It is yours, and its key is one press away. `lastRefund`: no key of the package has been viewed yet. */
export const granted = ({ words, locale, reader }: View, request: Fulfilled, lastRefund: boolean): Card => ({
  title: words.outcome.granted(request.benefit.name),
  blocks: [
    { type: 'text', text: grantedText(words, request) },
    { type: 'facts', facts: [...askerOf({ words, reader }, request), ...factsOf(words, request)] },
    ...(lastRefund ? [{ type: 'text', text: words.outcome.refund } as const] : []),
    {
      type: 'buttons',
      buttons: [
        {
          label: words.buttons.showKey,
          about: request.benefit.name,
          style: 'primary',
          press: { type: 'show-key', holding: request.holding },
        },
      ],
    },
  ],
  place: 'here',
  locale,
});

/** Nobody approved what nobody asked for. */
const grantedText = (words: Words, request: Fulfilled): string =>
  request.way.is === 'asked'
    ? words.outcome.grantedText(approvedBy(words, request), whose(words, request, 'assignee'))
    : `${words.given[request.way.is](request.by.name)} ${words.given.showKey}`;

/** Whose request it is, to whoever reads it. */
const whose = ({ outcome }: Words, request: Request, to: ReadAs): string =>
  isInTheirName(request, to) ? outcome.whose(request.requester.name) : outcome.yours;

/** Somebody else asked for the reader. */
const isInTheirName = (request: Request, to: ReadAs): boolean => isOnBehalf(request) && to === 'assignee';

/** It is yours: an admin has set it up. What proves it, and where it is managed. */
export function setUp(
  view: View,
  request: Fulfilled,
  { evidence, contract }: { evidence?: string; contract?: Contract | undefined },
): Card {
  const { words, locale } = view;
  const { benefit, way, holding: id } = request;
  const buttons = holderButtons(view, { id, benefit });
  return {
    title: words.outcome.granted(benefit.name),
    blocks: [
      {
        type: 'text',
        text: contract
          ? words.support.active(approvedBy(words, request))
          : howItCame(words, way.is)(approvedBy(words, request)),
      },
      {
        type: 'facts',
        facts: [
          ...askerOf(view, request),
          ...factsOf(words, request),
          ...(evidence ? [[words.setUp.evidence, evidence] as [string, string]] : []),
        ],
      },
      ...(contract ? contractBlocks(view, contract) : []),
      ...(buttons.length > 0
        ? ([
            { type: 'text', text: words.setUp.manage, weak: true },
            { type: 'buttons', buttons },
          ] as const)
        : []),
    ],
    place: 'here',
    locale,
  };
}

const howItCame = ({ setUp }: Words, way: Request['way']['is']) =>
  way === 'asked' ? setUp.approved : way === 'assigned' ? setUp.assigned : setUp.reassigned;

const approvedText = (words: Words, request: Approved, to: ReadAs): string =>
  request.way.is === 'asked'
    ? words.outcome.approvedText(approvedBy(words, request), whose(words, request, to))
    : `${words.given[request.way.is](request.by.name)} ${words.given.settingUp}`;

/** An approver said yes, an admin does the rest; and who that is, once somebody is on it. */
export const approved = (
  view: View,
  request: Approved,
  { to, claimedBy }: Pick<Extract<Notice, { kind: 'approved' }>, 'to' | 'claimedBy'>,
): Card => ({
  title: (request.way.is === 'asked' ? view.words.outcome.approved : view.words.given.coming)(
    request.benefit.name,
  ),
  blocks: [
    { type: 'text', text: approvedText(view.words, request, to) },
    ...(claimedBy ? [{ type: 'text', text: view.words.outcome.onIt(claimedBy.name) } as const] : []),
    { type: 'facts', facts: [...forWhom(view, request), ...factsOf(view.words, request)] },
    ...bothAddresses(view, request),
  ],
  place: 'here',
  locale: view.locale,
});

/** Who asked for whom, where that is not one and the same. */
const forWhom = (view: Reading, request: Request): Array<[string, string]> =>
  isOnBehalf(request) ? peopleOf(view, request) : [];

/** An approver said no, in their own words. */
export const denied = ({ words, locale, reader }: View, request: Denied): Card => ({
  title: words.outcome.denied(request.benefit.name),
  blocks: [
    { type: 'text', text: words.outcome.deniedText(decidedBy(words, request)), weak: true },
    { type: 'text', text: request.why },
    { type: 'facts', facts: [...forWhom({ words, reader }, request), ...factsOf(words, request)] },
    { type: 'text', text: words.outcome.deniedNext, weak: true },
    askAgain(words, request),
  ],
  place: 'here',
  locale,
});

const askAgain = (words: Words, { benefit }: Request): Block => ({
  type: 'buttons',
  buttons: [
    { label: words.buttons.request, about: benefit.name, press: { type: 'ask', benefit: benefit.id } },
  ],
});

/** To whoever asked for somebody else: that person has it. */
export const handedOver = ({ words, locale }: View, request: Fulfilled): Card => ({
  title: words.setUp.handedOver(request.assignee.name, request.benefit.name),
  blocks: [
    { type: 'facts', facts: [[words.fields.person, request.assignee.name], ...factsOf(words, request)] },
  ],
  place: 'here',
  locale,
});

/** Nothing will come of it any more. */
export const cancelled = ({ words, locale, reader }: View, request: Cancelled, to: ReadAs): Card => ({
  title: isInTheirName(request, to)
    ? words.outcome.cancelledForYou(request.requester.name, request.benefit.name)
    : words.outcome.cancelled(request.benefit.name),
  blocks: [
    { type: 'text', text: words.outcome.cancelledText[request.because](through(request)) },
    { type: 'facts', facts: [...peopleOf({ words, reader }, request), ...factsOf(words, request)] },
    ...(request.because === 'offer-over' ? [askAgain(words, request)] : []),
  ],
  place: 'here',
  locale,
});

/** An admin could not set it up, and says why. */
export const failed = ({ words, locale, reader }: View, request: Failed): Card => ({
  title: words.setUp.failed(request.benefit.name),
  blocks: [
    { type: 'text', text: words.setUp.failedText(request.through.name), weak: true },
    { type: 'text', text: request.why },
    { type: 'facts', facts: [...peopleOf({ words, reader }, request), ...factsOf(words, request)] },
    ...(request.way.is === 'reassigned'
      ? []
      : ([{ type: 'text', text: words.setUp.failedNext, weak: true }, askAgain(words, request)] as const)),
  ],
  place: 'here',
  locale,
});
