import { ownPolicy, type Policy, type Rule, type Stage, type Who } from '../../src/core/policy/policy';
import { query } from './query';

/** A stage, of which only what matters is said. */
export const stage = (ask: Who[], more: Partial<Stage> = {}): Stage => ({
  ask,
  may: [],
  need: 1,
  otherwise: [],
  silence: {},
  ...more,
});

/** A rule that asks. Without `when` it fits everything. */
export const rule = (name: string, stages: Stage[], when: Rule['when'] = {}): Rule => ({
  name,
  when,
  yields: { is: 'ask', stages },
});

/** Any one approver, or an admin unasked: the rule at the end of every policy of these stories. */
const everythingElse = rule('everything else', [stage([{ is: 'approvers' }], { may: [{ is: 'admins' }] })]);

/** Rules before the one at the end, and what else a policy says. */
export const policyOf = (rules: Rule[], more: Partial<Policy> = {}): Policy => ({
  ...ownPolicy,
  rules: [...rules, everythingElse],
  ...more,
});

/** From now on these rules count for what is asked. */
export async function applyPolicy(databaseUrl: string, policy: Policy): Promise<void> {
  await query(databaseUrl, 'insert into policies (text, policy, applied_at) values ($1, $2, now())', [
    'put in by a story',
    JSON.stringify(policy),
  ]);
}
