import { type Doubt, doubtsOf } from '../core/policy/doubts';
import { policiesIn } from '../store/policies';
import { surroundingsOf } from '../store/policy-surroundings';
import { policyVersions } from '../store/policy-versions';
import type { Database } from './database';
import type { Finding } from './doctor';
import { sayDoubts } from './policy-doubts';

/** What hangs on the people there are today, and not on how the rules are written. */
const ofToday: Array<Doubt['is']> = ['no-answer', 'many-asked'];

/** Which version of the rules counts, and whether every stage of them could be answered today. */
export async function policyFinding(database: Database, now: Date): Promise<Omit<Finding, 'name'>> {
  const [newest] = await policyVersions(database);
  const policy = await policiesIn(database, new Map()).policyOf(newest?.version ?? 0);
  const which = newest
    ? `version ${newest.version} of ${newest.at.slice(0, 10)} counts`
    : 'nobody has applied one, so any one approver decides';
  const surroundings = await surroundingsOf(database, policy, now);
  if (surroundings.askers.length === 0)
    return { state: 'not set up', words: `${which}; nobody could ask yet.` };
  const found = doubtsOf(policy, surroundings).filter(({ is }) => ofToday.includes(is));
  const unanswered = found.filter(({ is }) => is === 'no-answer');
  const words = [
    ...(unanswered.length === 0 ? [`${which}; every stage can be answered.`] : [`${which};`]),
    ...sayDoubts(policy, surroundings, [], ofToday),
  ].join(' ');
  // That one person cannot ask for something is for that person to know; that nobody can is not.
  const isTrouble = unanswered.some((doubt) => 'everybody' in doubt && doubt.everybody);
  return { state: isTrouble ? 'trouble' : 'fine', words };
}
