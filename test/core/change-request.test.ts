import { ask } from '../../src/core/ask';
import { type Changing, change } from '../../src/core/change-request';
import { approve } from '../../src/core/decide';
import { nudge } from '../../src/core/nudge';
import type { Policy } from '../../src/core/policy/policy';
import type { Refusal } from '../../src/core/refusal';
import type { Pending } from '../../src/core/request';
import { granted, read, refusalOf, told } from './decisions';
import {
  ada,
  approving,
  asking,
  company,
  dana,
  deciders,
  denied,
  eve,
  later,
  mei,
  named,
  omar,
  pending,
  policyOf,
  question,
  stage,
  withEmail,
} from './examples';

/** Few cores need one approver; many need two, and then an admin. */
const policy: Policy = {
  ...policyOf({}),
  rules: [
    {
      name: 'enough',
      when: { left: { atLeast: 8 } },
      yields: {
        is: 'ask',
        stages: [stage({ need: 2, silence: { expire: 48 } }), stage({ ask: [{ is: 'admins' }] })],
      },
    },
    { name: 'scarce', when: {}, yields: { is: 'ask', stages: [stage({ ask: [{ is: 'admins' }] })] } },
  ],
};
const request = granted(ask({ ...asking, policy, people: deciders })).is as Pending;
const half = granted(approve({ ...approving, policy, company: company(), request, by: dana })).is as Pending;
const wish = { ...asking.wish, quantity: 3, reason: 'Two machines, after all' };
const changing: Changing = {
  ...asking,
  policy,
  people: deciders,
  request: half,
  version: 1,
  changesToday: 0,
  wish,
  now: later,
};
const changed = (more: Partial<Changing> = {}) => granted(change({ ...changing, ...more }));

test('it is a new version, asked anew of those whom the rules name; answers so far count no more', () => {
  const { is, change } = changed();
  expect(is).toMatchObject({ version: 2, quantity: 3, reason: wish.reason, askedAt: request.askedAt });
  expect(is.course).toMatchObject({
    rule: 'enough',
    stage: 1,
    stages: 2,
    need: 2,
    since: later,
    reviews: [],
    facts: { wants: 3 },
    expireAt: '2026-11-25T14:00:00.000Z',
  });
  expect(change.steps).toEqual([
    { do: 'ask-again', request: is },
    { do: 'void-reviews', request: is.id, at: later },
  ]);
  expect(told(change.notices)).toEqual([
    'Eve Employee: redraw still-waits',
    'Dana Decider: tell to-decide (changed)',
    'Omar Okay: tell to-decide (changed)',
  ]);
  expect(change.audit).toEqual([
    expect.objectContaining({ action: 'request.changed', by: eve.id, why: wish.reason }),
  ]);
});

test('the old card decides nothing, and who had agreed may answer again', () => {
  const { is } = changed();
  const press = { ...approving, policy, company: company(), request: is, by: dana };
  expect(refusalOf(approve({ ...press, version: 1 }))).toEqual({ why: 'changed-meanwhile' });
  expect(granted(approve({ ...press, version: 2 })).is.course?.reviews).toHaveLength(1);
});

test('where another rule fits now, others are asked, and those who were see so', () => {
  const scarce = { ...asking.benefit, stock: { ...asking.benefit.stock, held: 14 } };
  const { is, change } = changed({ benefit: scarce });
  expect(is.course).toMatchObject({ rule: 'scarce', stages: 1, need: 1 });
  expect(is.course).not.toHaveProperty('expireAt');
  expect(read(is.course.reviewers)).toEqual([ada.name]);
  expect(told(change.notices)).toEqual([
    'Dana Decider: redraw decided',
    'Omar Okay: redraw decided',
    'Eve Employee: redraw still-waits',
    'Ada Admin: tell to-decide (changed)',
  ]);
});

test('what a rule would approve at once is still decided by people, once people were asked', () => {
  const atOnce: Policy = {
    ...policy,
    rules: [{ name: 'at once', when: { holds: { atMost: 0 } }, yields: { is: 'approve' } }, ...policy.rules],
  };
  expect(changed({ policy: atOnce }).is.course).toMatchObject({ rule: 'enough', stage: 1, need: 2 });
});

test('what was said about it stays, and what is wished no more goes', () => {
  const spoken = { ...half, email: 'eve@fabrikam.example', course: { ...half.course, remarks: [question] } };
  const { is } = changed({ request: spoken, wish: { ...wish, language: '繁體中文', system: 'arm64' } });
  expect(is.course.remarks).toEqual([question]);
  expect(is).toMatchObject({ language: '繁體中文', system: 'arm64' });
  expect(is).not.toHaveProperty('email');
});

test('whoever will have it sees what is asked for them now', () => {
  const { change } = changed({ request: { ...half, assignee: named(mei) }, assignee: withEmail(mei) });
  expect(told(change.notices)).toEqual([
    '林美: redraw still-waits',
    'Eve Employee: redraw still-waits',
    'Dana Decider: tell to-decide (changed)',
    'Omar Okay: tell to-decide (changed)',
  ]);
});

test.each<[sentence: string, more: Partial<Changing>, refusal: Refusal]>([
  ['by a colleague', { requester: mei }, { why: 'gone' }],
  [
    'by whoever will have it',
    { request: { ...half, assignee: named(mei) }, requester: mei },
    { why: 'gone' },
  ],
  ['by who decides it', { requester: omar }, { why: 'gone' }],
  ['with an old form', { request: { ...half, version: 2 } }, { why: 'changed-meanwhile' }],
  ['when it is decided', { request: denied, version: 2 }, { why: 'already-decided' }],
  [
    'to more than there is',
    { wish: { ...wish, quantity: 17 } },
    { why: 'more-than-all', benefit: asking.benefit.name, most: 16 },
  ],
  [
    'to a language that there is not',
    { wish: { ...wish, language: 'Klingon' } },
    { why: 'choose-language', choices: ['English', '繁體中文'] },
  ],
  [
    'to what the rules refuse',
    {
      policy: {
        ...policy,
        rules: [{ name: 'no', when: {}, yields: { is: 'refuse', reason: 'Not this year.' } }],
      },
    },
    { why: 'policy-refuses', benefit: asking.benefit.name, reason: 'Not this year.' },
  ],
  ['a sixth time on one day', { changesToday: 5 }, { why: 'changed-too-often', most: 5 }],
  [
    'to what it is already',
    { wish: { ...wish, quantity: half.quantity, reason: half.reason } },
    { why: 'nothing-changed' },
  ],
  ['to what nobody could decide', { people: [] }, { why: 'nobody-to-ask' }],
])('it is not changed %s', (_, more, refusal) => {
  expect(refusalOf(change({ ...changing, ...more }))).toEqual(refusal);
});

test('what nobody has answered can be changed as well', () => {
  expect(changed({ request: pending, policy: { ...policy, version: 0 } }).is.version).toBe(2);
});

describe('a change calls on those who decide as a reminder does, once a day', () => {
  const first = changed({ request }).is;
  const again: Partial<Changing> = { request: first, version: 2, wish: { ...wish, quantity: 2 } };

  test('whoever has heard today and not answered sees the next one on the card they have', () => {
    expect(told(changed(again).change.notices)).toEqual([
      'Eve Employee: redraw still-waits',
      'Dana Decider: redraw to-decide',
      'Omar Okay: redraw to-decide',
    ]);
  });

  test('whoever has answered meanwhile is told: what they said counts no more', () => {
    const press = { ...approving, policy, company: company(), request: first, version: 2, by: dana };
    expect(
      told(changed({ ...again, request: granted(approve(press)).is as Pending }).change.notices),
    ).toEqual([
      'Eve Employee: redraw still-waits',
      'Omar Okay: redraw to-decide',
      'Dana Decider: tell to-decide (changed)',
    ]);
  });

  test('the next day they are told, and nobody reminds them on the day of a change', () => {
    expect(told(changed({ ...again, now: '2026-11-24T08:00:00.000Z' }).change.notices)).toEqual([
      'Eve Employee: redraw still-waits',
      'Dana Decider: tell to-decide (changed)',
      'Omar Okay: tell to-decide (changed)',
    ]);
    expect(refusalOf(nudge(first, eve, approving.background, company(), later))).toEqual({
      why: 'reminded-today',
    });
  });

  test('who was reminded today is not told of a change on top', () => {
    const reminded = granted(nudge(request, eve, approving.background, company(), later)).is;
    expect(told(changed({ request: reminded }).change.notices)).toEqual([
      'Eve Employee: redraw still-waits',
      'Dana Decider: redraw to-decide',
      'Omar Okay: redraw to-decide',
    ]);
  });
});
