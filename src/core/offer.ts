import { ofRequest } from './audit';
import { isAtHand, unavailable } from './available';
import { type Benefit, left, type Stocked, withoutKeys } from './benefit';
import { type Addressed, redrawFor, type Step } from './change';
import { type Assignee, creditSpent, mayNotHold } from './eligible';
import {
  claim,
  concerned,
  giveKey,
  giveTask,
  type Handover,
  type Hands,
  keptOf,
  quantityHanded,
  toBoth,
} from './hand-over';
import type { Holding } from './holding';
import type { Background } from './notice';
import type { Speaker } from './person';
import type { Refusal } from './refusal';
import {
  type Approved,
  type BenefitInRequest,
  type Cancelled,
  type Decision,
  type Fulfilled,
  type Offered,
  type Request,
  refuse,
  type Waiting,
} from './request';
import { addHours, dayOf, type Instant } from './time';
import { cancelled, withdraw } from './withdraw';

/** What offering to the first on the waiting list must know. */
export interface Offering extends Pick<Hands, 'benefit' | 'now'> {
  /** The first on the list. */
  request: Waiting;
  handover: Handover;
  /** How often it has been given since its package began: of a credit only. */
  timesGiven?: number;
}

/**
 * Whether the first on a waiting list can be served: all that they wait for is there. Nobody behind them is, even where less is
 * asked for: first come, first served.
 * @param wanted what the first one asks for, in units of the allocation
 */
export const canBeOffered = (benefit: Stocked, wanted: number, now: Instant): boolean =>
  !unavailable(benefit, now) &&
  !withoutKeys(benefit) &&
  left(benefit) > 0 &&
  (benefit.stock.nextToken ?? wanted) <= benefit.quantity - benefit.stock.held;

/** How many wait before whoever is approved now; undefined where an approval gives it at once. */
export const aheadOf = (benefit: Stocked, quantity: number): number | undefined =>
  isAtHand(benefit, quantity) && !withoutKeys(benefit) ? undefined : benefit.stock.waiting;

/** What an approval of so much comes to: what it leaves, and how many wait before it where nothing is at hand. */
export function afterApproval(
  benefit: Stocked,
  quantity: number,
): Pick<Background, 'ahead' | 'leftAfter' | 'keyless'> {
  const ahead = aheadOf(benefit, quantity);
  return {
    ...(ahead !== undefined && { ahead }),
    ...(withoutKeys(benefit) && { keyless: true }),
    leftAfter: Math.max(0, left(benefit) - quantity),
  };
}

/** Why an offer does not stand any longer; undefined while it does. */
export function endOfOffer(
  until: Instant,
  benefit: Benefit,
  now: Instant,
): Extract<Cancelled['because'], 'offer-over' | 'lapsed'> | undefined {
  if (now >= until) return 'offer-over';
  return unavailable(benefit, now) ? 'lapsed' : undefined;
}

/**
 * The next one on the waiting list gets an offer, when what they wait for is there: it is kept for them until they answer. Whoever
 * asked in their name hears of it too, and may answer for them.
 */
export function offer({ request, benefit, handover, timesGiven = 0, now }: Offering): Decision<Offered> {
  const obstacle = unavailable(benefit, now) ?? creditSpent(benefit, timesGiven, dayOf(now));
  if (obstacle) return refuse(obstacle);
  const quantity = quantityHanded(handover, request.quantity);
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
      notices: [
        ...redrawFor(concerned(is), is.id, { kind: 'decided', request: is }),
        ...toBoth(is, 'tell', (to) => ({ kind: 'offered', request: is, to })),
      ],
      audit: [ofRequest('request.offered', is)],
    },
  };
}

/** What taking an offer must know. */
export interface Taking {
  request: Request;
  by: Speaker;
  hands: Hands & { assignee: Assignee };
  /** What the assignee holds now: it may have changed while they waited. */
  holdings: Holding[];
  /** Of a credit: what else is on its way to them, and how often it has been given since its package began. */
  coming?: BenefitInRequest[];
  timesGiven?: number;
}

/** Whoever has an offer takes it: what was kept is theirs, or an admin sets it up. */
export function accept({
  request,
  by,
  hands,
  holdings,
  coming,
  timesGiven = 0,
}: Taking): Decision<Fulfilled | Approved> {
  const obstacle =
    mayNotAnswer(request, by, hands.now) ??
    unavailable(hands.benefit, hands.now) ??
    mayNotHold(hands.benefit, hands.assignee, holdings, coming) ??
    creditSpent(hands.benefit, timesGiven, dayOf(hands.now));
  if (obstacle) return refuse(obstacle);
  if (request.state !== 'offered') return refuse({ why: 'already-decided' });

  const given: { is: Fulfilled | Approved; steps: Step[]; notices: Addressed[] } = request.kept
    ? giveKey(request, request.kept, hands)
    : giveTask(request, hands);
  const { is, steps, notices } = given;
  // Whoever spoke has the answer; only what they can use from now on, the key, is a message of its own.
  const tidings = notices.filter(
    ({ to, notice }) => to !== by.id || notice.kind === 'granted' || notice.kind === 'to-do',
  );
  return {
    ok: true,
    is,
    change: {
      steps: [{ do: 'move', request: is }, ...steps],
      notices: [...redrawFor(concerned(is), is.id, { kind: 'decided', request: is }), ...tidings],
      audit: [ofRequest(`request.${is.state}`, is, { by: by.id, why: is.reason })],
    },
  };
}

/** Whoever has an offer leaves it to the next one. */
export function decline(request: Request, by: Speaker, now: Instant): Decision<Cancelled> {
  const obstacle = mayNotAnswer(request, by, now);
  if (obstacle) return refuse(obstacle);
  if (request.state !== 'offered') return refuse({ why: 'already-decided' });
  const through = { id: by.id, name: by.name };
  const withdrawn = withdraw(request, { because: 'declined', through }, now);
  return { ok: true, is: withdrawn.is, change: cancelled(withdrawn, { by: by.id }) };
}

/** Nobody took the offer in time, or what was offered cannot be given any more: it goes to the next one. */
export function expire(request: Offered, benefit: Benefit, now: Instant): Decision<Cancelled> {
  const because = endOfOffer(request.until, benefit, now);
  if (!because) return refuse({ why: 'already-decided' });
  const withdrawn = withdraw(request, { because }, now);
  return { ok: true, is: withdrawn.is, change: cancelled(withdrawn) };
}

function mayNotAnswer(request: Request, by: Speaker, now: Instant): Refusal | undefined {
  if (request.assignee.id !== by.id && request.requester.id !== by.id) return { why: 'gone' };
  const missed = request.state === 'cancelled' && request.because === 'offer-over';
  if (missed || (request.state === 'offered' && now >= request.until))
    return { why: 'offer-over', benefit: request.benefit.name };
  return request.state === 'offered' ? undefined : { why: 'already-decided' };
}
