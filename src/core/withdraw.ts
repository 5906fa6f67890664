import { ofRequest } from './audit';
import { type Change, redrawFor, type Step } from './change';
import { concerned, toBoth } from './hand-over';
import type { Cancelled, Cause, Offered, Pending, Waiting } from './request';
import type { Instant } from './time';

/** A request of which nothing came, and what that sets free. */
export interface Withdrawn {
  is: Cancelled;
  steps: Step[];
}

/** Nothing will come of a request any more, and what was kept for it is free again. */
export function withdraw(request: Pending | Waiting | Offered, cause: Cause, now: Instant): Withdrawn {
  const { benefit, quantity } = request;
  const kept = request.state === 'offered' ? request.kept : undefined;
  const asked =
    request.state === 'pending'
      ? request
      : (({ by: _, ...rest }) => rest)(request.state === 'offered' ? withoutOffer(request) : request);
  const is: Cancelled = { ...asked, version: request.version + 1, state: 'cancelled', at: now, ...cause };
  const steps: Step[] = [{ do: 'move', request: is }];
  if (request.state === 'waiting') steps.push({ do: 'take', benefit: benefit.id, quantity: 0 });
  if (request.state === 'offered') steps.push({ do: 'take', benefit: benefit.id, quantity: -quantity });
  if (kept?.unit) steps.push({ do: 'unit', ...kept.unit, from: 'held', to: 'free' });
  return { is, steps };
}

const withoutOffer = ({ until: _, kept: __, ...request }: Offered) => request;

/**
 * Everybody who has a card of it sees that nothing came of it, and whoever waited is told. `by`: who did it, absent for the clock;
 * `knows`: who need not be told, which is who did it where nobody else is named.
 */
export function cancelled(
  { is, steps }: Withdrawn,
  { by, knows = by }: { by?: string; knows?: string } = {},
): Change {
  const why = is.because === 'taken-back' ? {} : { why: is.because };
  return {
    steps,
    notices: [
      ...redrawFor(concerned(is), is.id, { kind: 'decided', request: is }),
      ...toBoth(is, 'tell', (to) => ({ kind: 'cancelled', request: is, to }), knows),
    ],
    audit: [ofRequest('request.cancelled', is, { ...(by !== undefined && { by }), ...why })],
  };
}
