import type { Refusal } from '../../src/core/refusal';
import { reviewersNow } from '../../src/core/review';
import { type TakingOn, takeOn } from '../../src/core/take-on';
import { granted, refusalOf, told } from './decisions';
import {
  ada,
  approving,
  colleague,
  company,
  course,
  dana,
  denied,
  eve,
  later,
  mei,
  omar,
  pending,
  reviewer,
  zoe,
} from './examples';

const taking: TakingOn = {
  request: pending,
  version: 1,
  by: dana,
  reviewers: reviewersNow(pending, approving),
  background: approving.background,
  now: later,
};
const taken = (more: Partial<TakingOn> = {}) => granted(takeOn({ ...taking, ...more }));
const onIt = (more: Partial<TakingOn> = {}) =>
  taken(more).is.course.reviewers.flatMap((one) => (one.onIt ? [`${one.name} since ${one.onIt}`] : []));

test('all who are asked see who is on it; the request stays what their cards decide', () => {
  const { is, change } = taken();
  expect(onIt()).toEqual([`Dana Decider since ${later}`]);
  expect(is.version).toBe(1);
  expect(change.steps).toEqual([{ do: 'ask-again', request: is }]);
  expect(told(change.notices)).toEqual([
    'Dana Decider: redraw to-decide',
    'Omar Okay: redraw to-decide',
    'Eve Employee: redraw still-waits',
  ]);
  expect(change.audit).toEqual([expect.objectContaining({ action: 'request.claimed', by: dana.id })]);
});

test('two can be on it, and it keeps nobody from deciding', () => {
  const { is } = taken();
  expect(onIt({ request: is, by: omar })).toEqual([
    `Dana Decider since ${later}`,
    `Omar Okay since ${later}`,
  ]);
});

test('saying so again changes nothing, and tells nobody', () => {
  const { is } = taken();
  const again = taken({ request: is, now: '2026-11-24T08:00:00.000Z' });
  expect(again.is).toBe(is);
  expect(again.change).toEqual({ steps: [], notices: [], audit: [] });
});

test('an admin who may decide unasked can be on it', () => {
  expect(onIt({ by: ada })).toEqual([`Ada Admin since ${later}`]);
});

test('whoever has come to it meanwhile is not taken for somebody who was asked: they still will be', () => {
  const reviewers = reviewersNow(pending, {
    ...approving,
    company: company([dana, omar, { ...zoe, role: 'approver' as const }].map((one) => colleague(one))),
  });
  expect(taken({ reviewers }).is.course.reviewers.map(({ name }) => name)).not.toContain(zoe.name);
  expect(onIt({ reviewers, by: { ...zoe, role: 'approver' } })).toEqual([`Zoe Zenith since ${later}`]);
});

test.each<[sentence: string, more: Partial<TakingOn>, refusal: Refusal]>([
  ['a colleague', { by: mei }, { why: 'not-an-approver' }],
  ['whoever asked', { by: { ...eve, role: 'approver' } }, { why: 'own-request' }],
  ['an unlinked account', { by: { ...dana, mayDecide: false } }, { why: 'unlinked-account' }],
  ['with an old card', { request: { ...pending, version: 2 } }, { why: 'changed-meanwhile' }],
  ['when it is decided', { request: denied, version: 2 }, { why: 'already-decided' }],
  [
    'who has answered',
    {
      request: {
        ...pending,
        course: {
          ...course,
          need: 2,
          reviewers: [reviewer(dana)],
          reviews: [{ stage: 1, by: dana, at: later }],
        },
      },
    },
    { why: 'already-answered' },
  ],
])('nobody is on it: %s', (_, more, refusal) => {
  expect(refusalOf(takeOn({ ...taking, ...more }))).toEqual(refusal);
});
