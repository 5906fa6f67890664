import type { Notice } from './notice';
import type { Named } from './person';
import type { Fulfilled, Pending, Request } from './request';
import type { DoneTask, OpenTask } from './task';

/** One step of a change; the store writes all steps of a change in one transaction, or none. */
export type Step =
  | { do: 'ask'; request: Pending }
  | { do: 'move'; request: Exclude<Request, Pending> }
  /** Takes a quantity from the allocation of a benefit. */
  | { do: 'take'; benefit: string; quantity: number }
  /** Takes a free unit of a key out of its pool. */
  | { do: 'claim'; unit: string; pool: string }
  | { do: 'hold'; request: Fulfilled; key?: string; unit?: string }
  | { do: 'open-task'; task: OpenTask }
  | { do: 'finish-task'; task: DoneTask };

/** One row of the ledger: who did what, to what, for whom and why. Ids only, so that a person can be forgotten. */
export interface AuditEntry {
  action:
    | 'request.asked'
    | 'request.approved'
    | 'request.fulfilled'
    | 'request.denied'
    | 'request.cancelled'
    | 'task.done';
  by: string;
  subject: string;
  person: string;
  benefit: string;
  why?: string;
}

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
  audit: AuditEntry;
}

/** A new message to one person. */
export const tell = (to: Named, subject: string, notice: Notice): Addressed => ({
  to: to.id,
  subject,
  way: 'tell',
  notice,
});

/** Everybody's copies of a card show what is true now. */
export const redrawFor = (everybody: Named[], subject: string, notice: Notice): Addressed[] =>
  everybody.map((to) => ({ to: to.id, subject, way: 'redraw', notice }));
