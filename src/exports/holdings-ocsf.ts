import { type Approval, type AsOf, atItsEnd, type HeldOn, type Who } from '../core/held-on';
import type { Named } from '../core/person';
import type { Instant } from '../core/time';

/**
 * "User Access Management" of the category "Identity & Access Management" (OCSF schema 1.5.0, class `user_access`): somebody got a
 * privilege, or lost it. The schema has no class for a list of who holds what, and from 1.9.0 on its newer class `user_management` is
 * recommended, which collectors of today do not know.
 */
const category = 3;
const schema = '1.5.0';
const userAccess = 3005;
const activities = { 1: 'Assign Privileges', 2: 'Revoke Privileges' } as const;

const userOf = ({ id, name, email }: Who) => ({ uid: id, name, email_addr: email });

/** Who gave it; nobody where a rule or the clock did. */
const giverOf = (approval: Approval): Named | undefined =>
  approval.is === 'people' ? approval.said.at(-1)?.by : approval.is === 'admin' ? approval.by : undefined;

/**
 * What was held on a day for a collector of security events: one object to a line. A line tells how a holding began; where it ended
 * during the day, a second one tells that. What the schema has no place for stands under `unmapped`.
 */
export const holdingsOcsf = (on: AsOf, held: readonly HeldOn[]): string =>
  held
    .flatMap((one) => [begun(one, on), ...(one.end ? [ended(one, one.end, on)] : [])])
    .map((event) => `${JSON.stringify(event)}\n`)
    .join('');

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

/** What is absent is undefined, which JSON leaves out: so every event has one shape, which is written more than twice as fast. */
const event = ({ person, benefit, holding, package: pack }: HeldOn, activity: 1 | 2, told: Told) => ({
  class_uid: userAccess,
  class_name: 'User Access Management',
  activity_id: activity,
  activity_name: activities[activity],
  category_uid: category,
  category_name: 'Identity & Access Management',
  type_uid: userAccess * 100 + activity,
  type_name: `User Access Management: ${activities[activity]}`,
  severity_id: 1,
  severity: 'Informational',
  status_id: 1,
  status: 'Success',
  time: Date.parse(told.at),
  metadata: {
    version: schema,
    uid: `${holding}:${activity}`,
    product: { name: 'Partner benefits bot', vendor_name: 'Partner benefits bot' },
    log_name: 'audit',
    sequence: told.row,
  },
  actor: told.by && { user: userOf(told.by) },
  user: userOf(person),
  privileges: [benefit.name],
  resources: [
    { uid: benefit.id, name: benefit.name, type: 'Membership benefit', group: { name: pack.name } },
  ],
  message: told.message,
  unmapped: told.unmapped,
});
