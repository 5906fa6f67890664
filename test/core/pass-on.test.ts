import { ask } from '../../src/core/ask';
import { stillAsked } from '../../src/core/course';
import { approve } from '../../src/core/decide';
import { type PassingOn, passOn } from '../../src/core/pass-on';
import type { Speaker } from '../../src/core/person';
import { ownPolicy, type Policy } from '../../src/core/policy/policy';
import type { Refusal } from '../../src/core/refusal';
import type { Pending } from '../../src/core/request';
import { takeOn } from '../../src/core/take-on';
import { redrawForThem } from '../../src/core/tell-reviewers';
import { granted, read, refusalOf, told } from './decisions';
import {
  ada,
  approving,
  asking,
  boss,
  colleague,
  company,
  dana,
  deciders,
  denied,
  eve,
  ida,
  later,
  mei,
  named,
  omar,
  pending,
  policyOf,
  zoe,
} from './examples';

const people = [...deciders, colleague(zoe), colleague(boss), colleague(ida, { groups: ['it'] })];
const how = { policy: ownPolicy, company: company(people), background: approving.background, now: later };
const passing: PassingOn = { ...how, request: pending, version: 1, by: dana, to: ada };
const two = policyOf({ need: 2, may: [{ is: 'group', group: 'it' }] });
const asked = (policy: Policy): Pending => granted(ask({ ...asking, policy, people })).is as Pending;

/** One after the other hands it to the next. */
const handed = (policy: Policy, ...turns: Array<[by: Speaker, to: Speaker]>): Pending =>
  turns.reduce<Pending>(
    (request, [by, to]) => granted(passOn({ ...how, policy, request, version: request.version, by, to })).is,
    asked(policy),
  );

test('a colleague answers in the place of who hands it over, who is left alone from then on', () => {
  const { is, change } = granted(passOn(passing));
  expect(is.version).toBe(1);
  expect(is.asked).toEqual([named(dana), named(omar), named(ada)]);
  expect(read(is.course.reviewers).sort()).toEqual([
    '(Dana Decider)',
    'Ada Admin for Dana Decider',
    'Omar Okay',
  ]);
  expect(stillAsked(is.course).find(({ id }) => id === ada.id)?.remindAt).toBe('2026-11-24T14:00:00.000Z');
  expect(told(change.notices)).toEqual([
    'Omar Okay: redraw to-decide',
    'Eve Employee: redraw still-waits',
    'Dana Decider: redraw decided',
    'Ada Admin: tell to-decide (handed)',
  ]);
  expect(change.audit).toEqual([
    expect.objectContaining({ action: 'request.handed-over', by: dana.id, why: `to ${ada.id}` }),
  ]);
});

test('whoever hands it over is not on it any more, and has nothing to press on their card whatever comes', () => {
  const onIt = granted(
    takeOn({ ...how, request: pending, version: 1, by: dana, reviewers: pending.course.reviewers }),
  ).is;
  const { is } = granted(passOn({ ...passing, request: onIt }));
  expect(is.course.reviewers.filter((one) => one.onIt)).toEqual([]);
  expect(told(redrawForThem(is, how.background))).toEqual([
    'Dana Decider: redraw decided',
    'Omar Okay: redraw to-decide',
    'Ada Admin: redraw to-decide',
    'Eve Employee: redraw still-waits',
  ]);
});

test('what the colleague says counts in that place, and says so', () => {
  const request = handed(two, [dana, ada]);
  const { is } = granted(approve({ ...approving, ...how, policy: two, request, by: ada }));
  expect(is.course?.reviews).toMatchObject([{ stage: 1, by: named(ada), for: named(dana), at: later }]);
  expect(refusalOf(approve({ ...approving, ...how, policy: two, request: is, by: dana }))).toEqual({
    why: 'answered-in-place',
    person: ada.name,
  });
});

describe('what is handed over', () => {
  test.each<
    [sentence: string, policy: Policy, turns: Array<[by: Speaker, to: Speaker]>, reviewers: string[]]
  >([
    [
      'goes on in the same place, by who has it only because it was handed to them',
      two,
      [
        [dana, ada],
        [ada, zoe],
      ],
      ['(Dana Decider)', '(Ida Itson)', 'Omar Okay', 'Zoe Zenith for Dana Decider'],
    ],
    [
      'goes back',
      two,
      [
        [dana, ada],
        [ada, dana],
      ],
      ['(Ida Itson)', 'Dana Decider', 'Omar Okay'],
    ],
    [
      'is handed to another instead, by who handed it over',
      two,
      [
        [dana, ada],
        [dana, zoe],
      ],
      ['(Dana Decider)', '(Ida Itson)', 'Omar Okay', 'Zoe Zenith for Dana Decider'],
    ],
    [
      'goes to who is asked anyway, where one answer is enough',
      ownPolicy,
      [[dana, omar]],
      ['(Ada Admin)', '(Dana Decider)', '(Zoe Zenith)', 'Omar Okay for Dana Decider'],
    ],
    [
      'and goes on with their own',
      ownPolicy,
      [
        [dana, omar],
        [omar, ada],
      ],
      ['(Dana Decider)', '(Omar Okay for Dana Decider)', '(Zoe Zenith)', 'Ada Admin for Omar Okay'],
    ],
    [
      'and back to where it came from',
      ownPolicy,
      [
        [dana, omar],
        [omar, ada],
        [ada, omar],
      ],
      ['(Ada Admin)', '(Dana Decider)', '(Zoe Zenith)', 'Omar Okay for Dana Decider'],
    ],
    [
      'by an admin who may answer unasked',
      ownPolicy,
      [[ada, zoe]],
      ['(Ada Admin)', 'Dana Decider', 'Omar Okay', 'Zoe Zenith for Ada Admin'],
    ],
    [
      'to somebody without a role, whom the stage names',
      two,
      [[dana, ida]],
      ['(Dana Decider)', 'Ida Itson for Dana Decider', 'Omar Okay'],
    ],
  ])('%s', (_, policy, turns, reviewers) => {
    expect(read(handed(policy, ...turns).course.reviewers).sort()).toEqual(reviewers);
  });

  test('stays so when who decides is looked for again', () => {
    const request = handed(two, [dana, ada], [ada, zoe]);
    expect(
      granted(approve({ ...approving, ...how, policy: two, request, by: zoe })).is.course?.reviews,
    ).toMatchObject([{ stage: 1, by: named(zoe), for: named(dana), at: later }]);
  });
});

test('a decision is handed over only once it was theirs: whoever came to it meanwhile still will be asked', () => {
  const nina = colleague({ ...mei, role: 'approver' });
  const { is } = granted(passOn({ ...passing, company: company([...people, nina]) }));
  expect(is.course.reviewers.map(({ name }) => name)).not.toContain(mei.name);
});

describe('it is not handed over', () => {
  const half = granted(approve({ ...approving, ...how, policy: two, request: asked(two), by: omar }))
    .is as Pending;
  test.each<[sentence: string, more: Partial<PassingOn>, refusal: Refusal]>([
    ['to oneself', { to: dana }, { why: 'is-oneself' }],
    ['to whoever asked', { to: { ...eve, role: 'admin' } }, { why: 'concerns-them', person: eve.name }],
    [
      'to somebody of the same address as whoever asked',
      { company: company(people, { concerned: [{ ...named(eve), twins: [ada.id] }] }) },
      { why: 'concerns-them', person: ada.name },
    ],
    ['to somebody who does not decide', { to: boss }, { why: 'may-not-decide', person: boss.name }],
    [
      'to somebody who is asked anyway, where two must agree',
      { policy: two, request: asked(two), to: omar },
      { why: 'asked-already', person: omar.name },
    ],
    [
      'to somebody who has agreed',
      { policy: two, request: half, to: omar },
      { why: 'asked-already', person: omar.name },
    ],
    [
      'to somebody to whom another handed it',
      { policy: ownPolicy, request: handed(ownPolicy, [omar, ada]) },
      { why: 'asked-already', person: ada.name },
    ],
    ['by a colleague', { by: mei }, { why: 'not-an-approver' }],
    ['by whoever asked', { by: { ...eve, role: 'approver' } }, { why: 'own-request' }],
    ['by who has agreed', { policy: two, request: half, by: omar }, { why: 'already-answered' }],
    ['by an unlinked account', { by: { ...dana, mayDecide: false } }, { why: 'unlinked-account' }],
    ['with an old card', { request: { ...pending, version: 2 } }, { why: 'changed-meanwhile' }],
    ['when it is decided', { request: denied, version: 2 }, { why: 'already-decided' }],
  ])('%s', (_, more, refusal) => {
    expect(refusalOf(passOn({ ...passing, ...more }))).toEqual(refusal);
  });
});
