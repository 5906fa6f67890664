import type { Knex } from 'knex';
import type { Inquiry } from '../../core/inquire';
import { dayOf, type Instant } from '../../core/time';

/** As many as one round carries out; the rest waits for the next. */
const most = 100;

/** It is being moved to somebody else, and what it took of the allocation goes with it. */
const moving = `exists (select from requests r where r.replaces_id = h.id and r.state = 'approved')`;

/** Ended, and neither a day, a move nor a task keeps it. One that could not be removed has a new task, so an open one is all to look for. */
const releasable = `
  h.ended_at is not null and h.released_at is null and (h.frees_on is null or h.frees_on <= ?::date)
  and not exists (select from tasks t where t.holding_id = h.id and t.kind = 'remove' and t.state = 'open') and not ${moving}`;

/** The time to answer is over, and nobody did. */
const silent = `
  select h.id from holdings h join people p on p.id = h.person_id
   where h.ended_at is null and h.answer_by <= ?::timestamptz and p.active and not ${moving}`;

/** When a holder is to be reminded (as `remindersOf` in core has it); null where that moment is no moment of its own. */
const halfway = 'h.inquired_at + (h.answer_by - h.inquired_at) / 2';
const dayBefore = `nullif(greatest(h.answer_by - interval '24 hours', h.inquired_at), h.inquired_at)`;

/** Which holdings are to be released, asked about, ended. */
export const dueHoldingsIn = (sql: Knex) => ({
  /** Holdings whose allocation is free at last, the first to end first. */
  async toRelease(now: Date): Promise<string[]> {
    const { rows } = await sql.raw(
      `select h.id from holdings h where ${releasable} order by h.ended_at, h.id limit ?`,
      [dayOf(now.toISOString()), most],
    );
    return rows.map(({ id }: { id: string }) => id);
  },

  /** Whether the allocation of this one is free. The caller has locked it. */
  async mayRelease(holding: string, now: Date): Promise<boolean> {
    const { rows } = await sql.raw(`select 1 from holdings h where ${releasable} and h.id = ?`, [
      dayOf(now.toISOString()),
      holding,
    ]);
    return rows.length > 0;
  },

  /**
   * Live holdings about which something is to be asked or repeated, the longest overdue first; and whether there are any whose time to
   * answer is over.
   */
  async toInquire(now: Date): Promise<{ ask: string[]; silent: boolean }> {
    const { rows } = await sql.raw(
      `select id from (
         select h.id, coalesce(h.kept_at, h.since) as since_when
           from holdings h join benefits b on b.id = h.benefit_id join people p on p.id = h.person_id
          where h.ended_at is null and h.inquired_at is null and p.active and not ${moving} and b.still_needed_days is not null
            and coalesce(h.kept_at, h.since) + b.still_needed_days * interval '24 hours' <= ?::timestamptz
         union all
         select h.id, h.inquired_at from holdings h join people p on p.id = h.person_id
          where h.ended_at is null and h.inquired_at is not null and p.active and not ${moving}
            and h.answer_by > ?::timestamptz
            and ((${halfway} <= ?::timestamptz and coalesce(h.reminded_at < ${halfway}, true))
                 or (${dayBefore} <= ?::timestamptz and coalesce(h.reminded_at < ${dayBefore}, true)))
       ) as due order by since_when, id limit ?`,
      [now, now, now, now, most],
    );
    const over = await sql.raw(`select exists (${silent}) as some`, [now]);
    return { ask: rows.map(({ id }: { id: string }) => id), silent: over.rows[0].some };
  },

  /** Holdings about which nobody answered in time, locked, and their benefits after them, each in the order in which everybody locks several. */
  async lockSilent(now: Date): Promise<string[]> {
    const { rows } = await sql.raw(`${silent} order by h.id limit ? for no key update of h`, [now, most]);
    const ids = rows.map(({ id }: { id: string }) => id);
    await sql.raw(
      `select 1 from benefits where id = any(array(select benefit_id from holdings where id = any(?::uuid[])))
        order by id for no key update`,
      [ids],
    );
    return ids;
  },

  /** Since when a holding has been somebody's without a question, the question that is open, and whether its holder is still here. */
  async inquiryOf(
    holding: string,
  ): Promise<{ since: Instant; inquiry: Inquiry | undefined; active: boolean }> {
    const { rows } = await sql.raw(
      `select coalesce(h.kept_at, h.since) as since, h.inquired_at, h.answer_by, h.reminded_at, p.active
         from holdings h join people p on p.id = h.person_id where h.id = ?`,
      [holding],
    );
    const [row]: Array<{
      since: Date;
      inquired_at: Date | null;
      answer_by: Date | null;
      reminded_at: Date | null;
      active: boolean;
    }> = rows;
    if (!row) throw new Error('the holding is locked, so it is there');
    const { since, inquired_at: asked, answer_by: until, reminded_at: reminded, active } = row;
    return {
      since: since.toISOString(),
      inquiry:
        asked && until
          ? {
              askedAt: asked.toISOString(),
              answerBy: until.toISOString(),
              ...(reminded && { remindedAt: reminded.toISOString() }),
            }
          : undefined,
      active,
    };
  },
});
