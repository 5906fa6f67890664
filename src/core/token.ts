import type { Refusal } from './refusal';
import { addDays, type Day, daysBetween } from './time';

/** What redeeming a token comes to: so many seats, until that day. */
export interface Redeemed {
  seats: number;
  /** Absent when it is not known until when the active seats run. */
  ends?: Day;
}

/** What a token can be redeemed for. */
export type TokenPlan =
  /** Nothing is active: a subscription of its own begins. */
  | { is: 'new'; seats: number; ends: Day }
  /** Whoever redeems it chooses. `months`: so much later the active seats end. */
  | { is: 'choice'; active: number; add: Redeemed; extend: Redeemed & { months: number } };

export interface Planning {
  /** Seats that the token carries; it cannot be split. */
  carries: number;
  /** Seats that are active now, and the last day on which they are, where it is known. */
  active: number;
  until?: Day | undefined;
  today: Day;
}

/** A token pays for each of its seats for so long. */
const monthsPaid = 12;
/** An extension of more than three years is refused. */
const mostMonths = 36;

/**
 * What redeeming a token today comes to, for A active seats with B months left and a token of C seats.
 *
 * A redeemed token is worth C × 12 seat-months, and all seats of a subscription end on one day. So, of the seat-months there are then,
 * each seat gets an equal share: new months = (A × B + C × 12) / seats after redeeming.
 * - Add seats: there are A + C seats then, so the common end is (A × B + C × 12) / (A + C) months from today.
 * - Extend: there are still A seats, so it is B + C × 12 / A months from today. What the documentation's examples count is what
 *   is added to B, whatever B is: 100 active seats and a token of 25 make 3 months more, 100 and 100 make 12, 5 and 10 make 24. With
 *   A + C in place of A no B at all would give them.
 * - An extension is 36 months at most, so a token of more than 3 × A seats is refused, here before it is wasted.
 * Without active seats a subscription of 12 months begins on the day of redemption.
 * ("Cloud services benefits" and "Benefits FAQ", Partner Center documentation, October 2023.)
 */
export function planToken({
  carries,
  active,
  until,
  today,
}: Planning): { ok: true; is: TokenPlan } | { ok: false; refusal: Refusal } {
  if (active === 0 || (until && until < today))
    return { ok: true, is: { is: 'new', seats: carries, ends: addMonths(today, monthsPaid) } };
  const longer = (carries * monthsPaid) / active;
  if (longer > mostMonths) return { ok: false, refusal: { why: 'token-too-large', carries, active } };
  const all = active + carries;
  const shared = until ? (active * monthsBetween(today, until) + carries * monthsPaid) / all : undefined;
  return {
    ok: true,
    is: {
      is: 'choice',
      active,
      add: { seats: all, ...(shared !== undefined && { ends: addMonths(today, shared) }) },
      extend: { seats: active, months: longer, ...(until && { ends: addMonths(until, longer) }) },
    },
  };
}

/**
 * So many months later. Whole months end on the same day of the month, or on its last day where it is shorter; a part of a month is
 * that part of the days of the month it falls in, rounded down: rather a day too early than one that Microsoft does not give.
 */
export function addMonths(day: Day, months: number): Day {
  // A sum such as 11.999999999999998 is meant to be 12.
  const whole = Math.floor(months + tiny);
  const from = addWhole(day, whole);
  const part = Math.max(0, months - whole);
  return addDays(from, Math.floor(part * daysBetween(from, addWhole(day, whole + 1)) + tiny));
}

/** The months between two days, so that `addMonths` leads from the one to the other; `to` is not the earlier. */
export function monthsBetween(from: Day, to: Day): number {
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0] = to.split('-').map(Number);
  // The calendar says it up to one: the last month may not be full.
  let whole = Math.max(0, (toYear - fromYear) * 12 + toMonth - fromMonth);
  if (whole > 0 && addWhole(from, whole) > to) whole -= 1;
  const start = addWhole(from, whole);
  return whole + daysBetween(start, to) / daysBetween(start, addWhole(from, whole + 1));
}

const tiny = 1e-9;

function addWhole(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
