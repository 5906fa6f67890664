import type { Knex } from 'knex';

/** A message of somebody's that shows what is true no more. */
export interface StaleCopy {
  person: string;
  subject: string;
  of: 'request' | 'task' | 'digest';
}

/** As many as one round mends; the rest waits for the next. */
const most = 100;

/** What has changed just now is on its way; only what stays wrong for so long was lost. */
const settled = "interval '30 seconds'";

/**
 * Messages on which something can be pressed that is over: of a request they show an older version of, which is not for their reader to
 * decide any more, or which they have answered; of a task that is done; or a list of what waits that could not be changed. What somebody
 * had as an answer, because they wanted to see it, is good for as long as the version is: an admin may decide alone with it.
 *
 * None for which a notice is on its way, and none of somebody who has left. What could not be changed in a day of tries is tried again after an hour, then after two, and
 * so on up to a day, for ever.
 */
const stale = `
  select distinct m.person_id as person, m.subject,
         case when r.id is not null then 'request' when t.id is not null then 'task' else 'digest' end as of
    from posted m join people p on p.id = m.person_id and p.active
         left join requests r on r.id = m.subject left join tasks t on t.id = m.subject
   where m.live
     and case
           when r.state = 'pending' then
             (coalesce(r.stage_since, r.asked_at) <= ?::timestamptz - ${settled}
              and (m.version < r.version
                   or (m.outbox_id is not null and m.person_id not in (r.requester_id, r.assignee_id)
                       and not exists (select from reviewers v where v.request_id = r.id and v.stage = r.stage and v.person_id = m.person_id))))
             or exists (select from reviews w where w.request_id = r.id and w.person_id = m.person_id and w.void_at is null
                           and w.at <= ?::timestamptz - ${settled})
           when r.id is not null then m.version < r.version and greatest(r.closed_at, r.fulfilled_at) <= ?::timestamptz - ${settled}
           when t.id is not null then t.state <> 'open' and t.done_at <= ?::timestamptz - ${settled}
           else m.subject = m.person_id
                and exists (select from outbox o where o.state = 'dead' and o.person_id = m.person_id and o.subject = m.subject and o.way = 'redraw'
                               and not exists (select from outbox l where l.person_id = o.person_id and l.subject = o.subject and l.id > o.id
                                                  and l.state = 'sent'))
         end
     and not exists (select from outbox o where o.state = 'due' and o.person_id = m.person_id and o.subject = m.subject)
     and coalesce((select max(o.settled_at) + least(interval '1 day', interval '1 hour' * 2 ^ (least(count(*), 10) - 1))
                     from outbox o where o.state = 'dead' and o.way = 'redraw' and o.person_id = m.person_id and o.subject = m.subject),
                  '-infinity') <= ?::timestamptz`;

/** What was shown to people, compared with what is true. */
export const copiesDueIn = (sql: Knex) => ({
  /** What shows something that is true no more, the oldest first. */
  async staleCopies(now: Date): Promise<StaleCopy[]> {
    const { rows } = await sql.raw(`${stale} order by 2, 1 limit ?`, [now, now, now, now, now, most]);
    return rows;
  },

  /** Whether a person still has such a copy of this. */
  async isStale({ person, subject }: Pick<StaleCopy, 'person' | 'subject'>, now: Date): Promise<boolean> {
    const { rows } = await sql.raw(`${stale} and m.person_id = ? and m.subject = ?`, [
      now,
      now,
      now,
      now,
      now,
      person,
      subject,
    ]);
    return rows.length > 0;
  },
});
