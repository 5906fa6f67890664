import type { Knex } from 'knex';
import { unansweredRow } from './silence';

/** What waits for somebody, the oldest first, and what their latest digest lists. */
export interface Waiting {
  person: string;
  requests: string[];
  listed: string[] | undefined;
  toldAt: Date | undefined;
}

/** What waits for each person who is written to, and the digest of each who has one. */
const waitingAndListed = `
  select p.id as person, coalesce(w.requests, '{}') as requests, d.requests as listed, d.told_at as "toldAt"
    from (select v.person_id, array_agg(r.id order by r.asked_at, r.id) as requests
            from requests r join reviewers v on ${unansweredRow} where r.state = 'pending' group by v.person_id) w
    full join digests d on d.person_id = w.person_id
    join people p on p.id = coalesce(w.person_id, d.person_id) and p.active`;

const waitingOf = ({
  listed,
  toldAt,
  ...row
}: Omit<Waiting, 'listed' | 'toldAt'> & { listed: string[] | null; toldAt: Date | null }): Waiting => ({
  ...row,
  listed: listed ?? undefined,
  toldAt: toldAt ?? undefined,
});

/** Those who get what waits for them in one message. */
export const digestsIn = (sql: Knex) => ({
  /**
   * Everybody for whom more than so many requests wait, and everybody whose digest lists something or would have to; whose turn it is,
   * only the clock of each of them says. `above`: undefined where nobody gets one.
   */
  async swamped(above: number | undefined): Promise<Waiting[]> {
    const { rows } = await sql.raw(
      `${waitingAndListed}
        where cardinality(w.requests) > ? or (d.person_id is not null and (w.person_id is not null or d.requests <> '{}')) order by p.id`,
      [above ?? 2_000_000_000],
    );
    return rows.map(waitingOf);
  },

  /** What waits for one person. */
  async waitingFor(person: string): Promise<Waiting | undefined> {
    const { rows } = await sql.raw(`${waitingAndListed} where p.id = ?`, [person]);
    return rows[0] && waitingOf(rows[0]);
  },
});
