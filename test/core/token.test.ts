import fc from 'fast-check';
import { addMonths, monthsBetween, planToken } from '../../src/core/token';

/** What the two ways come to, as a sentence; or why a token must not be redeemed. */
function said(carries: number, active: number, until: string | undefined, today = '2026-11-22'): string {
  const decision = planToken({ carries, active, until, today });
  if (!decision.ok) return decision.refusal.why;
  const plan = decision.is;
  if (plan.is === 'new') return `new: ${plan.seats} until ${plan.ends}`;
  return `add: ${plan.add.seats} until ${plan.add.ends}; extend: ${plan.extend.seats} by ${plan.extend.months} until ${plan.extend.ends}`;
}

describe('the examples of the documentation count what an extension adds', () => {
  test.each([
    [100, 25, 3],
    [100, 100, 12],
    [5, 10, 24],
    [5, 15, 36],
  ])('%d active seats and a token of %d: %d months more, whatever is left', (active, carries, months) => {
    for (const until of ['2026-11-22', '2026-12-31', '2027-11-22', '2028-02-29']) {
      const decision = planToken({ carries, active, until, today: '2026-11-22' });
      expect(decision).toMatchObject({
        ok: true,
        is: { extend: { seats: active, months, ends: addMonths(until, months) } },
      });
    }
  });
});

test.each<[sentence: string, what: string, is: string]>([
  [
    'nothing is active: a subscription of its own, for 12 months',
    said(25, 0, undefined),
    'new: 25 until 2027-11-22',
  ],
  ['what has ended is not active any more', said(25, 100, '2026-11-21'), 'new: 25 until 2027-11-22'],
  [
    'what ends today still is',
    said(100, 100, '2026-11-22'),
    'add: 200 until 2027-05-22; extend: 100 by 12 until 2027-11-22',
  ],
  [
    'a year is left: added seats run until the same day',
    said(25, 100, '2027-11-22'),
    'add: 125 until 2027-11-22; extend: 100 by 3 until 2028-02-22',
  ],
  [
    'two months are left: 100 more for 100 end five months later than the first 100 did',
    said(100, 100, '2027-01-22'),
    'add: 200 until 2027-06-22; extend: 100 by 12 until 2028-01-22',
  ],
  [
    'the day is not known: only what is sure is said',
    said(25, 100, undefined),
    'add: 125 until undefined; extend: 100 by 3 until undefined',
  ],
  [
    'three times the active seats is the most',
    said(15, 5, '2027-01-01').slice(-30),
    'tend: 5 by 36 until 2030-01-01',
  ],
  ['one seat more would be refused, and the token wasted', said(16, 5, '2027-01-01'), 'token-too-large'],
  ['of many seats too', said(301, 100, undefined), 'token-too-large'],
])('%s', (_, what, is) => {
  expect(what).toBe(is);
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-11-22', 0.5, '2026-12-07'],
  ['2026-11-22', 4.999, '2027-04-21'],
  ['2026-11-22', 11.9999999999, '2027-11-22'],
  ['2026-12-31', 36, '2029-12-31'],
])('%s and %d months: %s', (day, months, then) => {
  expect(addMonths(day, months)).toBe(then);
});

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

test('the months between two days lead from the one to the other', () => {
  fc.assert(
    fc.property(day, day, (one, other) => {
      const [from, to] = one < other ? [one, other] : [other, one];
      expect(addMonths(from, monthsBetween(from, to))).toBe(to);
    }),
  );
});

test('nobody loses by a token: it never ends earlier than before by an extension, nor is a seat-month lost by adding', () => {
  const seats = fc.integer({ min: 1, max: 500 });
  fc.assert(
    fc.property(seats, seats, day, day, (carries, active, one, other) => {
      const [today, until] = one < other ? [one, other] : [other, one];
      const decision = planToken({ carries, active, until, today });
      expect(decision.ok).toBe(carries <= 3 * active);
      if (!decision.ok || decision.is.is === 'new') return;
      const { add, extend } = decision.is;
      expect(extend.ends && extend.ends >= until).toBe(true);
      // All seat-months of before and of the token, shared out; a day may be lost by rounding.
      const paid = active * monthsBetween(today, until) + carries * 12;
      const given = add.seats * monthsBetween(today, add.ends as string);
      expect(given).toBeLessThanOrEqual(paid + 1e-6);
      expect(given).toBeGreaterThan(paid - add.seats / 27);
    }),
  );
});

test('a day far away costs no more than one nearby', () => {
  const begun = performance.now();
  expect(Math.round(monthsBetween('2026-11-22', '2999-12-31'))).toBe(11_677);
  expect(performance.now() - begun).toBeLessThan(50);
});
