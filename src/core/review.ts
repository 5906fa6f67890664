import { type Course, placeOf, type Review, type Reviewer, stillAsked } from './course';
import { isAdmin, isApprover, isSelf, type Named, type Speaker } from './person';
import { stopsAt } from './policy/ending';
import { type Policy, type Stage, stageOf } from './policy/policy';
import { type Company, isComplete, reviewersOf, type SoFar } from './policy/reviewers';
import type { Refusal } from './refusal';
import type { Pending, Request } from './request';
import type { Instant } from './time';

/** What deciding must know beside the request: the policy it was made under, and the company at this moment. */
export interface Deciders {
  policy: Policy;
  company: Company;
}

/** The stage a request is in, by the policy it was made under. */
export function currentStage(policy: Policy, { rule, stage }: Course): Stage {
  const found = stageOf(policy, rule, stage);
  if (!found) throw new Error('a request that waits is in a stage of its rule');
  return found;
}

/** What has happened in the stage a request is in. */
export const soFar = ({ reviews, escalatedAt, reviewers }: Course): SoFar => ({
  reviews,
  escalated: escalatedAt !== undefined,
  handed: reviewers.flatMap((one) => (one.for?.how === 'handed' ? [{ by: one.for.id, to: one.id }] : [])),
  begun: true,
});

/** What is known of those who were asked before stays: who is on it, when they are reminded next, and whom nothing has reached. */
export const stillKnown = (now: Reviewer[], before: Reviewer[]): Reviewer[] =>
  now.map((one) => {
    const known = before.find(({ id }) => id === one.id);
    if (!known) return one;
    const { onIt, reminders, remindAt, unreached } = known;
    return {
      ...one,
      reminders,
      ...(onIt && { onIt }),
      ...(remindAt && { remindAt }),
      ...(unreached && { unreached }),
    };
  });

/** Who may answer a request at this moment: roles, groups and absences as they are now, not as they were when it was asked. Nobody, once it is decided. */
export const reviewersNow = (request: Request, { policy, company }: Deciders): Reviewer[] => {
  if (request.state !== 'pending') return [];
  const { course } = request;
  return stillKnown(
    reviewersOf(currentStage(policy, course), course.stage, company, soFar(course)),
    course.reviewers,
  );
};

/** Whether somebody may look at a request to decide it at all, or could have: then they see what became of it. */
const isInvolved = (request: Request, by: Speaker, now: Reviewer[]): boolean =>
  isApprover(by) || [...request.asked, ...now].some(({ id }) => id === by.id);

/**
 * Whether somebody may read why something was asked for and what was said about it: whom it concerns, who decides it or was ever asked to,
 * and the admins. Other approvers see how it stands.
 * @param now who may answer at this moment
 */
export const mayReadReasons = (request: Request, by: Speaker, now: Reviewer[]): boolean => {
  const { requester, assignee, asked, course } = request;
  const reviewed = (course?.reviews ?? []).map((one) => one.by);
  return isAdmin(by) || [requester, assignee, ...asked, ...reviewed, ...now].some(({ id }) => id === by.id);
};

/**
 * Why this person may not answer this request now; undefined when they may. Nobody decides what they get, nor what they asked for;
 * everybody answers once; and only who has the right at this moment.
 * @param now who may answer at this moment; of a request that does not wait, nobody
 */
export function mayNotReview(
  request: Request,
  version: number,
  by: Speaker,
  now: Reviewer[],
): Refusal | undefined {
  if (!isInvolved(request, by, now)) return { why: 'not-an-approver' };
  if (!by.mayDecide) return { why: 'unlinked-account' };
  if (isSelf(by, request.assignee.id) || isSelf(by, request.requester.id)) return { why: 'own-request' };
  if (request.state !== 'pending') return { why: 'already-decided' };
  if (hasAnswered(request.course, by)) return { why: 'already-answered' };
  const reviewer = now.find(({ id }) => id === by.id);
  if (!reviewer)
    return isApprover(by)
      ? { why: 'not-asked', waitsFor: waitedFor({ ...request.course, reviewers: now }) }
      : { why: 'not-an-approver' };
  if (request.version !== version) return { why: 'changed-meanwhile' };
  const inPlace = inTheSamePlace(request.course, placeOf(reviewer));
  return inPlace ? { why: 'answered-in-place', person: inPlace.by.name } : undefined;
}

const waitedFor = (course: Course): string[] => stillAsked(course).map(({ name }) => name);

/** Each person once, under whatever account. */
const hasAnswered = ({ reviews }: Course, speaker: Speaker): boolean =>
  reviews.some(({ by }) => isSelf(speaker, by.id));

const inTheSamePlace = ({ reviews, stage }: Course, place: string): Review | undefined =>
  reviews.find((one) => one.stage === stage && (one.for?.id ?? one.by.id) === place);

/** What a yes leads to: more answers are needed, another stage begins, or it is decided. */
export type Progress = { is: 'more' } | { is: 'next'; stage: Stage } | { is: 'decided' };

/** One more person agrees. The caller has made sure that they may. */
export function agree(
  { course }: Pending,
  by: Speaker,
  { policy, company }: Deciders,
  now: Instant,
): { review: Review; progress: Progress } {
  const { stage, stages, reviews } = course;
  const current = currentStage(policy, course);
  const reviewers = reviewersOf(current, stage, company, soFar(course));
  const review = reviewOf(course, by, reviewers, now);
  const agreed = [...reviews, review].filter((one) => one.stage === stage);
  if (!isComplete(current.need, reviewers, agreed)) return { review, progress: { is: 'more' } };
  const next = stage < stages ? stageOf(policy, course.rule, stage + 1) : undefined;
  return { review, progress: next ? { is: 'next', stage: next } : { is: 'decided' } };
}

/** Somebody's answer, in their own place or in another's. */
export function reviewOf({ stage }: Course, by: Named, reviewers: Reviewer[], at: Instant): Review {
  const whom = reviewers.find(({ id }) => id === by.id)?.for;
  return { stage, by: named(by), ...(whom && { for: named(whom) }), at };
}

/** Only who somebody is. */
export const named = ({ id, name }: Named): Named => ({ id, name });

/** Whether every one of these stages could come to an end, if it began now and different people answered in each. */
export const allCanEnd = (stages: Stage[], company: Company): boolean =>
  stopsAt(stages, company) === undefined;

/** An admin may decide alone, in an emergency: anything that waits but what concerns themself. */
export function mayNotOverride(request: Request, version: number, by: Speaker): Refusal | undefined {
  if (!isAdmin(by)) return { why: 'not-an-admin' };
  if (!by.mayDecide) return { why: 'unlinked-account' };
  if (isSelf(by, request.assignee.id) || isSelf(by, request.requester.id)) return { why: 'own-request' };
  if (request.state !== 'pending') return { why: 'already-decided' };
  return request.version === version ? undefined : { why: 'changed-meanwhile' };
}
