import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { LedgerEvent } from '../core/event';
import { millisecondsOfDay } from '../core/time';
import { eventAt } from './events';
import { endOf, lastSaid } from './seal/last';
import { turns } from './turns';
import type { ChainKey } from './vault';

/** An event that somebody carries under a lease. */
export interface LeasedEvent {
  id: number;
  lease: string;
  event: LedgerEvent;
  /** This try counted. */
  attempts: number;
  /** When it came to be delivered. */
  begunAt: Date;
}

/** So many seals become deliveries at once. */
const mostSeals = 50;
/** What was delivered is forgotten after so many milliseconds, where the last seal is told apart by what is left. */
const keptFor = 7 * millisecondsOfDay;
const toldEvery = millisecondsOfDay;
/** Which of the actions of the ledger are sent: all of them, or those that begin so. */
const wanted = `(cardinality(?::text[]) = 0 or a.action = any(?::text[]) or split_part(a.action, '.', 1) || '.*' = any(?::text[]))`;

/** Events on their way to a webhook, at least once, each with the same id at every try. In the manner of the outbox: a lease is not a lock. */
export const eventDeliveriesIn = (sql: Knex, chain: ChainKey | undefined) => ({
  /**
   * What was sealed since the last time becomes due. The first time it begins with what is sealed from then on. Kept in one statement with the
   * mark up to which it was done, so whoever is killed in between has done nothing, and of two bots one does it.
   *
   * @param kinds actions, or families of them as `request.*`; none: all
   */
  async enqueueEvents(kinds: readonly string[], now: Date): Promise<number> {
    return sql.transaction(async (transaction) => {
      const { rows: locked } = await transaction.raw('select pg_try_advisory_xact_lock(?) as taken', [
        turns.enqueueingEvents,
      ]);
      if (!locked[0].taken) return 0;
      const { rows: marks } = await transaction.raw('select max(seal) as seal from event_deliveries');
      // What somebody put far behind the end of the chain would lead past all that is still to be sealed.
      const end = chain ? (await endOf(transaction, chain)).last : await lastSaid(transaction);
      const last = end?.number ?? 0;
      const from: number | null = marks[0].seal;
      if (from === null || from >= last) {
        if (from === null) await mark(transaction, last, now);
        return 0;
      }
      const until = Math.min(Number(from) + mostSeals, last);
      const list = kinds as string[];
      const added = await transaction.raw(
        `insert into event_deliveries (seal, place, begun_at, due_at)
         select s.number, t.place, ?::timestamptz, ?::timestamptz
           from seals s cross join lateral unnest(s.rows) with ordinality as t (id, place) join audit a on a.id = t.id
          where s.number > ?::bigint and s.number <= ?::bigint and ${wanted} order by s.number, t.place`,
        [now, now, from, until, list, list, list],
      );
      await mark(transaction, until, now);
      return added.rowCount;
    });
  },

  /** Takes due events for as long as the lease holds, the oldest first. `underway`: those the caller carries already. */
  async leaseEvents(
    most: number,
    now: Date,
    milliseconds: number,
    underway: readonly number[] = [],
  ): Promise<LeasedEvent[]> {
    const lease = randomUUID();
    const { rows } = await sql.raw(
      `update event_deliveries set lease = ?::uuid, leased_until = ?::timestamptz, attempts = attempts + 1
        where id = any(array(
          select id from event_deliveries
           where state = 'due' and due_at <= ?::timestamptz and (leased_until is null or leased_until <= ?::timestamptz) and id <> all(?::bigint[])
           order by due_at, id limit ? for update skip locked))
        returning id, seal, place, attempts, begun_at`,
      [lease, new Date(now.getTime() + milliseconds), now, now, underway as number[], most],
    );
    const leased: LeasedEvent[] = [];
    for (const { id, seal, place, attempts, begun_at: begunAt } of rows) {
      const event = await eventAt(sql, { seal, place });
      if (event) leased.push({ id, lease, event, attempts, begunAt });
    }
    return leased.sort((one, other) => one.id - other.id);
  },

  /** It arrived. */
  async eventSent({ id, lease }: LeasedEvent, now: Date): Promise<void> {
    await sql.raw(
      `update event_deliveries set state = 'sent', settled_at = ?, lease = null, leased_until = null, last_failure = null
        where id = ? and lease = ?::uuid and state = 'due'`,
      [now, id, lease],
    );
  },

  /** It did not arrive: tried again when it is due. `failure` is a code. */
  async eventPostponed({ id, lease }: LeasedEvent, due: Date, failure: string): Promise<void> {
    await sql.raw(
      `update event_deliveries set due_at = ?, lease = null, leased_until = null, last_failure = ? where id = ? and lease = ?::uuid and state = 'due'`,
      [due, failure, id, lease],
    );
  },

  /** It was tried for long enough. It stays as a record, and the admins are told. */
  async eventGivenUp({ id, lease }: LeasedEvent, failure: string, now: Date): Promise<void> {
    await sql.raw(
      `update event_deliveries set state = 'dead', settled_at = ?, lease = null, leased_until = null, last_failure = ?
        where id = ? and lease = ?::uuid and state = 'due'`,
      [now, failure, id, lease],
    );
  },

  /** Forgets what arrived long ago; the newest stays, because it is the mark up to which everything was sent. */
  async forgetSentEvents(now: Date): Promise<void> {
    await sql.raw(
      `delete from event_deliveries where state = 'sent' and settled_at < ? and seal < (select max(seal) from event_deliveries)`,
      [new Date(now.getTime() - keptFor)],
    );
  },

  /** What was given up and nobody was told of, once a day at most: how much, why the last one, and behind which cursor a reader of the stream finds all of it. */
  async eventsGivenUp(now: Date): Promise<{ count: number; failure: string; since: string } | undefined> {
    const { rows } = await sql.raw(
      `select count(*)::int as count, (array_agg(last_failure order by settled_at desc, id desc))[1] as failure, min(seal) as seal
         from event_deliveries where state = 'dead' and told_at is null and not exists (select from event_deliveries where told_at > ?)`,
      [new Date(now.getTime() - toldEvery)],
    );
    const { count, failure, seal } = rows[0];
    return count > 0 ? { count, failure, since: String(Number(seal) - 1) } : undefined;
  },

  /** The admins know of everything that was given up until now. */
  async notedGivenUp(now: Date): Promise<void> {
    await sql.raw(`update event_deliveries set told_at = ? where state = 'dead' and told_at is null`, [now]);
  },

  /** How many events wait and how many were given up, for an operator. */
  async eventBacklog(): Promise<{ due: number; dead: number; oldest: Date | null }> {
    const { rows } = await sql.raw(
      `select count(*) filter (where state = 'due')::int as due, count(*) filter (where state = 'dead')::int as dead,
              min(begun_at) filter (where state = 'due') as oldest
         from event_deliveries where state <> 'sent'`,
    );
    return rows[0];
  },
});

/** Everything up to this seal is due or was: a place before the first row of a seal stands for all of it. */
const mark = (sql: Knex, seal: number, now: Date): Promise<unknown> =>
  sql.raw(
    `insert into event_deliveries (seal, place, state, begun_at, due_at, settled_at) values (?, 0, 'sent', ?, ?, ?) on conflict do nothing`,
    [seal, now, now, now],
  );
