import type { Named } from '../person';
import type { RefusedAhead } from '../policy/ahead';
import type { Rule } from '../policy/policy';
import type { Words } from '../words';
import { needOf } from './policy';

/** Who would decide, if the reader asked: by which rule, and whom it asks in each of its stages. */
export interface Deciding {
  rule: Rule;
  stages: Named[][];
  /** The rule refuses it. */
  refused?: RefusedAhead | undefined;
}

function whoDecides(words: Words, { rule: { yields }, stages }: Deciding): string {
  if (yields.is === 'refuse') return words.policy.refuse(yields.reason);
  if (yields.is === 'approve')
    return yields.limit === undefined ? words.policy.approve : words.policy.approveUpTo(yields.limit);
  if (stages.some((names) => names.length === 0)) return words.show.nobodyDecides;
  const listed = stages.map((names) => words.list(names.map(({ name }) => name)));
  const [only] = listed;
  if (only !== undefined && stages.length === 1 && yields.stages[0]?.need === 1)
    return stages[0]?.length === 1 ? only : words.show.anyApprover(only);
  return listed
    .map((names, at) => {
      const need = needOf(words, yields.stages[at]?.need ?? 1, stages[at]?.length);
      return words.policy.stage(at + 1, stages.length, names, need);
    })
    .join(' · ');
}

const mayHave = ({ policy }: Words, { reason, onlyForOneself }: RefusedAhead): string =>
  onlyForOneself ? policy.onlyOthers(reason) : policy.notYou(reason);

/** Who would approve it; or, where the rules refuse it already, who may have it. */
export const decidesOf = (words: Words, deciding: Deciding): [label: string, value: string] =>
  deciding.refused
    ? [words.fields.mayHave, mayHave(words, deciding.refused)]
    : [words.fields.decides, whoDecides(words, deciding)];
