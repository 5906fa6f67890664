import { everAsked } from './agree';
import { ofRequest } from './audit';
import { redrawFor } from './change';
import type { Reviewer } from './course';
import type { Background } from './notice';
import { isApprover, isSelf, type Person, type Speaker } from './person';
import { type Colleague, reviewersOf, type SoFar } from './policy/reviewers';
import { withReminders } from './policy/silence';
import type { Refusal } from './refusal';
import { type Decision, type Pending, type Request, refuse } from './request';
import { currentStage, type Deciders, mayNotReview, reviewersNow, soFar, stillKnown } from './review';
import { askPersonally, redrawForThem } from './tell-reviewers';
import type { Instant } from './time';

/** What handing over a decision must know. */
export interface PassingOn extends Deciders {
  request: Request;
  version: number;
  by: Speaker;
  to: Person;
  background: Background;
  now: Instant;
}

/** Somebody hands a decision to a colleague who may make it, and who answers in their place. */
export function passOn(a: PassingOn): Decision<Pending> {
  const { request, version, by, to, background, policy, company } = a;
  const reviewers = reviewersNow(request, a);
  const obstacle = mayNotReview(request, version, by, reviewers);
  if (obstacle) return refuse(obstacle);
  if (request.state !== 'pending') return refuse({ why: 'already-decided' });
  const { course } = request;
  const stage = currentStage(policy, course);
  const now = (handed: Handed[]) =>
    stillKnown(reviewersOf(stage, course.stage, company, { ...soFar(course), handed }), course.reviewers);
  const { handed, giver } = handedBy(by, soFar(course).handed, now);
  const mayNot = mayNotTake(
    a,
    reviewers.find(({ id }) => id === to.id),
    stage.need !== 1,
    giver,
  );
  if (mayNot) return refuse(mayNot);

  // Only whom it touches: of others who came to it meanwhile, those whose duty that is find out, and ask them.
  const inItsPlace = course.reviewers.filter((one) => one.for?.id === giver).map(({ id }) => id);
  const touched = ({ id }: Reviewer) => [by.id, to.id, ...inItsPlace].includes(id);
  const after = now(giver === to.id ? handed : [...handed, { by: giver, to: to.id }])
    .filter(touched)
    .map((one) => (one.id === by.id ? (({ onIt: _, ...rest }) => rest)(one) : one));
  const isTheirs = ({ id }: Reviewer) => id === to.id;
  const them = withReminders(stage, after.filter(isTheirs), { policy, company, now: a.now });
  const is: Pending = {
    ...request,
    asked: everAsked(request, them),
    course: {
      ...course,
      reviewers: [
        ...course.reviewers.filter((one) => !touched(one)),
        ...after.filter((one) => !isTheirs(one)),
        ...them,
      ],
    },
  };
  return {
    ok: true,
    is,
    change: {
      steps: [{ do: 'ask-again', request: is }],
      notices: [
        ...redrawForThem(is, background).filter((one) => one.to !== by.id && one.to !== to.id),
        ...redrawFor([by], is.id, { kind: 'decided', request: is }),
        ...askPersonally(is, background, 'handed', them),
      ],
      audit: [ofRequest('request.handed-over', is, { by: by.id, why: `to ${to.id}` })],
    },
  };
}

/** Everybody of the company to whom somebody could hand a decision that is theirs to make. */
export function whoMayTakeOver({
  request,
  by,
  policy,
  company,
}: Pick<PassingOn, 'request' | 'by' | 'policy' | 'company'>): Colleague[] {
  if (request.state !== 'pending') return [];
  const { course } = request;
  const stage = currentStage(policy, course);
  const now = (handed: Handed[]) => reviewersOf(stage, course.stage, company, { ...soFar(course), handed });
  const reviewers = reviewersNow(request, { policy, company });
  const { giver } = handedBy(by, soFar(course).handed, now);
  return company.people.filter(
    (to) =>
      !mayNotTake(
        { request, by, company, to },
        reviewers.find(({ id }) => id === to.id),
        stage.need !== 1,
        giver,
      ),
  );
}

type Handed = SoFar['handed'][number];

/**
 * Whose place is handed over, and what was handed before and stays so: who is asked only because it was handed to them hands on the place
 * of whoever gave it.
 */
function handedBy(
  by: Speaker,
  handed: Handed[],
  reviewersWith: (handed: Handed[]) => Reviewer[],
): { handed: Handed[]; giver: string } {
  const got = handed.find((one) => one.to === by.id);
  const without = handed.filter((one) => one !== got && one.by !== by.id);
  const isAskedAnyway = reviewersWith(without).some(({ id, told }) => id === by.id && told);
  return got && !isAskedAnyway
    ? { handed: without, giver: got.by }
    : { handed: handed.filter((one) => one.by !== by.id), giver: by.id };
}

/** Why a colleague cannot take it over; undefined when they can. */
function mayNotTake(
  { to, by, company, request }: Pick<PassingOn, 'to' | 'by' | 'company' | 'request'>,
  reviewer: Reviewer | undefined,
  manyMustAgree: boolean,
  giver: string,
): Refusal | undefined {
  if (to.id === by.id) return { why: 'is-oneself' };
  if (company.concerned.some((one) => isSelf(one, to.id))) return { why: 'concerns-them', person: to.name };
  if (!(isApprover(to) || reviewer)) return { why: 'may-not-decide', person: to.name };
  if (to.id === giver) return undefined;
  const answered = request.state === 'pending' && request.course.reviews.some((one) => one.by.id === to.id);
  // Nobody answers for two others; and where several must agree, whoever is asked anyway does not for one.
  const standsIn = reviewer?.for?.how === 'handed';
  return answered || standsIn || (reviewer?.told && manyMustAgree)
    ? { why: 'asked-already', person: to.name }
    : undefined;
}
