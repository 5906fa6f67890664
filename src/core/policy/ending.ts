import { placeOf, type Review, type Reviewer } from '../course';
import type { Stage } from './policy';
import { type Company, canEnd, nothingYet, reviewersOf } from './reviewers';

/** Of whom it was only worked out that they could agree. */
const never = new Date(0).toISOString();

/**
 * The first of these stages (from 1) that could not come to an end if it all began now, for each person answers once; undefined where all
 * of them could. Whoever a later stage can least do without is spared, and who is asked in their place is looked for as it would be then.
 */
export function stopsAt(stages: Stage[], company: Company): number | undefined {
  const reviews: Review[] = [];
  for (const [at, stage] of stages.entries()) {
    const reviewers = reviewersOf(stage, at + 1, company, { ...nothingYet, reviews });
    if (!canEnd(stage, reviewers)) return at + 1;
    const later = stages.slice(at + 1).map((one, more) => reviewersOf(one, at + 2 + more, company));
    const agreeing = onePerPlace(
      [...reviewers].sort((one, other) => missed(one, later) - missed(other, later)),
    );
    for (const { id, name } of agreeing.slice(0, stage.need === 'all' ? 1 : stage.need))
      reviews.push({ stage: at + 1, by: { id, name }, at: never });
  }
  return undefined;
}

/** How much somebody would be missed later: the more, the fewer could answer there. */
const missed = ({ id }: Reviewer, later: Reviewer[][]): number =>
  later.reduce((sum, those) => sum + (those.some((one) => one.id === id) ? 1 / those.length : 0), 0);

const onePerPlace = (reviewers: Reviewer[]): Reviewer[] => {
  const taken = new Set<string>();
  return reviewers.filter((one) => {
    const place = placeOf(one);
    if (taken.has(place)) return false;
    taken.add(place);
    return true;
  });
};
