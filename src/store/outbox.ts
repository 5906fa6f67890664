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

/** What a message shows: the version of the request that was drawn, where it is about one, and whether anything can be pressed. */
export interface Shown {
  version?: number;
  live: boolean;
}

/** A message that shows a subject to a person. `version`: of its request, as it was drawn last. */
export interface Copy {
  id: number;
  posted: Posted;
  version?: number;
}

/**
 * After such a failure nobody knows whether the message arrived: its sender died, heard nothing, or heard somebody in between who may
 * have passed it on (a page in place of an answer, 500, 502, 504). Codes of the network are in capitals.
 */
export const mayHaveArrived =
  /^(left-behind|timeout|network|not_json|unknown_error|http_50[024]|ServiceError|unforeseen .*|[A-Z_]+)$/;

/** Why a notice is no more than a call in a channel. */
const onlyCalled = 'only-called';

/**
 * Notices on their way, at least once. A lease is not a lock: no transaction is open while a platform is called, and a courier that
 * dies gives its notices back when the lease runs out. A notice waits until all earlier ones to the same person about the same
 * subject are settled.
 */
export const outboxIn = (sql: Knex) => ({
  /**
   * Takes due notices for as long as the lease holds, oldest first. Couriers never get the same one. `underway` are those the caller
   * carries already: their lease may look run out when the clock was moved; `full` are people who can take no new message just now, so that
   * those of others come first. Of one that another courier left behind it is noted: it may
   * have arrived.
   */
  async lease(
    most: number,
    now: Date,
    milliseconds: number,
    underway: readonly number[] = [],
    full: readonly string[] = [],
  ): Promise<Leased[]> {
    const lease = randomUUID();
    const { rows } = await sql.raw(
      `update outbox set lease = ?::uuid, leased_until = ?::timestamptz, attempts = attempts + 1,
              last_failure = case when lease is null then last_failure else 'left-behind' end
        where id = any(array(
          select o.id from outbox o
           where o.state = 'due' and o.due_at <= ?::timestamptz and (o.leased_until is null or o.leased_until <= ?::timestamptz)
             and o.id <> all(?::bigint[]) and (o.way = 'redraw' or o.person_id <> all(?::uuid[]))
             and not exists (select 1 from outbox e
                              where e.state = 'due' and e.person_id = o.person_id and e.subject = o.subject and e.id < o.id)
           order by o.due_at, o.id limit ? for update skip locked))
        returning id, person_id, subject, way, notice, attempts`,
      [lease, new Date(now.getTime() + milliseconds), now, now, underway as number[], full as string[], most],
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

  /** What is still on its way stays with the courier that carries it. Resolves with the ids of what was still its own. */
  async renew(held: ReadonlyArray<Pick<Leased, 'id' | 'lease'>>, until: Date): Promise<number[]> {
    const { rows } = await sql.raw(
      `update outbox set leased_until = ?::timestamptz
         from unnest(?::bigint[], ?::uuid[]) as h (id, lease)
        where outbox.id = h.id and outbox.lease = h.lease and outbox.state = 'due' returning outbox.id`,
      [until, held.map(({ id }) => id), held.map(({ lease }) => lease)],
    );
    return rows.map(({ id }: Leased) => id);
  },

  /** It arrived, or nobody has to be told any more. A new message is remembered, so that it can be redrawn, even when another courier has taken the notice over. */
  async sent(
    { id, lease, person, subject }: Leased,
    now: Date,
    posted?: Posted,
    shown: Shown = { live: false },
  ): Promise<void> {
    await sql.raw(
      `with settled as (
         update outbox set state = 'sent', settled_at = ?::timestamptz, lease = null, leased_until = null, last_failure = null
          where id = ? and lease = ?::uuid and state = 'due')
       insert into posted (outbox_id, person_id, subject, platform, ref, posted_at, version, live)
       select ?::bigint, ?::uuid, ?::uuid, ?, ?::jsonb, ?::timestamptz, ?::int, ?::boolean where ?::boolean`,
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
        shown.version ?? null,
        shown.live,
        posted !== undefined,
      ],
    );
  },

  /**
   * An answer stays in a chat and shows a request that waits: it is drawn anew with all other cards of it. Where it took the place of a
   * message that is remembered, that one shows this version now; one that shows something else, as a list does, stays what it is.
   */
  async noteAnswer(
    person: string,
    { subject, version = null }: { subject: string; version?: number | null },
    { platform, ref }: Posted,
    now: Date,
  ): Promise<void> {
    const at = JSON.stringify(ref);
    await sql.raw(
      `with there as (
         update posted set version = ?::int, live = true
          where platform = ? and ref @> ?::jsonb and person_id = ?::uuid and subject = ?::uuid)
       insert into posted (person_id, subject, platform, ref, posted_at, version, live)
       select ?::uuid, ?::uuid, ?, ?::jsonb, ?::timestamptz, ?::int, true
        where not exists (select from posted where platform = ? and ref @> ?::jsonb)`,
      [version, platform, at, person, subject, person, subject, platform, at, now, version, platform, at],
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

  /** It did not arrive: tried again when it is due. `failure` is a code; one after which it may have arrived all the same is kept. */
  async postpone({ id, lease }: Leased, due: Date, failure: string): Promise<void> {
    await sql.raw(
      `update outbox set due_at = ?, lease = null, leased_until = null, last_failure = case when last_failure ~ ? then last_failure else ? end
        where id = ? and lease = ?::uuid and state = 'due'`,
      [due, mayHaveArrived.source, failure.slice(0, 200), id, lease],
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

  /** It could not arrive, and whom it is for was called in a channel: they know that there is something, so nobody has to look into it. */
  async called({ id, lease }: Leased, now: Date): Promise<void> {
    await sql.raw(
      `update outbox set state = 'dead', settled_at = ?, noticed_at = ?, lease = null, leased_until = null, last_failure = ?
        where id = ? and lease = ?::uuid and state = 'due'`,
      [now, now, onlyCalled, id, lease],
    );
  },

  /** Whether a person was called in a channel since then. */
  async wasCalled(person: string, since: Date): Promise<boolean> {
    const { rows } = await sql.raw(
      `select exists (select from outbox where person_id = ? and state = 'dead' and last_failure = ? and settled_at > ?) as called`,
      [person, onlyCalled, since],
    );
    return rows[0].called;
  },

  /** The messages that show a subject to a person, on whichever platform. */
  async copiesOf(person: string, subject: string): Promise<Copy[]> {
    const { rows } = await sql.raw(
      'select id, platform, ref, version from posted where person_id = ? and subject = ? order by id',
      [person, subject],
    );
    return rows.map((row: { id: number; version: number | null } & Posted) => ({
      id: row.id,
      posted: { platform: row.platform, ref: row.ref },
      ...(row.version !== null && { version: row.version }),
    }));
  },

  /** The request that is shown by the message of which a platform keeps this, and whether it waits for a decision. */
  async requestShownBy(
    platform: Posted['platform'],
    ref: object,
  ): Promise<{ id: string; waits: boolean } | undefined> {
    const { rows } = await sql.raw(
      `select r.id, r.state = 'pending' as waits from posted p join requests r on r.id = p.subject
        where p.platform = ? and p.ref @> ?::jsonb limit 1`,
      [platform, JSON.stringify(ref)],
    );
    return rows[0];
  },

  /** A message shows something else now. */
  async redrawn(id: number, { version, live }: Shown): Promise<void> {
    await sql.raw('update posted set version = coalesce(?::int, version), live = ? where id = ?', [
      version ?? null,
      live,
      id,
    ]);
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
