import type { Step } from '../core/change';
import { type Part, part } from './statement';

/** What was answered and said about a request. */
export function reviewed(step: Extract<Step, { do: 'review' | 'void-reviews' | 'remark' }>): Part[] {
  switch (step.do) {
    case 'review': {
      const { request, review, verdict, alone = false, why } = step;
      return [
        part(
          `insert into reviews (request_id, requester_id, assignee_id, version, stage, person_id, for_person, verdict, alone, quantity, why, at)
           values (?::uuid, ?::uuid, ?::uuid, ?, ?, ?::uuid, ?::uuid, ?, ?, ?, ?, ?::timestamptz)`,
          [
            request.id,
            request.requester.id,
            request.assignee.id,
            request.version,
            review.stage,
            review.by.id,
            review.for?.id ?? null,
            verdict,
            alone,
            request.quantity,
            why ?? review.why ?? null,
            review.at,
          ],
        ),
      ];
    }
    case 'void-reviews':
      return [
        part('update reviews set void_at = ?::timestamptz where request_id = ?::uuid and void_at is null', [
          step.at,
          step.request,
        ]),
      ];
    case 'remark': {
      const { id, by, kind, text, at } = step.remark;
      return [
        part(
          'insert into remarks (id, request_id, person_id, kind, text, at) values (?::uuid, ?::uuid, ?::uuid, ?, ?, ?::timestamptz)',
          [id, step.request, by.id, kind, text, at],
        ),
      ];
    }
  }
}

/** What somebody who decides has told us, or was told, beside any one request. */
export function ofReviewer(step: Extract<Step, { do: 'away' | 'back' | 'digest-told' }>): Part[] {
  switch (step.do) {
    case 'away':
      return [
        part(
          `insert into absences (person_id, from_day, until_day, delegate_id, noted_at) values (?::uuid, ?::date, ?::date, ?::uuid, ?::timestamptz)
               on conflict (person_id) do update set from_day = excluded.from_day, until_day = excluded.until_day,
                  delegate_id = excluded.delegate_id, noted_at = excluded.noted_at`,
          [step.person, step.from, step.until, step.delegate ?? null, step.at],
        ),
      ];
    case 'back':
      return [part('delete from absences where person_id = ?::uuid', [step.person])];
    case 'digest-told':
      return [
        part(
          `insert into digests (person_id, requests, told_at) values (?::uuid, ?::uuid[], ?::timestamptz)
               on conflict (person_id) do update set requests = excluded.requests, told_at = excluded.told_at`,
          [step.person, step.requests, step.at],
        ),
      ];
  }
}
