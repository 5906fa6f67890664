import type { Knex } from 'knex';
import type { Category, Delivery } from '../core/benefit';
import type { Approved } from '../core/request';
import type { Duty, OpenTask, Recipient, Task, TaskKind } from '../core/task';
import { besideRequest, type RequestRow, requestColumns, requestOf } from './request-columns';

/**
 * A task with all that its card shows: the request it is for (columns of `requestColumns`, null without one), the holding it is about
 * (columns that begin with `h_`), or whoever is out of reach.
 */
const taskColumns = `
  ${requestColumns}, t.id as the_task, t.kind, t.state as task_state, t.opened_at, t.due_on, t.claimed_by, c.name as claimed_by_name,
  t.claimed_at, t.reminders, t.remind_at, t.done_by, w.name as done_by_name, t.done_at, t.evidence, t.why as task_why, t.report,
  t.unit_id as task_unit, (select u.pool_id from units u where u.id = t.unit_id) as task_pool,
  f.email as assignee_email, p.id as from_id, p.name as from_name, p.email as from_email,
  last.done_by as tried_by, last_by.name as tried_by_name, last.done_at as tried_at, last.why as tried_why,
  h.id as h_id, h.quantity as h_quantity, h.evidence as h_evidence, h.frees_on::text as frees,
  hb.id as hb_id, hb.name as hb_name, hb.category as hb_category, hb.unit as hb_unit, hb.delivery as hb_delivery`;
/** Of a reassignment the holding is the one that is taken over. `last`: the attempt before, which could not be done. */
const taskTables = `tasks t left join (requests r ${besideRequest}) on r.id = t.request_id
  left join holdings h on h.id = coalesce(t.holding_id, r.replaces_id)
  left join people p on p.id = coalesce(t.person_id, h.person_id) left join benefits hb on hb.id = h.benefit_id
  left join people c on c.id = t.claimed_by left join people w on w.id = t.done_by
  left join lateral (select o.done_by, o.done_at, o.why from tasks o
                      where o.holding_id = t.holding_id and o.kind = t.kind and o.state = 'failed' and o.done_at <= t.opened_at and o.id <> t.id
                      order by o.done_at desc limit 1) last on true
  left join people last_by on last_by.id = last.done_by`;

interface TaskRow extends RequestRow {
  the_task: string;
  kind: TaskKind;
  task_state: Task['state'];
  opened_at: Date;
  due_on: string;
  claimed_by: string | null;
  claimed_by_name: string | null;
  claimed_at: Date | null;
  reminders: number;
  remind_at: Date | null;
  done_by: string | null;
  done_by_name: string | null;
  done_at: Date | null;
  evidence: string | null;
  task_why: string | null;
  report: string | null;
  tried_by: string | null;
  tried_by_name: string | null;
  tried_at: Date | null;
  tried_why: string | null;
  task_unit: number | null;
  task_pool: string | null;
  assignee_email: string | null;
  from_id: string | null;
  from_name: string | null;
  from_email: string | null;
  h_id: string | null;
  h_quantity: number | null;
  h_evidence: string | null;
  frees: string | null;
  hb_id: string | null;
  hb_name: string | null;
  hb_category: Category | null;
  hb_unit: string | null;
  hb_delivery: Delivery | null;
}

const recipient = (id: string | null, name: string | null, email: string | null): Recipient => ({
  id: id as string,
  name: name as string,
  ...(email && { email }),
});

function dutyOf(row: TaskRow): Duty {
  switch (row.kind) {
    case 'set-up':
    case 'activate':
    case 'record-ids':
      return { kind: row.kind, request: approvedOf(row) };
    case 'reassign':
      return {
        kind: row.kind,
        request: approvedOf(row),
        from: recipient(row.from_id, row.from_name, row.from_email),
      };
    case 'remove':
      return {
        kind: row.kind,
        holding: row.h_id as string,
        benefit: heldBenefit(row),
        quantity: row.h_quantity as number,
        ...(row.h_evidence && { evidence: row.h_evidence }),
        ...(row.frees && { frees: row.frees }),
      };
    case 'check-key':
      return {
        kind: row.kind,
        holding: row.h_id as string,
        benefit: heldBenefit(row),
        ...(row.task_unit !== null && {
          unit: { unit: String(row.task_unit), pool: row.task_pool as string },
        }),
        report: row.report as string,
      };
    case 'reach':
      return { kind: row.kind };
  }
}

/** The request as it was when the task was opened, whatever became of it since. */
function approvedOf(row: TaskRow): Approved {
  const request = requestOf({ ...row, state: 'approved', task_id: row.the_task });
  if (request.state !== 'approved') throw new Error('a task belongs to an approved request');
  return request;
}

const heldBenefit = (row: TaskRow) => ({
  id: row.hb_id as string,
  name: row.hb_name as string,
  category: row.hb_category as Category,
  unit: row.hb_unit as string,
  delivery: row.hb_delivery as Delivery,
});

function taskOf(row: TaskRow): Task {
  const opened = {
    id: row.the_task,
    duty: dutyOf(row),
    person:
      row.kind === 'remove' || row.kind === 'check-key' || row.kind === 'reach'
        ? recipient(row.from_id, row.from_name, row.from_email)
        : recipient(row.assignee_id, row.assignee_name, row.assignee_email),
    openedAt: row.opened_at.toISOString(),
    dueOn: row.due_on,
    ...(row.claimed_by && {
      claimed: {
        by: { id: row.claimed_by, name: row.claimed_by_name as string },
        at: row.claimed_at?.toISOString() as string,
      },
    }),
    reminders: row.reminders,
    ...(row.tried_by && {
      tried: {
        by: { id: row.tried_by, name: row.tried_by_name as string },
        at: row.tried_at?.toISOString() as string,
        why: row.tried_why as string,
      },
    }),
  };
  const remindAt = row.remind_at?.toISOString();
  if (row.task_state === 'open') return { ...opened, state: 'open', ...(remindAt && { remindAt }) };
  const by = { id: row.done_by as string, name: row.done_by_name as string };
  const at = row.done_at?.toISOString() as string;
  return row.task_state === 'failed'
    ? { ...opened, state: 'failed', by, at, why: row.task_why as string }
    : { ...opened, state: 'done', by, at, ...(row.evidence && { evidence: row.evidence }) };
}

/** No list of ours shows more. */
const most = 500;

/** What has to be done by an admin. */
export const tasksIn = (sql: Knex) => ({
  /** What is open, the most urgent first. */
  async openTasks(): Promise<OpenTask[]> {
    const { rows } = await sql.raw(
      `select ${taskColumns} from ${taskTables} where t.state = 'open' order by t.due_on, t.opened_at, t.id limit ?`,
      [most],
    );
    return rows.map(taskOf);
  },

  async task(id: string): Promise<Task | undefined> {
    const { rows } = await sql.raw(`select ${taskColumns} from ${taskTables} where t.id = ?`, [id]);
    return rows[0] && taskOf(rows[0]);
  },

  /** A task, locked until the end of the transaction together with its request or its holding: request, holding, task, in this order. */
  async lockTask(id: string): Promise<Task | undefined> {
    await sql.raw(
      `with request as (select 1 from requests where id = (select request_id from tasks where id = ?) for no key update),
            holding as (select 1 from holdings
                         where id = (select coalesce(t.holding_id, r.replaces_id) from tasks t left join requests r on r.id = t.request_id
                                      where t.id = ?) for no key update)
       select (select count(*) from request), (select count(*) from holding)`,
      [id, id],
    );
    await sql.raw('select 1 from tasks where id = ? for no key update', [id]);
    return this.task(id);
  },

  /** The open task about a holding, if there is one. */
  async taskOfHolding(holding: string): Promise<OpenTask | undefined> {
    const { rows } = await sql.raw(
      `select ${taskColumns} from ${taskTables} where t.holding_id = ? and t.state = 'open'`,
      [holding],
    );
    return rows[0] && (taskOf(rows[0]) as OpenTask);
  },

  /** Whether a task is open about reaching somebody. */
  async isToBeReached(person: string): Promise<boolean> {
    const { rows } = await sql.raw(
      `select exists (select from tasks where person_id = ? and state = 'open') as open`,
      [person],
    );
    return rows[0].open;
  },

  /** Whether the allocation of a holding was given free. */
  async isReleased(holding: string): Promise<boolean> {
    const { rows } = await sql.raw('select released_at is not null as released from holdings where id = ?', [
      holding,
    ]);
    return rows[0]?.released ?? false;
  },
});
