import type { Knex } from 'knex';
import type { Pending, Request } from '../../core/request';
import { besideRequest, requestColumns, requestOf } from '../request-columns';

/** As many as one round carries out; the rest waits for the next. */
const most = 100;

/** Somebody is asked about `r` in its stage, by the row `v`, and nobody has answered in their place. */
export const unansweredRow = `
  v.request_id = r.id and v.stage = r.stage and v.told and not exists (
    select from reviews w where w.request_id = r.id and w.stage = r.stage and w.void_at is null
       and coalesce(w.for_person, w.person_id) = coalesce(v.for_person, v.person_id))`;

/** Requests that wait for an answer. */
export const silenceIn = (sql: Knex) => ({
  /** Those about whose silence something is due: nothing comes of it, others are asked, or somebody is reminded; the oldest first. */
  async silent(now: Date): Promise<string[]> {
    const { rows } = await sql.raw(
      `select r.id from requests r
        where r.state = 'pending'
          and (r.expire_at <= ?::timestamptz or (r.escalate_at <= ?::timestamptz and r.escalated_at is null)
               or exists (select from reviewers v where ${unansweredRow} and v.remind_at <= ?::timestamptz))
        order by r.asked_at, r.id limit ?`,
      [now, now, now, most],
    );
    return rows.map(({ id }: { id: string }) => id);
  },

  /** Everything that waits, the oldest first. */
  async allPending(): Promise<Pending[]> {
    const { rows } = await sql.raw(
      `select ${requestColumns} from requests r ${besideRequest} where r.state = 'pending' order by r.asked_at, r.id limit 5000`,
    );
    return rows.map(requestOf).filter((request: Request) => request.state === 'pending');
  },
});
