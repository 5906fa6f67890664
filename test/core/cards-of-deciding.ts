import type { Card } from '../../src/core/card';
import type { Course, Remark } from '../../src/core/course';
import type { ToDecide } from '../../src/core/notice';
import { ownPolicy, type Policy } from '../../src/core/policy/policy';
import { byRule, type Fulfilled, type Pending } from '../../src/core/request';
import { asked, askForm, changeForm, reminded } from '../../src/core/views/asking';
import { away, awayForm, present } from '../../src/core/views/away';
import { show, type View } from '../../src/core/views/catalogue';
import { summary } from '../../src/core/views/deciding';
import { approveForm, handOverForm, overrideForm, remarkForm } from '../../src/core/views/deciding-forms';
import { cardFor } from '../../src/core/views/for-notice';
import { linkCode, linked } from '../../src/core/views/linking';
import { policy } from '../../src/core/views/policy';
import { queue, requests } from '../../src/core/views/requests';
import { changed, inFull, type Reading } from '../../src/core/views/reviewing';
import { standing } from '../../src/core/views/sharing';
import { saidTooLate } from '../../src/core/views/too-late';
import type { Deciding } from '../../src/core/views/who-decides';
import {
  ada,
  cancelled,
  course,
  dana,
  denied,
  eve,
  fulfilled,
  id,
  incidents,
  inSecondStage,
  later,
  mei,
  meisRequest,
  named,
  notices,
  offeredRequest,
  omar,
  pending,
  policyOf,
  question,
  reviewer,
  server,
  stage,
  visio,
} from './examples';

const { background } = notices['to-decide'];

/** Eve's request, decided otherwise. */
const decidedSo = (change: Partial<Course>, request: Pending = pending): Pending => ({
  ...request,
  course: { ...course, policy: 3, rule: 'servers', ...change },
});
const toDecide =
  (request: Pending, reader = dana, again?: ToDecide['again']) =>
  (view: View): Card =>
    cardFor(view, {
      kind: 'to-decide',
      request,
      background,
      reader: reader.id,
      ...(again && { again }),
    });

const answer: Remark = {
  id: id(801),
  by: named(eve),
  kind: 'answer',
  text: 'Until the end of the quarter.',
  at: later,
};
const word: Remark = { ...answer, id: id(802), kind: 'word', text: 'The release is on Friday.' };
const remarks = [question, answer, word];

const forMei: Pending = { ...pending, assignee: named(mei) };
const twoOfThree = decidedSo({
  need: 2,
  reviewers: [reviewer(dana), reviewer(omar), reviewer(ada)],
  reviews: [{ stage: 1, by: named(omar), at: later }],
});
const ofAll = decidedSo({ need: 'all', reviewers: [reviewer(dana), reviewer(omar)] });
const because = (one: Course['reviewers'][number]) => decidedSo({ reviewers: [one] });

/** Every reason for which somebody is asked, and every way in which they may have come to it. */
const reasons: Record<string, (view: View) => Card> = {
  'whose report asks': toDecide(because(reviewer(dana, { because: { is: 'manager' } }))),
  'who is named': toDecide(because(reviewer(dana, { because: { is: 'named' } }))),
  'who is in a group': toDecide(because(reviewer(dana, { because: { is: 'group', group: 'IT' } }))),
  'who may answer unasked': toDecide(pending, ada),
  'where too few others can': toDecide(because(reviewer(ada, { through: 'otherwise' })), ada),
  'for somebody who is away': toDecide(
    because(reviewer(omar, { for: { ...named(dana), how: 'away' } })),
    omar,
  ),
  'to whom it was handed': toDecide(
    because(reviewer(omar, { for: { ...named(dana), how: 'handed' } })),
    omar,
    'handed',
  ),
  'where others were silent': toDecide(
    decidedSo({ reviewers: [reviewer(dana), reviewer(ada, { through: 'escalated' })] }),
    ada,
    'escalated',
  ),
};

/** The same card, later. */
const stands: Record<string, (view: View) => Card> = {
  'for somebody else': toDecide(forMei),
  'in its second stage of three': toDecide(inSecondStage, ada),
  'when one of two has agreed': toDecide(twoOfThree),
  'when one of three has agreed, and whoever asked reminds': toDecide(
    { ...twoOfThree, course: { ...twoOfThree.course, need: 3 } },
    dana,
    'nudged',
  ),
  'to who has agreed': toDecide(twoOfThree, omar),
  'when one agreed in the place of another': toDecide(
    decidedSo({
      need: 2,
      reviews: [{ stage: 1, by: named(omar), for: named(ada), at: later }],
    }),
  ),
  'when all must agree': toDecide(ofAll),
  'when somebody is on it': toDecide(
    decidedSo({ reviewers: [reviewer(dana), reviewer(omar, { onIt: later })] }),
  ),
  'with a question, its answer and a word': toDecide(decidedSo({ remarks }), dana, 'answered'),
  'as a reminder': toDecide(pending, dana, 'silent'),
  'when whoever asked reminds': toDecide(pending, dana, 'nudged'),
  'when it was changed': toDecide({ ...pending, version: 2, quantity: 4 }, dana, 'changed'),
  'to who decides it no more': toDecide(decidedSo({ reviewers: [reviewer(omar)] })),
};

const reading: Reading = {
  background,
  reader: dana.id,
  theirs: false,
  mayDecide: false,
  mayOverride: false,
};
const granted: Fulfilled = {
  ...fulfilled,
  course: {
    ...inSecondStage.course,
    reviews: [
      { stage: 1, by: named(dana), at: later },
      { stage: 2, by: named(omar), for: named(ada), at: later },
    ],
  },
};

/** Dana left eight of the sixteen, and says why; then Ada agreed too. */
const fewer: Fulfilled = {
  ...granted,
  quantity: 8,
  course: {
    ...granted.course,
    policy: 3,
    reviews: [
      { stage: 1, by: named(dana), at: later, quantity: 16, why: 'Half of them are on their way back.' },
      { stage: 2, by: named(omar), for: named(ada), at: later, quantity: 8 },
    ],
  } as Course,
};
const emergency = { by: named(ada), why: 'The release is tonight, and nobody answers.' };
const grantedAlone: Fulfilled = {
  ...fulfilled,
  by: named(ada),
  course: { ...course, alone: emergency },
};
const deniedAlone = {
  ...denied,
  ...{ by: named(ada), why: emergency.why, course: { ...course, alone: emergency } },
};
const altered = (changed: Course['changed']): Pending => ({
  ...pending,
  version: 2,
  course: { ...course, ...(changed && { changed }) },
});

/** A policy that uses everything a policy can say. */
const rich: Policy = {
  ...policyOf(),
  rules: [
    {
      name: 'visio at once',
      when: { benefit: ['visio professional 2024'], onBehalf: false, left: { atLeast: 2 } },
      yields: { is: 'approve', limit: 1 },
    },
    {
      name: 'no second subscription',
      when: { category: ['visual-studio', 'cloud'], holds: { atLeast: 1 } },
      yields: { is: 'refuse', reason: 'One subscription for each person is enough.' },
    },
    {
      name: 'students',
      when: { group: ['students', 'interns'], onBehalf: true, holds: { atLeast: 1, atMost: 3 } },
      yields: { is: 'approve' },
    },
    {
      name: 'servers',
      when: { category: ['software'], left: { atMost: 5 } },
      yields: {
        is: 'ask',
        stages: [
          stage({ ask: [{ is: 'manager' }], otherwise: [{ is: 'approvers' }], silence: { remind: 4 } }),
          stage({
            ask: [
              { is: 'group', group: 'it' },
              { is: 'person', email: 'dana@contoso.example' },
            ],
            may: [{ is: 'admins' }],
            need: 2,
            silence: { remind: 8, escalate: { after: 48, to: [{ is: 'admins' }] }, expire: 240 },
          }),
          stage({ ask: [{ is: 'admins' }], need: 'all' }),
        ],
      },
    },
    ...ownPolicy.rules.map((rule) => ({ ...rule, name: 'the rest' })),
  ],
};
const rule = (at: number): Deciding['rule'] => rich.rules[at] as Deciding['rule'];

/** Every card of deciding: who is asked and why, what can be done before an answer, and what becomes of it. */
export const cardsOfDeciding: Record<string, (view: View) => Card> = {
  ...Object.fromEntries(Object.entries(reasons).map(([name, card]) => [`to decide, ${name}`, card])),
  ...Object.fromEntries(Object.entries(stands).map(([name, card]) => [`to decide, ${name}`, card])),

  'an empty digest': (view) => cardFor(view, { kind: 'digest', waiting: [] }),
  'a digest that reminds': (view) => cardFor(view, { ...notices.digest, again: true }),
  'a digest with more than fits': (view) =>
    cardFor(view, {
      kind: 'digest',
      waiting: Array.from({ length: 13 }, (_, at) => ({
        request: { ...meisRequest, id: id(820 + at), benefit: { ...pending.benefit, name: `Benefit ${at}` } },
        background: { leftAfter: at, holds: [] },
      })),
    }),
  'an admin decided alone': (view) =>
    cardFor(view, {
      kind: 'overridden',
      request: grantedAlone,
      ...emergency,
    }),
  'nobody answered in time': (view) => {
    const { by: _, ...rest } = fulfilled;
    return cardFor(view, {
      kind: 'cancelled',
      request: { ...rest, state: 'cancelled', because: 'expired' },
      to: 'assignee',
    });
  },
  'a stage is over, and nobody can decide the next': (view) =>
    cardFor(view, {
      ...notices['stage-passed'],
      request: { ...inSecondStage, course: { ...inSecondStage.course, reviewers: [] } },
    }),

  'a request that several must agree to': (view) => asked(view, twoOfThree),
  'a request that all must agree to': (view) => asked(view, ofAll),
  'a request in stages': (view) => asked(view, decidedSo({ stages: 3 })),
  'a request that waits, to who decides it no more': (view) => summary(view, twoOfThree),
  'a request to which several agreed': (view) => summary(view, granted),
  'approved in part, to who decided': (view) => summary(view, fewer),
  'approved in part, to whoever asked': (view) =>
    cardFor(view, { kind: 'granted', request: fewer, lastRefund: false }),
  'approved alone in an emergency, to who was asked': (view) => summary(view, grantedAlone),
  'approved alone in an emergency, to whoever asked': (view) =>
    cardFor(view, { kind: 'granted', request: grantedAlone, lastRefund: false }),
  'denied alone in an emergency, to who was asked': (view) => summary(view, deniedAlone),
  'denied alone in an emergency, to whoever asked': (view) =>
    cardFor(view, { kind: 'denied', request: deniedAlone }),
  'a request that was changed, to who decides': toDecide(
    altered({ at: later, what: { quantity: [4, 2], language: ['繁體中文', 'English'], reason: true } }),
  ),
  'a request that was changed, to whoever asked': (view) => asked(view, altered({ at: later })),
  'a second stage of which one has agreed': (view) =>
    summary(view, {
      ...inSecondStage,
      course: {
        ...inSecondStage.course,
        need: 2,
        reviews: [...inSecondStage.course.reviews, { stage: 2, by: named(omar), at: later }],
      },
    }),
  'a request that both must agree to': (view) =>
    asked(view, decidedSo({ need: 2, reviewers: [reviewer(dana), reviewer(omar)] })),
  'a request that one person answers': (view) => asked(view, decidedSo({ reviewers: [reviewer(dana)] })),
  'whoever asked has reminded them': (view) =>
    reminded(view, { ...pending, course: { ...course, nudgedAt: view.now } }, [named(dana), named(omar)]),
  'whoever asked has reminded those with many': (view) =>
    reminded(view, { ...pending, course: { ...course, nudgedAt: view.now } }, []),
  'a request of others, to an approver it does not concern': (view) => standing(view, denied),
  'the same from a list, while it waits': (view) => standing(view, pending, true),
  'a word too late, to whoever asked': (view) => saidTooLate(view, denied, summary(view, denied), true),
  'a word too late, to who decided with others': (view) =>
    saidTooLate(view, granted, summary(view, granted), false),
  'a word too late, where nobody decided': (view) =>
    saidTooLate(view, cancelled, summary(view, cancelled), true),
  'a request that a rule approved': (view) =>
    summary(view, {
      ...fulfilled,
      course: { ...course, policy: 3, rule: 'visio at once', reviewers: [] },
      by: byRule('visio at once'),
    }),
  'my requests, in stages and by rules': (view) =>
    requests(
      view,
      [
        inSecondStage,
        decidedSo({ reviewers: [] }, meisRequest),
        { ...fulfilled, by: byRule('visio at once') },
      ],
      1,
    ),

  'a card that was too old': (view) => changed(view, { ...pending, version: 2 }, background, dana.id),
  'a request in full, to who decides': (view) =>
    inFull(view, decidedSo({ remarks }), { ...reading, mayDecide: true }),
  'a request in full, from the list': (view) =>
    inFull(view, pending, { ...reading, mayDecide: true, fromList: true }),
  'a request from the list that was decided meanwhile': (view) => summary(view, denied, true),
  'a request in full, to who asked': (view) =>
    inFull(view, decidedSo({ remarks: [question] }), { ...reading, reader: eve.id, theirs: true }),
  'a request in full, to an admin': (view) =>
    inFull(view, decidedSo({ reviewers: [reviewer(dana)] }), {
      ...reading,
      reader: ada.id,
      mayOverride: true,
    }),
  'what waits for me and for others': (view) =>
    queue(
      view,
      {
        waiting: [{ request: pending, background }],
        others: [decidedSo({ reviewers: [] }, meisRequest)],
      },
      1,
    ),
  'my own request that was approved, to me': (view) => summary({ ...view, reader: eve.id }, granted),
  'my own request in full, to me': (view) =>
    inFull({ ...view, reader: eve.id }, pending, {
      background: { ...background, ahead: 2 },
      reader: eve.id,
      theirs: true,
      mayDecide: false,
      mayOverride: false,
    }),
  'a request in my name, to me': (view) => summary({ ...view, reader: mei.id }, meisRequest),
  'my request for a colleague, to me': (view) =>
    summary({ ...view, reader: meisRequest.requester.id }, meisRequest),
  'what is kept for me, to me': (view) => summary({ ...view, reader: eve.id }, offeredRequest),
  'what I may decide though nobody asks me': (view) =>
    queue(view, { waiting: [], unasked: [{ request: pending, background }], others: [meisRequest] }, 1),
  'what waits for others alone': (view) => queue(view, { waiting: [], others: [meisRequest] }, 1),

  'the form to approve fewer': (view) => approveForm(view, pending),
  'the form for a question': (view) => remarkForm(view, pending, id(810), false),
  'the form for an answer': (view) => remarkForm(view, decidedSo({ remarks: [question] }), id(810), true),
  'the form for a word': (view) => remarkForm(view, pending, id(810), true),
  'the form to hand over': (view) =>
    handOverForm(view, pending, [
      omar,
      { ...ada, email: 'ada@contoso.example' },
      { ...ada, id: id(811), email: 'ada.two@contoso.example' },
    ]),
  'the form to change a request': (view) => changeForm(view, pending, server),
  'the form to change a support request': (view) =>
    changeForm(
      view,
      { ...meisRequest, benefit: notices['with-microsoft'].request.benefit, email: 'mei@fabrikam.example' },
      incidents,
    ),
  'the form to decide alone': (view) => overrideForm(view, pending),

  'the form for an absence': (view) => awayForm(view, undefined, [omar, ada]),
  'the form for an absence, when one is known': (view) =>
    awayForm(view, { from: '2026-12-01', until: '2026-12-14' }, []),
  'I am away': (view) => away(view, { from: '2026-12-01', until: '2026-12-14' }),
  'I am away, and somebody stands in': (view) =>
    away(view, { from: '2026-12-01', until: '2026-12-14', delegate: omar }),
  'I am back': present,
  'the code that links': (view) => linkCode(view, 'K7QM-2F9X'),
  'my accounts are linked': linked,

  'the rules of the house': (view) => policy(view, ownPolicy, 1),
  'the rules of a company': (view) => policy(view, rich, 1),
  'the details of a benefit, approved at once': (view) => show(view, visio, { rule: rule(0), stages: [] }),
  'the details of a benefit, refused': (view) =>
    show(view, visio, {
      rule: rule(1),
      stages: [],
      refused: { reason: 'Kept for engineers.', onlyForOneself: false },
    }),
  'the details of a benefit, refused to the reader alone': (view) =>
    show(view, incidents, {
      rule: rule(1),
      stages: [],
      refused: { reason: 'One is enough.', onlyForOneself: true },
    }),
  'the form to ask, for a colleague alone': (view) =>
    askForm(view, incidents, id(830), { notForYou: 'One is enough.', quantity: 3 }),
  'the details of a benefit, in stages': (view) =>
    show(view, server, { rule: rule(3), stages: [[named(dana)], [named(dana), named(omar)], [named(ada)]] }),
};
