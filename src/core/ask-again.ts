import { everAsked } from './agree';
import { ofRequest } from './audit';
import { type Addressed, type Change, redrawFor } from './change';
import { bothOf } from './hand-over';
import type { Background } from './notice';
import type { Named } from './person';
import { withReminders } from './policy/silence';
import type { Pending } from './request';
import { currentStage, type Deciders, reviewersNow } from './review';
import { askThem, redrawAsItIs } from './tell-reviewers';
import type { Instant } from './time';

/** Everything that asking again must know. The caller has locked the request. */
export interface AskingAgain extends Deciders {
  request: Pending;
  background: Background;
  now: Instant;
}

/** Whether others are to be asked about a request than are. Cheap, so that it can be asked of all that wait. */
export function whoIsAskedDiffers(request: Pending, deciders: Deciders): boolean {
  const asked = reviewersNow(request, deciders).filter(({ told }) => told);
  const before = request.course.reviewers.filter(({ told }) => told);
  return (
    asked.length > 0 &&
    (asked.length !== before.length || asked.some(({ id }) => !before.some((one) => one.id === id)))
  );
}

/**
 * Others decide now than those who were asked: somebody has left or decides no more, is away, or came to it. Those are asked who were
 * not yet; whoever decides it no more sees so. The request stays as it is, so that a card of it stays good.
 *
 * @returns undefined when those who are asked are those who were
 */
export function askAgain(a: AskingAgain): { is: Pending; change: Change } | undefined {
  const { request, policy, company, background, now } = a;
  const { course } = request;
  const before = course.reviewers.filter(({ told }) => told);
  const reviewers = reviewersNow(request, a);
  const asked = reviewers.filter(({ told }) => told);
  const fresh = asked.filter(({ id }) => !before.some((one) => one.id === id));
  const over = before.filter(({ id }) => !asked.some((one) => one.id === id));
  if (fresh.length === 0 && over.length === 0) return undefined;
  // Nobody is there to ask: as soon as somebody is, they are.
  if (asked.length === 0) return undefined;

  const timed = withReminders(currentStage(policy, course), fresh, { policy, company, now });
  const is: Pending = {
    ...request,
    asked: everAsked(request, reviewers),
    course: { ...course, reviewers: reviewers.map((one) => timed.find(({ id }) => id === one.id) ?? one) },
  };
  const { id } = is;
  const wasAsked = (one: Named): boolean => request.asked.some((before) => before.id === one.id);
  return {
    is,
    change: {
      steps: [{ do: 'ask-again', request: is }],
      notices: [
        ...redrawFor(over, id, { kind: 'decided', request: is }),
        // What they were shown while it did not wait for them is good no more, also where its message comes with others in one.
        ...redrawAsItIs(is, background, [...fresh.filter(wasAsked), ...bothOf(is)]),
        ...askThem(is, background, company, undefined, fresh),
      ] satisfies Addressed[],
      audit: fresh.length > 0 ? [ofRequest('request.asked-again', is)] : [],
    },
  };
}
