import type { Knex } from 'knex';
import type { Asker, Surroundings } from '../core/policy/doubts';
import { namedIn, type Policy } from '../core/policy/policy';
import { policiesIn } from './policies';

/** No company of ours is larger; beyond that, what is doubtful shows with the first of them. */
const mostAskers = 5000;

interface AskerRow extends Omit<Asker, 'manager'> {
  manager: string | null;
}

/** What a policy is held against: who could ask today, whom it may mean, and the benefits there are. */
export async function surroundingsOf(
  sql: Knex,
  policy: Pick<Policy, 'rules' | 'neverPing'>,
  now: Date,
): Promise<Surroundings> {
  const { rows }: { rows: AskerRow[] } = await sql.raw(
    `select p.id, p.name, p.groups, lower(p.manager_email) as manager,
            array(select x.id from people x where x.email_key = p.email_key and x.id <> p.id) as twins
       from people p where p.active order by p.name, p.id limit ?`,
    [mostAskers],
  );
  const askers = rows.map(({ manager, ...asker }): Asker => ({ ...asker, ...(manager && { manager }) }));
  const { emails, groups } = namedIn(policy);
  const managers = askers.flatMap(({ manager }) => manager ?? []);
  const people = await policiesIn(sql, new Map()).colleagues(
    { emails: [...new Set([...emails, ...policy.neverPing, ...managers])], groups },
    now,
  );
  const benefits = await sql('benefits')
    .distinct('name')
    .whereNull('dropped_on')
    .orderBy('name')
    .pluck('name');
  return { askers, people, benefits };
}
