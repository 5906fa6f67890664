import { kindOf, type Stocked } from './benefit';
import { type Addressed, type Change, distinct, type Step, tell, tellAll } from './change';
import type { Course } from './course';
import type { Notice, ReadAs } from './notice';
import type { Named, Person } from './person';
import type { Approved, Decider, Fulfilled, Kept, Offered, Pending, Request, Waiting } from './request';
import { openTask, type Recipient } from './task';
import type { Instant } from './time';

/** What there is to hand over. The caller has locked it, so that nobody else can hand it over too. */
export type Handover =
  /** A unit of a key with a finite number of holders. */
  | { by: 'unit'; unit: string; key: string; pool: string; carries?: number }
  /** A key that everybody shares, or an instruction in place of a key. */
  | { by: 'shared-key'; key: string }
  /** No key: an admin does it. */
  | { by: 'task' }
  /** A key is due and none is free. */
  | { by: 'nothing' };

/** How much is handed over: of a token, which cannot be split, all that it carries, whatever was wished for or the one before carried. */
export const quantityHanded = (handover: Handover, wished: number): number =>
  (handover.by === 'unit' && handover.carries) || wished;

/** What a handover keeps for somebody. */
export const keptOf = (handover: Extract<Handover, { key: string }>): Kept =>
  handover.by === 'unit'
    ? { key: handover.key, unit: { unit: handover.unit, pool: handover.pool } }
    : { key: handover.key };

/** Takes a free unit out of its pool. */
export const claim = (handover: Handover): Step[] =>
  handover.by === 'unit'
    ? [{ do: 'unit', unit: handover.unit, pool: handover.pool, from: 'free', to: 'held' }]
    : [];

/** What handing over needs beside the request itself. */
export interface Hands {
  benefit: Stocked;
  /** Whom it is for, with the address an admin copies. */
  assignee: Recipient;
  /** Ids for what may come into being. */
  holding: string;
  task: string;
  /** No key of the package has been viewed yet, so it could still be returned for a refund. */
  lastRefund: boolean;
  /** Everybody who does tasks. */
  admins: Person[];
  now: Instant;
}

/** A request to which somebody said yes, whatever came after. */
type Granted = (Omit<Pending, 'course'> | Waiting | Offered) & { by: Decider; at: Instant; course?: Course };

/** What was asked for, without what only the state before knew. */
export function bare(request: Granted): Omit<Granted, 'state' | 'until' | 'kept'> {
  const { state: _, ...rest } = request;
  if ('until' in rest) {
    const { until: __, kept: ___, ...asked } = rest;
    return asked;
  }
  return rest;
}

/** The person gets the key: the holding begins. Allocation and unit are taken by the caller's other steps. */
export function giveKey(
  request: Granted,
  kept: Kept,
  hands: Hands,
): { is: Fulfilled; steps: Step[]; notices: Change['notices'] } {
  const is: Fulfilled = {
    ...bare(request),
    version: request.version + 1,
    state: 'fulfilled',
    holding: hands.holding,
    since: hands.now,
  };
  return {
    is,
    steps: [{ do: 'hold', request: is, key: kept.key, ...(kept.unit && { unit: kept.unit.unit }) }],
    notices: [
      tell(is.assignee, is.id, { kind: 'granted', request: is, lastRefund: hands.lastRefund }),
      ...toRequester(is, { kind: 'handed-over', request: is }),
    ],
  };
}

/** An admin has to do it: a task for all of them. */
export function giveTask(
  request: Granted,
  hands: Hands,
): { is: Approved; steps: Step[]; notices: Change['notices'] } {
  const is: Approved = {
    ...bare(request),
    version: request.version + 1,
    state: 'approved',
    task: hands.task,
  };
  const kind = kindOf(is.benefit) === 'contract' ? 'activate' : 'set-up';
  const task = openTask(
    hands.task,
    { kind, request: is },
    { person: hands.assignee, days: hands.benefit.settings.taskDays, now: hands.now },
  );
  return {
    is,
    steps: [{ do: 'open-task', task }],
    notices: [
      tell(is.assignee, is.id, { kind: 'approved', request: is, to: 'assignee' }),
      ...toRequester(is, { kind: 'approved', request: is, to: 'requester' }),
      ...tellAll(hands.admins, task.id, { kind: 'to-do', task }),
    ],
  };
}

/** Who asked and whom it is for, once each. */
export const bothOf = ({ requester, assignee }: Request): Named[] =>
  requester.id === assignee.id ? [assignee] : [assignee, requester];

/** Everybody who may have a card of the request: who was asked to decide, whom it is for, and who asked for it. */
export const concerned = ({ asked, assignee, requester, way }: Request): Named[] =>
  distinct([...asked, assignee, ...(way.is === 'asked' ? [requester] : [])]);

/** A notice to whom it is for and to whoever asked, to each as the one they are; not to `except`, who knows. */
export const toBoth = (
  request: Request,
  way: Addressed['way'],
  notice: (to: ReadAs) => Notice,
  except?: string,
): Addressed[] =>
  bothOf(request)
    .filter(({ id }) => id !== except)
    .map(({ id }) => ({
      to: id,
      subject: request.id,
      way,
      notice: notice(id === request.assignee.id ? 'assignee' : 'requester'),
    }));

/** To whoever asked for somebody else; to nobody where that is the same person. */
export const toRequester = (request: Request, notice: Parameters<typeof tell>[2]): Change['notices'] =>
  request.requester.id === request.assignee.id || request.way.is !== 'asked'
    ? []
    : [tell(request.requester, request.id, notice)];
