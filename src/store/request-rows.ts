import type { Request } from '../core/request';
import { type Part, part } from './statement';

/** A request comes into being. */
export function asked(request: Request): Part {
  const { id, version, requester, assignee, way, benefit, quantity, language, system, email, reason } =
    request;
  return part(
    `insert into requests (id, version, state, requester_id, assignee_id, way, replaces_id, benefit_id, quantity, language, system, email,
                           reason, asked_at, asked, decided_by, closed_at, task_id, holding_id, fulfilled_at)
     values (?::uuid, ?, ?, ?::uuid, ?::uuid, ?, ?::uuid, ?::uuid, ?, ?, ?, ?, ?, ?::timestamptz, ?::uuid[],
             ?::uuid, ?::timestamptz, ?::uuid, ?::uuid, ?::timestamptz)`,
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
      'by' in request ? request.by.id : null,
      request.state === 'pending' ? null : request.at,
      request.state === 'approved' ? request.task : null,
      request.state === 'fulfilled' ? request.holding : null,
      request.state === 'fulfilled' ? request.since : null,
    ],
  );
}

/** A request goes on to another state. */
export function moved(request: Exclude<Request, { state: 'pending' }>): Part {
  const kept = request.state === 'offered' ? request.kept : undefined;
  return part(
    `update requests set version = ?, state = ?, quantity = ?, decided_by = ?::uuid, closed_at = ?::timestamptz, why = ?,
            task_id = coalesce(?::uuid, task_id), with_microsoft_since = coalesce(?::timestamptz, with_microsoft_since),
            holding_id = ?::uuid, fulfilled_at = ?::timestamptz, key_id = ?::uuid, unit_id = ?::bigint,
            offered_until = ?::timestamptz, cancelled_because = ?, cancelled_by = ?::uuid, failed_by = ?::uuid where id = ?::uuid`,
    [
      request.version,
      request.state,
      request.quantity,
      'by' in request ? request.by.id : null,
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
