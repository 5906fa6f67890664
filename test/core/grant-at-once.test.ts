import { type Asking, ask } from '../../src/core/ask';
import type { Granting } from '../../src/core/decide';
import { grantAtOnce } from '../../src/core/grant-at-once';
import type { Policy } from '../../src/core/policy/policy';
import type { Pending } from '../../src/core/request';
import { granted, refusalOf, told } from './decisions';
import {
  ada,
  approving,
  asking,
  eve,
  holding,
  inStock,
  mei,
  named,
  now,
  packageEnded,
  policyOf,
  server,
  studio,
  withEmail,
  zoe,
} from './examples';

const policy: Policy = {
  ...policyOf({}),
  rules: [{ name: 'a few at once', when: {}, yields: { is: 'approve', limit: 4 } }, ...policyOf({}).rules],
};
const granting: Granting = { ...approving, admins: [ada, zoe], now };
const asked = (more: Partial<Asking> = {}): Pending => {
  const decision = ask({ ...asking, policy, ...more });
  if (!decision.ok || !('grants' in decision)) throw new Error('no rule grants it');
  return decision.grants;
};

test('a rule hands a key over as it is asked for, and what is asked and given is saved as one', () => {
  const { is, change } = granted(grantAtOnce(asked(), granting));
  expect(is).toMatchObject({
    state: 'fulfilled',
    version: 2,
    by: { name: 'a few at once', rule: true },
    at: now,
    asked: [],
    course: { policy: 3, rule: 'a few at once', reviewers: [], reviews: [] },
  });
  expect(change.steps.map((step) => step.do)).toEqual(['ask', 'take', 'unit', 'hold']);
  expect(told(change.notices)).toEqual(['Eve Employee: tell granted']);
  expect(change.audit.map(({ action, by }) => [action, by])).toEqual([
    ['request.asked', eve.id],
    ['request.fulfilled', undefined],
  ]);
});

test('what is not a key becomes a task, and only the admins are told: whoever asks reads the answer', () => {
  const request = asked({ benefit: studio, wish: { reason: 'x' } });
  const { is, change } = granted(
    grantAtOnce(request, { ...granting, benefit: studio, handover: { by: 'task' } }),
  );
  // Nothing of it is left, so that it waits.
  expect(is.state).toBe('waiting');
  const left = { ...studio, stock: inStock() };
  const given = granted(grantAtOnce(request, { ...granting, benefit: left, handover: { by: 'task' } }));
  expect(given.is.state).toBe('approved');
  expect(told(given.change.notices)).toEqual(['Ada Admin: tell to-do', 'Zoe Zenith: tell to-do']);
  expect(told(change.notices)).toEqual([]);
});

test.each<[sentence: string, more: Partial<Granting>]>([
  ['no key is free', { handover: { by: 'nothing' } }],
  ['less is left than was asked for', { benefit: { ...server, stock: inStock({ held: 15, freeUnits: 9 }) } }],
  ['others wait already', { benefit: { ...server, stock: inStock({ freeUnits: 9, waiting: 1 }) } }],
])('it goes on the waiting list when %s', (_, more) => {
  const { is, change } = granted(grantAtOnce(asked(), { ...granting, ...more }));
  expect(is.state).toBe('waiting');
  expect(change.steps.map((step) => step.do)).toEqual(['ask', 'take']);
});

test('for somebody else, both know: who asked by the answer, the other by a message', () => {
  const { change } = granted(
    grantAtOnce(asked({ assignee: withEmail(mei) }), { ...granting, handover: { by: 'nothing' } }),
  );
  expect(told(change.notices)).toEqual(['林美: tell waiting']);
});

test('beyond the limit people are asked', () => {
  const held = { holdings: [{ ...holding, quantity: 3 }] };
  expect(granted(ask({ ...asking, policy, ...held })).is).toMatchObject({
    state: 'pending',
    course: { rule: 'a rule' },
  });
  expect(asked({ holdings: [holding] }).requester).toEqual(named(eve));
});

test('nothing is granted of which nothing can come', () => {
  expect(refusalOf(grantAtOnce(asked(), { ...granting, now: packageEnded }))).toMatchObject({ why: 'ended' });
});
