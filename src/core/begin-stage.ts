import type { Course } from './course';
import type { Stage } from './policy/policy';
import { nothingYet, reviewersOf, type SoFar } from './policy/reviewers';
import { silenceFrom, withReminders } from './policy/silence';
import type { Deciders } from './review';
import type { Instant } from './time';

/** What of a course belongs to its stage alone. */
export type InStage = Pick<Course, 'stage' | 'since' | 'need' | 'reviewers' | 'escalateAt' | 'expireAt'>;

/**
 * A stage begins: who is asked, when they are reminded, and what silence leads to.
 * @param at which one it is, from 1
 */
export function beginStage(
  stage: Stage,
  at: number,
  { policy, company }: Deciders,
  now: Instant,
  reviews: SoFar['reviews'] = [],
): InStage {
  const reviewers = reviewersOf(stage, at, company, { ...nothingYet, reviews });
  return {
    stage: at,
    since: now,
    need: stage.need,
    reviewers: withReminders(stage, reviewers, { policy, company, now }),
    ...silenceFrom(stage, now),
  };
}
