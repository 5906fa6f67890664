import type { Reviewer } from '../core/course';
import { type Pending, personWhoDecided, type Request } from '../core/request';
import { type Part, part } from './statement';

/** A request comes into being, with everybody who is asked about it. */
export function asked(request: Request): Part[] {
  const {
    id,
    version,
    requester,
    assignee,
    way,
    benefit,
    quantity,
    language,
    system,
    email,
    reason,
    course,
  } = request;
  const row = part(
    `insert into requests (id, version, state, requester_id, assignee_id, way, replaces_id, benefit_id, quantity, language, system, email,
                           reason, asked_at, asked, decided_by, by_rule, closed_at, task_id, holding_id, fulfilled_at,
                           policy_version, rule, facts, stage, stages, need, stage_since, escalate_at, expire_at)
     values (?::uuid, ?, ?, ?::uuid, ?::uuid, ?, ?::uuid, ?::uuid, ?, ?, ?, ?, ?, ?::timestamptz, ?::uuid[],
             ?::uuid, ?, ?::timestamptz, ?::uuid, ?::uuid, ?::timestamptz,
             ?, ?, ?::jsonb, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?::timestamptz)`,
    [
      id,
      version,
      request.state,
      requester.id,
      assignee.id,
      way.is,
      way.is === 'reassigned' ? way.holding : null,
      benefit.id,
      quantity,
      language ?? null,
      system ?? null,
      email ?? null,
      reason,
      request.askedAt,
      request.asked.map((one) => one.id),
      'by' in request ? (personWhoDecided(request.by) ?? null) : null,
      'by' in request && request.by.rule === true,
      request.state === 'pending' ? null : request.at,
      request.state === 'approved' ? request.task : null,
      request.state === 'fulfilled' ? request.holding : null,
      request.state === 'fulfilled' ? request.since : null,
      course?.policy || null,
      course?.rule ?? null,
      course?.facts ? JSON.stringify(course.facts) : null,
      course?.stage ?? 1,
      course?.stages ?? 1,
      course ? needOf(course) : 1,
      course?.since ?? null,
      course?.escalateAt ?? null,
      course?.expireAt ?? null,
    ],
  );
  return course && course.reviewers.length > 0 ? [row, reviewersOf(id, course)] : [row];
}

const needOf = ({ need }: Pending['course']): number | null => (need === 'all' ? null : need);

/** A request goes on waiting, otherwise than before: those of its stage who are not asked any more are forgotten. */
export function waitsOn(request: Pending): Part[] {
  const { id, version, quantity, language, system, email, reason, asked, course } = request;
  return [
    part(
      `update requests set version = ?, quantity = ?, language = ?, system = ?, email = ?, reason = ?, asked = ?::uuid[], rule = ?, facts = ?::jsonb, stage = ?,
              stages = ?, need = ?, stage_since = ?::timestamptz, escalate_at = ?::timestamptz, escalated_at = ?::timestamptz,
              expire_at = ?::timestamptz, nudged_at = ?::timestamptz where id = ?::uuid`,
      [
        version,
        quantity,
        language ?? null,
        system ?? null,
        email ?? null,
        reason,
        asked.map((one) => one.id),
        course.rule,
        course.facts ? JSON.stringify(course.facts) : null,
        course.stage,
        course.stages,
        needOf(course),
        course.since,
        course.escalateAt ?? null,
        course.escalatedAt ?? null,
        course.expireAt ?? null,
        course.nudgedAt ?? null,
        id,
      ],
    ),
    part('delete from reviewers where request_id = ?::uuid and stage = ? and person_id <> all(?::uuid[])', [
      id,
      course.stage,
      course.reviewers.map((one) => one.id),
    ]),
    ...(course.reviewers.length > 0 ? [reviewersOf(id, course)] : []),
  ];
}

/** Those who may answer in the stage a request is in; whoever was known already is written anew. */
function reviewersOf(request: string, { stage, reviewers }: Pending['course']): Part {
  const column = <T>(of: (one: Reviewer) => T): T[] => reviewers.map(of);
  return part(
    `insert into reviewers (request_id, stage, person_id, because, group_name, through, for_person, for_how, told, on_it_at, reminders, remind_at)
     select ?::uuid, ?::int, * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::bool[], ?::timestamptz[],
                                 ?::int[], ?::timestamptz[])
         on conflict (request_id, stage, person_id) do update set because = excluded.because, group_name = excluded.group_name,
            through = excluded.through, for_person = excluded.for_person, for_how = excluded.for_how, told = excluded.told,
            on_it_at = excluded.on_it_at, reminders = excluded.reminders, remind_at = excluded.remind_at`,
    [
      request,
      stage,
      column(({ id }) => id),
      column(({ because }) => because.is),
      column(({ because }) => (because.is === 'group' ? because.group : null)),
      column(({ through }) => through ?? null),
      column((one) => one.for?.id ?? null),
      column((one) => one.for?.how ?? null),
      column(({ told }) => told),
      column(({ onIt }) => onIt ?? null),
      column(({ reminders }) => reminders),
      column(({ remindAt }) => remindAt ?? null),
    ],
  );
}

/** A request goes on to another state. */
export function moved(request: Exclude<Request, { state: 'pending' }>): Part {
  const kept = request.state === 'offered' ? request.kept : undefined;
  return part(
    `update requests set version = ?, state = ?, quantity = ?, decided_by = ?::uuid, by_rule = ?, closed_at = ?::timestamptz, why = ?,
            task_id = coalesce(?::uuid, task_id), with_microsoft_since = coalesce(?::timestamptz, with_microsoft_since),
            holding_id = ?::uuid, fulfilled_at = ?::timestamptz, key_id = ?::uuid, unit_id = ?::bigint,
            offered_until = ?::timestamptz, cancelled_because = ?, cancelled_by = ?::uuid, failed_by = ?::uuid where id = ?::uuid`,
    [
      request.version,
      request.state,
      request.quantity,
      'by' in request ? (personWhoDecided(request.by) ?? null) : null,
      'by' in request && request.by.rule === true,
      request.at,
      request.state === 'denied' || request.state === 'failed' ? request.why : null,
      request.state === 'approved' ? request.task : null,
      request.state === 'approved' ? (request.withMicrosoft ?? null) : null,
      request.state === 'fulfilled' ? request.holding : null,
      request.state === 'fulfilled' ? request.since : null,
      kept?.key ?? null,
      kept?.unit?.unit ?? null,
      request.state === 'offered' ? request.until : null,
      request.state === 'cancelled' ? request.because : null,
      request.state === 'cancelled' && 'through' in request ? request.through.id : null,
      request.state === 'failed' ? request.through.id : null,
      request.id,
    ],
  );
}
