import type { Knex } from 'knex';
import type { Change } from '../core/change';
import { type Answered, answering } from './inbound';
import type { Part } from './statement';
import { partsOf } from './steps';

/**
 * Saves a change whole: what is true from now on, who must be told, what the ledger says of it and what whoever spoke is answered,
 * as one statement and so in one round trip. Throws when the database refuses any of it; then nothing was saved.
 *
 * @param answered the command and its answer; undefined for a change that is one of several, or that the clock made
 */
export async function record(
  sql: Knex,
  change: Change,
  answered: Answered | undefined,
  now: Date,
): Promise<void> {
  const parts = [
    ...partsOf(change.steps),
    ...outboxPart(change, now),
    ...(answered ? [{ text: answering, values: [JSON.stringify(answered.answer), answered.identity] }] : []),
    auditPart(change, now),
  ];
  const last = parts.pop() as Part;
  const withs = parts.map(({ name, text }, at) => `${name ?? `part${at}`} as (${text})`).join(',\n');
  await sql.raw(
    withs ? `with ${withs}\n${last.text}` : last.text,
    [...parts, last].flatMap(({ values }) => values) as Knex.RawBinding[],
  );
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
    text: `insert into audit (at, action, by_person, subject, person_id, benefit_id, why, details)
           select ?::timestamptz, action, by_person, subject, person_id, benefit_id, why, details
             from unnest(?::text[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::jsonb[]) with ordinality
               as a (action, by_person, subject, person_id, benefit_id, why, details, place) order by place`,
    values: [
      now,
      audit.map(({ action }) => action),
      audit.map(({ by }) => by ?? null),
      audit.map(({ subject }) => subject),
      audit.map(({ person }) => person),
      audit.map(({ benefit }) => benefit ?? null),
      audit.map(({ why }) => why ?? null),
      audit.map(({ details }) => (details ? JSON.stringify(details) : null)),
    ],
  };
}
