import type { AuditEntry } from './audit';
import type { Remark, Review } from './course';
import type { Difference, OpenDifference } from './difference';
import type { Contract, Ending } from './holding';
import type { Head } from './ledger';
import type { Notice } from './notice';
import type { Named } from './person';
import type { Fulfilled, Pending, Request } from './request';
import type { FinishedTask, OpenTask } from './task';
import type { Day, Instant } from './time';

/**
 * Where a unit of stock is. What was brought in is always the sum of the four. `held`: somebody has it, or it is kept for an offer;
 * `set-aside`: out of use until somebody has looked; `retired`: never given again.
 */
export type UnitState = 'free' | 'held' | 'set-aside' | 'retired';

/** One step of a change; the store writes all steps of a change in one statement, or none. No row but a counter is named by two steps of one change. */
export type Step =
  /** A request comes into being, in whatever state. */
  | { do: 'ask'; request: Request }
  /** It still waits, otherwise than before: others are asked, less is left of it, it was changed. */
  | { do: 'ask-again'; request: Pending }
  /** Somebody answers. `alone`: in an emergency, without those who would have been asked. */
  | {
      do: 'review';
      request: Pending;
      review: Review;
      verdict: 'approve' | 'deny';
      alone?: true;
      why?: string;
    }
  /** It was changed: answers so far count no more. */
  | { do: 'void-reviews'; request: string; at: Instant }
  | { do: 'remark'; request: string; remark: Remark }
  /** Out of office, from a day to a day; back again. */
  | { do: 'away'; person: string; from: Day; until: Day; delegate?: string; at: Instant }
  | { do: 'back'; person: string }
  /** Which requests the latest digest of somebody lists. */
  | { do: 'digest-told'; person: string; requests: string[]; at: Instant }
  | { do: 'move'; request: Exclude<Request, Pending> }
  /** Takes a quantity from the allocation of a benefit; a negative one gives it back. 0: only what lists show of it has changed. */
  | { do: 'take'; benefit: string; quantity: number }
  /** A unit of a key goes from one state to another. */
  | { do: 'unit'; unit: string; pool: string; from: UnitState; to: UnitState }
  /** A key is broken: what is free of it is retired, and so is what comes back of it later. */
  | { do: 'break-key'; key: string; at: Instant }
  | { do: 'hold'; request: Fulfilled; key?: string; unit?: string; contract?: Contract; evidence?: string }
  /** Nobody has it any more. `released`: its allocation is free at once; else it is from `frees` on, or when a task says so. */
  | { do: 'end'; holding: string; at: Instant; ending: Ending; released: boolean; frees?: string }
  /** The allocation of an ended holding is free. */
  | { do: 'release'; holding: string; at: Instant }
  /** The holder gets another unit; without one, the holding goes on without a key. */
  | { do: 'rekey'; holding: string; key?: string; unit?: string }
  /** Incidents or hours of a holding are used up. */
  | { do: 'use'; use: string; holding: string; by: Named; quantity: number; what: string; at: Instant }
  /** The holder is asked whether it is still needed; is reminded; has answered. */
  | { do: 'inquire'; holding: string; at: Instant; answerBy: Instant }
  | { do: 'remind-holder'; holding: string; at: Instant }
  | { do: 'keep'; holding: string; at: Instant }
  /** Somebody has looked at what could not be delivered to a person; it is sent once more. */
  | { do: 'lost-noticed'; notices: number[]; at: Instant }
  | { do: 'deliver-again'; person: string; at: Instant }
  | { do: 'open-task'; task: OpenTask }
  /** Claimed, or reminded of. */
  | { do: 'touch-task'; task: OpenTask }
  | { do: 'finish-task'; task: FinishedTask }
  /** Somebody whom an admin names before they have ever spoken. */
  | { do: 'add-person'; person: { id: string; name: string; email: string }; at: Instant }
  /** An export differs from what is held; somebody has settled it, or a newer export does not have it any more. */
  | { do: 'find-difference'; difference: OpenDifference; print: string }
  | { do: 'settle-difference'; difference: Difference }
  /** The admins know (or may be told again) that little is left of a benefit. */
  | { do: 'low-told'; benefit: string; told: boolean }
  /** The admins were told the head of the ledger. `due`: from when on they were to be. */
  | { do: 'head-told'; head: Head; due: Instant }
  /** A warning about what lapses was given. */
  | { do: 'lapse-told'; benefit: string; on: string; days: number; at: Instant };

/** A notice on its way: `subject` is the request or task it is about; notices of one person and subject stay in order. */
export interface Addressed {
  to: string;
  subject: string;
  /** `tell`: a new message. `redraw`: every copy this person has of the subject's card shows what is true now. */
  way: 'tell' | 'redraw';
  notice: Notice;
}

/** What is true from now on, who must be told, and what the ledger says of it. There is no way to save only a part. */
export interface Change {
  steps: Step[];
  notices: Addressed[];
  audit: AuditEntry[];
}

/** A new message to one person. */
export const tell = (to: Named, subject: string, notice: Notice): Addressed => ({
  to: to.id,
  subject,
  way: 'tell',
  notice,
});

/** A new message to everybody of a list, once each. */
export const tellAll = (everybody: Named[], subject: string, notice: Notice): Addressed[] =>
  distinct(everybody).map((to) => tell(to, subject, notice));

/** Everybody's copies of a card show what is true now. */
export const redrawFor = (everybody: Named[], subject: string, notice: Notice): Addressed[] =>
  distinct(everybody).map((to) => ({ to: to.id, subject, way: 'redraw', notice }));

/** Everybody once, in their order. */
export const distinct = (people: Named[]): Named[] => [
  ...new Map(people.map((one) => [one.id, one])).values(),
];
