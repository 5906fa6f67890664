import { ask } from '../../src/core/ask';
import type { Change } from '../../src/core/change';
import { stillAsked } from '../../src/core/course';
import type { Stage } from '../../src/core/policy/policy';
import type { Pending } from '../../src/core/request';
import { atSilence } from '../../src/core/silent';
import { addHours } from '../../src/core/time';
import { granted, read, told } from './decisions';
import {
  ada,
  approving,
  asking,
  colleague,
  company,
  dana,
  deciders,
  later,
  named,
  now,
  omar,
  policyOf,
  reviewer,
  zoe,
} from './examples';

const people = [...deciders, colleague(zoe)];
const silence: Stage['silence'] = { remind: 4, escalate: { after: 96, to: [{ is: 'admins' }] }, expire: 240 };
const policy = policyOf({ silence, need: 2 });
const begun = granted(ask({ ...asking, policy, people })).is as Pending;
const at = (now: string, request: Pending = begun): Change | undefined =>
  atSilence({ request, policy, company: company(people), background: approving.background, now });
const stillOf = (change: Change | undefined): Pending => {
  const step = change?.steps[0];
  if (step?.do !== 'ask-again') throw new Error('it does not wait any more');
  return step.request;
};
const both = [dana, omar].map(({ name }) => name);

// Eve asked on Friday at half past nine; four working hours later it is half past one.
const first = '2026-11-20T13:30:00.000Z';
const second = '2026-11-23T13:30:00.000Z';

test('nothing, before somebody is to be reminded', () => {
  expect(at(now)).toBeUndefined();
  expect(at('2026-11-20T13:29:59.999Z')).toBeUndefined();
});

describe('a reminder', () => {
  test('goes to everybody who is silent', () => {
    const change = at(first);
    expect(told(change?.notices ?? [])).toEqual([
      'Dana Decider: tell to-decide (silent)',
      'Omar Okay: tell to-decide (silent)',
    ]);
    expect(change?.audit).toEqual([expect.objectContaining({ action: 'request.reminded' })]);
  });

  test('is followed by the next after twice as many working hours, and so on', () => {
    const once = stillOf(at(first));
    expect(once.course.reviewers.map(({ reminders, remindAt }) => [reminders, remindAt])).toEqual([
      [1, second],
      [1, second],
    ]);
    expect(at('2026-11-23T13:29:00.000Z', once)).toBeUndefined();
    expect(stillOf(at(second, once)).course.reviewers[0]?.remindAt).toBe('2026-11-25T13:30:00.000Z');
  });

  test('comes late rather than twice, when nobody looked for long', () => {
    const once = stillOf(at('2026-11-23T16:00:00.000Z'));
    expect(at('2026-11-23T16:00:00.000Z', once)).toBeUndefined();
  });

  test('does not go to who has answered', () => {
    const half = { ...begun, course: { ...begun.course, reviews: [{ stage: 1, by: named(dana), at: now }] } };
    expect(told(at(first, half)?.notices ?? [])).toEqual(['Omar Okay: tell to-decide (silent)']);
  });

  test('goes only to who is on it, where somebody is; the others wait for their next one', () => {
    const reviewers = begun.course.reviewers.map((one) => (one.id === omar.id ? { ...one, onIt: now } : one));
    const change = at(first, { ...begun, course: { ...begun.course, reviewers } });
    expect(told(change?.notices ?? [])).toEqual(['Omar Okay: tell to-decide (silent)']);
    expect(stillOf(change).course.reviewers.map(({ remindAt }) => remindAt)).toEqual([second, second]);
  });

  test('goes to nobody, and stands nowhere, while who is on it is not to be reminded yet', () => {
    const reviewers = begun.course.reviewers.map((one) =>
      one.id === omar.id ? { ...one, onIt: now, remindAt: second } : one,
    );
    const change = at(first, { ...begun, course: { ...begun.course, reviewers } });
    expect([change?.notices, change?.audit]).toEqual([[], []]);
    expect(stillOf(change).course.reviewers[0]?.remindAt).toBe(second);
  });

  describe('and an admin who may answer, and was not asked, is on it', () => {
    const unasked = reviewer(ada, { told: false, onIt: now });
    const taken: Pending = {
      ...begun,
      course: { ...begun.course, reviewers: [...begun.course.reviewers, unasked] },
    };

    test('goes to nobody', () => {
      expect(at(first, taken)?.notices).toEqual([]);
    });

    test('goes to everybody again, when nothing came of it in two such times', () => {
      expect(told(at(second, stillOf(at(first, taken)))?.notices ?? [])).toEqual([
        'Dana Decider: tell to-decide (silent)',
        'Omar Okay: tell to-decide (silent)',
      ]);
    });

    test('goes to everybody again, when they have answered and others must too', () => {
      const reviews = [{ stage: 1, by: named(ada), at: later }];
      expect(told(at(first, { ...taken, course: { ...taken.course, reviews } })?.notices ?? [])).toHaveLength(
        2,
      );
    });
  });

  test('goes to everybody again, when who is on it was reminded alone and did nothing', () => {
    const reviewers = begun.course.reviewers.map((one) => (one.id === omar.id ? { ...one, onIt: now } : one));
    const once = stillOf(at(first, { ...begun, course: { ...begun.course, reviewers } }));
    expect(told(at(second, once)?.notices ?? [])).toEqual([
      'Dana Decider: tell to-decide (silent)',
      'Omar Okay: tell to-decide (silent)',
    ]);
  });

  test('goes to nobody, where the policy reminds nobody', () => {
    const quiet = granted(ask({ ...asking, policy: policyOf({}), people })).is as Pending;
    expect(at('2027-01-01T00:00:00.000Z', quiet)).toBeUndefined();
  });
});

describe('escalation', () => {
  const when = '2026-11-24T09:30:00.000Z';
  const change = at(when);

  test('asks others too, and those who are silent go on being asked', () => {
    expect(told(change?.notices ?? [])).toEqual([
      'Dana Decider: redraw to-decide',
      'Omar Okay: redraw to-decide',
      'Eve Employee: redraw still-waits',
      'Ada Admin: tell to-decide (escalated)',
      'Zoe Zenith: tell to-decide (escalated)',
    ]);
    const { course, asked, version } = stillOf(change);
    expect(read(course.reviewers)).toEqual([...both, `${ada.name}, escalated`, `${zoe.name}, escalated`]);
    expect(asked.map(({ name }) => name)).toEqual([...both, ada.name, zoe.name]);
    expect(version).toBe(1);
    expect(change?.audit).toEqual([expect.objectContaining({ action: 'request.escalated' })]);
  });

  test('happens once, and whoever was asked by it is reminded from then on', () => {
    const escalated = stillOf(change);
    expect(escalated.course.escalatedAt).toBe(when);
    expect(stillAsked(escalated.course).map(({ remindAt }) => remindAt)).toEqual([
      first,
      first,
      '2026-11-24T13:30:00.000Z',
      '2026-11-24T13:30:00.000Z',
    ]);
    expect(told(at(when, escalated)?.notices ?? [])).toEqual([
      'Dana Decider: tell to-decide (silent)',
      'Omar Okay: tell to-decide (silent)',
    ]);
  });

  test('comes before a reminder that is due as well', () => {
    expect(at(addHours(when, 24))?.audit[0]?.action).toBe('request.escalated');
  });

  test('does not come before its time', () => {
    expect(at('2026-11-24T09:29:59.999Z')?.audit[0]?.action).toBe('request.reminded');
  });
});

describe('the end', () => {
  const over = at('2026-11-30T09:30:00.000Z');

  test('comes before everything else that is due: nothing comes of it, and whoever asked is told', () => {
    expect(over?.steps).toEqual([
      {
        do: 'move',
        request: expect.objectContaining({ state: 'cancelled', because: 'expired', version: 2 }),
      },
    ]);
    expect(told(over?.notices ?? [])).toEqual([
      'Dana Decider: redraw decided',
      'Omar Okay: redraw decided',
      'Eve Employee: redraw decided',
      'Eve Employee: tell cancelled',
    ]);
    expect(over?.audit).toEqual([expect.objectContaining({ action: 'request.cancelled', why: 'expired' })]);
    expect(over?.audit[0]).not.toHaveProperty('by');
  });

  test('does not come before its time', () => {
    expect(at('2026-11-30T09:29:59.999Z')?.audit[0]?.action).toBe('request.escalated');
  });

  test('never comes where the policy has none', () => {
    const { expire: _, ...patient } = silence;
    const begun = granted(ask({ ...asking, policy: policyOf({ silence: patient, need: 2 }), people })).is;
    expect(at('2027-11-30T09:30:00.000Z', begun as Pending)?.audit[0]?.action).toBe('request.escalated');
  });
});

test('who is asked anyway is not asked as by escalation', () => {
  const admins = policyOf({ ask: [{ is: 'admins' }], silence });
  const request = granted(ask({ ...asking, policy: admins, people })).is as Pending;
  const change = atSilence({
    request,
    policy: admins,
    company: company(people),
    background: approving.background,
    now: later.replace('-23', '-24'),
  });
  expect(told(change?.notices ?? [])).toEqual([
    'Ada Admin: redraw to-decide',
    'Zoe Zenith: redraw to-decide',
    'Eve Employee: redraw still-waits',
  ]);
});
