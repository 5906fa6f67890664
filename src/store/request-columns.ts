import type { Category, Delivery } from '../core/benefit';
import type { Named } from '../core/person';
import { byRule, type Cancelled, type Cause, type Decider, type Kept, type Request } from '../core/request';
import { type CourseRow, courseColumns, courseOf } from './courses';

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
     from people a where a.id = any(r.asked)) as asked,
  ${courseColumns}`;
/** What stands beside the request `r`: who asked `q`, whom it is for `f`, and its benefit `b`. */
export const besideRequest =
  'join people q on q.id = r.requester_id join people f on f.id = r.assignee_id join benefits b on b.id = r.benefit_id';

export interface RequestRow extends CourseRow {
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
    ...(row.way === 'asked' && { course: courseOf(row) }),
  };
  const at = row.closed_at?.toISOString() as string;
  const yes = { by: deciderOf(row), at };
  switch (row.state) {
    case 'pending':
      return { ...asked, course: courseOf(row), state: 'pending' };
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

/** Who said yes or no; where it was nobody, the rule that needs nobody. */
export const deciderOf = ({ by_rule, rule, decided_by, decided_by_name }: DeciderRow): Decider =>
  by_rule ? byRule(rule as string) : { id: decided_by as string, name: decided_by_name as string };

type DeciderRow = Pick<RequestRow, 'by_rule' | 'rule' | 'decided_by' | 'decided_by_name'>;

const causeOf = ({ cancelled_because, cancelled_by, cancelled_by_name }: RequestRow): Cause =>
  ({
    because: cancelled_because,
    ...(cancelled_by && { through: { id: cancelled_by, name: cancelled_by_name } }),
  }) as Cause;

const keptOf = ({ unit_id: unit, pool_id: pool }: RequestRow, key: string): Kept => ({
  key,
  ...(unit !== null && { unit: { unit: String(unit), pool: pool as string } }),
});
