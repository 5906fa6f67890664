import type { Action } from './audit';
import type { Ending } from './holding';
import type { Named } from './person';
import { ownRule } from './policy/policy';
import { isZone, startOfDay } from './policy/working-hours';
import type { BenefitInRequest, Request } from './request';
import type { TaskKind } from './task';
import { addDays, type Day, dayOf, type Instant } from './time';

/**
 * A day as an auditor asks for it: all of it, in a time zone. What counts is how things stood at its end, as they were known then; what
 * ended during the day is told beside it, with its end. So every holding stands in the lists of all days from the one on which it began
 * to the one on which it ended, and what happens later never changes the list of a day that is over.
 */
export interface AsOf {
  day: Day;
  /** IANA. */
  zone: string;
  /** Its first moment, and the first one after it. */
  from: Instant;
  until: Instant;
}

/** The whole of a day in a zone. @throws when there is no such zone */
export function asOf(day: Day, zone = 'UTC'): AsOf {
  if (!isZone(zone)) throw new Error('there is no such time zone');
  return { day, zone, from: startOfDay(day, zone), until: startOfDay(addDays(day, 1), zone) };
}

/** Whether nothing of a day has come yet: of it nobody can tell. */
export const isToCome = ({ from }: Pick<AsOf, 'from'>, now: Instant): boolean => from > now;

/** A calendar day that exists. */
export const isDay = (text: string): text is Day =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  dayOf(new Date(`${text}T00:00:00Z`).toISOString()) === text;

/** Somebody with the address by which others know them. */
export type Who = Named & { email?: string };

/** One yes of a person. */
export interface Said {
  by: Named;
  /** In whose place. */
  for?: Named;
  at: Instant;
  stage: number;
  /** An admin decided alone, in an emergency. */
  alone?: true;
  why?: string;
}

/** On whose approval somebody holds something. `row`: the row of the ledger that proves it. */
export type Approval =
  /** A rule needed nobody. Version 0 is the bot's own rule. */
  | { is: 'rule'; rule: string; version: number; at: Instant; row: number }
  | { is: 'people'; rule: string; version: number; at: Instant; said: Said[]; row: number }
  /** Nobody had asked: an admin gave it, or moved it here. */
  | { is: 'admin'; by: Named; at: Instant; row: number }
  /** The ledger has no row of it: somebody has to explain that. */
  | { is: 'missing' };

/** A row of the ledger about a holding, its request or its tasks. */
export interface LedgerRow {
  row: number;
  at: Instant;
  action: string;
  by?: Named;
  why?: string;
}

/** What somebody held on a day, with all that proves it. Never a key. */
export interface HeldOn {
  holding: string;
  request: string;
  person: Who;
  benefit: BenefitInRequest;
  /** The package it came from, in the term of that day. */
  package: { name: string; partnerId: string; starts: Day; ends: Day };
  quantity: number;
  /** Of incidents or hours: so much was used up by then. */
  used: number;
  language?: string;
  system?: string;
  since: Instant;
  /** It ended during the day. `row`: the row of the ledger that says so. */
  end?: { at: Instant; row?: number } & Ending;
  asked: { way: Request['way']['is']; by: Who; at: Instant; reason: string; from?: Named };
  approval: Approval;
  /** What an admin did for it in Partner Center. */
  done: Array<{ task: TaskKind; by: Named; at: Instant; evidence?: string }>;
  /** Each time the key was shown; `maybe`: nothing tells whether it arrived. */
  shown: Array<{ to: Named; at: Instant; maybe?: true }>;
  /** The rows of the ledger about it, by their numbers; and what they say, where that was asked for. */
  rows: number[];
  ledger?: LedgerRow[];
}

/** Somebody still had it when the day was over. */
export const atItsEnd = ({ end }: Pick<HeldOn, 'end'>): boolean => end === undefined;

/** How a request came to its yes, as its own row tells. */
export interface Decided {
  way: Request['way']['is'];
  by?: Named;
  /** A rule of the policy needed nobody. */
  byRule: boolean;
  rule?: string;
  version: number;
  at: Instant;
  said: Said[];
  /** The row of the ledger that says yes to it by the same person, or by nobody where a rule decided. */
  row?: number;
}

/** What the ledger calls a yes, by the way it came about. */
export const sayingYes: Record<Request['way']['is'], readonly Action[]> = {
  asked: ['request.approved', 'request.fulfilled', 'request.waiting'],
  assigned: ['request.assigned'],
  reassigned: ['request.reassigned'],
};

/** The approval of a holding, believed only where the ledger has its row. */
export function approvalOf({ way, by, byRule, rule = ownRule, version, at, said, row }: Decided): Approval {
  if (row === undefined || (!by && !byRule)) return { is: 'missing' };
  if (byRule) return { is: 'rule', rule, version, at, row };
  const person = by as Named;
  if (way !== 'asked') return { is: 'admin', by: person, at, row };
  // Before there were stages one yes was enough, and only who said it was kept.
  const answers = said.length > 0 ? said : [{ by: person, at, stage: 1 }];
  return { is: 'people', rule, version, at, said: answers, row };
}
