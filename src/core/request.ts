import type { Benefit } from './benefit';
import type { Change } from './change';
import type { Named } from './person';
import type { Refusal } from './refusal';
import type { Instant } from './time';

/** What a request keeps of its benefit: what cards and decisions need when the benefit itself is not at hand. */
export type BenefitInRequest = Pick<Benefit, 'id' | 'name' | 'category' | 'unit' | 'delivery'>;

interface Asked {
  id: string;
  /** Grows with every change; a card decides only the version it shows. */
  version: number;
  requester: Named;
  benefit: BenefitInRequest;
  quantity: number;
  language?: string;
  system?: string;
  reason: string;
  askedAt: Instant;
  /** Everybody who was asked to decide. */
  asked: Named[];
}

/** Waits for an approver. */
export type Pending = Asked & { state: 'pending' };
/** Approved, and waits for an admin: Microsoft offers no API for it. */
export type Approved = Asked & { state: 'approved'; by: Named; at: Instant; task: string };
/** The requester has it. */
export type Fulfilled = Asked & {
  state: 'fulfilled';
  by: Named;
  at: Instant;
  holding: string;
  since: Instant;
};
export type Denied = Asked & { state: 'denied'; by: Named; at: Instant; why: string };
export type Cancelled = Asked & { state: 'cancelled'; at: Instant };

/** A request is decided once. Who decided exists only on a decided request. */
export type Request = Pending | Approved | Fulfilled | Denied | Cancelled;
export type Decided = Exclude<Request, Pending>;

export type Decision<Is> = { ok: true; is: Is; change: Change } | { ok: false; refusal: Refusal };

/** A decision that changes nothing. */
export const refuse = (refusal: Refusal) => ({ ok: false, refusal }) as const;
