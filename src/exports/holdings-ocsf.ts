import { type Approval, type AsOf, atItsEnd, type HeldOn } from '../core/held-on';
import type { Named } from '../core/person';
import type { Instant } from '../core/time';
import type { Listing } from './listing';
import { base, metadata, resourceOf, userOf } from './ocsf';

/** Class `user_access` of the schema: somebody got a privilege, or lost it. The schema has none for a list of who holds what. */
const userAccess = { uid: 3005, name: 'User Access Management' };
const activities = { 1: 'Assign Privileges', 2: 'Revoke Privileges' } as const;

/** Who gave it; nobody where a rule or the clock did. */
const giverOf = (approval: Approval): Named | undefined =>
  approval.is === 'people' ? approval.said.at(-1)?.by : approval.is === 'admin' ? approval.by : undefined;

/**
 * What was held on a day for a collector of security events: one object to a line. A line tells how a holding began; where it ended
 * during the day, a second one tells that. What the schema has no place for stands under `unmapped`.
 */
export const holdingsOcsf = (on: AsOf): Listing => ({
  before: '',
  part: (held) =>
    Array.from(held, (one) =>
      [begun(one, on), ...(one.end ? [ended(one, one.end, on)] : [])]
        .map((event) => `${JSON.stringify(event)}\n`)
        .join(''),
    ).join(''),
  between: '',
  after: '',
});

const begun = (one: HeldOn, on: AsOf) =>
  event(one, 1, {
    at: one.since,
    row: one.approval.is === 'missing' ? undefined : one.approval.row,
    by: giverOf(one.approval),
    message: `${one.person.name} holds ${one.benefit.name}`,
    unmapped: {
      as_of: on.day,
      zone: on.zone,
      state: atItsEnd(one) ? 'held' : 'ended',
      holding: one.holding,
      request: one.request,
      quantity: one.quantity,
      unit: one.benefit.unit,
      used: one.used,
      asked: one.asked,
      approval: one.approval,
      done: one.done,
      key_shown: one.shown,
      ledger_rows: one.rows,
    },
  });

const ended = (one: HeldOn, end: NonNullable<HeldOn['end']>, on: AsOf) =>
  event(one, 2, {
    at: end.at,
    row: end.row,
    by: 'by' in end ? end.by : undefined,
    message: `${one.person.name} no longer holds ${one.benefit.name}`,
    unmapped: { as_of: on.day, zone: on.zone, holding: one.holding, request: one.request, end },
  });

interface Told {
  at: Instant;
  row: number | undefined;
  by: Named | undefined;
  message: string;
  unmapped: object;
}

const event = ({ person, benefit, holding, package: pack }: HeldOn, activity: 1 | 2, told: Told) => ({
  ...base(userAccess, { id: activity, name: activities[activity] }),
  time: Date.parse(told.at),
  metadata: metadata(`${holding}:${activity}`, told.row),
  actor: told.by && { user: userOf(told.by) },
  user: userOf(person),
  privileges: [benefit.name],
  resources: [{ ...resourceOf(benefit), group: { name: pack.name } }],
  message: told.message,
  unmapped: told.unmapped,
});
