import { plainText } from '../../src/core/card';
import { cancel } from '../../src/core/decide';
import type { Notice } from '../../src/core/notice';
import type { View } from '../../src/core/views/catalogue';
import { cardFor } from '../../src/core/views/for-notice';
import { wordsIn } from '../../src/core/words';
import {
  approved,
  cancelled,
  eve,
  fulfilled,
  later,
  mei,
  named,
  now,
  offeredRequest,
  pending,
  setUp,
} from './examples';

const view: View = { words: wordsIn('en'), locale: 'en', now };
const say = (notice: Notice): string => plainText(cardFor(view, notice));

/** Eve asked, and Mei gets it. */
const onBehalf = { requester: named(eve), assignee: named(mei) };
const coming = { ...approved, ...onBehalf };
const over = { ...cancelled, ...onBehalf };
const turn = { ...offeredRequest, ...onBehalf };

describe('who did not ask is not told that they did', () => {
  test.each<[string, Notice, string]>([
    [
      'approved',
      { kind: 'approved', request: coming, to: 'assignee' },
      'approved the request of Eve Employee.',
    ],
    [
      'approved, to whoever asked',
      { kind: 'approved', request: coming, to: 'requester' },
      'approved your request.',
    ],
    [
      'granted',
      { kind: 'granted', request: { ...fulfilled, ...onBehalf }, lastRefund: false },
      'the request of Eve',
    ],
    ['cancelled', { kind: 'cancelled', request: over, to: 'assignee' }, 'The request of Eve Employee for'],
    [
      'cancelled, to whoever asked',
      { kind: 'cancelled', request: over, to: 'requester' },
      'Your request for',
    ],
    ['offered', { kind: 'offered', request: turn, to: 'assignee' }, 'Your turn:'],
    ['offered, to whoever asked', { kind: 'offered', request: turn, to: 'requester' }, 'The turn of 林美:'],
  ])('%s', (_, notice, sentence) => {
    const text = say(notice);
    expect(text).toContain(sentence);
    expect(text).toContain('Asked by: Eve Employee');
  });

  test.each<[string, Notice]>([
    ['set up', { kind: 'set-up', request: { ...setUp, ...onBehalf } }],
    [
      'denied',
      { kind: 'denied', request: { ...fulfilled, ...onBehalf, state: 'denied', why: 'No' } as never },
    ],
  ])('%s says who asked and who answered', (_, notice) => {
    expect(say(notice)).toMatch(/Dana Decider (approved|answered)[\s\S]*Asked by: Eve Employee/);
  });

  test('of one’s own request nobody is named as asking', () => {
    expect(say({ kind: 'approved', request: approved, to: 'assignee' })).not.toContain('Asked by');
    expect(say({ kind: 'granted', request: fulfilled, lastRefund: false })).toContain(
      'approved your request',
    );
  });
});

test('whoever waits for it sees who is on it', () => {
  const claimedBy = { id: eve.id, name: 'Ada Admin' };
  expect(say({ kind: 'approved', request: approved, to: 'assignee', claimedBy })).toContain(
    'Ada Admin is on it.',
  );
});

describe('who ended a request', () => {
  test.each([
    ['whoever asked', eve, 'Eve Employee'],
    ['whom it was for', mei, '林美'],
  ])('%s is named to the approvers', (_, by, name) => {
    const decision = cancel({ ...pending, ...onBehalf }, by, later);
    if (!decision.ok) throw new Error(decision.refusal.why);
    expect(say({ kind: 'decided', request: decision.is })).toContain(`State: Cancelled by ${name}`);
  });

  test.each([
    [{ because: 'declined', through: named(mei) } as const, '林美 left it to the next one'],
    [{ because: 'offer-over' } as const, 'the offer was not taken in time'],
  ])('%j', (cause, sentence) => {
    const { through: _, ...rest } = cancelled as typeof cancelled & { through: unknown };
    expect(say({ kind: 'decided', request: { ...rest, ...cause } })).toContain(sentence);
  });
});
