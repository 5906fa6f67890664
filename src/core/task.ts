import { isAdmin, type Named, type Speaker } from './person';
import type { Refusal } from './refusal';
import type { Approved, BenefitInRequest } from './request';
import { addDays, type Day, dayOf, type Instant } from './time';

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
    }
  /** No message reaches somebody: talk to them. */
  | { kind: 'reach' };
export type TaskKind = Duty['kind'];

interface Opened {
  id: string;
  duty: Duty;
  /** Whom it is done for or was taken from, or who is out of reach. */
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

/** What no program can do, to be done by an admin: mostly in Partner Center, for which Microsoft offers no API. */
export type OpenTask = Opened & { state: 'open'; remindAt?: Instant };
export type DoneTask = Opened & { state: 'done'; by: Named; at: Instant; evidence?: string };
/** It could not be done, and why. */
export type FailedTask = Opened & { state: 'failed'; by: Named; at: Instant; why: string };
export type FinishedTask = DoneTask | FailedTask;
export type Task = OpenTask | FinishedTask;

/** A task that begins now. `days`: so many an admin has for it. */
export const openTask = (
  id: string,
  duty: Duty,
  { person, days, now }: { person: Recipient; days: number; now: Instant },
): OpenTask => ({
  id,
  duty,
  person,
  state: 'open',
  openedAt: now,
  dueOn: addDays(dayOf(now), days),
  reminders: 0,
});

/** The benefit a task is about, where it is about one. */
export const benefitOf = ({ duty }: Pick<Task, 'duty'>): BenefitInRequest | undefined =>
  'request' in duty ? duty.request.benefit : 'benefit' in duty ? duty.benefit : undefined;

/** Its due day has passed. */
export const isOverdue = (task: OpenTask, today: Day): boolean => task.dueOn < today;

/** Why this person does no tasks; undefined when they may. Seeing them asks as much as doing them: they name people and reasons. */
export function mayNotDoTasks(by: Speaker): Refusal | undefined {
  if (!isAdmin(by)) return { why: 'not-an-admin' };
  return by.mayDecide ? undefined : { why: 'unlinked-account' };
}

/** Whoever was to be reached has written, or a message has arrived: it is done through themself. */
export function reachedAgain({ remindAt: _, ...opened }: OpenTask, now: Instant): DoneTask {
  const { id, name } = opened.person;
  return { ...opened, state: 'done', by: { id, name }, at: now };
}

/** Whether nobody had to do it: whoever was to be reached was. */
export const doneByItself = ({ duty, by, person }: DoneTask): boolean =>
  duty.kind === 'reach' && by.id === person.id;
