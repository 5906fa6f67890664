import type { Knex } from 'knex';
import type { Change, Step } from '../core/change';
import type { Request } from '../core/request';
import { type Answered, answering } from './inbound';

/** A part of one statement: its text and what is bound in it. */
interface Part {
  text: string;
  values: unknown[];
}

/**
 * Saves a change whole: what is true from now on, who must be told, what the ledger says of it and what whoever spoke is answered,
 * as one statement and so in one round trip. Throws when the database refuses any of it; then nothing was saved.
 */
export async function record(sql: Knex, change: Change, answered: Answered, now: Date): Promise<void> {
  const parts = [
    ...change.steps.flatMap((step) => partsOf(step)),
    ...outboxPart(change, now),
    { text: answering, values: [JSON.stringify(answered.answer), answered.identity] },
    auditPart(change, now),
  ];
  const last = parts.pop() as Part;
  const withs = parts.map(({ text }, at) => `part${at} as (${text})`).join(',\n');
  await sql.raw(
    `with ${withs}\n${last.text}`,
    [...parts, last].flatMap(({ values }) => values) as Knex.RawBinding[],
  );
}

function partsOf(step: Step): Part[] {
  switch (step.do) {
    case 'ask': {
      const { id, version, requester, benefit, quantity, language, system, reason, askedAt, asked } =
        step.request;
      return [
        {
          text: `insert into requests (id, version, state, requester_id, benefit_id, quantity, language, system, reason, asked_at, asked)
                 values (?::uuid, ?, 'pending', ?::uuid, ?::uuid, ?, ?, ?, ?, ?::timestamptz, ?::uuid[])`,
          values: [
            id,
            version,
            requester.id,
            benefit.id,
            quantity,
            language ?? null,
            system ?? null,
            reason,
            askedAt,
            asked.map((one) => one.id),
          ],
        },
      ];
    }
    case 'move':
      return [moved(step.request)];
    case 'take':
      return [
        {
          text: 'update benefits set held = held + ?, version = version + 1 where id = ?::uuid',
          values: [step.quantity, step.benefit],
        },
      ];
    case 'claim':
      return [
        {
          text: `update units set state = 'held' where id = ?::bigint and state = 'free'`,
          values: [step.unit],
        },
        {
          text: 'update pools set free = free - 1, version = version + 1 where id = ?::uuid',
          values: [step.pool],
        },
      ];
    case 'hold': {
      const { holding, id, requester, benefit, quantity, since } = step.request;
      return [
        {
          text: `insert into holdings (id, request_id, person_id, benefit_id, quantity, key_id, unit_id, since)
                 values (?::uuid, ?::uuid, ?::uuid, ?::uuid, ?, ?::uuid, ?::bigint, ?::timestamptz)`,
          values: [
            holding,
            id,
            requester.id,
            benefit.id,
            quantity,
            step.key ?? null,
            step.unit ?? null,
            since,
          ],
        },
      ];
    }
    case 'open-task':
      return [
        {
          text: `insert into tasks (id, request_id, state, opened_at) values (?::uuid, ?::uuid, 'open', ?::timestamptz)`,
          values: [step.task.id, step.task.request.id, step.task.openedAt],
        },
      ];
    case 'finish-task':
      return [
        {
          text: `update tasks set state = 'done', done_by = ?::uuid, done_at = ?::timestamptz, evidence = ? where id = ?::uuid`,
          values: [step.task.by.id, step.task.at, step.task.evidence ?? null, step.task.id],
        },
      ];
  }
}

function moved(request: Exclude<Request, { state: 'pending' }>): Part {
  return {
    text: `update requests set version = ?, state = ?, decided_by = ?::uuid, closed_at = ?::timestamptz, why = ?, task_id = coalesce(?::uuid, task_id),
             holding_id = ?::uuid, fulfilled_at = ?::timestamptz where id = ?::uuid`,
    values: [
      request.version,
      request.state,
      'by' in request ? request.by.id : null,
      request.at,
      request.state === 'denied' ? request.why : null,
      request.state === 'approved' ? request.task : null,
      request.state === 'fulfilled' ? request.holding : null,
      request.state === 'fulfilled' ? request.since : null,
      request.id,
    ],
  };
}

function outboxPart({ notices }: Change, now: Date): Part[] {
  if (notices.length === 0) return [];
  return [
    {
      text: `insert into outbox (person_id, subject, way, notice, due_at)
             select person, subject, way, notice, ?::timestamptz
               from unnest(?::uuid[], ?::uuid[], ?::text[], ?::jsonb[]) with ordinality as n (person, subject, way, notice, place)
              order by place`,
      values: [
        now,
        notices.map(({ to }) => to),
        notices.map(({ subject }) => subject),
        notices.map(({ way }) => way),
        notices.map(({ notice }) => JSON.stringify(notice)),
      ],
    },
  ];
}

function auditPart({ audit }: Change, now: Date): Part {
  return {
    text: `insert into audit (at, action, by_person, subject, person_id, benefit_id, why)
           values (?::timestamptz, ?, ?::uuid, ?::uuid, ?::uuid, ?::uuid, ?)`,
    values: [now, audit.action, audit.by, audit.subject, audit.person, audit.benefit, audit.why ?? null],
  };
}
