import { type Asking, ask } from '../../src/core/ask';
import { approve } from '../../src/core/decide';
import { type Overriding, override } from '../../src/core/override';
import type { Refusal } from '../../src/core/refusal';
import type { Pending } from '../../src/core/request';
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
  denied,
  eve,
  later,
  mei,
  named,
  packageEnded,
  pending,
  policyOf,
  withEmail,
  zoe,
} from './examples';

const why = 'The release is tonight, and nobody answers.';
const people = [...deciders, colleague(zoe), colleague(boss, { email: 'bo@contoso.example' })];
const policy = policyOf(
  { ask: [{ is: 'manager' }] },
  { need: 2, may: [{ is: 'admins' }] },
  { ask: [{ is: 'admins' }] },
);
const known = company(people, { manager: 'bo@contoso.example' });
const asked = (more: Partial<Asking> = {}): Pending =>
  granted(ask({ ...asking, policy, people, manager: 'bo@contoso.example', ...more })).is as Pending;
const overriding: Overriding = {
  ...approving,
  policy,
  company: known,
  request: asked(),
  by: ada,
  verdict: 'approve',
  why,
};

test('an admin decides alone, and everybody who would have been asked in any stage is told, and why', () => {
  const { is, change } = granted(override(overriding));
  expect(is).toMatchObject({ state: 'fulfilled', by: named(ada), at: later });
  expect(told(change.notices)).toEqual([
    'Bo Boss: redraw decided',
    'Eve Employee: redraw decided',
    'Eve Employee: tell granted',
    'Bo Boss: tell overridden',
    'Dana Decider: tell overridden',
    'Omar Okay: tell overridden',
    'Zoe Zenith: tell overridden',
  ]);
  expect(change.notices.at(-1)?.notice).toMatchObject({ by: named(ada), why });
  expect(change.steps.find((step) => step.do === 'review')).toMatchObject({
    verdict: 'approve',
    alone: true,
    why,
  });
  expect(change.audit.map(({ action, by, why }) => [action, by, why])).toEqual([
    ['request.fulfilled', ada.id, asking.wish.reason],
    ['request.overridden', ada.id, why],
  ]);
});

test('a no alone is told in the same way, and the person reads the reason', () => {
  const { is, change } = granted(override({ ...overriding, verdict: 'deny' }));
  expect(is).toMatchObject({ state: 'denied', why, by: named(ada) });
  expect(told(change.notices)).toEqual([
    'Bo Boss: redraw decided',
    'Eve Employee: redraw decided',
    'Eve Employee: tell denied',
    'Bo Boss: tell overridden',
    'Dana Decider: tell overridden',
    'Omar Okay: tell overridden',
    'Zoe Zenith: tell overridden',
  ]);
});

test('in a later stage whoever has agreed is told as well', () => {
  const second = granted(approve({ ...approving, policy, company: known, request: asked(), by: boss })).is;
  const { is, change } = granted(override({ ...overriding, request: second, version: 2 }));
  expect(is.course?.reviews.map(({ stage, by }) => [stage, by.name])).toEqual([[1, boss.name]]);
  expect(is.course?.alone?.by.name).toBe(ada.name);
  expect(told(change.notices).filter((one) => one.endsWith('overridden'))).toEqual([
    'Bo Boss: tell overridden',
    'Dana Decider: tell overridden',
    'Omar Okay: tell overridden',
    'Zoe Zenith: tell overridden',
  ]);
});

test('nobody whom it concerns is told as one who decides', () => {
  const request = asked({ assignee: withEmail(dana) });
  const forDana = { ...request, asked: [...request.asked, named(dana)] };
  const { change } = granted(
    override({
      ...overriding,
      request: forDana,
      company: company(people, { concerned: [eve, dana], manager: 'bo@contoso.example' }),
    }),
  );
  expect(told(change.notices)).not.toContain('Dana Decider: tell overridden');
});

test('with nothing at hand it goes on the waiting list, as after any yes', () => {
  expect(granted(override({ ...overriding, handover: { by: 'nothing' } })).is.state).toBe('waiting');
});

test.each<[sentence: string, more: Partial<Overriding>, refusal: Refusal | undefined]>([
  ['with twenty characters', { why: 'a'.repeat(20) }, undefined],
  ['with twenty of any script', { why: '緊急狀況，今晚必須上線，所有主管都聯絡不上' }, undefined],
  ['with nineteen', { why: 'a'.repeat(19) }, { why: 'reason-too-short', least: 20 }],
  ['with ten that take twice the place', { why: '🙂'.repeat(10) }, { why: 'reason-too-short', least: 20 }],
  ['by an approver', { by: dana }, { why: 'not-an-admin' }],
  ['by an employee', { by: mei }, { why: 'not-an-admin' }],
  ['from an unlinked account', { by: { ...ada, mayDecide: false } }, { why: 'unlinked-account' }],
  ['by who asked', { by: { ...eve, role: 'admin' } }, { why: 'own-request' }],
  ['for oneself', { request: { ...pending, assignee: named(ada) } }, { why: 'own-request' }],
  ['by whose twin asked', { by: { ...ada, twins: [eve.id] } }, { why: 'own-request' }],
  ['with an old card', { request: { ...asked(), version: 2 } }, { why: 'changed-meanwhile' }],
  ['when it is decided', { request: denied, version: 2 }, { why: 'already-decided' }],
  [
    'when nothing can come of it',
    { now: packageEnded },
    { why: 'ended', benefit: asking.benefit.name, on: '2026-12-31' },
  ],
  ['when nothing can come of it, with a no', { now: packageEnded, verdict: 'deny' }, undefined],
])('alone, %s', (_, more, refusal) => {
  const decision = override({ ...overriding, ...more });
  expect(decision.ok ? undefined : refusalOf(decision)).toEqual(refusal);
});

test('who might answer anyway may, too, decide alone: an admin is asked in the last stage', () => {
  expect(granted(override({ ...overriding, by: zoe })).is.state).toBe('fulfilled');
});
