import type { Knex } from 'knex';
import type { Category, Delivery } from '../core/benefit';
import type { Named } from '../core/person';
import type { Pending, Request } from '../core/request';
import type { OpenTask, Task } from '../core/task';

/** A request with the names its cards show. Names are looked up, not copied: a person can be forgotten. */
const requestColumns = `
  r.id, r.version, r.state, r.requester_id, q.name as requester_name,
  r.benefit_id, b.name as benefit_name, b.category, b.unit, b.delivery,
  r.quantity, r.language, r.system, r.reason, r.asked_at, r.decided_by, d.name as decided_by_name, r.closed_at, r.why,
  r.task_id, r.holding_id, r.fulfilled_at,
  (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) order by a.name), '[]')
     from people a where a.id = any(r.asked)) as asked`;
/** Where they stand: the request `r`, its requester `q`, its benefit `b`, and whoever decided `d`. */
const requestTables = `
  requests r join people q on q.id = r.requester_id join benefits b on b.id = r.benefit_id
  left join people d on d.id = r.decided_by`;

export interface RequestRow {
  id: string;
  version: number;
  state: Request['state'];
  requester_id: string;
  requester_name: string;
  benefit_id: string;
  benefit_name: string;
  category: Category;
  unit: string;
  delivery: Delivery;
  quantity: number;
  language: string | null;
  system: string | null;
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
});

export type WantedRow = Pick<
  RequestRow,
  'benefit_id' | 'benefit_name' | 'category' | 'unit' | 'delivery' | 'quantity' | 'language' | 'system'
>;

/** A row as what it means. The checks of the table guarantee that each state has what it needs. */
function requestOf(row: RequestRow): Request {
  const asked = {
    id: row.id,
    version: row.version,
    requester: { id: row.requester_id, name: row.requester_name },
    ...wantedOf(row),
    reason: row.reason,
    askedAt: row.asked_at.toISOString(),
    asked: row.asked,
  };
  const by = { id: row.decided_by as string, name: row.decided_by_name as string };
  const at = row.closed_at?.toISOString() as string;
  switch (row.state) {
    case 'pending':
      return { ...asked, state: 'pending' };
    case 'approved':
      return { ...asked, state: 'approved', by, at, task: row.task_id as string };
    case 'fulfilled':
      return {
        ...asked,
        state: 'fulfilled',
        by,
        at,
        holding: row.holding_id as string,
        since: row.fulfilled_at?.toISOString() as string,
      };
    case 'denied':
      return { ...asked, state: 'denied', by, at, why: row.why as string };
    case 'cancelled':
      return { ...asked, state: 'cancelled', at };
  }
}

/** No list of ours shows more; older requests are the ledger's to tell. */
const most = 500;

/** What was asked, and what is to be done. */
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

  /** The open request of a person for a benefit; at most one exists. */
  async openRequest(person: string, benefit: string): Promise<Request | undefined> {
    const { rows } = await sql.raw(
      `select ${requestColumns} from ${requestTables}
        where r.requester_id = ? and r.benefit_id = ? and r.state in ('pending', 'approved')`,
      [person, benefit],
    );
    return rows[0] && requestOf(rows[0]);
  },

  /** What a person asked for, newest first. */
  async requestsOf(person: string): Promise<Request[]> {
    const { rows } = await sql.raw(
      `select ${requestColumns} from ${requestTables} where r.requester_id = ? order by r.asked_at desc, r.id limit ?`,
      [person, most],
    );
    return rows.map(requestOf);
  },

  /** What waits for a decision of somebody other than this person, oldest first. */
  async pendingFor(person: string): Promise<Pending[]> {
    const { rows } = await sql.raw(
      `select ${requestColumns} from ${requestTables}
        where r.state = 'pending' and r.requester_id <> ? order by r.asked_at, r.id limit ?`,
      [person, most],
    );
    return rows.map(requestOf);
  },

  async openTasks(): Promise<OpenTask[]> {
    const { rows } = await sql.raw(
      `select ${taskColumns} from ${taskTables} where t.state = 'open' order by t.opened_at, t.id limit ?`,
      [most],
    );
    return rows.map(taskOf);
  },

  async task(id: string): Promise<Task | undefined> {
    const { rows } = await sql.raw(`select ${taskColumns} from ${taskTables} where t.id = ?`, [id]);
    return rows[0] && taskOf(rows[0]);
  },

  /** A task with its request, both locked until the end of the transaction. */
  async lockTask(id: string): Promise<Task | undefined> {
    const { rows } = await sql.raw(
      `select ${taskColumns} from ${taskTables} where t.id = ? for no key update of t, r`,
      [id],
    );
    return rows[0] && taskOf(rows[0]);
  },
});

const taskColumns = `${requestColumns}, t.id as the_task, t.state as task_state, t.opened_at, t.done_by, w.name as done_by_name, t.done_at, t.evidence`;
const taskTables = `tasks t join ${requestTables.replace('requests r', 'requests r on r.id = t.request_id')}
  left join people w on w.id = t.done_by`;

interface TaskRow extends RequestRow {
  the_task: string;
  task_state: Task['state'];
  opened_at: Date;
  done_by: string | null;
  done_by_name: string | null;
  done_at: Date | null;
  evidence: string | null;
}

function taskOf(row: TaskRow): Task {
  const request = requestOf({ ...row, state: 'approved', task_id: row.the_task });
  if (request.state !== 'approved') throw new Error('a task belongs to an approved request');
  const opened = { id: row.the_task, request, openedAt: row.opened_at.toISOString() };
  if (row.task_state === 'open') return { ...opened, state: 'open' };
  return {
    ...opened,
    state: 'done',
    by: { id: row.done_by as string, name: row.done_by_name as string },
    at: row.done_at?.toISOString() as string,
    ...(row.evidence && { evidence: row.evidence }),
  };
}
