import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Notice } from '../core/notice';
import type { Posted } from './store';

/** A notice that a courier holds under a lease. */
export interface Leased {
  id: number;
  lease: string;
  person: string;
  subject: string;
  way: 'tell' | 'redraw';
  notice: Notice;
  /** This try counted. */
  attempts: number;
}

/** A message that shows a subject to a person. */
export interface Copy {
  id: number;
  posted: Posted;
}

/**
 * Notices on their way, at least once. A lease is not a lock: no transaction is open while a platform is called, and a courier that
 * dies gives its notices back when the lease runs out. A notice waits until all earlier ones to the same person about the same
 * subject are settled.
 */
export const outboxIn = (sql: Knex) => ({
  /**
   * Takes due notices for as long as the lease holds, oldest first. Couriers never get the same one. `underway` are those the caller
   * carries already: their lease may look run out when the clock was moved.
   */
  async lease(
    most: number,
    now: Date,
    milliseconds: number,
    underway: readonly number[] = [],
  ): Promise<Leased[]> {
    const lease = randomUUID();
    const { rows } = await sql.raw(
      `update outbox set lease = ?::uuid, leased_until = ?::timestamptz, attempts = attempts + 1
        where id = any(array(
          select o.id from outbox o
           where o.state = 'due' and o.due_at <= ?::timestamptz and (o.leased_until is null or o.leased_until <= ?::timestamptz)
             and o.id <> all(?::bigint[])
             and not exists (select 1 from outbox e
                              where e.state = 'due' and e.person_id = o.person_id and e.subject = o.subject and e.id < o.id)
           order by o.due_at, o.id limit ? for update skip locked))
        returning id, person_id, subject, way, notice, attempts`,
      [lease, new Date(now.getTime() + milliseconds), now, now, underway as number[], most],
    );
    return rows.map((row: Leased & { person_id: string }) => ({
      id: row.id,
      lease,
      person: row.person_id,
      subject: row.subject,
      way: row.way,
      notice: row.notice,
      attempts: row.attempts,
    }));
  },

  /** It arrived. A new message is remembered, so that it can be redrawn, even when another courier has taken the notice over. */
  async sent({ id, lease, person, subject }: Leased, posted: Posted | undefined, now: Date): Promise<void> {
    await sql.raw(
      `with settled as (
         update outbox set state = 'sent', settled_at = ?::timestamptz, lease = null, leased_until = null, last_failure = null
          where id = ? and lease = ?::uuid and state = 'due')
       insert into posted (outbox_id, person_id, subject, platform, ref, posted_at)
       select ?::bigint, ?::uuid, ?::uuid, ?, ?::jsonb, ?::timestamptz where ?::boolean`,
      [
        now,
        id,
        lease,
        id,
        person,
        subject,
        posted?.platform ?? 'slack',
        JSON.stringify(posted?.ref ?? null),
        now,
        posted !== undefined,
      ],
    );
  },

  /** It was not tried: given back until then, as if it had not been taken. */
  async hold({ id, lease }: Leased, until: Date): Promise<void> {
    await sql.raw(
      `update outbox set due_at = ?, attempts = attempts - 1, lease = null, leased_until = null
        where id = ? and lease = ?::uuid and state = 'due'`,
      [until, id, lease],
    );
  },

  /** It did not arrive: tried again when it is due. `failure` is a code. */
  async postpone({ id, lease }: Leased, due: Date, failure: string): Promise<void> {
    await sql.raw(
      `update outbox set due_at = ?, lease = null, leased_until = null, last_failure = ? where id = ? and lease = ?::uuid and state = 'due'`,
      [due, failure.slice(0, 200), id, lease],
    );
  },

  /** It cannot arrive. It stays as a record, and an operator is told. */
  async bury({ id, lease }: Leased, failure: string, now: Date): Promise<void> {
    await sql.raw(
      `update outbox set state = 'dead', settled_at = ?, lease = null, leased_until = null, last_failure = ?
        where id = ? and lease = ?::uuid and state = 'due'`,
      [now, failure.slice(0, 200), id, lease],
    );
  },

  /** The messages that show a subject to a person, on whichever platform. */
  async copiesOf(person: string, subject: string): Promise<Copy[]> {
    const { rows } = await sql.raw(
      'select id, platform, ref from posted where person_id = ? and subject = ? order by id',
      [person, subject],
    );
    return rows.map((row: { id: number; platform: Posted['platform']; ref: unknown }) => ({
      id: row.id,
      posted: { platform: row.platform, ref: row.ref },
    }));
  },

  /** A message that is gone is not redrawn again. */
  async forgetCopy(id: number): Promise<void> {
    await sql.raw('delete from posted where id = ?', [id]);
  },

  /** How many notices wait, and for how long the oldest does, for an operator. */
  async backlog(): Promise<{ due: number; dead: number; oldest: Date | null }> {
    const { rows } = await sql.raw(
      `select count(*) filter (where state = 'due')::int as due, count(*) filter (where state = 'dead')::int as dead,
              min(due_at) filter (where state = 'due') as oldest from outbox where state <> 'sent'`,
    );
    return rows[0];
  },
});
