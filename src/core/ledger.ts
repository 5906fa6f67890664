import { type Change, redrawFor, tellAll } from './change';
import type { Named, Person, Speaker } from './person';
import { type Decision, refuse } from './request';
import { mayNotDoTasks } from './task';
import { type Instant, millisecondsOfDay } from './time';

/** The last seal of the ledger's chain: whoever has seen it knows whether a ledger still contains all that it sealed. */
export interface Head {
  seal: number;
  /** 64 hexadecimal digits. */
  mac: string;
  at: Instant;
}

/**
 * The ledger is not the one whose head was noted outside the database. `shorter`: it ends before that head, as an older copy does.
 * `other`: it goes as far, and says something else there.
 */
export interface Doubt {
  /** The same for everybody who noted the same head. */
  id: string;
  is: 'shorter' | 'other';
  noted: Head;
  /** Where the ledger ends; undefined where nothing in it is sealed. */
  found?: Head;
}

/** An admin has said what happened. */
export interface Acceptance {
  by: Named;
  at: Instant;
  why: string;
}

/** The name of a doubt: a UUID (version 8, RFC 9562) made of the head that is missed. */
export const doubtIdOf = ({ mac }: Pick<Head, 'mac'>): string =>
  `${mac.slice(0, 8)}-${mac.slice(8, 12)}-8${mac.slice(13, 16)}-8${mac.slice(17, 20)}-${mac.slice(20, 32)}`;

/**
 * From when on the admins are to be told a head: a day after the last time, or after the chain began; always at the same hour. Undefined
 * where it is not time yet, or they know this head.
 */
export function headDue(
  head: Head,
  before: { at: Instant; mac?: string },
  now: Instant,
): Instant | undefined {
  const days = Math.floor((Date.parse(now) - Date.parse(before.at)) / millisecondsOfDay);
  if (days < 1 || before.mac === head.mac) return undefined;
  return new Date(Date.parse(before.at) + days * millisecondsOfDay).toISOString();
}

/** Every admin is told where the ledger ends. The ledger itself says nothing of it, or it would never come to rest. */
export const tellHead = (head: Head, due: Instant, admins: Person[], subject: string): Change => ({
  steps: [{ do: 'head-told', head, due }],
  notices: tellAll(admins, subject, { kind: 'ledger-head', head }),
  audit: [],
});

/** Every admin is told that the ledger is not the one that was noted; the ledger says of each that they were. */
export const tellDoubt = (doubt: Doubt, admins: Person[]): Change => ({
  steps: [],
  notices: tellAll(admins, doubt.id, { kind: 'ledger-in-doubt', doubt }),
  audit: admins.map(({ id }) => ({ action: 'ledger.doubted', subject: doubt.id, person: id })),
});

/** So much an admin has to say of what happened, in characters. */
export const leastSaid = 20;

/** What accepting a ledger must know. `proof`: what shows later that it was us who wrote it down. */
export interface Accepting {
  doubt: Doubt;
  by: Speaker;
  why: string;
  now: Instant;
  admins: Person[];
  proof: Record<string, unknown>;
}

/** An admin says what happened: keys are given out again, and every admin can read it. */
export function accept({ doubt, by, why, now, admins, proof }: Accepting): Decision<Acceptance> {
  const obstacle = mayNotDoTasks(by);
  if (obstacle) return refuse(obstacle);
  if ([...why].length < leastSaid) return refuse({ why: 'say-what-happened', least: leastSaid });
  const accepted: Acceptance = { by: { id: by.id, name: by.name }, at: now, why };
  return {
    ok: true,
    is: accepted,
    change: {
      steps: [],
      notices: redrawFor(admins, doubt.id, { kind: 'ledger-in-doubt', doubt, accepted }),
      audit: [
        { action: 'ledger.accepted', by: by.id, subject: doubt.id, person: by.id, why, details: proof },
      ],
    },
  };
}
