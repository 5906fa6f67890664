import type { Reviewer } from '../course';
import { isSelf, type Named } from '../person';
import { allCanEnd } from '../review';
import { type Facts, ruleFor } from './match';
import type { Policy, Rule, Stage } from './policy';
import { type Company, canEnd, reviewersOf } from './reviewers';

/** What a stage would come to. */
export interface StageRehearsed {
  need: Stage['need'];
  /** Who would be written to; and who might answer unasked. */
  asked: Reviewer[];
  may: Named[];
  /** Whom the stage names although the request concerns them: they are left out. */
  leftOut: Named[];
  /** Whom the request concerns and who could answer it all the same. There must never be any. */
  own: Named[];
  /** Enough people could answer. */
  ends: boolean;
}

/** What a policy would do with a request. */
export interface Rehearsal {
  rule: Rule;
  stages: StageRehearsed[];
  /** Every stage could end, with different people in each. */
  ends: boolean;
}

/**
 * What a policy would do with a request, without doing it.
 * @param company as the request would see it: whom it concerns, and who manages whoever asks
 */
export function rehearse(policy: Pick<Policy, 'rules'>, facts: Facts, company: Company): Rehearsal {
  const rule = ruleFor(policy, facts);
  const stages = rule.yields.is === 'ask' ? rule.yields.stages : [];
  return {
    rule,
    stages: stages.map((stage, at) => rehearsed(stage, at + 1, company)),
    ends: allCanEnd(stages, company),
  };
}

function rehearsed(stage: Stage, at: number, company: Company): StageRehearsed {
  const concerns = ({ id }: Named): boolean => company.concerned.some((one) => isSelf(one, id));
  const reviewers = reviewersOf(stage, at, company);
  // Also those who would be asked because of silence: nobody may come to their own request that way either.
  const ever = reviewersOf(stage, at, company, { reviews: [], escalated: true, handed: [] });
  const named = reviewersOf(stage, at, { ...company, concerned: [] });
  return {
    need: stage.need,
    asked: reviewers.filter(({ told }) => told),
    may: reviewers.filter(({ told }) => !told),
    leftOut: named.filter(concerns),
    own: ever.filter(concerns),
    ends: canEnd(stage, reviewers),
  };
}
