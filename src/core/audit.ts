import type { Holding } from './holding';
import type { Request } from './request';
import { benefitOf, type Task } from './task';

/** What the ledger can say. */
export type Action =
  | 'request.asked'
  | 'request.asked-again'
  | 'request.agreed'
  | 'request.questioned'
  | 'request.remarked'
  | 'request.claimed'
  | 'request.handed-over'
  | 'request.changed'
  | 'request.nudged'
  | 'request.reminded'
  | 'request.escalated'
  | 'request.overridden'
  | 'request.approved'
  | 'request.waiting'
  | 'request.offered'
  | 'request.fulfilled'
  | 'request.denied'
  | 'request.cancelled'
  | 'request.failed'
  | 'request.assigned'
  | 'request.reassigned'
  | 'request.with-microsoft'
  /** By the clock: what was said about it was kept long enough. */
  | 'request.text-removed'
  | 'holding.ended'
  | 'holding.released'
  | 'holding.used'
  | 'holding.inquired'
  | 'holding.kept'
  | 'key.reported'
  | 'key.checked'
  | 'key.replaced'
  | 'key.unreadable'
  | 'keys.missing'
  /** At a terminal; about nobody. What changed under which number, and what was sealed anew. */
  | 'keys.rotated'
  | 'keys.resealed'
  | 'task.claimed'
  | 'task.done'
  | 'task.failed'
  | 'task.overdue'
  | 'person.added'
  | 'person.left'
  | 'person.back'
  | 'person.away'
  | 'person.present'
  | 'person.linked'
  | 'person.unreachable'
  | 'person.forgotten'
  | 'benefit.low'
  | 'benefit.lapsing'
  | 'difference.agreed'
  | 'difference.adopted'
  | 'difference.left'
  | 'ledger.doubted'
  | 'ledger.accepted'
  /** The database itself says that words were replaced, and where. */
  | 'ledger.reworded';

/** One row of the ledger: who did what, to what, for whom and why. Ids only, so that a person can be forgotten. */
export interface AuditEntry {
  action: Action;
  /** Absent: it was the clock. */
  by?: string;
  subject: string;
  person: string;
  benefit?: string;
  why?: string;
  /** What a program has to find again. Never a word of a person. */
  details?: Record<string, unknown>;
}

/** Who did it, and why; nobody, where it was the clock. */
type Deed = Pick<AuditEntry, 'by' | 'why'>;

/** What the ledger says of a request. It is about whoever will have the benefit, whoever asked. */
export const ofRequest = (
  action: Extract<Action, `request.${string}`>,
  { id, assignee, benefit }: Request,
  deed: Deed = {},
  details?: AuditEntry['details'],
): AuditEntry => ({
  action,
  subject: id,
  person: assignee.id,
  benefit: benefit.id,
  ...deed,
  ...(details && { details }),
});

/** What the ledger says of a holding, or of its key. */
export const ofHolding = (
  action: Extract<Action, `holding.${string}` | `key.${string}`>,
  { id, person, benefit }: Holding,
  deed: Deed = {},
): AuditEntry => ({ action, subject: id, person: person.id, benefit: benefit.id, ...deed });

/** What the ledger says of a task. */
export const ofTask = (
  action: Extract<Action, `task.${string}`>,
  task: Task,
  deed: Deed = {},
): AuditEntry => {
  const benefit = benefitOf(task)?.id;
  return { action, subject: task.id, person: task.person.id, ...(benefit && { benefit }), ...deed };
};

/**
 * What the ledger says in somebody's own words: the whole of `why`, or what stands behind how something ended, or how much was used. Of all other
 * actions `why` is a code, or a fact, of ours; an admin's evidence of a task that is done is a fact too. Why an admin decided alone is none of
 * it: that stands for the answers which nobody gave.
 */
export const saidIn = {
  'request.asked': 'whole',
  'request.questioned': 'whole',
  'request.remarked': 'whole',
  'request.changed': 'whole',
  'request.approved': 'whole',
  'request.waiting': 'whole',
  'request.fulfilled': 'whole',
  'request.denied': 'whole',
  'request.failed': 'whole',
  'request.assigned': 'whole',
  'request.reassigned': 'whole',
  'key.reported': 'whole',
  'task.failed': 'whole',
  'holding.ended': 'behind',
  'holding.used': 'behind',
} as const satisfies Partial<Record<Action, 'whole' | 'behind'>>;

/** What the bot itself says where otherwise words of people stand. */
export const ownWords = { keptIsBroken: 'the key that was kept is broken', hasLeft: 'left' } as const;
