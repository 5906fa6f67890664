import { type Asking, ask } from '../../src/core/ask';
import { stillAsked } from '../../src/core/course';
import { type Approving, approve, deny } from '../../src/core/decide';
import type { Speaker } from '../../src/core/person';
import type { Policy, Stage } from '../../src/core/policy/policy';
import type { Refusal } from '../../src/core/refusal';
import type { Pending, Request } from '../../src/core/request';
import { granted, refusalOf, told } from './decisions';
import {
  ada,
  approving,
  asking,
  boss,
  colleague,
  company,
  dana,
  deciders,
  eve,
  holding,
  incidents,
  later,
  mei,
  named,
  notices,
  omar,
  policyOf,
  visio,
  withEmail,
  zoe,
} from './examples';

const people = [...deciders, colleague(zoe), colleague(boss, { email: 'bo@contoso.example' })];
const known = company(people, { manager: 'bo@contoso.example' });

/** Eve asks under a policy with these stages. */
const asked = (stages: Array<Partial<Stage>>, change: Partial<Asking> = {}): Pending =>
  granted(ask({ ...asking, policy: policyOf(...stages), people, manager: 'bo@contoso.example', ...change }))
    .is as Pending;

/** One person after the other agrees. */
const agreed = (request: Pending, policy: Policy, ...by: Speaker[]) =>
  by.reduce<Request>(
    (now, one) =>
      granted(approve({ ...approving, policy, company: known, request: now, version: now.version, by: one }))
        .is,
    request,
  );
const press = (request: Request, policy: Policy, by: Speaker, more: Partial<Approving> = {}) =>
  approve({ ...approving, policy, company: known, request, version: request.version, by, ...more });

const three = [
  { ask: [{ is: 'manager' as const }] },
  { need: 2 },
  {
    ask: [{ is: 'admins' as const }],
    need: 'all' as const,
    silence: { remind: 4, escalate: { after: 24, to: [] }, expire: 48 },
  },
];
const policy = policyOf(...three);

describe('a request goes through its stages', () => {
  test('at first those of the first one are asked', () => {
    const request = asked(three);
    expect(request.course).toMatchObject({ policy: 3, rule: 'a rule', stage: 1, stages: 3, need: 1 });
    expect(request.asked).toEqual([named(boss)]);
  });

  test('when it is over, those of the next one are; its old card decides nothing, and both hear of it', () => {
    const request = { ...asked(three), requester: named(mei) };
    const { is, change } = granted(press(request, policy, boss));
    expect(is).toMatchObject({ state: 'pending', version: 2 });
    expect((is as Pending).course).toMatchObject({
      stage: 2,
      need: 2,
      since: later,
      reviews: [{ stage: 1, by: named(boss), at: later }],
    });
    expect(told(change.notices)).toEqual([
      'Bo Boss: redraw decided',
      'Eve Employee: redraw still-waits',
      '林美: redraw still-waits',
      'Dana Decider: tell to-decide',
      'Omar Okay: tell to-decide',
      'Eve Employee: tell stage-passed',
      '林美: tell stage-passed',
    ]);
    expect(change.steps.map((step) => step.do)).toEqual(['ask-again', 'review']);
    expect(change.audit).toEqual([expect.objectContaining({ action: 'request.agreed', by: boss.id })]);
  });

  test('while more of a stage must agree, the others see who has, and nobody is asked once more', () => {
    const request = agreed(asked(three), policy, boss);
    const { is, change } = granted(press(request, policy, omar));
    expect(is).toMatchObject({ state: 'pending', version: 2 });
    expect(stillAsked((is as Pending).course).map(({ name }) => name)).toEqual([dana.name]);
    expect(told(change.notices)).toEqual([
      'Bo Boss: redraw decided',
      'Dana Decider: redraw to-decide',
      'Omar Okay: redraw decided',
      'Eve Employee: redraw still-waits',
    ]);
  });

  test('what silence leads to belongs to the stage, and begins anew with it', () => {
    const second = agreed(asked(three), policy, boss) as Pending;
    expect(second.course).not.toHaveProperty('expireAt');
    const escalated = {
      ...second,
      course: { ...second.course, escalateAt: later, escalatedAt: later, expireAt: later },
    };
    const third = agreed(escalated, policy, dana, omar) as Pending;
    expect(third.course).toMatchObject({
      stage: 3,
      escalateAt: '2026-11-24T14:00:00.000Z',
      expireAt: '2026-11-25T14:00:00.000Z',
    });
    expect(third.course).not.toHaveProperty('escalatedAt');
    // It is Monday afternoon.
    expect(third.course.reviewers.map(({ remindAt }) => remindAt)).toEqual([
      '2026-11-24T10:00:00.000Z',
      '2026-11-24T10:00:00.000Z',
    ]);
  });

  test('after the last yes of the last one it is given, and everybody who was ever asked sees so', () => {
    const last = agreed(asked(three), policy, boss, dana, omar, ada);
    const { is, change } = granted(press(last, policy, zoe));
    expect(is).toMatchObject({ state: 'fulfilled', by: named(zoe) });
    expect(is.course?.reviews.map(({ stage, by }) => `${stage} ${by.name}`)).toEqual([
      '1 Bo Boss',
      '2 Dana Decider',
      '2 Omar Okay',
      '3 Ada Admin',
      '3 Zoe Zenith',
    ]);
    expect(told(change.notices)).toEqual([
      'Bo Boss: redraw decided',
      'Dana Decider: redraw decided',
      'Omar Okay: redraw decided',
      'Ada Admin: redraw decided',
      'Zoe Zenith: redraw decided',
      'Eve Employee: redraw decided',
      'Eve Employee: tell granted',
    ]);
  });

  test('one no ends it, in whatever stage', () => {
    for (const before of [[], [boss], [boss, dana], [boss, dana, omar, ada]]) {
      const request = agreed(asked(three), policy, ...before);
      const by = [boss, dana, omar, ada, zoe][before.length] as Speaker;
      const denied = granted(
        deny({ policy, company: known, request, version: request.version, by, why: 'No', now: later }),
      ).is;
      expect(denied).toMatchObject({ state: 'denied', why: 'No', by: named(by) });
    }
  });
});

describe('who answers twice, too early or too late', () => {
  const one = (state: Request, by: Speaker, more: Partial<Approving> = {}): Refusal =>
    refusalOf(press(state, policy, by, more));
  const first = asked(three);
  const second = agreed(first, policy, boss);
  const half = agreed(second as Pending, policy, dana);
  const third = agreed(half as Pending, policy, omar);

  test.each<[sentence: string, refusal: Refusal, expected: Refusal]>([
    [
      'an approver whom the stage does not ask',
      one(first, dana),
      { why: 'not-asked', waitsFor: [boss.name] },
    ],
    ['an employee whom no stage asks', one(first, mei), { why: 'not-an-approver' }],
    ['the same person once more', one(half, dana), { why: 'already-answered' }],
    ['the same person in a later stage', one(third, dana), { why: 'already-answered' }],
    [
      'the same person under another account',
      one(half, { ...omar, twins: [dana.id] }),
      { why: 'already-answered' },
    ],
    ['the manager, once others decide', one(second, boss), { why: 'already-answered' }],
    ['with a card of the stage before', one(second, dana, { version: 1 }), { why: 'changed-meanwhile' }],
    [
      'from an account that is known by its address only',
      one(second, { ...dana, mayDecide: false }),
      { why: 'unlinked-account' },
    ],
    [
      'who has become whom it is for',
      one({ ...second, assignee: named(dana) } as Request, dana),
      { why: 'own-request' },
    ],
    ['whose twin asked', one(second, { ...dana, twins: [eve.id] }), { why: 'own-request' }],
    [
      'who has no right to it any more',
      one(second, dana, { company: company([colleague({ ...dana, role: 'employee' }), colleague(omar)]) }),
      { why: 'not-asked', waitsFor: [omar.name] },
    ],
  ])('%s', (_, refusal, expected) => {
    expect(refusal).toEqual(expected);
  });

  test('whoever answers where somebody has answered in their place', () => {
    const handed = {
      ...(first as Pending),
      course: {
        ...first.course,
        need: 2,
        reviews: [{ stage: 1, by: named(ada), for: named(boss), at: later }],
        reviewers: [
          ...first.course.reviewers,
          {
            ...named(ada),
            because: { is: 'admin' as const },
            for: { ...named(boss), how: 'handed' as const },
            told: true,
            reminders: 0,
          },
        ],
      },
    };
    expect(one(handed, boss, { policy: policyOf({ ask: [{ is: 'manager' }], need: 2 }) })).toEqual({
      why: 'answered-in-place',
      person: ada.name,
    });
  });
});

describe('whoever agrees may give less than was asked for', () => {
  const two = policyOf({ need: 2 });
  const request = asked([{ need: 2 }], { wish: { ...asking.wish, quantity: 4 } });

  test('to the end: that is what is given', () => {
    const one = policyOf({});
    const only = asked([{}], { wish: { ...asking.wish, quantity: 4 } });
    const { is, change } = granted(press(only, one, dana, { quantity: 3 }));
    expect(is).toMatchObject({ state: 'fulfilled', quantity: 3 });
    expect(change.steps).toContainEqual({ do: 'take', benefit: asking.benefit.id, quantity: 3 });
  });

  test('while others must agree: they agree to what is left of it, on a new card', () => {
    const { is, change } = granted(press(request, two, dana, { quantity: 3 }));
    expect(is).toMatchObject({ state: 'pending', quantity: 3, version: 2 });
    expect(told(change.notices)).toEqual([
      'Dana Decider: redraw decided',
      'Omar Okay: redraw to-decide',
      'Eve Employee: redraw still-waits',
    ]);
    expect(refusalOf(press(is, two, omar, { version: 1 }))).toEqual({ why: 'changed-meanwhile' });
    expect(refusalOf(press(is, two, omar, { quantity: 4 }))).toEqual({ why: 'only-less', most: 3 });
    expect(granted(press(is, two, omar)).is).toMatchObject({ state: 'fulfilled', quantity: 3 });
  });

  test.each<[sentence: string, policy: Policy]>([
    ['the others of the stage', two],
    ['those of the next stage', policyOf({}, { ask: [{ is: 'admins' }] })],
  ])('%s read what that leaves, not what all of it would have left', (_, policy) => {
    const request = granted(ask({ ...asking, policy, people, wish: { ...asking.wish, quantity: 4 } }))
      .is as Pending;
    const { change } = granted(
      press(request, policy, dana, { quantity: 1, background: { leftAfter: 5, holds: ['Visio'] } }),
    );
    const cards = change.notices.flatMap(({ notice }) => (notice.kind === 'to-decide' ? [notice] : []));
    expect(cards.length).toBeGreaterThan(0);
    // Nine are left now.
    for (const { background } of cards) expect(background).toEqual({ leftAfter: 8, holds: ['Visio'] });
  });

  test.each<[sentence: string, more: Partial<Approving>, refusal: Refusal | undefined]>([
    ['all of it, said so', { quantity: 4 }, undefined],
    ['more', { quantity: 5 }, { why: 'only-less', most: 4 }],
  ])('%s', (_, more, refusal) => {
    const decision = press(request, two, dana, more);
    expect(decision.ok ? undefined : decision.refusal).toEqual(refusal);
  });

  test('but not of what cannot be divided, or is one', () => {
    const one = asked([{}], { benefit: visio, wish: { reason: 'A drawing' } });
    expect(
      refusalOf(press({ ...one, quantity: 2 }, policyOf({}), dana, { quantity: 1, benefit: visio })),
    ).toEqual({
      why: 'only-less',
      most: 2,
    });
  });

  test('of what an admin sets up, too', () => {
    const some = asked([{}], {
      benefit: incidents,
      wish: { quantity: 3, reason: 'x', email: 'eve@fabrikam.example' },
    });
    const decision = press(some, policyOf({}), dana, {
      quantity: 1,
      benefit: incidents,
      handover: { by: 'task' },
    });
    expect(granted(decision).is).toMatchObject({ state: 'approved', quantity: 1 });
  });
});

describe('asking under a policy', () => {
  const refusing: Policy = {
    ...policyOf({}),
    rules: [
      {
        name: 'no servers',
        when: { category: ['software'] },
        yields: { is: 'refuse', reason: 'Use the shared one.' },
      },
      ...policyOf({}).rules,
    ],
  };
  test.each<[sentence: string, change: Partial<Asking>, refusal: Refusal]>([
    [
      'a rule says no, and why',
      { policy: refusing },
      { why: 'policy-refuses', benefit: asking.benefit.name, reason: 'Use the shared one.' },
    ],
    [
      'as often today as the rules allow',
      { policy: { ...policyOf({}), perDay: 3 }, askedToday: 3 },
      { why: 'too-many-today', most: 3 },
    ],
    ['after ten were taken back today', { takenBackToday: 10 }, { why: 'taken-back-often', times: 10 }],
    [
      'where a later stage could never end',
      { policy: policyOf({}, { need: 4 }), people: deciders },
      { why: 'nobody-to-ask' },
    ],
  ])('is in vain: %s', (_, change, refusal) => {
    expect(refusalOf(ask({ ...asking, people, ...change }))).toEqual(refusal);
  });

  test('is possible once more than yesterday, as long as less than the rules allow was asked today', () => {
    const once = { policy: { ...policyOf({}), perDay: 3 }, askedToday: 2 };
    expect(ask({ ...asking, ...once }).ok).toBe(true);
  });

  test('is possible after somebody changed their mind nine times', () => {
    expect(ask({ ...asking, takenBackToday: 9 }).ok).toBe(true);
  });

  test('keeps what the rules looked at', () => {
    const request = asked([{}], {
      assignee: withEmail(mei),
      groups: ['it'],
      benefit: { ...visio, stock: { ...visio.stock, held: 1 } },
      wish: { reason: 'A drawing' },
    });
    expect(request.course.facts).toEqual({
      category: 'software',
      benefit: visio.name,
      groups: ['it'],
      onBehalf: true,
      holds: 0,
      wants: 1,
      left: 1,
    });
  });

  test('counts what whoever gets it holds of the same benefit, and nothing that has ended', () => {
    const ended = { is: 'ended', at: later, how: 'left' } as const;
    const holdings = [
      { ...holding, quantity: 2 },
      { ...holding, quantity: 4, state: ended },
      { ...holding, quantity: 8, benefit: notices['low-stock'].benefit },
    ];
    expect(asked([{}], { holdings }).course.facts?.holds).toBe(2);
  });
});
