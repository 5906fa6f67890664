import { ofRequest } from './audit';
import { beginStage } from './begin-stage';
import type { Stocked } from './benefit';
import { distinct, redrawFor, tell } from './change';
import { noLongerTold, type Review, type Reviewer } from './course';
import { bothOf } from './hand-over';
import type { Background } from './notice';
import { afterApproval } from './offer';
import type { Speaker } from './person';
import type { Decision, Pending } from './request';
import type { Deciders, Progress } from './review';
import { askThem, redrawForBoth, redrawForThem } from './tell-reviewers';
import type { Instant } from './time';

/** What it takes to go on after a yes that was not the last one. */
export interface GoingOn extends Deciders {
  /** As it was looked at; and with the quantity that whoever agreed leaves of it. */
  request: Pending;
  lowered: Pending;
  by: Speaker;
  review: Review;
  progress: Exclude<Progress, { is: 'decided' }>;
  /** As it was before anybody lowered the quantity. */
  background: Background;
  benefit: Stocked;
  now: Instant;
}

/**
 * Somebody has agreed, and more have to: those of the same stage see who has, or those of the next stage are asked. A request of which
 * less is left, or which is in another stage, is a new version: an old card of it decides nothing.
 */
export function goesOn(a: GoingOn): Decision<Pending> {
  const { request, lowered, review, progress } = a;
  const background = { holds: a.background.holds, ...afterApproval(a.benefit, lowered.quantity) };
  const { course } = request;
  const reviews = [...course.reviews, review];
  const changed = progress.is === 'next' || lowered.quantity !== request.quantity;
  const { escalateAt: _, escalatedAt: __, expireAt: ___, ...lasting } = course;
  const now =
    progress.is === 'next'
      ? { ...lasting, ...beginStage(progress.stage, course.stage + 1, a, a.now, reviews) }
      : course;
  const is: Pending = {
    ...lowered,
    version: request.version + (changed ? 1 : 0),
    asked: everAsked(request, now.reviewers),
    course: { ...now, reviews },
  };
  const others = noLongerTold(request.asked, now);
  return {
    ok: true,
    is,
    change: {
      steps: [
        { do: 'ask-again', request: is },
        { do: 'review', request, review, verdict: 'approve' },
      ],
      notices:
        progress.is === 'next'
          ? [
              ...redrawFor(others, is.id, { kind: 'decided', request: is }),
              ...redrawForBoth(is, background),
              ...askThem(is, background, a.company),
              ...bothOf(is).map((to) =>
                tell(to, is.id, { kind: 'stage-passed', request: is, review, reader: to.id }),
              ),
            ]
          : redrawForThem(is, background),
      audit: [
        ofRequest('request.agreed', is, { by: a.by.id, why: `stage ${course.stage} of ${course.stages}` }),
      ],
    },
  };
}

/** Everybody who was ever asked, those who are asked now included. */
export const everAsked = ({ asked }: Pending, reviewers: Reviewer[]) =>
  distinct([...asked, ...reviewers.filter(({ told }) => told)]).map(({ id, name }) => ({ id, name }));
