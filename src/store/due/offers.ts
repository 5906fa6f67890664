import type { Knex } from 'knex';
import { creditSpent } from '../../core/eligible';
import { canBeOffered, endOfOffer } from '../../core/offer';
import type { Approved, Offered, Request, Waiting } from '../../core/request';
import { dayOf } from '../../core/time';
import { benefitColumns, benefitTables, stockedOf } from '../catalogue';
import { besideRequest, requestColumns, requestOf } from '../request-columns';

/** So many are looked at in one round; the rest waits for the next. */
const most = 100;

/** Waiting lists and offers: which ask for something to be done, and who stands in them. */
export const dueOffersIn = (sql: Knex) => ({
  /**
   * The benefits of which the first on the waiting list can be served, the longest waiting first. Where nobody waits, it is one look
   * into an empty index.
   */
  async servableLists(now: Date): Promise<string[]> {
    const { rows } = await sql
      .raw(
        `select ${benefitColumns}, first.quantity as wanted
           from (select distinct on (benefit_id) benefit_id, quantity, closed_at, id from requests
                  where state = 'waiting' order by benefit_id, closed_at, id) first
           join (${benefitTables}) on b.id = first.benefit_id
          order by first.closed_at, first.id`,
      )
      .options({ name: 'servable-lists' });
    return rows
      .map((row: Parameters<typeof stockedOf>[0] & { wanted: number }) => ({
        benefit: stockedOf(row),
        wanted: row.wanted,
      }))
      .filter((list: { benefit: ReturnType<typeof stockedOf>; wanted: number }) =>
        canBeOffered(list.benefit, list.wanted, now.toISOString()),
      )
      .map((list: { benefit: ReturnType<typeof stockedOf> }) => list.benefit.id)
      .slice(0, most);
  },

  /** The requests that wait for a credit which was given as often as Microsoft allows, the first to come first. */
  async waitingForSpent(now: Date): Promise<string[]> {
    const { rows } = await sql
      .raw(
        `select r.id, b.name, b.category, b.delivery, b.unit,
                (select count(*)::int from holdings h where h.benefit_id = b.id and h.since >= p.starts) as times
           from requests r join benefits b on b.id = r.benefit_id join packages p on p.id = b.package_id
          where r.state = 'waiting' and b.delivery = 'assign' and b.unit like '% per %' order by r.closed_at, r.id`,
      )
      .options({ name: 'waiting-for-credits' });
    const today = dayOf(now.toISOString());
    return rows
      .filter((row: Parameters<typeof creditSpent>[0] & { times: number }) =>
        creditSpent(row, row.times, today),
      )
      .map(({ id }: { id: string }) => id)
      .slice(0, most);
  },

  /**
   * The first on the waiting list, locked; undefined when nobody waits, or while somebody is just deciding about them: whoever stands
   * behind is never taken in their place.
   */
  async lockNextInLine(benefit: string): Promise<Waiting | undefined> {
    const { rows } = await sql.raw(
      `select ${requestColumns} from requests r ${besideRequest}
        where r.state = 'waiting'
          and r.id = (select id from requests where state = 'waiting' and benefit_id = ? order by closed_at, id limit 1)
          for no key update of r skip locked`,
      [benefit],
    );
    return rows[0] && (requestOf(rows[0]) as Waiting);
  },

  /**
   * The offers that stand no longer, by request, the oldest first. Those whose time is over, or whose benefit is not given today, are
   * found by their days; core says whether they are over.
   */
  async offersOver(now: Date): Promise<string[]> {
    const today = dayOf(now.toISOString());
    const over = await sql.raw(
      `select r.id from requests r join benefits b on b.id = r.benefit_id join packages p on p.id = b.package_id
        where r.state = 'offered'
          and (r.offered_until <= ?::timestamptz or b.dropped_on <= ?::date
               or coalesce((select min(t.starts) from package_terms t where t.package_id = p.id), p.starts) > ?::date
               or least(b.activate_by, p.ends, coalesce(p.membership_ends, p.ends) + p.grace_days) < ?::date)
        order by r.offered_until, r.id limit ?`,
      [now, today, today, today, most],
    );
    if (over.rows.length === 0) return [];
    const { rows } = await sql.raw(
      `select ${benefitColumns}, r.id as request, r.offered_until
         from requests r join (${benefitTables}) on b.id = r.benefit_id
        where r.id = any(?::uuid[]) order by r.offered_until, r.id`,
      [over.rows.map(({ id }: { id: string }) => id)],
    );
    return rows
      .filter((row: Parameters<typeof stockedOf>[0] & { offered_until: Date }) =>
        endOfOffer(row.offered_until.toISOString(), stockedOf(row), now.toISOString()),
      )
      .map(({ request }: { request: string }) => request);
  },

  /** Everybody who was approved and does not have it yet: those it is set up for, those it is kept for, and the waiting list. */
  async inLineFor(benefit: string): Promise<Array<Waiting | Offered | Approved>> {
    const { rows } = await sql.raw(
      `select ${requestColumns} from requests r ${besideRequest}
        where r.benefit_id = ? and r.state in ('waiting', 'offered', 'approved')
        order by r.state = 'waiting', r.closed_at, r.id limit 500`,
      [benefit],
    );
    return rows.map(requestOf);
  },

  /** The admins who are on what a person has asked for, or what was asked for in their name: the name, by request. */
  async onItFor(person: string): Promise<Map<string, string>> {
    const { rows } = await sql.raw(
      `select r.id, p.name from requests r join tasks t on t.request_id = r.id and t.state = 'open' join people p on p.id = t.claimed_by
        where r.state = 'approved' and (r.assignee_id = ? or r.requester_id = ?)`,
      [person, person],
    );
    return new Map(rows.map(({ id, name }: Pick<Request, 'id'> & { name: string }) => [id, name]));
  },
});
