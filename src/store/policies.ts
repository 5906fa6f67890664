import type { Knex } from 'knex';
import { isAway } from '../core/away';
import { ownPolicy, type Policy } from '../core/policy/policy';
import type { Colleague } from '../core/policy/reviewers';
import type { Spellings } from '../core/policy/spelling';
import { type Day, dayOf } from '../core/time';
import { unansweredRow } from './due/silence';
import { outOfReach } from './lost';

/** Policies that were read before: a version never changes. */
export type KnownPolicies = Map<number, Policy>;

interface ColleagueRow {
  id: string;
  name: string;
  role: Colleague['role'];
  email: string | null;
  groups: string[];
  zone: string | null;
  /** Days of an absence around now, where there is one. */
  from: Day | null;
  until: Day | null;
  delegate_id: string | null;
  unreachable: boolean;
  waiting: number;
}

const isAwayNow = ({ from, until, zone }: ColleagueRow, now: Date): boolean =>
  from !== null && until !== null && isAway({ from, until }, zone ?? undefined, now.toISOString());

const colleagueOf = (row: ColleagueRow, now: Date): Colleague => ({
  id: row.id,
  name: row.name,
  role: row.role,
  groups: row.groups,
  ...(row.email && { email: row.email }),
  ...(row.zone && { zone: row.zone }),
  ...(isAwayNow(row, now) && { away: row.delegate_id ? { delegate: row.delegate_id } : {} }),
  ...(row.unreachable && { unreachable: true }),
  waiting: row.waiting,
});

/** Who decides what, and the people that this may mean. */
export const policiesIn = (sql: Knex, known: KnownPolicies) => ({
  /** The policy that counts for what is asked now. */
  async policy(): Promise<Policy> {
    const { rows } = await sql
      .raw('select max(version) as version from policies')
      .options({ name: 'newest-policy' });
    return this.policyOf(rows[0].version ?? 0);
  },

  /** A policy by its version; 0 is the bot's own. */
  async policyOf(version: number): Promise<Policy> {
    if (version === 0) return ownPolicy;
    const before = known.get(version);
    if (before) return before;
    const { rows } = await sql.raw('select policy from policies where version = ?', [version]);
    if (!rows[0]) throw new Error(`there is no version ${version} of the policy`);
    const policy: Policy = { ...rows[0].policy, version };
    known.set(version, policy);
    return policy;
  },

  /** How the company writes the names that rules name. Where a group is written in several ways, one of them. */
  async spellings(): Promise<Spellings> {
    const { rows } = await sql.raw(
      `select array(select distinct name from benefits where dropped_on is null order by name) as benefits,
              array(select distinct g from people p, unnest(p.groups) as g where p.active order by g) as groups`,
    );
    return rows[0];
  },

  /** The time zones that the chats have of these people, where they last spoke. */
  async zonesOf(people: string[]): Promise<Map<string, string>> {
    const { rows } = await sql.raw(
      `select distinct on (person_id) person_id, time_zone from accounts
        where person_id = any(?::uuid[]) and time_zone is not null order by person_id, spoke_at desc`,
      [people],
    );
    return new Map(
      rows.map((row: { person_id: string; time_zone: string }) => [row.person_id, row.time_zone]),
    );
  },

  /**
   * Everybody active whom a policy may mean: whoever has a role, whoever is of one of these groups, and whoever has one of these addresses
   * (both in lower case). Who is away is so on the day that `now` is where they last spoke.
   */
  async colleagues(
    { emails, groups }: { emails: string[]; groups: string[] },
    now: Date,
  ): Promise<Colleague[]> {
    const { rows } = await sql.raw(
      `select p.id, p.name, p.role, p.email_key as email, p.groups, d.delegate_id, d.from_day::text as from, d.until_day::text as until, ${outOfReach} as unreachable,
              (select a.time_zone from accounts a where a.person_id = p.id order by a.spoke_at desc limit 1) as zone,
              (select count(*)::int from requests r join reviewers v on ${unansweredRow} where r.state = 'pending' and v.person_id = p.id) as waiting
         from people p left join absences d on d.person_id = p.id and ?::date between d.from_day - 1 and d.until_day + 1
        where p.active and (p.role <> 'employee' or p.email_key = any(?::text[])
              or exists (select from unnest(p.groups) as g where lower(g) = any(?::text[])))
        order by p.name, p.id`,
      [dayOf(now.toISOString()), emails, groups],
    );
    return rows.map((row: ColleagueRow) => colleagueOf(row, now));
  },
});
