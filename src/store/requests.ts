import type { Knex } from 'knex';
import type { Pending, Request } from '../core/request';
import { besideRequest, requestColumns, requestOf } from './request-columns';

const requestTables = `requests r ${besideRequest}`;

/** No list of ours shows more; older requests are the ledger's to tell. */
const most = 500;

/** What was asked, and what became of it. */
export const requestsIn = (sql: Knex) => ({
  async request(id: string): Promise<Request | undefined> {
    const { rows } = await sql.raw(`select ${requestColumns} from ${requestTables} where r.id = ?`, [id]);
    return rows[0] && requestOf(rows[0]);
  },

  /**
   * The request, locked until the end of the transaction: only one decision at a time is made of it. It is read by a statement of its own:
   * one that waits for the lock sees the answers of others as they were before it waited.
   */
  async lockRequest(id: string): Promise<Request | undefined> {
    await sql.raw('select 1 from requests where id = ? for no key update', [id]);
    return this.request(id);
  },

  /** The open request for a person and a benefit; at most one exists. */
  async openRequest(person: string, benefit: string): Promise<Request | undefined> {
    const { rows } = await sql.raw(
      `select ${requestColumns} from ${requestTables}
        where r.assignee_id = ? and r.benefit_id = ? and r.state in ('pending', 'waiting', 'offered', 'approved')`,
      [person, benefit],
    );
    return rows[0] && requestOf(rows[0]);
  },

  /** The move of a holding to somebody else that waits for an admin; the caller has locked the holding. */
  async moveOf(holding: string): Promise<Request | undefined> {
    const { rows } = await sql.raw(
      `select ${requestColumns} from ${requestTables} where r.replaces_id = ? and r.state = 'approved'`,
      [holding],
    );
    return rows[0] && requestOf(rows[0]);
  },

  /** What a person asked for, or others asked for them, newest first. */
  async requestsOf(person: string): Promise<Request[]> {
    const { rows } = await sql.raw(
      `select ${requestColumns} from ${requestTables} where (r.assignee_id = ? or r.requester_id = ?)
        order by r.asked_at desc, r.id limit ?`,
      [person, person, most],
    );
    return rows.map(requestOf);
  },

  /** Everything that waits for a decision, first what this person is asked, oldest first; nothing that concerns them. */
  async pendingBeside(person: string): Promise<Pending[]> {
    const { rows } = await sql.raw(
      `select ${requestColumns} from ${requestTables}
        where r.state = 'pending' and r.assignee_id <> ? and r.requester_id <> ?
        order by not exists (select from reviewers v where v.request_id = r.id and v.stage = r.stage and v.person_id = ?), r.asked_at, r.id limit ?`,
      [person, person, person, most],
    );
    return rows.map(requestOf);
  },

  /** How often a person has asked for something since then. */
  async askedSince(person: string, since: Date): Promise<number> {
    const { rows } = await sql.raw(
      `select count(*)::int as times from requests where requester_id = ? and way = 'asked' and asked_at >= ?`,
      [person, since],
    );
    return rows[0].times;
  },

  /** How often what a person had asked for was taken back since then. */
  async takenBackSince(person: string, since: Date): Promise<number> {
    const { rows } = await sql.raw(
      `select count(*)::int as times from requests
        where (assignee_id = ? or (requester_id = ? and requester_id <> assignee_id))
          and requester_id = ? and way = 'asked' and state = 'cancelled' and cancelled_because = 'taken-back' and closed_at >= ?`,
      [person, person, person, since],
    );
    return rows[0].times;
  },

  /** How often a request was changed since then. */
  async changesSince(request: string, since: Date): Promise<number> {
    const { rows } = await sql.raw(
      `select count(*)::int as times from audit where subject = ? and action = 'request.changed' and at >= ?`,
      [request, since],
    );
    return rows[0].times;
  },

  /** The place on the waiting list (from 1) of each of a person's waiting requests, by request. */
  async placesOf(person: string): Promise<Map<string, number>> {
    const { rows } = await sql.raw(
      `select mine.id, (select count(*)::int from requests o
                         where o.state = 'waiting' and o.benefit_id = mine.benefit_id and (o.closed_at, o.id) <= (mine.closed_at, mine.id)) as place
         from requests mine where mine.state = 'waiting' and (mine.assignee_id = ? or mine.requester_id = ?)`,
      [person, person],
    );
    return new Map(rows.map(({ id, place }: { id: string; place: number }) => [id, place]));
  },
});
