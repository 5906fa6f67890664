import type { Knex } from 'knex';
import type { Category, Delivery } from '../core/benefit';
import type { Named } from '../core/person';
import type { Cancelled, Cause, Kept, Pending, Request } from '../core/request';

/** Looked up with the row as it is once it is locked: a join keeps what it found before somebody else decided. */
const nameOf = (column: string) => `(select name from people where id = ${column})`;

/** A request with the names its cards show. Names are looked up, not copied: a person can be forgotten. */
export const requestColumns = `
  r.id, r.version, r.state, r.requester_id, q.name as requester_name, r.assignee_id, f.name as assignee_name, r.way, r.replaces_id,
  r.benefit_id, b.name as benefit_name, b.category, b.unit, b.delivery,
  r.quantity, r.language, r.system, r.email, r.reason, r.asked_at, r.decided_by, ${nameOf('r.decided_by')} as decided_by_name, r.closed_at, r.why,
  r.task_id, r.holding_id, r.fulfilled_at, r.key_id, r.unit_id,
  (select u.pool_id from units u where u.id = r.unit_id) as pool_id,
  r.offered_until, r.with_microsoft_since, r.cancelled_because, r.failed_by, ${nameOf('r.failed_by')} as failed_by_name, r.cancelled_by, ${nameOf('r.cancelled_by')} as cancelled_by_name,
  (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) order by a.name), '[]')
     from people a where a.id = any(r.asked)) as asked`;
/** What stands beside the request `r`: who asked `q`, whom it is for `f`, and its benefit `b`. */
export const besideRequest =
  'join people q on q.id = r.requester_id join people f on f.id = r.assignee_id join benefits b on b.id = r.benefit_id';
const requestTables = `requests r ${besideRequest}`;

export interface RequestRow {
  id: string;
  version: number;
  state: Request['state'];
  requester_id: string;
  requester_name: string;
  assignee_id: string;
  assignee_name: string;
  way: Request['way']['is'];
  replaces_id: string | null;
  benefit_id: string;
  benefit_name: string;
  category: Category;
  unit: string;
  delivery: Delivery;
  quantity: number;
  language: string | null;
  system: string | null;
  email: string | null;
  reason: string;
  asked_at: Date;
  asked: Named[];
  decided_by: string | null;
  decided_by_name: string | null;
  closed_at: Date | null;
  why: string | null;
  task_id: string | null;
  holding_id: string | null;
  fulfilled_at: Date | null;
  key_id: string | null;
  unit_id: number | null;
  pool_id: string | null;
  offered_until: Date | null;
  with_microsoft_since: Date | null;
  cancelled_because: Cancelled['because'] | null;
  failed_by: string | null;
  failed_by_name: string | null;
  cancelled_by: string | null;
  cancelled_by_name: string | null;
}

/** What was wanted, of which benefit: the same in a request and in what became of it. */
export const wantedOf = (row: WantedRow) => ({
  benefit: {
    id: row.benefit_id,
    name: row.benefit_name,
    category: row.category,
    unit: row.unit,
    delivery: row.delivery,
  },
  quantity: row.quantity,
  ...(row.language && { language: row.language }),
  ...(row.system && { system: row.system }),
  ...(row.email && { email: row.email }),
});

export type WantedRow = Pick<
  RequestRow,
  | 'benefit_id'
  | 'benefit_name'
  | 'category'
  | 'unit'
  | 'delivery'
  | 'quantity'
  | 'language'
  | 'system'
  | 'email'
>;

/** A row as what it means. The checks of the table guarantee that each state has what it needs. */
export function requestOf(row: RequestRow): Request {
  const asked = {
    id: row.id,
    version: row.version,
    requester: { id: row.requester_id, name: row.requester_name },
    assignee: { id: row.assignee_id, name: row.assignee_name },
    way:
      row.way === 'reassigned'
        ? { is: row.way, holding: row.replaces_id as string }
        : ({ is: row.way } as const),
    ...wantedOf(row),
    reason: row.reason,
    askedAt: row.asked_at.toISOString(),
    asked: row.asked,
  };
  const at = row.closed_at?.toISOString() as string;
  const yes = { by: { id: row.decided_by as string, name: row.decided_by_name as string }, at };
  switch (row.state) {
    case 'pending':
      return { ...asked, state: 'pending' };
    case 'waiting':
      return { ...asked, ...yes, state: 'waiting' };
    case 'offered':
      return {
        ...asked,
        ...yes,
        state: 'offered',
        until: row.offered_until?.toISOString() as string,
        ...(row.key_id && { kept: keptOf(row, row.key_id) }),
      };
    case 'approved': {
      const withMicrosoft = row.with_microsoft_since?.toISOString();
      return {
        ...asked,
        ...yes,
        state: 'approved',
        task: row.task_id as string,
        ...(withMicrosoft && { withMicrosoft }),
      };
    }
    case 'fulfilled':
      return {
        ...asked,
        ...yes,
        state: 'fulfilled',
        holding: row.holding_id as string,
        since: row.fulfilled_at?.toISOString() as string,
      };
    case 'denied':
      return { ...asked, ...yes, state: 'denied', why: row.why as string };
    case 'cancelled':
      return { ...asked, state: 'cancelled', at, ...causeOf(row) };
    case 'failed':
      return {
        ...asked,
        ...yes,
        state: 'failed',
        through: { id: row.failed_by as string, name: row.failed_by_name as string },
        why: row.why as string,
      };
  }
}

const causeOf = ({ cancelled_because, cancelled_by, cancelled_by_name }: RequestRow): Cause =>
  ({
    because: cancelled_because,
    ...(cancelled_by && { through: { id: cancelled_by, name: cancelled_by_name } }),
  }) as Cause;

const keptOf = ({ unit_id: unit, pool_id: pool }: RequestRow, key: string): Kept => ({
  key,
  ...(unit !== null && { unit: { unit: String(unit), pool: pool as string } }),
});

/** No list of ours shows more; older requests are the ledger's to tell. */
const most = 500;

/** What was asked, and what became of it. */
export const requestsIn = (sql: Knex) => ({
  async request(id: string): Promise<Request | undefined> {
    const { rows } = await sql.raw(`select ${requestColumns} from ${requestTables} where r.id = ?`, [id]);
    return rows[0] && requestOf(rows[0]);
  },

  /** The request, locked until the end of the transaction: only one decision at a time is made of it. */
  async lockRequest(id: string): Promise<Request | undefined> {
    const { rows } = await sql.raw(
      `select ${requestColumns} from ${requestTables} where r.id = ? for no key update of r`,
      [id],
    );
    return rows[0] && requestOf(rows[0]);
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

  /** What waits for a decision of somebody other than this person, oldest first. */
  async pendingFor(person: string): Promise<Pending[]> {
    const { rows } = await sql.raw(
      `select ${requestColumns} from ${requestTables}
        where r.state = 'pending' and r.assignee_id <> ? and r.requester_id <> ? order by r.asked_at, r.id limit ?`,
      [person, person, most],
    );
    return rows.map(requestOf);
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
