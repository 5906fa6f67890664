import { goesOn } from './agree';
import { ofRequest } from './audit';
import { isAtHand, unavailable } from './available';
import { quantityOf, withoutKeys } from './benefit';
import { type Change, redrawFor, type Step, tell } from './change';
import type { Review } from './course';
import { creditSpent, mayNotHold } from './eligible';
import {
  bothOf,
  claim,
  concerned,
  giveKey,
  giveTask,
  type Handover,
  type Hands,
  keptOf,
  quantityHanded,
} from './hand-over';
import type { Holding } from './holding';
import type { Background } from './notice';
import { isAdmin, type Named, type Speaker } from './person';
import type { Refusal } from './refusal';
import {
  type Approved,
  type BenefitInRequest,
  type Cancelled,
  type Decided,
  type Decider,
  type Decision,
  type Denied,
  type Fulfilled,
  type Pending,
  personWhoDecided,
  type Request,
  refuse,
  type Waiting,
} from './request';
import { agree, type Deciders, mayNotReview, named, reviewersNow, reviewOf } from './review';
import { dayOf, type Instant } from './time';
import { cancelled, withdraw } from './withdraw';

/** What a yes must know to be carried out, once it is the last that was needed. */
export interface Granting extends Hands {
  handover: Handover;
  /** Of a credit: what the assignee has and what is on its way to them, and how often it has been given. It may have changed since it was asked. */
  credit?: { holdings: Holding[]; coming: BenefitInRequest[]; timesGiven: number };
}

export interface Approving extends Granting, Deciders {
  request: Request;
  version: number;
  by: Speaker;
  /** Less than was asked for. */
  quantity?: number | undefined;
  /** What whoever asked is to read about it. */
  why?: string | undefined;
  /** What the cards of those who are asked next show. */
  background: Background;
}

/**
 * An approver says yes. Where more have to agree, or another stage follows, it goes on; else a key is handed over at once, anything
 * else becomes a task for the admins, and where nothing is left, or others wait already, it goes on the waiting list.
 */
export function approve(a: Approving): Decision<Pending | Approved | Fulfilled | Waiting> {
  const obstacle =
    mayNotReview(a.request, a.version, a.by, reviewersNow(a.request, a)) ??
    mayNotGrant(a) ??
    notLess(a.request, a.quantity, a);
  if (obstacle) return refuse(obstacle);
  if (a.request.state !== 'pending') return refuse({ why: 'already-decided' });

  const request = lowered(a.request, a.quantity);
  const { review: yes, progress } = agree(a.request, a.by, a, a.now);
  const review: Review = { ...yes, quantity: a.request.quantity, ...(a.why && { why: a.why }) };
  if (progress.is !== 'decided')
    return goesOn({ ...a, request: a.request, lowered: request, review, progress });
  return grant(
    request,
    named(a.by),
    a,
    [{ do: 'review', request: a.request, review, verdict: 'approve' }],
    review,
  );
}

/** Why nothing can be given, whoever says yes; undefined when it can. */
export const mayNotGrant = ({ benefit, assignee, credit, now }: Granting): Refusal | undefined =>
  unavailable(benefit, now) ??
  (credit &&
    (mayNotHold(benefit, assignee, credit.holdings, credit.coming) ??
      creditSpent(benefit, credit.timesGiven, dayOf(now))));

/** Less may be given than was asked for: where the form asks how many, and it can be divided. */
function notLess(
  { quantity: asked }: Request,
  given: number | undefined,
  { benefit }: Granting,
): Refusal | undefined {
  if (given === undefined || given === asked) return undefined;
  const rule = quantityOf(benefit);
  return given > asked || !rule.asks || rule.whole !== undefined
    ? { why: 'only-less', most: asked }
    : undefined;
}

const lowered = (request: Pending, quantity: number | undefined): Pending =>
  quantity === undefined ? request : { ...request, quantity };

/**
 * It is granted, by a person or by a rule: carried out now, or as soon as its turn comes.
 * @param before what else is written down of it
 * @param review the last yes, where somebody said it
 */
export function grant(
  request: Pending,
  by: Decider,
  a: Granting,
  before: Step[] = [],
  review?: Review,
): Decision<Approved | Fulfilled | Waiting> {
  const { handover, now, benefit } = a;
  const { course } = request;
  const decided = {
    ...request,
    quantity: quantityHanded(handover, request.quantity),
    course: review ? { ...course, reviews: [...course.reviews, review] } : course,
    by,
    at: now,
  };

  if (handover.by === 'nothing' || !isAtHand(benefit, decided.quantity)) {
    const is: Waiting = { ...decided, version: request.version + 1, state: 'waiting' };
    const place = benefit.stock.waiting + 1;
    const keyless = withoutKeys(benefit) && { keyless: true as const };
    return done('request.waiting', is, {
      steps: [...before, { do: 'take', benefit: benefit.id, quantity: 0 }],
      notices: bothOf(is).map((to) => tell(to, is.id, { kind: 'waiting', request: is, place, ...keyless })),
    });
  }

  const take = { do: 'take', benefit: benefit.id, quantity: decided.quantity } as const;
  if (handover.by === 'task') {
    const given = giveTask(decided, a);
    return done('request.approved', given.is, { ...given, steps: [...before, take, ...given.steps] });
  }
  const given = giveKey(decided, keptOf(handover), a);
  return done('request.fulfilled', given.is, {
    ...given,
    steps: [...before, take, ...claim(handover), ...given.steps],
  });
}

function done<Is extends Approved | Fulfilled | Waiting>(
  action: Parameters<typeof ofRequest>[0],
  is: Is,
  { steps, notices }: Pick<Change, 'steps' | 'notices'>,
): Decision<Is> {
  const by = personWhoDecided(is.by);
  return {
    ok: true,
    is,
    change: {
      steps: [{ do: 'move', request: is }, ...steps],
      notices: [...redrawDecided(is), ...notices],
      audit: [ofRequest(action, is, { ...(by && { by }), why: is.reason })],
    },
  };
}

/** Nothing is left to be pressed on the cards it was decided with, nor on those of whoever asked and whoever was to have it. */
const redrawDecided = (is: Decided): Change['notices'] =>
  redrawFor(concerned(is), is.id, { kind: 'decided', request: is });

/** What saying no must know. */
export interface Denying extends Deciders {
  request: Request;
  version: number;
  by: Speaker;
  why: string;
  now: Instant;
}

/** Somebody who decides says no, and why. One no is enough, in whatever stage. */
export function deny({ request, version, by, why, now, ...deciders }: Denying): Decision<Denied> {
  const reviewers = reviewersNow(request, deciders);
  const obstacle = mayNotReview(request, version, by, reviewers);
  if (obstacle) return refuse(obstacle);
  if (request.state !== 'pending') return refuse({ why: 'already-decided' });
  const review = reviewOf(request.course, by, reviewers, now);
  return refused(request, named(by), why, now, { do: 'review', request, review, verdict: 'deny', why });
}

/** It is denied, and everybody learns by whom and why. */
export function refused(
  request: Pending,
  by: Named,
  why: string,
  now: Instant,
  review: Step,
): Decision<Denied> {
  const is: Denied = { ...request, version: request.version + 1, state: 'denied', by, at: now, why };
  return {
    ok: true,
    is,
    change: {
      steps: [{ do: 'move', request: is }, review],
      notices: [
        ...redrawDecided(is),
        ...bothOf(is).map((to) => tell(to, is.id, { kind: 'denied', request: is })),
      ],
      audit: [ofRequest('request.denied', is, { by: by.id, why })],
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
  const withdrawn = withdraw(request, { because: 'taken-back', through }, now);
  return { ok: true, is: withdrawn.is, change: cancelled(withdrawn, { by: by.id }) };
}
