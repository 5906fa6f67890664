import type { Knex } from 'knex';
import { kindOf } from '../core/benefit';
import type { ListedRequest, Subscriber } from '../core/listed';
import { who } from './who';

const benefit = `json_build_object('id', b.id, 'name', b.name, 'category', b.category, 'unit', b.unit, 'delivery', b.delivery)`;

type Row<T> = { [K in keyof T]: T[K] | null };
const withoutNulls = <T>(row: Row<T>): T =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T;

/** A moment as `toISOString` writes it. */
const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Everything that was ever asked for or given, the oldest first. */
export async function requestsListed(sql: Knex): Promise<ListedRequest[]> {
  const { rows } = await sql.raw(`
    select r.id, r.state, r.way, ${who('q')} as requester, ${who('f')} as assignee, ${benefit} as benefit, p.name as package, r.quantity,
           r.language, r.system, r.email, r.reason, ${instant('r.asked_at')} as "askedAt",
           case when r.state = 'pending' then json_build_object('at', r.stage, 'of', r.stages) end as stage,
           case when r.by_rule then r.rule else d.name end as "decidedBy", r.rule, r.policy_version as version,
           ${instant('r.closed_at')} as "closedAt", coalesce(r.why, r.cancelled_because) as why,
           ${instant('r.with_microsoft_since')} as "withMicrosoftSince", ${instant('r.fulfilled_at')} as "fulfilledAt", r.holding_id as holding
      from requests r join people q on q.id = r.requester_id join people f on f.id = r.assignee_id
      join benefits b on b.id = r.benefit_id join packages p on p.id = b.package_id left join people d on d.id = r.decided_by
     order by r.asked_at, r.id`);
  return rows.map((row: Row<ListedRequest>) => withoutNulls(row));
}

/**
 * Visual Studio subscriptions that were approved and wait for an admin to add them in the portal: those with an open task to set one up,
 * the oldest first. A move from one person to another is none of them: the portal edits a subscriber for that.
 */
export async function subscribersToAdd(sql: Knex): Promise<{ toAdd: Subscriber[]; moves: number }> {
  const { rows } = await sql.raw(`
    select t.id as task, r.id as request, ${who('f')} as person, ${benefit} as benefit, r.email as notify, r.language, t.kind
      from tasks t join requests r on r.id = t.request_id join people f on f.id = r.assignee_id join benefits b on b.id = r.benefit_id
     where t.state = 'open' and t.kind in ('set-up', 'reassign') and b.category = 'visual-studio'
     order by t.opened_at, t.id`);
  const subscriptions = rows.filter((row: Subscriber) => kindOf(row.benefit) === 'subscription');
  const toAdd = subscriptions.filter(({ kind }: { kind: string }) => kind === 'set-up');
  return {
    toAdd: toAdd.map(({ kind: _, ...row }: Row<Subscriber> & { kind: string }) => withoutNulls(row)),
    moves: subscriptions.length - toAdd.length,
  };
}
