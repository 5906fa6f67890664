import { type Doubt, doubtsOf, type Surroundings } from '../core/policy/doubts';
import type { Policy } from '../core/policy/policy';
import { firstOf, shown } from './table';

const mostNamed = 3;

/**
 * What is doubtful about a policy today, a sentence each.
 * @param lines in which line of the file each rule begins; none where no file is at hand
 * @param only those of these kinds
 */
export function sayDoubts(
  policy: Omit<Policy, 'version'>,
  surroundings: Surroundings,
  lines: readonly number[] = [],
  only?: ReadonlyArray<Doubt['is']>,
): string[] {
  const where = (rule: number) =>
    `${lines[rule] === undefined ? '' : `Line ${lines[rule]}, `}“${shown(policy.rules[rule]?.name ?? '')}”`;
  const doubts = doubtsOf(policy, surroundings).filter(({ is }) => !only || only.includes(is));
  return firstOf(
    doubts.map((doubt) => {
      const place = doubt.rule === undefined ? '“never-ping”' : where(doubt.rule);
      return `${place}: ${sentence(doubt)}`;
    }),
  );
}

function sentence(doubt: Doubt): string {
  switch (doubt.is) {
    case 'no-person':
      return `nobody active has the address ${shown(doubt.email)}.`;
    case 'no-group':
      return `nobody active is in the group “${shown(doubt.group)}”.`;
    case 'no-benefit':
      return `there is no benefit “${shown(doubt.benefit)}”${doubt.nearest ? `; the nearest is “${shown(doubt.nearest)}”` : ''}.`;
    case 'no-answer':
      return `stage ${doubt.stage} could be answered by too few today, ${whoever(doubt)}.`;
    case 'many-asked':
      return `stage ${doubt.stage} writes to ${doubt.people} people at once, and ${doubt.need} of them must agree; ask a group or a manager, or move some to “may” or “never-ping”.`;
  }
}

function whoever({ askers, everybody }: Extract<Doubt, { is: 'no-answer' }>): string {
  if (everybody) return 'whoever asks';
  const named = askers.slice(0, mostNamed).map(({ name }) => shown(name));
  const more = askers.length - named.length;
  return `if it was asked by ${named.join(' or ')}${more > 0 ? ` or one of ${more} more` : ''}`;
}
