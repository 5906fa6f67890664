import { unavailable } from './ask';
import type { Stocked } from './benefit';
import { redrawFor, tell } from './change';
import { isAdmin, isSelf, type Named, type Person, type Speaker } from './person';
import { mayDecide } from './policy';
import type { Refusal } from './refusal';
import {
  type Approved,
  type Cancelled,
  type Decided,
  type Decision,
  type Denied,
  type Fulfilled,
  type Request,
  refuse,
} from './request';
import type { Instant } from './time';

/** What an approval hands over. The caller has locked it, so that nobody else can hand it over too. */
export type Handover =
  /** A unit of a key with a finite number of holders. */
  | { by: 'unit'; unit: string; key: string; pool: string }
  /** A key that everybody shares, or an instruction in place of a key. */
  | { by: 'shared-key'; key: string }
  /** No key: an admin does it. */
  | { by: 'task' }
  /** A key is due and none is free. */
  | { by: 'nothing' };

export interface Approving {
  request: Request;
  version: number;
  by: Speaker;
  benefit: Stocked;
  handover: Handover;
  /** Ids for what may come into being. */
  holding: string;
  task: string;
  /** No key of the package has been viewed yet, so it could still be returned for a refund. */
  lastRefund: boolean;
  /** Everybody who does tasks. */
  admins: Person[];
  now: Instant;
}

/** Why this person may not decide this request now; undefined when they may. */
export function mayNotDecide(request: Request, version: number, by: Speaker): Refusal | undefined {
  if (!mayDecide(by)) return { why: by.role === 'employee' ? 'not-an-approver' : 'unlinked-account' };
  if (isSelf(by, request.requester.id)) return { why: 'own-request' };
  if (request.state !== 'pending') return { why: 'already-decided' };
  if (request.version !== version) return { why: 'changed-meanwhile' };
  return undefined;
}

/** An approver says yes: a key is handed over at once, anything else becomes a task for the admins. */
export function approve(a: Approving): Decision<Approved | Fulfilled> {
  const obstacle = mayNotDecide(a.request, a.version, a.by) ?? unavailableNow(a);
  if (obstacle) return refuse(obstacle);

  const { request, handover, now } = a;
  if (handover.by === 'nothing') return refuse({ why: 'none-left', benefit: request.benefit.name });
  const by: Named = { id: a.by.id, name: a.by.name };
  const decided = { ...request, version: request.version + 1, by, at: now };
  const audit = {
    by: by.id,
    subject: request.id,
    person: request.requester.id,
    benefit: request.benefit.id,
    why: request.reason,
  };
  const closed = (is: Decided) => redrawFor(request.asked, request.id, { kind: 'decided', request: is });
  const take = { do: 'take', benefit: request.benefit.id, quantity: request.quantity } as const;

  if (handover.by === 'task') {
    const is: Approved = { ...decided, state: 'approved', task: a.task };
    const task = { id: a.task, state: 'open', request: is, openedAt: now } as const;
    return {
      ok: true,
      is,
      change: {
        steps: [{ do: 'move', request: is }, take, { do: 'open-task', task }],
        notices: [
          tell(request.requester, request.id, { kind: 'approved', request: is }),
          ...closed(is),
          ...a.admins.map((admin) => tell(admin, task.id, { kind: 'to-do', task })),
        ],
        audit: { action: 'request.approved', ...audit },
      },
    };
  }

  const is: Fulfilled = { ...decided, state: 'fulfilled', holding: a.holding, since: now };
  return {
    ok: true,
    is,
    change: {
      steps: [
        { do: 'move', request: is },
        take,
        ...(handover.by === 'unit'
          ? [{ do: 'claim', unit: handover.unit, pool: handover.pool } as const]
          : []),
        {
          do: 'hold',
          request: is,
          key: handover.key,
          ...(handover.by === 'unit' && { unit: handover.unit }),
        },
      ],
      notices: [
        tell(request.requester, request.id, { kind: 'granted', request: is, lastRefund: a.lastRefund }),
        ...closed(is),
      ],
      audit: { action: 'request.fulfilled', ...audit },
    },
  };
}

function unavailableNow({ request, benefit, now }: Approving): Refusal | undefined {
  const obstacle = unavailable(benefit, now);
  if (obstacle) return obstacle;
  const most = benefit.quantity - benefit.stock.held;
  if (request.quantity > most) return { why: 'too-many', benefit: benefit.name, left: most };
  return undefined;
}

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
        tell(request.requester, request.id, { kind: 'denied', request: is }),
        ...redrawFor(request.asked, request.id, { kind: 'decided', request: is }),
      ],
      audit: {
        action: 'request.denied',
        by: by.id,
        subject: is.id,
        person: is.requester.id,
        benefit: is.benefit.id,
        why,
      },
    },
  };
}

/** Whoever asked takes it back, as long as nobody has decided. */
export function cancel(request: Request, by: Speaker, now: Instant): Decision<Cancelled> {
  if (request.requester.id !== by.id) return refuse({ why: isAdmin(by) ? 'not-your-request' : 'gone' });
  if (request.state !== 'pending') return refuse({ why: 'already-decided' });

  const is: Cancelled = { ...request, version: request.version + 1, state: 'cancelled', at: now };
  return {
    ok: true,
    is,
    change: {
      steps: [{ do: 'move', request: is }],
      notices: redrawFor(request.asked, request.id, { kind: 'decided', request: is }),
      audit: {
        action: 'request.cancelled',
        by: by.id,
        subject: is.id,
        person: by.id,
        benefit: is.benefit.id,
      },
    },
  };
}
