import { type Given, noteDown } from './assign';
import { ofRequest } from './audit';
import { unavailable } from './available';
import { type Kind, kindOf, type Stocked } from './benefit';
import { type Change, type Step, tell, tellAll } from './change';
import { badAlternative, creditSpent, mayNotHold } from './eligible';
import { end, type HeldUnit, unitComesBack } from './give-back';
import { bare, giveKey, type Handover, type Hands, keptOf, quantityHanded } from './hand-over';
import { type Holding, isLive } from './holding';
import { isSelf, type Speaker } from './person';
import { mayMoveFrom } from './programme';
import type { Refusal } from './refusal';
import {
  type Approved,
  type BenefitInRequest,
  type Fulfilled,
  type Kept,
  type Request,
  refuse,
} from './request';
import { mayNotDoTasks, openTask, type Recipient } from './task';
import { dayOf } from './time';

/** Everything that moving a holding must know. The caller has locked the holding, then the benefit and what it hands over. */
export interface Reassigning extends Hands {
  /** The id the request will have, which is how the ledger keeps the move. */
  id: string;
  by: Speaker;
  /** What is moved, its unit of stock, and who has it, with the address an admin copies. */
  old: Holding;
  unit: (HeldUnit & { key: string }) | undefined;
  from: Recipient;
  handover: Handover;
  email: string | undefined;
  reason: string;
  /** A move of this holding that is under way. */
  underWay: Request | undefined;
  /** The open request of the new person for this benefit, if there is one. */
  open: Request | undefined;
  /** What the new person holds now. */
  holdings: Holding[];
  /** What is on its way to the new person. */
  coming: BenefitInRequest[];
  accountEmail: string | undefined;
  /** How often the benefit has been given since its package began. */
  timesGiven: number;
}

/**
 * What a move comes to: changes to be saved in this order, in one transaction. What an admin assigned in Partner Center goes to the
 * other person when an admin has moved it there; anything else at once.
 */
export type Moved =
  | { ok: true; is: Approved | Fulfilled; changes: Change[] }
  | { ok: false; refusal: Refusal };

/** An admin moves what one person has to another, under the programme's rules of the day. */
export function reassign(a: Reassigning): Moved {
  const obstacle = mayNotMove(a);
  if (obstacle) return refuse(obstacle);
  const kind = kindOf(a.old.benefit);
  return isMovedByTask(kind) ? byTask(a) : atOnce(a, kind);
}

/** An admin assigned it in Partner Center, so an admin has to reassign it there. */
const isMovedByTask = (kind: Kind): boolean =>
  kind === 'subscription' || kind === 'order' || kind === 'credit';

function mayNotMove(a: Reassigning): Refusal | undefined {
  const { by, old, assignee, underWay, open, benefit, now } = a;
  const mayNot = mayNotDoTasks(by);
  if (mayNot) return mayNot;
  if (!isLive(old)) return { why: 'gone' };
  if (assignee.id === old.person.id) return { why: 'same-person', person: assignee.name };
  if (isSelf(by, assignee.id)) return { why: 'own-request', giving: true };
  if (underWay) return { why: 'being-reassigned', benefit: benefit.name, person: old.person.name };
  const byTheRules = tooEarly(a) ?? creditSpent(benefit, a.timesGiven, dayOf(now));
  if (byTheRules) return byTheRules;
  const obstacle = unavailable(exercised(benefit), now);
  if (obstacle) return obstacle;
  if (open) return { why: 'already-asked-for', person: assignee.name, benefit: benefit.name };
  return mayNotHold(benefit, assignee, a.holdings, a.coming) ?? holdsIt(a) ?? wrongAddress(a);
}

/** The last day of activation binds what is given anew; what was activated in time may still go to somebody else. */
function exercised(benefit: Stocked): Stocked {
  const { activateBy: _, ...rest } = benefit;
  return isMovedByTask(kindOf(benefit)) ? rest : benefit;
}

function tooEarly({ benefit, old, now }: Reassigning): Refusal | undefined {
  const today = dayOf(now);
  const rule = mayMoveFrom(benefit, dayOf(old.since), today);
  return rule && today < rule.from
    ? { why: 'too-early-to-reassign', benefit: benefit.name, ...rule }
    : undefined;
}

/** Nobody signs in to one subscription twice; of seats, licences and incidents somebody may well take over more. */
function holdsIt({ benefit, assignee, holdings }: Reassigning): Refusal | undefined {
  const has = holdings.some((holding) => isLive(holding) && holding.benefit.id === benefit.id);
  return has && kindOf(benefit) === 'subscription'
    ? { why: 'already-holds', person: assignee.name, benefit: benefit.name }
    : undefined;
}

function wrongAddress({ benefit, email, assignee, accountEmail }: Reassigning): Refusal | undefined {
  return kindOf(benefit) === 'contract'
    ? badAlternative({ alternative: email, assignee, account: accountEmail })
    : undefined;
}

/** The request as which the ledger keeps the move. Incidents and hours that are used up stay with whoever used them. */
function moving({ id, by, old, assignee, email, reason, now }: Reassigning): Given {
  const admin = { id: by.id, name: by.name };
  return {
    id,
    version: 0,
    state: 'pending',
    requester: admin,
    assignee: { id: assignee.id, name: assignee.name },
    way: { is: 'reassigned', holding: old.id },
    benefit: old.benefit,
    quantity: old.quantity - old.used,
    ...(old.language && { language: old.language }),
    ...(old.system && { system: old.system }),
    ...(email && { email: email.trim() }),
    reason,
    askedAt: now,
    asked: [],
    by: admin,
    at: now,
  };
}

function byTask(a: Reassigning): Moved {
  const given = moving(a);
  const is: Approved = { ...bare(given), version: 1, state: 'approved', task: a.task };
  const task = openTask(
    a.task,
    { kind: 'reassign', request: is, from: a.from },
    { person: a.assignee, days: a.benefit.settings.taskDays, now: a.now },
  );
  return moved(is, [], {
    steps: [{ do: 'open-task', task }],
    notices: [
      tell(is.assignee, is.id, { kind: 'approved', request: is, to: 'assignee' }),
      ...tellAll(a.admins, task.id, { kind: 'to-do', task }),
    ],
  });
}

function atOnce(a: Reassigning, kind: Kind): Moved {
  const given = moving(a);
  const none = { why: 'none-left', benefit: a.benefit.name } as const;
  if (given.quantity === 0) return refuse(none);

  const ending = { how: 'reassigned', by: given.by, why: a.reason } as const;
  const ended = end({ ...a, holding: a.old, person: a.from }, ending, a.by);
  if (kind === 'bare' || kind === 'contract') {
    const { contract, evidence } = a.old;
    const proof = { ...(contract && { contract }), ...(evidence && { evidence }) };
    const { is, steps, notices } = noteDown(given, a, proof);
    return moved(is, [ended], { steps: [take(is), ...steps], notices });
  }

  const key = keyFor(a, given.quantity);
  if (key.is === 'none') return refuse({ ...none, ...(key.waiting > 0 && { waiting: key.waiting }) });
  const { is, steps, notices } = giveKey({ ...given, quantity: key.quantity }, key.kept, a);
  const { unit } = key.kept;
  const claimed: Step[] = unit ? [{ do: 'unit', ...unit, from: 'free', to: 'held' }] : [];
  return moved(is, [ended], { steps: [take(is), ...claimed, ...steps], notices });
}

type KeyFor = { is: 'key'; kept: Kept; quantity: number } | { is: 'none'; waiting: number };

/**
 * The key for the new holder: the very unit that comes back where it can be used again, else a key that everybody shares, else a
 * free unit. Whoever waits comes before somebody who would need another unit.
 */
function keyFor({ old, unit, handover, benefit }: Reassigning, quantity: number): KeyFor {
  if (unit && unitComesBack(unit, old.shown) === 'free')
    return { is: 'key', kept: { key: unit.key, unit: { unit: unit.unit, pool: unit.pool } }, quantity };
  if (handover.by === 'shared-key') return { is: 'key', kept: keptOf(handover), quantity };
  const { waiting, held } = benefit.stock;
  const free = benefit.quantity - held + old.quantity - old.used;
  if (handover.by !== 'unit' || waiting > 0) return { is: 'none', waiting };
  const handed = quantityHanded(handover, quantity);
  return handed <= free
    ? { is: 'key', kept: keptOf(handover), quantity: handed }
    : { is: 'none', waiting: 0 };
}

const take = (is: Fulfilled): Step => ({ do: 'take', benefit: is.benefit.id, quantity: is.quantity });

/** The move as changes: what ends first, then what begins. */
function moved(
  is: Approved | Fulfilled,
  before: Change[],
  { steps, notices }: Pick<Change, 'steps' | 'notices'>,
): Moved {
  const audit = [ofRequest('request.reassigned', is, { by: is.by.id, why: is.reason })];
  return {
    ok: true,
    is,
    changes: [...before, { steps: [{ do: 'ask', request: is }, ...steps], notices, audit }],
  };
}
