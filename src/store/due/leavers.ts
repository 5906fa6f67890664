import type { Knex } from 'knex';
import type { PlatformName } from '../../core/person';
import { idColumn } from '../accounts';

/** As many as one round carries out; the rest waits for the next. */
const most = 100;

const idsOf = (rows: Array<{ id: string }>): string[] => rows.map(({ id }) => id);

/**
 * A request `r` to which nobody who is asked can answer any more, though somebody else could: anybody who decides and is not, under
 * another account, one of those whom it concerns. Whoever is asked for their role must have it; a manager, or whom a rule names or means
 * by a group, needs none.
 */
const unanswered = `
  r.state = 'pending'
  and not exists (select from reviewers v join people d on d.id = v.person_id
                   where v.request_id = r.id and v.stage = r.stage and v.told and d.active
                     and (d.role <> 'employee' or v.because not in ('approver', 'admin')))
  and exists (select from people f where f.id = r.assignee_id and f.active)
  and exists (select from people o where o.active and o.role <> 'employee' and not exists (
    select from people c where c.id in (r.assignee_id, r.requester_id) and (c.id = o.id or c.email_key = o.email_key)))`;

/** Whether somebody who was asked about `r` is still there, and only decides no more. */
const someoneStayed = 'exists (select from people d where d.id = any(r.asked) and d.active)';
/** Of all who were asked about `r` and have left, the one who left last: then nobody was left to answer. */
const lastToLeave = `
  (select d.id from people d where d.id = any(r.asked) order by d.left_at desc nulls last, d.id limit 1)`;

/** Who has left, and what of theirs is still open. */
export const leaversIn = (sql: Knex) => ({
  /** People who have left and still have something, are still to get or to decide something; whoever left first is first. */
  async leavers(): Promise<string[]> {
    const { rows } = await sql.raw(
      `select p.id from people p
        where not p.active
          and (exists (select from holdings h where h.person_id = p.id and h.ended_at is null)
               or exists (select from requests r where r.assignee_id = p.id
                             and r.state in ('pending', 'waiting', 'offered', 'approved'))
               or p.id in (select ${lastToLeave} from requests r where ${unanswered} and not ${someoneStayed}))
        order by p.left_at, p.id limit ?`,
      [most],
    );
    return idsOf(rows);
  },

  /** Requests about which nobody who was asked decides any more, though somebody else does; the oldest first. What leavers left behind is theirs. */
  async unanswered(): Promise<string[]> {
    const { rows } = await sql.raw(
      `select r.id from requests r where ${unanswered} and ${someoneStayed} order by r.asked_at, r.id limit ?`,
      [most],
    );
    return idsOf(rows);
  },

  /**
   * What somebody who has left holds and is still to get, locked together with its tasks and benefits; and the requests of others that
   * waited for them alone, locked too.
   */
  async lockLeftBehind(
    person: string,
  ): Promise<{ requests: string[]; holdings: string[]; unanswered: string[] }> {
    const requests = await sql.raw(
      `select r.id, r.assignee_id = ? as theirs from requests r
        where (r.assignee_id = ? and r.state in ('pending', 'waiting', 'offered', 'approved')) or (${unanswered} and not ${someoneStayed} and ?::uuid = ${lastToLeave})
        order by r.id for no key update of r`,
      [person, person, person],
    );
    const holdings = await sql.raw(
      'select id from holdings where person_id = ? and ended_at is null order by id for no key update',
      [person],
    );
    const of = (theirs: boolean) =>
      idsOf(requests.rows.filter((row: { theirs: boolean }) => row.theirs === theirs));
    const open = { requests: of(true), holdings: idsOf(holdings.rows), unanswered: of(false) };
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
