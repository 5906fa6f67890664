import type { Benefit } from './benefit';
import type { Change } from './change';
import type { Course } from './course';
import type { Named } from './person';
import type { Refusal } from './refusal';
import type { Instant } from './time';

/** What a request keeps of its benefit: what cards and decisions need when the benefit itself is not at hand. */
export type BenefitInRequest = Pick<Benefit, 'id' | 'name' | 'category' | 'unit' | 'delivery'>;

/** What a request keeps of a benefit. */
export const pickBenefit = ({ id, name, category, unit, delivery }: Benefit): BenefitInRequest => ({
  id,
  name,
  category,
  unit,
  delivery,
});

interface Asked {
  id: string;
  /** Grows with every change; a card decides only the version it shows. */
  version: number;
  /** Who asked, and who will have it: mostly the same person. */
  requester: Named;
  assignee: Named;
  /** How it came about: somebody asked, an admin gave it without being asked, or it was moved from somebody else's holding. */
  way: { is: 'asked' } | { is: 'assigned' } | { is: 'reassigned'; holding: string };
  benefit: BenefitInRequest;
  quantity: number;
  language?: string;
  system?: string;
  /** A second address, to which Microsoft writes too (support benefits). */
  email?: string;
  reason: string;
  askedAt: Instant;
  /** Everybody who was ever asked to decide. */
  asked: Named[];
  /** How it is or was decided; nothing of the kind where nobody asked. */
  course?: Course;
}

/** Who said yes or no: a person; or nobody, where a rule of the policy needs nobody. Of a rule, the name is the rule's. */
export type Decider = Named & { rule?: true };

/** A yes or no of a rule. */
export const byRule = (name: string): Decider => ({ id: 'rule', name, rule: true });

/** The person who decided; undefined where it was a rule. */
export const personWhoDecided = ({ id, rule }: Decider): string | undefined => (rule ? undefined : id);

/** Somebody said yes: who, and when. */
interface Yes {
  by: Decider;
  at: Instant;
}

/** What somebody has, may have or is kept for them of a key: one unit, or a key that everybody shares. Nothing where an admin sets it up. */
export interface Kept {
  key: string;
  unit?: { unit: string; pool: string };
}

/** Waits for those who decide. */
export type Pending = Asked & { state: 'pending'; course: Course };
/** Approved, and nothing is left: on the waiting list, first come, first served. */
export type Waiting = Asked & Yes & { state: 'waiting' };
/** Its turn has come: what it asked for is kept until then. */
export type Offered = Asked & Yes & { state: 'offered'; until: Instant; kept?: Kept };
/** Approved, and waits for an admin: Microsoft offers no API for it. `withMicrosoft`: since when Microsoft has it. */
export type Approved = Asked & Yes & { state: 'approved'; task: string; withMicrosoft?: Instant };
/** The assignee has it. */
export type Fulfilled = Asked & Yes & { state: 'fulfilled'; holding: string; since: Instant };
export type Denied = Asked & Yes & { state: 'denied'; why: string };
export type Cancelled = Asked & { state: 'cancelled'; at: Instant } & Cause;
/** Why nothing came of a request, without anybody saying no; and through whom, where somebody wanted it so. */
export type Cause =
  /** `declined`: it was offered, and left to the next one. */
  | { because: 'taken-back' | 'declined'; through: Named }
  /** `expired`: nobody answered in the time that the policy gives. */
  | { because: 'offer-over' | 'left' | 'lapsed' | 'spent' | 'expired' };
/** Approved, but an admin could not set it up. */
export type Failed = Asked & Yes & { state: 'failed'; through: Named; why: string };

/** A request is decided once. Who decided exists only on a decided request. */
export type Request = Pending | Waiting | Offered | Approved | Fulfilled | Denied | Cancelled | Failed;
export type Decided = Exclude<Request, Pending>;
/** Something is still to come of it. */
export type Open = Pending | Waiting | Offered | Approved;

/** Whether a request waits for those who decide. */
export const isPending = (request: Request): request is Pending => request.state === 'pending';

/** Whether something is still to come of a request. */
export const isOpen = (request: Request): request is Open =>
  request.state === 'pending' ||
  request.state === 'waiting' ||
  request.state === 'offered' ||
  request.state === 'approved';

export type Decision<Is> = { ok: true; is: Is; change: Change } | { ok: false; refusal: Refusal };

/** A decision that changes nothing. */
export const refuse = (refusal: Refusal) => ({ ok: false, refusal }) as const;
