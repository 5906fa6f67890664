import { gone } from './available';
import type { Benefit, Stocked } from './benefit';
import type { Change } from './change';
import { creditSpent } from './eligible';
import { type Ended, end } from './give-back';
import { isLive } from './holding';
import { lastsUntil } from './lapse';
import type { Request } from './request';
import { dayOf, type Instant } from './time';
import { cancelled, withdraw } from './withdraw';

/** A holding whose last day is over ends, by the rules of its kind; undefined when it goes on. */
export const endLapsed = (a: Ended & { benefit: Stocked }): Change | undefined =>
  isLive(a.holding) && dayOf(a.now) > lastsUntil(a.benefit, a.holding)
    ? end(a, { how: 'lapsed' }, undefined)
    : undefined;

/**
 * What somebody still waits for comes to nothing once it will not be given any more: it is no longer part of the package, its last
 * day is over, or the membership is; undefined when it may still come.
 */
export function cancelLapsed(request: Request, benefit: Benefit, now: Instant): Change | undefined {
  if (request.state !== 'pending' && request.state !== 'waiting' && request.state !== 'offered')
    return undefined;
  return gone(benefit, now) ? cancelled(withdraw(request, { because: 'lapsed' }, now)) : undefined;
}

/** Nobody waits for a credit that was given as often as Microsoft allows; undefined when it may still come. `timesGiven`: since its package began. */
export const cancelSpent = (
  request: Request,
  benefit: Benefit,
  timesGiven: number,
  now: Instant,
): Change | undefined =>
  request.state === 'waiting' && creditSpent(benefit, timesGiven, dayOf(now))
    ? cancelled(withdraw(request, { because: 'spent' }, now))
    : undefined;
