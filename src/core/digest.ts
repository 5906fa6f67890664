import type { Change } from './change';
import type { Notice } from './notice';
import type { Person } from './person';
import type { Policy } from './policy/policy';
import { afterWorking } from './policy/working-hours';
import { addHours, type Instant } from './time';

/** What somebody who has many requests waiting was told of them, and what waits now. */
export interface Digesting {
  person: Pick<Person, 'id'>;
  policy: Pick<Policy, 'digestAbove' | 'hours'>;
  /** Ids of what waits now, and of what their latest digest lists. */
  waits: string[];
  listed: string[] | undefined;
  toldAt: Instant | undefined;
  zone: string | undefined;
  now: Instant;
}

/** Nobody gets a new digest sooner than this after the last one, in hours; what comes meanwhile is written into that one. */
const quiet = 1;
/** Of what still waits, somebody is reminded after so many of their working hours. */
const again = 8;

/** A new message, a new one that reminds of what waits, or another card in the one there is. */
export type DigestWay = 'tell' | 'remind' | 'redraw';

/** What has to happen with somebody's digest. */
export function digestDue(a: Digesting): DigestWay | undefined {
  const { policy, waits, listed, toldAt, zone, now } = a;
  const many = policy.digestAbove !== undefined && waits.length > policy.digestAbove;
  if (!listed || !toldAt) return many ? 'tell' : undefined;
  const isSame = waits.length === listed.length && waits.every((id) => listed.includes(id));
  const fresh = waits.some((id) => !listed.includes(id));
  if (many && fresh && addHours(toldAt, quiet) <= now) return 'tell';
  if (many && afterWorking(toldAt, again, policy.hours, zone) <= now) return 'remind';
  return isSame ? undefined : 'redraw';
}

/** The digest, with everything that waits for somebody now. A digest that only changes tells them nothing new. */
export function digested(
  { person, waits, toldAt, now }: Digesting,
  way: DigestWay,
  waiting: Extract<Notice, { kind: 'digest' }>['waiting'],
): Change {
  return {
    steps: [
      { do: 'digest-told', person: person.id, requests: waits, at: way === 'redraw' ? (toldAt ?? now) : now },
    ],
    notices: [
      {
        to: person.id,
        subject: person.id,
        way: way === 'redraw' ? 'redraw' : 'tell',
        notice: { kind: 'digest', waiting, ...(way === 'remind' && { again: true }) },
      },
    ],
    audit: [],
  };
}
