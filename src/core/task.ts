import { isAdmin, type Named, type Speaker } from './person';
import type { Refusal } from './refusal';
import type { Approved, BenefitInRequest } from './request';
import type { Day, Instant } from './time';

/** Whom a task is about, with the address to copy. */
export type Recipient = Named & { email?: string };

/** What has to be done for a request that was approved. */
export type Duty =
  /** Assign it in Partner Center. */
  | { kind: 'set-up'; request: Approved }
  /** Activate a support contract in Partner Center: from then on it is with Microsoft. */
  | { kind: 'activate'; request: Approved }
  /** Microsoft has it: note down the ids it sends. */
  | { kind: 'record-ids'; request: Approved }
  /** Take it from its holder and assign it to somebody else in Partner Center. */
  | { kind: 'reassign'; request: Approved; from: Recipient }
  /** Somebody has it no more: take it from them in Partner Center too. `frees`: it may not go to anybody else before. */
  | {
      kind: 'remove';
      holding: string;
      benefit: BenefitInRequest;
      quantity: number;
      evidence?: string;
      frees?: Day;
    }
  /** A key was reported not to work. `unit`: set aside until it is checked; none of a key that everybody shares. */
  | {
      kind: 'check-key';
      holding: string;
      benefit: BenefitInRequest;
      unit?: { unit: string; pool: string };
      report: string;
    };
export type TaskKind = Duty['kind'];

interface Opened {
  id: string;
  duty: Duty;
  /** Whom it is done for or was taken from. */
  person: Recipient;
  openedAt: Instant;
  dueOn: Day;
  /** Somebody is on it. */
  claimed?: { by: Named; at: Instant };
  /** How often it was reminded of since it is overdue, and when it is next. */
  reminders: number;
  /** The attempt before this one: it could not be done, and why. */
  tried?: { by: Named; at: Instant; why: string };
}

/** What Microsoft offers no API for, to be done by an admin in Partner Center. */
export type OpenTask = Opened & { state: 'open'; remindAt?: Instant };
export type DoneTask = Opened & { state: 'done'; by: Named; at: Instant; evidence?: string };
/** It could not be done, and why. */
export type FailedTask = Opened & { state: 'failed'; by: Named; at: Instant; why: string };
export type FinishedTask = DoneTask | FailedTask;
export type Task = OpenTask | FinishedTask;

/** The benefit a task is about. */
export const benefitOf = ({ duty }: Task): BenefitInRequest =>
  'request' in duty ? duty.request.benefit : duty.benefit;

/** Its due day has passed. */
export const isOverdue = (task: OpenTask, today: Day): boolean => task.dueOn < today;

/** Why this person does no tasks; undefined when they may. Seeing them asks as much as doing them: they name people and reasons. */
export function mayNotDoTasks(by: Speaker): Refusal | undefined {
  if (!isAdmin(by)) return { why: 'not-an-admin' };
  return by.mayDecide ? undefined : { why: 'unlinked-account' };
}
