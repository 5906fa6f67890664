import { isAtHand, unavailable } from './available';
import { type Change, redrawFor, type Step, tell } from './change';
import { creditSpent, mayNotHold } from './eligible';
import { bothOf, concerned, giveKey, giveTask, type Handover, type Hands, toBoth } from './hand-over';
import type { Holding } from './holding';
import { isAdmin, isSelf, type Named, type Speaker } from './person';
import { mayDecide } from './policy';
import type { Refusal } from './refusal';
import {
  type Approved,
  type BenefitInRequest,
  type Cancelled,
  type Cause,
  type Decided,
  type Decision,
  type Denied,
  type Fulfilled,
  type Request,
  refuse,
  type Waiting,
} from './request';
import { dayOf, type Instant } from './time';

export interface Approving extends Hands {
  request: Request;
  version: number;
  by: Speaker;
  handover: Handover;
  /** Of a credit: what the assignee has and what is on its way to them, and how often it has been given. It may have changed since it was asked. */
  credit?: { holdings: Holding[]; coming: BenefitInRequest[]; timesGiven: number };
}

/** Why this person may not decide this request now; undefined when they may. Nobody decides what they get, nor what they asked for. */
export function mayNotDecide(request: Request, version: number, by: Speaker): Refusal | undefined {
  if (!mayDecide(by)) return { why: by.role === 'employee' ? 'not-an-approver' : 'unlinked-account' };
  if (isSelf(by, request.assignee.id) || isSelf(by, request.requester.id)) return { why: 'own-request' };
  if (request.state !== 'pending') return { why: 'already-decided' };
  if (request.version !== version) return { why: 'changed-meanwhile' };
  return undefined;
}

/**
 * An approver says yes: a key is handed over at once, anything else becomes a task for the admins, and where nothing is left, or
 * others wait already, it goes on the waiting list.
 */
export function approve(a: Approving): Decision<Approved | Fulfilled | Waiting> {
  const obstacle =
    mayNotDecide(a.request, a.version, a.by) ?? unavailable(a.benefit, a.now) ?? mayNotHaveCredit(a);
  if (obstacle) return refuse(obstacle);
  if (a.request.state !== 'pending') return refuse({ why: 'already-decided' });

  const { handover, now, benefit } = a;
  // A token cannot be split: what it carries is what is given, whatever the one before it carried.
  const carries = handover.by === 'unit' ? handover.carries : undefined;
  const request = carries ? { ...a.request, quantity: carries } : a.request;
  const by: Named = { id: a.by.id, name: a.by.name };
  const decided = { ...request, by, at: now };

  if (handover.by === 'nothing' || !isAtHand(benefit, request.quantity)) {
    const is: Waiting = { ...decided, version: request.version + 1, state: 'waiting' };
    const place = benefit.stock.waiting + 1;
    return done('request.waiting', is, by, {
      steps: [{ do: 'take', benefit: benefit.id, quantity: 0 }],
      notices: bothOf(is).map((to) => tell(to, is.id, { kind: 'waiting', request: is, place })),
    });
  }

  const take = { do: 'take', benefit: benefit.id, quantity: request.quantity } as const;
  if (handover.by === 'task') {
    const given = giveTask(decided, a);
    return done('request.approved', given.is, by, { ...given, steps: [take, ...given.steps] });
  }
  const given = giveKey(decided, keptOf(handover), a);
  return done('request.fulfilled', given.is, by, {
    ...given,
    steps: [take, ...claim(handover), ...given.steps],
  });
}

const mayNotHaveCredit = ({ benefit, assignee, credit, now }: Approving): Refusal | undefined =>
  credit &&
  (mayNotHold(benefit, assignee, credit.holdings, credit.coming) ??
    creditSpent(benefit, credit.timesGiven, dayOf(now)));

/** What a handover keeps for somebody. */
export const keptOf = (handover: Extract<Handover, { key: string }>) =>
  handover.by === 'unit'
    ? { key: handover.key, unit: { unit: handover.unit, pool: handover.pool } }
    : { key: handover.key };

/** Takes a free unit out of its pool. */
export const claim = (handover: Handover): Step[] =>
  handover.by === 'unit'
    ? [{ do: 'unit', unit: handover.unit, pool: handover.pool, from: 'free', to: 'held' }]
    : [];

function done<Is extends Decided>(
  action: Change['audit'][number]['action'],
  is: Is,
  by: Named,
  { steps, notices }: Pick<Change, 'steps' | 'notices'>,
): Decision<Is> {
  return {
    ok: true,
    is,
    change: {
      steps: [{ do: 'move', request: is }, ...steps],
      notices: [...redrawDecided(is), ...notices],
      audit: [
        { action, by: by.id, subject: is.id, person: is.assignee.id, benefit: is.benefit.id, why: is.reason },
      ],
    },
  };
}

/**
 * Nothing is left to be pressed on the cards it was decided with, nor on that of somebody for whom it was asked. Whoever asks for
 * themself has none before it is decided.
 */
const redrawDecided = (is: Decided): Change['notices'] =>
  redrawFor(is.requester.id === is.assignee.id ? is.asked : concerned(is), is.id, {
    kind: 'decided',
    request: is,
  });

/** An approver says no, and why. */
export function deny(
  request: Request,
  version: number,
  by: Speaker,
  why: string,
  now: Instant,
): Decision<Denied> {
  const obstacle = mayNotDecide(request, version, by);
  if (obstacle) return refuse(obstacle);
  if (request.state !== 'pending') return refuse({ why: 'already-decided' });

  const is: Denied = {
    ...request,
    version: version + 1,
    state: 'denied',
    by: { id: by.id, name: by.name },
    at: now,
    why,
  };
  return {
    ok: true,
    is,
    change: {
      steps: [{ do: 'move', request: is }],
      notices: [
        ...redrawDecided(is),
        ...bothOf(is).map((to) => tell(to, is.id, { kind: 'denied', request: is })),
      ],
      audit: [
        {
          action: 'request.denied',
          by: by.id,
          subject: is.id,
          person: is.assignee.id,
          benefit: is.benefit.id,
          why,
        },
      ],
    },
  };
}

/** Whoever asked, or whom it is for, takes it back, as long as nobody has decided or while it waits for stock. */
export function cancel(request: Request, by: Speaker, now: Instant): Decision<Cancelled> {
  if (request.requester.id !== by.id && request.assignee.id !== by.id)
    return refuse({ why: isAdmin(by) ? 'not-your-request' : 'gone' });
  if (request.state !== 'pending' && request.state !== 'waiting' && request.state !== 'offered')
    return refuse({ why: 'already-decided' });
  const through = { id: by.id, name: by.name };
  const { is, steps } = withdraw(request, { because: 'taken-back', through }, now);
  return {
    ok: true,
    is,
    change: {
      steps,
      notices: [
        ...redrawFor(concerned(is), is.id, { kind: 'decided', request: is }),
        ...toBoth(is, 'tell', (to) => ({ kind: 'cancelled', request: is, to }), by.id),
      ],
      audit: [
        {
          action: 'request.cancelled',
          by: by.id,
          subject: is.id,
          person: is.assignee.id,
          benefit: is.benefit.id,
        },
      ],
    },
  };
}

/** Nothing will come of a request any more, and what was kept for it is free again. */
export function withdraw(
  request: Exclude<Request, { state: 'approved' | 'fulfilled' | 'denied' | 'cancelled' | 'failed' }>,
  cause: Cause,
  now: Instant,
): { is: Cancelled; steps: Step[] } {
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

const withoutOffer = ({ until: _, kept: __, ...request }: Extract<Request, { state: 'offered' }>) => request;
