import type { Knex } from 'knex';
import { left } from '../core/benefit';
import type { Facts } from '../core/policy/match';
import { namedIn, type Policy } from '../core/policy/policy';
import { type Company, companyOf } from '../core/policy/reviewers';
import type { Request } from '../core/request';
import { catalogueIn } from './catalogue';
import { keysSeenIn } from './keys-seen';
import { peopleIn } from './people';
import { policiesIn } from './policies';
import { besideRequest, requestColumns, requestOf } from './request-columns';

/** A request as rules would see it. */
export interface AskedLately {
  request: Request;
  /** As they were when it was asked; or, where nobody noted them, as they are today. */
  facts: Facts;
  factsOf: 'then' | 'today';
  /** The company as it is now, as the request sees it by this policy. */
  company: Company;
}

/** The requests that somebody asked for last, the newest first, each with what the rules of this policy need. */
export async function askedLately(
  sql: Knex,
  policy: Pick<Policy, 'rules' | 'neverPing' | 'digestAbove'>,
  last: number,
  now: Date,
): Promise<AskedLately[]> {
  const { rows } = await sql.raw(
    `select ${requestColumns} from requests r ${besideRequest} where r.way = 'asked' order by r.asked_at desc, r.id limit ?`,
    [last],
  );
  const requests: Request[] = rows.map(requestOf);
  const concerned = await peopleIn(sql, new Set()).standingOf([
    ...new Set(requests.flatMap(({ requester, assignee }) => [requester.id, assignee.id])),
  ]);
  const { emails, groups } = namedIn(policy);
  const managers = [...concerned.values()].flatMap(({ manager }) => manager ?? []);
  const people = await policiesIn(sql, new Map()).colleagues(
    { emails: [...emails, ...managers], groups },
    now,
  );
  const found: AskedLately[] = [];
  for (const request of requests) {
    const then = request.course?.facts;
    const them = [request.requester, request.assignee].map(({ id }) => concerned.get(id) ?? { id });
    found.push({
      request,
      facts: then ?? (await factsToday(sql, request)),
      factsOf: then ? 'then' : 'today',
      company: companyOf(policy, people, them, concerned.get(request.requester.id)?.manager),
    });
  }
  return found;
}

async function factsToday(sql: Knex, request: Request): Promise<Facts> {
  const { requester, assignee, benefit, quantity } = request;
  const stocked = await catalogueIn(sql).benefit(benefit.id);
  const seen = await keysSeenIn(sql).seenAndGivenBack(assignee.id, benefit.id);
  const { rows } = await sql.raw(
    `select (select groups from people where id = ?) as groups,
            (select coalesce(sum(quantity), 0)::int from holdings
              where person_id = ? and benefit_id = ? and ended_at is null) as holds`,
    [requester.id, assignee.id, benefit.id],
  );
  return {
    category: benefit.category,
    benefit: benefit.name,
    groups: rows[0].groups,
    onBehalf: assignee.id !== requester.id,
    holds: rows[0].holds,
    wants: quantity,
    ...(seen > 0 && { seen }),
    left: stocked ? left(stocked) : 0,
  };
}
