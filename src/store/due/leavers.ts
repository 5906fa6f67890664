import type { Knex } from 'knex';
import type { PlatformName } from '../../core/person';
import { idColumn } from '../accounts';

/** As many as one round carries out; the rest waits for the next. */
const most = 100;

const idsOf = (rows: Array<{ id: string }>): string[] => rows.map(({ id }) => id);

/** Who has left, and what of theirs is still open. */
export const leaversIn = (sql: Knex) => ({
  /** People who have left and still have something, or are still to get something; whoever left first is first. */
  async leavers(): Promise<string[]> {
    const { rows } = await sql.raw(
      `select p.id from people p
        where not p.active
          and (exists (select from holdings h where h.person_id = p.id and h.ended_at is null)
               or exists (select from requests r where r.assignee_id = p.id
                             and r.state in ('pending', 'waiting', 'offered', 'approved')))
        order by p.left_at, p.id limit ?`,
      [most],
    );
    return idsOf(rows);
  },

  /** What somebody who has left holds and is still to get, locked together with its tasks and benefits. */
  async lockLeftBehind(person: string): Promise<{ requests: string[]; holdings: string[] }> {
    const requests = await sql.raw(
      `select id from requests where assignee_id = ? and state in ('pending', 'waiting', 'offered', 'approved')
        order by id for no key update`,
      [person],
    );
    const holdings = await sql.raw(
      'select id from holdings where person_id = ? and ended_at is null order by id for no key update',
      [person],
    );
    const open = { requests: idsOf(requests.rows), holdings: idsOf(holdings.rows) };
    await sql.raw(
      `select 1 from tasks where request_id = any(?::uuid[]) and state = 'open' order by id for no key update`,
      [open.requests],
    );
    await sql.raw(
      `select 1 from benefits where id = any(array(
         select benefit_id from requests where id = any(?::uuid[]) union select benefit_id from holdings where id = any(?::uuid[])))
        order by id for no key update`,
      [open.requests, open.holdings],
    );
    return open;
  },

  /** Locks benefits, in the order in which everybody locks several. */
  async lockBenefits(ids: string[]): Promise<void> {
    await sql.raw('select 1 from benefits where id = any(?::uuid[]) order by id for no key update', [ids]);
  },

  /**
   * Somebody's account was taken from them: from now on they have left, on every chat. False for an account that nobody of ours has,
   * and for somebody who has left already. An id of the people file is enough: one may hold something without ever having spoken.
   */
  async leave(platform: PlatformName, home: string, user: string, now: Date): Promise<boolean> {
    const { rows } = await sql.raw(
      `with gone as (
         update people set active = false, left_at = ?::timestamptz, left_how = 'slack'
          where active and (${idColumn[platform]} = ? or id in (
            select person_id from accounts where platform = ? and home = ? and user_id = ?))
         returning id)
       insert into audit (at, action, subject, person_id, why)
       select ?::timestamptz, 'person.left', id, id, ? from gone returning person_id`,
      [now, user, platform, home, user, now, platform],
    );
    return rows.length > 0;
  },
});
