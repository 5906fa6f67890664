import type { Knex } from 'knex';
import { unnamer } from '../../core/forget';
import { addressIsTheirs, marksOf, nameIsGiven } from './known';

/** What keeps somebody from being forgotten now. */
export type Hindrance =
  | { is: 'holds'; benefits: string[] }
  | { is: 'waits'; benefits: string[] }
  /** Rules that count now, or under which something waits, name them. */
  | { is: 'in-rules'; version: number }
  | { is: 'last-admin' };

/** Of `people p`: a holding `h`, a request `r`, rules `y` that keep them; and whether they are the last admin. */
const held = 'h.person_id = p.id and h.ended_at is null';
const open = `(r.assignee_id = p.id or r.requester_id = p.id) and r.state in ('pending', 'waiting', 'offered', 'approved')`;
const named = `((strpos(lower(y.policy::text), p.email_key) > 0 and ${addressIsTheirs}) or (strpos(lower(y.policy::text), lower(p.name)) > 0 and ${nameIsGiven}))
  and (y.version = (select max(version) from policies) or y.version in (select policy_version from requests where state = 'pending'))`;
const lastAdmin = `p.role = 'admin' and p.active
  and not exists (select from people o where o.id <> p.id and o.role = 'admin' and o.active)`;

/** Whether nothing keeps `people p` from being forgotten. */
export const unhindered = `
  not exists (select from holdings h where ${held}) and not exists (select from requests r where ${open})
  and not exists (select from policies y where ${named}) and not (${lastAdmin})`;

/** What keeps people from being forgotten. */
export const hindrancesIn = (sql: Knex) => ({
  /** What keeps somebody from being forgotten. Locks them, so that nothing of it changes until the end of the transaction. */
  async hindrancesOf(person: string): Promise<Hindrance[]> {
    await sql.raw('select from people where id = ? for no key update', [person]);
    const found = async <Row>(query: string): Promise<Row[]> => (await sql.raw(query, [person])).rows;
    const names = async (query: string) => (await found<{ name: string }>(query)).map(({ name }) => name);
    const holds = await names(
      `select b.name from people p join holdings h on ${held} join benefits b on b.id = h.benefit_id where p.id = ? order by 1`,
    );
    const waits = await names(
      `select b.name from people p join requests r on ${open} join benefits b on b.id = r.benefit_id where p.id = ? order by 1`,
    );
    const { rows: policies } = await sql.raw(
      `select version, policy from policies
        where version = (select max(version) from policies) or version in (select policy_version from requests where state = 'pending')
        order by version desc`,
    );
    const marks = await marksOf(sql, person);
    const rules = policies.find(
      ({ policy }: { policy: unknown }) =>
        marks && JSON.stringify(unnamer(marks)(policy)) !== JSON.stringify(policy),
    );
    const admins = await found(`select from people p where p.id = ? and ${lastAdmin}`);
    return [
      ...(holds.length > 0 ? [{ is: 'holds', benefits: holds } as const] : []),
      ...(waits.length > 0 ? [{ is: 'waits', benefits: waits } as const] : []),
      ...(rules ? [{ is: 'in-rules', version: rules.version } as const] : []),
      ...(admins.length > 0 ? [{ is: 'last-admin' } as const] : []),
    ];
  },
});
