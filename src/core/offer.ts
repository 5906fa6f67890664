import { unavailable } from './available';
import { left } from './benefit';
import { redrawFor, type Step, tell } from './change';
import { claim, keptOf, withdraw } from './decide';
import { bothOf, giveKey, giveTask, type Handover, type Hands } from './hand-over';
import type { Speaker } from './person';
import {
  type Approved,
  type Cancelled,
  type Decision,
  type Fulfilled,
  type Offered,
  type Request,
  refuse,
  type Waiting,
} from './request';
import { addHours, type Instant } from './time';

/** What offering to the first on the waiting list must know. */
export interface Offering extends Pick<Hands, 'benefit' | 'now'> {
  /** The first on the list. */
  request: Waiting;
  handover: Handover;
}

/** The next one on the waiting list gets an offer, when what they wait for is there: it is kept for them until they answer. */
export function offer({ request, benefit, handover, now }: Offering): Decision<Offered> {
  const obstacle = unavailable(benefit, now);
  if (obstacle) return refuse(obstacle);
  const quantity = (handover.by === 'unit' && handover.carries) || request.quantity;
  const enough = left(benefit) > 0 && quantity <= benefit.quantity - benefit.stock.held;
  if (handover.by === 'nothing' || !enough) return refuse({ why: 'none-left', benefit: benefit.name });

  const is: Offered = {
    ...request,
    quantity,
    version: request.version + 1,
    state: 'offered',
    until: addHours(now, benefit.settings.offerHours),
    ...(handover.by !== 'task' && { kept: keptOf(handover) }),
  };
  return {
    ok: true,
    is,
    change: {
      steps: [{ do: 'move', request: is }, { do: 'take', benefit: benefit.id, quantity }, ...claim(handover)],
      notices: [tell(is.assignee, is.id, { kind: 'offered', request: is })],
      audit: [{ action: 'request.offered', subject: is.id, person: is.assignee.id, benefit: benefit.id }],
    },
  };
}

/** Whoever has an offer takes it: what was kept is theirs, or an admin sets it up. */
export function accept(request: Request, by: Speaker, hands: Hands): Decision<Fulfilled | Approved> {
  const obstacle = mayNotAnswer(request, by, hands.now);
  if (obstacle) return refuse(obstacle);
  if (request.state !== 'offered') return refuse({ why: 'already-decided' });

  const given: { is: Fulfilled | Approved; steps: Step[]; notices: ReturnType<typeof tell>[] } = request.kept
    ? giveKey(request, request.kept, hands)
    : giveTask(request, hands);
  const { is, steps, notices } = given;
  return {
    ok: true,
    is,
    change: {
      steps: [{ do: 'move', request: is }, ...steps],
      notices: [...notices, ...redrawFor(is.asked, is.id, { kind: 'decided', request: is })],
      audit: [
        {
          action: is.state === 'fulfilled' ? 'request.fulfilled' : 'request.approved',
          by: by.id,
          subject: is.id,
          person: is.assignee.id,
          benefit: is.benefit.id,
          why: is.reason,
        },
      ],
    },
  };
}

/** Whoever has an offer leaves it to the next one. */
export function decline(request: Request, by: Speaker, now: Instant): Decision<Cancelled> {
  const obstacle = mayNotAnswer(request, by, now);
  if (obstacle) return refuse(obstacle);
  if (request.state !== 'offered') return refuse({ why: 'already-decided' });
  return over(request, 'taken-back', now, by);
}

/** Nobody took the offer in time: it goes to the next one. */
export const expire = (request: Offered, now: Instant): Decision<Cancelled> =>
  over(request, 'offer-over', now, undefined);

function over(
  request: Offered,
  because: Cancelled['because'],
  now: Instant,
  by: Speaker | undefined,
): Decision<Cancelled> {
  const { is, steps } = withdraw(request, because, now);
  const told = bothOf(is).filter(({ id }) => id !== by?.id);
  return {
    ok: true,
    is,
    change: {
      steps,
      notices: [
        ...redrawFor([...bothOf(is), ...is.asked], is.id, { kind: 'decided', request: is }),
        ...told.map((to) => tell(to, is.id, { kind: 'cancelled', request: is })),
      ],
      audit: [
        {
          action: 'request.cancelled',
          ...(by && { by: by.id }),
          subject: is.id,
          person: is.assignee.id,
          benefit: is.benefit.id,
          why: because,
        },
      ],
    },
  };
}

function mayNotAnswer(request: Request, by: Speaker, now: Instant) {
  if (request.assignee.id !== by.id && request.requester.id !== by.id)
    return { why: 'not-your-request' } as const;
  if (request.state !== 'offered') return { why: 'already-decided' } as const;
  return now >= request.until ? ({ why: 'offer-over', benefit: request.benefit.name } as const) : undefined;
}
