import { nudge } from '../../src/core/nudge';
import type { Speaker } from '../../src/core/person';
import type { Refusal } from '../../src/core/refusal';
import type { Pending, Request } from '../../src/core/request';
import { granted, refusalOf, told } from './decisions';
import {
  approved,
  approving,
  company,
  course,
  dana,
  eve,
  later,
  mei,
  named,
  omar,
  pending,
} from './examples';

const { background } = approving;
const remind = (request: Request, by: Speaker = eve, now = later) =>
  nudge(request, by, background, company(), now);

test('whoever asked reminds those who have not answered', () => {
  const half: Pending = {
    ...pending,
    course: { ...course, need: 2, reviews: [{ stage: 1, by: named(omar), at: later }] },
  };
  const { is, change } = granted(remind(half));
  expect(is.course.nudgedAt).toBe(later);
  expect(is.version).toBe(1);
  expect(told(change.notices)).toEqual(['Dana Decider: tell to-decide (nudged)']);
  expect(change.audit).toEqual([expect.objectContaining({ action: 'request.nudged', by: eve.id })]);
});

test('so does whoever will have it, and nobody who is never written to is', () => {
  const forMei: Pending = { ...pending, assignee: named(mei) };
  for (const by of [eve, mei])
    expect(told(granted(remind(forMei, by)).change.notices)).toEqual([
      'Dana Decider: tell to-decide (nudged)',
      'Omar Okay: tell to-decide (nudged)',
    ]);
});

const nudged: Pending = { ...pending, course: { ...course, nudgedAt: later } };
test.each<[sentence: string, request: Request, by: Speaker, now: string, refusal: Refusal]>([
  ['twice on one day', nudged, eve, '2026-11-23T23:59:59.999Z', { why: 'reminded-today' }],
  [
    'by the other one on the same day',
    { ...nudged, assignee: named(mei) },
    mei,
    later,
    { why: 'reminded-today' },
  ],
  ['of somebody else’s request', pending, mei, later, { why: 'gone' }],
  ['by who decides it', pending, dana, later, { why: 'gone' }],
  ['when it is decided', approved, mei, later, { why: 'already-decided' }],
])('nobody is reminded %s', (_, request, by, now, refusal) => {
  expect(refusalOf(remind(request, by, now))).toEqual(refusal);
});

test('the next day they may be again', () => {
  expect(granted(remind(nudged, eve, '2026-11-24T00:00:00.000Z')).is.course.nudgedAt).toBe(
    '2026-11-24T00:00:00.000Z',
  );
});
