import { ofRequest } from './audit';
import type { Reviewer } from './course';
import type { Background } from './notice';
import type { Speaker } from './person';
import { type Decision, type Pending, type Request, refuse } from './request';
import { mayNotReview } from './review';
import { redrawForThem } from './tell-reviewers';
import type { Instant } from './time';

/** What saying "I'm on it" must know. */
export interface TakingOn {
  request: Request;
  version: number;
  by: Speaker;
  /** Who may answer the request at this moment. */
  reviewers: Reviewer[];
  background: Background;
  now: Instant;
}

/**
 * Somebody looks into it, asked or not: all the others see so, and are not reminded for a while (`policy/silence.ts` says how long).
 * Saying so again changes nothing.
 */
export function takeOn({ request, version, by, reviewers, background, now }: TakingOn): Decision<Pending> {
  const obstacle = mayNotReview(request, version, by, reviewers);
  if (obstacle) return refuse(obstacle);
  if (request.state !== 'pending') return refuse({ why: 'already-decided' });
  const { course } = request;
  const isTheirs = ({ id }: Reviewer) => id === by.id;
  const own = course.reviewers.find(isTheirs) ?? (reviewers.find(isTheirs) as Reviewer);
  if (own.onIt) return { ok: true, is: request, change: { steps: [], notices: [], audit: [] } };

  const others = course.reviewers.filter((one) => !isTheirs(one));
  const is: Pending = { ...request, course: { ...course, reviewers: [...others, { ...own, onIt: now }] } };
  return {
    ok: true,
    is,
    change: {
      steps: [{ do: 'ask-again', request: is }],
      notices: redrawForThem(is, background),
      audit: [ofRequest('request.claimed', is, { by: by.id })],
    },
  };
}
