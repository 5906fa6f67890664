import type { Knex } from 'knex';
import type { Notice } from '../core/notice';
import type { Often } from '../core/often';
import { type Leased, mayHaveArrived } from './outbox';
import { requestsIn } from './requests';

type Telling = Pick<Leased, 'id' | 'person' | 'subject' | 'notice'>;

/** What is on its way for longer than it is true. */
export const overtakenIn = (sql: Knex) => ({
  /**
   * A notice as it is to be told at this moment; undefined when nobody has to be told any more. What asks somebody to decide, or says that
   * something waits, must not arrive as a fresh message with live buttons once it is decided, or when a later message about it is on
   * its way: somebody who asks and cancels a hundred times disturbs nobody. Where it may have arrived already, on a message that nobody
   * noted and nothing can change, how it ended is told instead.
   */
  async asItIsNow({ id, person, subject, notice }: Telling): Promise<Notice | undefined> {
    switch (notice.kind) {
      case 'to-decide': {
        const { rows } = await sql.raw(
          `select exists (select from requests r join reviewers v on v.request_id = r.id and v.stage = r.stage
                           where r.id = ? and r.state = 'pending' and v.person_id = ?
                             and not exists (select from reviews w where w.request_id = r.id and w.person_id = v.person_id and w.void_at is null))
                  and not exists (select from outbox o where o.person_id = ? and o.subject = ? and o.state = 'due' and o.id > ?
                                     and (o.notice ->> 'kind' = 'decided' or (o.way = 'tell' and o.notice ->> 'kind' = 'to-decide'))) as stands,
                  (select last_failure from outbox where id = ?) as failure`,
          [subject, person, person, subject, id, id],
        );
        if (rows[0].stands) return notice;
        const request =
          mayHaveArrived.test(rows[0].failure ?? '') && (await requestsIn(sql).request(subject));
        return request && request.state !== 'pending' ? { kind: 'decided', request } : undefined;
      }
      case 'question':
      case 'stage-passed':
      case 'asked-for-you': {
        const { rows } = await sql.raw(
          `select exists (select from requests where id = ? and state = 'pending') as stands`,
          [subject],
        );
        return rows[0].stands ? notice : undefined;
      }
      case 'digest': {
        const { rows } = await sql.raw(
          `select array(select id from requests where id = any(?::uuid[]) and state = 'pending') as pending,
                  exists (select from outbox o where o.person_id = ? and o.subject = ? and o.state = 'due' and o.id > ? and o.way = 'tell') as again`,
          [notice.waiting.map(({ request }) => request.id), person, subject, id],
        );
        const { pending, again }: { pending: string[]; again: boolean } = rows[0];
        const waiting = notice.waiting.filter(({ request }) => pending.includes(request.id));
        return again || waiting.length === 0 ? undefined : { ...notice, waiting };
      }
      default:
        return notice;
    }
  },

  /** Whether the next thing on its way to the same messages is another drawing of them: only the last one of several has to be made. */
  async isDrawnAgain({ id, person, subject }: Omit<Telling, 'notice'>): Promise<boolean> {
    const { rows } = await sql.raw(
      `select o.way = 'redraw' as again from outbox o
        where o.person_id = ? and o.subject = ? and o.state = 'due' and o.id > ? order by o.id limit 1`,
      [person, subject, id],
    );
    return rows[0]?.again ?? false;
  },

  /** Whether somebody has had so many messages about this since then. */
  async hasHeard(
    { person, subject }: Omit<Telling, 'id' | 'notice'>,
    { most, from }: Often,
  ): Promise<boolean> {
    const { rows } = await sql.raw(
      'select count(*)::int as times from posted where person_id = ? and subject = ? and posted_at > ?::timestamptz and outbox_id is not null',
      [person, subject, from],
    );
    return rows[0].times >= most;
  },
});
