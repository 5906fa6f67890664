import { quantityWished, type Wish, wished, wrongWish } from './ask';
import { ofRequest } from './audit';
import { isAtHand, unavailable } from './available';
import { kindOf, type Stocked, withoutKeys } from './benefit';
import { type Change, type Step, tell } from './change';
import { type Assignee, creditSpent, mayNotHold } from './eligible';
import {
  bare,
  claim,
  giveKey,
  giveTask,
  type Handover,
  type Hands,
  keptOf,
  quantityHanded,
} from './hand-over';
import type { Holding } from './holding';
import { isSelf, type Speaker } from './person';
import type { Refusal } from './refusal';
import {
  type Approved,
  type BenefitInRequest,
  type Decision,
  type Fulfilled,
  type Pending,
  pickBenefit,
  type Request,
  refuse,
} from './request';
import { mayNotDoTasks } from './task';
import { type Day, dayOf, type Instant } from './time';

/** Everything that giving without being asked must know of one person. The caller has locked benefit and unit. */
export interface Assigning extends Hands {
  /** The id the request will have, which is how the ledger keeps what nobody asked for. */
  id: string;
  by: Speaker;
  assignee: Assignee;
  wish: Wish;
  handover: Handover;
  /** The open request of the assignee for this benefit, if there is one. */
  open: Request | undefined;
  /** What the assignee holds now. */
  holdings: Holding[];
  /** What is on its way to the assignee. */
  coming: BenefitInRequest[];
  accountEmail: string | undefined;
  /** How often the benefit has been given since its package began. */
  timesGiven: number;
  /** The day on which a rule of the programme gives free what was taken back; undefined where none keeps any. */
  frees: Day | undefined;
}

/** What somebody was given by an admin, and by whom, before it is known what becomes of it. Nobody asked, so nobody was asked to decide. */
export type Given = Omit<Pending, 'course'> & { by: Pick<Speaker, 'id' | 'name'>; at: Instant };

/**
 * An admin gives a benefit to somebody without being asked: a key at once, what is only counted at once, anything else by a task.
 * Nobody jumps the waiting list this way, and nobody gives to themself.
 */
export function assign(a: Assigning): Decision<Fulfilled | Approved> {
  const { benefit, assignee, handover, now } = a;
  const obstacle = mayNotAssign(a);
  if (obstacle) return refuse(obstacle);

  const quantity = quantityHanded(handover, quantityWished(benefit, a.wish));
  if (handover.by === 'nothing' || !isAtHand(benefit, quantity))
    return refuse(noneLeft(benefit, quantity, a));

  const by = { id: a.by.id, name: a.by.name };
  const given: Given = {
    id: a.id,
    version: 0,
    state: 'pending',
    requester: by,
    assignee: { id: assignee.id, name: assignee.name },
    way: { is: 'assigned' },
    benefit: pickBenefit(benefit),
    quantity,
    ...wished(a.wish),
    reason: a.wish.reason,
    askedAt: now,
    asked: [],
    by,
    at: now,
  };
  const take: Step[] = [{ do: 'take', benefit: benefit.id, quantity }, ...claim(handover)];
  if (handover.by !== 'task') return done(giveKey(given, keptOf(handover), a), take);
  return done(kindOf(benefit) === 'bare' ? noteDown(given, a) : giveTask(given, a), take);
}

/** Why an admin may not give this to somebody; undefined when they may. */
export function mayNotAssign(a: Assigning): Refusal | undefined {
  const { by, benefit, assignee, holdings, open, now } = a;
  const mayNot = mayNotDoTasks(by);
  if (mayNot) return mayNot;
  if (isSelf(by, assignee.id)) return { why: 'own-request', giving: true };
  const obstacle = unavailable(benefit, now);
  if (obstacle) return obstacle;
  if (open) return { why: 'already-asked-for', person: assignee.name, benefit: benefit.name };
  return (
    mayNotHold(benefit, assignee, holdings, a.coming) ??
    holdsIt(a) ??
    creditSpent(benefit, a.timesGiven, dayOf(now)) ??
    wrongWish(a)
  );
}

/** An admin who gives to many at once gives nobody a second one unawares; who needs another may ask for it. */
const holdsIt = ({ benefit, assignee, holdings }: Assigning): Refusal | undefined =>
  holdings.some((holding) => holding.benefit.id === benefit.id)
    ? { why: 'already-holds', person: assignee.name, benefit: benefit.name }
    : undefined;

/** Why nothing can be given: others come first, a rule keeps it until a day, less is left, or nothing is. */
function noneLeft(benefit: Stocked, quantity: number, { frees, now }: Assigning): Refusal {
  const { name, stock } = benefit;
  if (stock.waiting > 0) return { why: 'none-left', benefit: name, waiting: stock.waiting };
  const free = benefit.quantity - stock.held;
  if (free > 0 && quantity > free) return { why: 'too-many', benefit: name, left: free };
  if (withoutKeys(benefit)) return { why: 'no-key-in-stock', benefit: name };
  return { why: 'none-left', benefit: name, ...(frees && frees > dayOf(now) && { frees }) };
}

/** Nothing is handed over: it is theirs from now on, because it is written down. `proof`: what shows it. */
export function noteDown(
  given: Given,
  { holding, now }: Pick<Hands, 'holding' | 'now'>,
  proof: Pick<Holding, 'contract' | 'evidence'> = {},
): { is: Fulfilled; steps: Step[]; notices: Change['notices'] } {
  const is: Fulfilled = {
    ...bare(given),
    version: given.version + 1,
    state: 'fulfilled',
    holding,
    since: now,
  };
  return {
    is,
    steps: [{ do: 'hold', request: is, ...proof }],
    notices: [tell(is.assignee, is.id, { kind: 'set-up', request: is, ...proof })],
  };
}

function done(
  { is, steps, notices }: { is: Fulfilled | Approved; steps: Step[]; notices: Change['notices'] },
  take: Step[],
): Decision<Fulfilled | Approved> {
  return {
    ok: true,
    is,
    change: {
      steps: [{ do: 'ask', request: is }, ...take, ...steps],
      notices,
      audit: [ofRequest('request.assigned', is, { by: is.by.id, why: is.reason })],
    },
  };
}
