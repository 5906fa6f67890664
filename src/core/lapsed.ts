import { gone } from './available';
import type { Benefit, Stocked } from './benefit';
import { type Change, redrawFor } from './change';
import { withdraw } from './decide';
import { creditSpent } from './eligible';
import { type Ended, end } from './give-back';
import { concerned, toBoth } from './hand-over';
import { isLive } from './holding';
import { lastsUntil } from './lapse';
import type { Request } from './request';
import { dayOf, type Instant } from './time';

/** A holding whose last day is over ends, by the rules of its kind; undefined when it goes on. */
export const endLapsed = (a: Ended & { benefit: Stocked }): Change | undefined =>
  isLive(a.holding) && dayOf(a.now) > lastsUntil(a.benefit, a.holding)
    ? end(a, { how: 'lapsed' }, undefined)
    : undefined;

type Undecided = Extract<Request, { state: 'pending' | 'waiting' | 'offered' }>;

/**
 * What somebody still waits for comes to nothing once it will not be given any more: it is no longer part of the package, its last
 * day is over, or the membership is; undefined when it may still come.
 */
export function cancelLapsed(request: Request, benefit: Benefit, now: Instant): Change | undefined {
  if (request.state !== 'pending' && request.state !== 'waiting' && request.state !== 'offered')
    return undefined;
  return gone(benefit, now) ? comesToNothing(request, 'lapsed', now) : undefined;
}

/** Nobody waits for a credit that was given as often as Microsoft allows; undefined when it may still come. `timesGiven`: since its package began. */
export const cancelSpent = (
  request: Request,
  benefit: Benefit,
  timesGiven: number,
  now: Instant,
): Change | undefined =>
  request.state === 'waiting' && creditSpent(benefit, timesGiven, dayOf(now))
    ? comesToNothing(request, 'spent', now)
    : undefined;

function comesToNothing(request: Undecided, because: 'lapsed' | 'spent', now: Instant): Change {
  const { is, steps } = withdraw(request, { because }, now);
  return {
    steps,
    notices: [
      ...redrawFor(concerned(is), is.id, { kind: 'decided', request: is }),
      ...toBoth(is, 'tell', (to) => ({ kind: 'cancelled', request: is, to })),
    ],
    audit: [
      {
        action: 'request.cancelled',
        subject: is.id,
        person: is.assignee.id,
        benefit: is.benefit.id,
        why: because,
      },
    ],
  };
}
