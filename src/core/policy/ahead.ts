import { type Facts, ruleFor } from './match';
import type { Policy } from './policy';

/** The rules refuse something before it is asked for. */
export interface RefusedAhead {
  reason: string;
  /** Whoever asks may still ask for a colleague. */
  onlyForOneself: boolean;
}

/** Whether a policy refuses anything at all. */
export const everRefuses = ({ rules }: Pick<Policy, 'rules'>): boolean =>
  rules.some(({ yields }) => yields.is === 'refuse');

/**
 * What the rules say already before a form is filled in; undefined where they do not refuse. Of a colleague it is not known yet who it
 * would be: then it counts what they say of one who has nothing of it.
 * @param facts of whoever asks, for themself
 */
export function refusedAhead(
  policy: Pick<Policy, 'rules'>,
  facts: Facts,
  isForOthersToo: boolean,
): RefusedAhead | undefined {
  const { yields } = ruleFor(policy, facts);
  if (yields.is !== 'refuse') return undefined;
  const { seen: _, ...others } = { ...facts, onBehalf: true, holds: 0 };
  const onlyForOneself = isForOthersToo && ruleFor(policy, others).yields.is !== 'refuse';
  return { reason: yields.reason, onlyForOneself };
}
