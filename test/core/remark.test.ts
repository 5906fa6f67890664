import type { Remark } from '../../src/core/course';
import type { Speaker } from '../../src/core/person';
import type { Refusal } from '../../src/core/refusal';
import { type Remarking, remark } from '../../src/core/remark';
import type { Pending } from '../../src/core/request';
import { reviewersNow } from '../../src/core/review';
import { granted, refusalOf, told } from './decisions';
import {
  ada,
  approved,
  approving,
  boss,
  company,
  course,
  dana,
  eve,
  id,
  later,
  mei,
  named,
  omar,
  pending,
  policyOf,
  question,
} from './examples';

const remarking: Remarking = {
  id: id(800),
  request: pending,
  by: dana,
  text: question.text,
  reviewers: reviewersNow(pending, approving),
  background: approving.background,
  now: later,
};
const said = (more: Partial<Remarking>) => granted(remark({ ...remarking, ...more }));
const asked: Pending = { ...pending, course: { ...course, remarks: [question] } };
/** Mei asked for Eve. */
const forEve: Pending = { ...asked, requester: named(mei) };

test('a question of who decides goes to whoever asked and whoever will have it, and stands on every card', () => {
  const { is, change } = said({ request: { ...pending, requester: named(mei) } });
  expect(is.course.remarks).toEqual([question]);
  expect(is.version).toBe(1);
  expect(change.steps).toEqual([{ do: 'remark', request: pending.id, remark: question }]);
  expect(told(change.notices)).toEqual([
    'Dana Decider: redraw to-decide',
    'Omar Okay: redraw to-decide',
    'Eve Employee: redraw still-waits',
    '林美: redraw still-waits',
    'Eve Employee: tell question',
    '林美: tell question',
  ]);
  expect(change.audit).toEqual([
    expect.objectContaining({ action: 'request.questioned', by: dana.id, why: question.text }),
  ]);
});

test.each<[sentence: string, by: Speaker]>([
  ['whoever will have it', eve],
  ['whoever asked for them', mei],
])('the answer, of %s, comes back to who asked the question, and onto every card', (_, by) => {
  const { is, change } = said({ id: id(801), request: forEve, by, text: 'Until Friday.' });
  expect(is.course.remarks.at(-1)).toEqual({
    id: id(801),
    by: named(by),
    kind: 'answer',
    text: 'Until Friday.',
    at: later,
  });
  expect(told(change.notices)).toEqual([
    'Dana Decider: redraw to-decide',
    'Omar Okay: redraw to-decide',
    'Eve Employee: redraw still-waits',
    '林美: redraw still-waits',
    'Dana Decider: tell to-decide (answered)',
  ]);
  expect(change.audit[0]?.action).toBe('request.remarked');
});

const answer: Remark = { ...question, id: id(801), by: named(eve), kind: 'answer' };
const word: Remark = { ...answer, kind: 'word' };
test.each<[sentence: string, remarks: Remark[], by: Speaker, kind: Remark['kind']]>([
  ['of whoever asked, unasked: a word', [], eve, 'word'],
  ['of whoever asked, after a question: the answer', [question], eve, 'answer'],
  ['of whoever asked, after a question and a word: still the answer', [question, word], eve, 'answer'],
  ['of whoever asked, after the answer: a word', [question, answer], eve, 'word'],
  ['of who decides, however often: a question', [question, answer], omar, 'question'],
  ['of an admin who may decide unasked: a question', [], ada, 'question'],
])('what is said, %s', (_, remarks, by, kind) => {
  expect(
    said({ request: { ...pending, course: { ...course, remarks } }, by }).is.course.remarks.at(-1)?.kind,
  ).toBe(kind);
});

test('a word tells nobody anew: it stands on the cards', () => {
  expect(told(said({ by: eve }).change.notices)).toEqual([
    'Dana Decider: redraw to-decide',
    'Omar Okay: redraw to-decide',
    'Eve Employee: redraw still-waits',
  ]);
});

test('an answer tells nobody who does not decide it any more', () => {
  const reviewers = remarking.reviewers.filter(({ id }) => id !== dana.id);
  expect(told(said({ request: asked, by: eve, reviewers }).change.notices)).not.toContain(
    'Dana Decider: tell to-decide (answered)',
  );
});

test('who has agreed already may still ask, while others have to', () => {
  const two: Pending = {
    ...pending,
    course: { ...course, need: 2, reviews: [{ stage: 1, by: named(dana), at: later }] },
  };
  const reviewers = reviewersNow(two, {
    policy: {
      ...policyOf({ need: 2 }),
      rules: policyOf({ need: 2 }).rules.map((rule) => ({ ...rule, name: course.rule })),
    },
    company: company(),
  });
  expect(said({ request: two, reviewers }).is.course.remarks).toHaveLength(1);
});

test.each<[sentence: string, more: Partial<Remarking>, refusal: Refusal]>([
  ['a colleague', { by: mei }, { why: 'not-an-approver' }],
  [
    'somebody whom the policy does not ask',
    { by: { ...boss, role: 'approver' } },
    { why: 'not-asked', waitsFor: [dana.name, omar.name] },
  ],
  ['an unlinked account', { by: { ...dana, mayDecide: false } }, { why: 'unlinked-account' }],
  ['somebody of the same address as who asked', { by: { ...dana, twins: [eve.id] } }, { why: 'own-request' }],
  ['whoever asked, when it is decided', { request: approved, by: mei }, { why: 'already-decided' }],
  ['who decided, when it is decided', { request: approved }, { why: 'already-decided' }],
])('nothing is said by %s', (_, more, refusal) => {
  expect(refusalOf(remark({ ...remarking, ...more }))).toEqual(refusal);
});
