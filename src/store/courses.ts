import type { Alteration, Because, Course, Remark, Review, Reviewer } from '../core/course';
import type { Named } from '../core/person';
import type { Facts } from '../core/policy/match';
import { ownRule } from '../core/policy/policy';

const nameOf = (column: string) => `(select name from people where id = ${column})`;
const named = (column: string) => `jsonb_build_object('id', ${column}, 'name', ${nameOf(column)})`;

/** How a request `r` is being decided, with the names its cards show. */
export const courseColumns = `
  r.policy_version, r.rule, r.by_rule, r.facts, r.stage, r.stages, r.need, r.stage_since, r.escalate_at, r.escalated_at, r.expire_at, r.nudged_at,
  (select jsonb_agg(jsonb_build_object('person', ${named('v.person_id')}, 'because', v.because, 'group', v.group_name, 'through', v.through,
            'for', case when v.for_person is not null then ${named('v.for_person')} end, 'how', v.for_how, 'told', v.told,
            'onIt', v.on_it_at, 'reminders', v.reminders, 'remindAt', v.remind_at,
            'unreached', exists (select from outbox o where o.person_id = v.person_id and o.subject = r.id and o.state = 'dead' and o.way = 'tell')) order by ${nameOf('v.person_id')}, v.person_id)
     from reviewers v where v.request_id = r.id and v.stage = r.stage) as reviewers,
  (select jsonb_agg(jsonb_build_object('stage', w.stage, 'by', ${named('w.person_id')},
            'for', case when w.for_person is not null then ${named('w.for_person')} end, 'at', w.at,
            'quantity', w.quantity, 'why', w.why) order by w.at, w.person_id)
     from reviews w where w.request_id = r.id and w.void_at is null and w.verdict = 'approve' and not w.alone) as reviews,
  (select jsonb_build_object('by', ${named('w.person_id')}, 'why', w.why)
     from reviews w where w.request_id = r.id and w.void_at is null and w.alone) as alone,
  case when r.version > 1 then (select jsonb_build_object('at', c.at, 'what', c.details)
     from audit c where c.subject = r.id and c.action = 'request.changed' order by c.id desc limit 1) end as changed,
  (select jsonb_agg(jsonb_build_object('id', m.id, 'by', ${named('m.person_id')}, 'kind', m.kind, 'text', m.text, 'at', m.at) order by m.at, m.id)
     from remarks m where m.request_id = r.id) as remarks`;

interface ReviewerRow {
  person: Named;
  because: Exclude<Because['is'], 'group'> | 'group';
  group: string | null;
  through: Reviewer['through'] | null;
  for: Named | null;
  how: 'handed' | 'away' | null;
  told: boolean;
  onIt: string | null;
  reminders: number;
  remindAt: string | null;
  unreached: boolean;
}

/** The columns of `courseColumns`. */
export interface CourseRow {
  policy_version: number | null;
  rule: string | null;
  by_rule: boolean;
  facts: Facts | null;
  stage: number;
  stages: number;
  need: number | null;
  stage_since: Date | null;
  escalate_at: Date | null;
  escalated_at: Date | null;
  expire_at: Date | null;
  nudged_at: Date | null;
  reviewers: ReviewerRow[] | null;
  reviews: Array<
    Pick<Review, 'stage' | 'by' | 'at'> & { for: Named | null; quantity: number | null; why: string | null }
  > | null;
  alone: Course['alone'] | null;
  changed: { at: string; what: Alteration | null } | null;
  remarks: Remark[] | null;
}

/** Times inside JSON are written as the database writes them. */
const instant = (at: string): string => new Date(at).toISOString();

const reviewerOf = (row: ReviewerRow): Reviewer => ({
  ...row.person,
  because: row.because === 'group' ? { is: row.because, group: row.group as string } : { is: row.because },
  ...(row.through && { through: row.through }),
  ...(row.for && row.how && { for: { ...row.for, how: row.how } }),
  told: row.told,
  ...(row.onIt && { onIt: instant(row.onIt) }),
  reminders: row.reminders,
  ...(row.remindAt && { remindAt: instant(row.remindAt) }),
  ...(row.unreached && { unreached: true }),
});

/** How a request is being decided. What was asked before there were policies is decided by the bot's own. */
export function courseOf(row: CourseRow & { asked_at: Date }): Course {
  const at = (name: 'escalateAt' | 'escalatedAt' | 'expireAt' | 'nudgedAt', date: Date | null) =>
    date ? { [name]: date.toISOString() } : {};
  return {
    policy: row.policy_version ?? 0,
    rule: row.rule ?? ownRule,
    ...(row.facts && { facts: row.facts }),
    stage: row.stage,
    stages: row.stages,
    since: (row.stage_since ?? row.asked_at).toISOString(),
    need: row.need ?? 'all',
    ...at('escalateAt', row.escalate_at),
    ...at('escalatedAt', row.escalated_at),
    ...at('expireAt', row.expire_at),
    reviewers: (row.reviewers ?? []).map(reviewerOf),
    reviews: (row.reviews ?? []).map(({ stage, by, for: whom, at, quantity, why }) => ({
      stage,
      by,
      at: instant(at),
      ...(whom && { for: whom }),
      ...(quantity !== null && { quantity }),
      ...(why !== null && { why }),
    })),
    remarks: (row.remarks ?? []).map((remark) => ({ ...remark, at: instant(remark.at) })),
    ...at('nudgedAt', row.nudged_at),
    ...(row.changed && {
      changed: { at: instant(row.changed.at), ...(row.changed.what && { what: row.changed.what }) },
    }),
    ...(row.alone && { alone: row.alone }),
  };
}
