import { usableUntil } from './available';
import type { Stocked } from './benefit';
import { type Change, redrawFor } from './change';
import { withdraw } from './decide';
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

/** What somebody still waits for comes to nothing, once the membership and its grace time are over; undefined when it may still come. */
export function cancelLapsed(
  request: Request,
  benefit: Pick<Stocked, 'package'>,
  now: Instant,
): Change | undefined {
  if (request.state !== 'pending' && request.state !== 'waiting' && request.state !== 'offered')
    return undefined;
  if (dayOf(now) <= usableUntil(benefit)) return undefined;
  const { is, steps } = withdraw(request, { because: 'lapsed' }, now);
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
        why: 'lapsed',
      },
    ],
  };
}
