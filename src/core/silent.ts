import { everAsked } from './agree';
import { ofRequest } from './audit';
import type { Change } from './change';
import { type Reviewer, stillAsked } from './course';
import type { Background } from './notice';
import { hasInHand, nextReminder, withReminders } from './policy/silence';
import type { Pending } from './request';
import { currentStage, type Deciders, reviewersNow } from './review';
import { askThem, redrawForThem } from './tell-reviewers';
import type { Instant } from './time';
import { cancelled, withdraw } from './withdraw';

/** What looking at a request that nobody answers must know. */
export interface Silent extends Deciders {
  request: Pending;
  background: Background;
  now: Instant;
}

/**
 * What silence leads to now, the last thing first: nothing comes of the request, others are asked too, or whoever is silent is reminded;
 * undefined when nothing is due.
 */
export function atSilence(a: Silent): Change | undefined {
  const { request, now } = a;
  const { expireAt, escalateAt, escalatedAt } = request.course;
  if (expireAt && expireAt <= now) return cancelled(withdraw(request, { because: 'expired' }, now));
  if (escalateAt && escalateAt <= now && !escalatedAt) return escalate(a);
  return remind(a);
}

/** Others are asked too. Those who are silent go on being asked. */
function escalate(a: Silent): Change {
  const { request, policy, company, background, now } = a;
  const before = { ...request, course: { ...request.course, escalatedAt: now } };
  const { course } = before;
  const stage = currentStage(policy, course);
  const reviewers = reviewersNow(before, a);
  const wereAsked = course.reviewers.filter(({ told }) => told);
  const fresh = withReminders(
    stage,
    reviewers.filter((one) => one.told && !wereAsked.some(({ id }) => id === one.id)),
    { policy, company, now },
  );
  const is: Pending = {
    ...before,
    asked: everAsked(request, reviewers),
    course: { ...course, reviewers: reviewers.map((one) => fresh.find(({ id }) => id === one.id) ?? one) },
  };
  const isFresh = (person: string) => fresh.some(({ id }) => id === person);
  return {
    steps: [{ do: 'ask-again', request: is }],
    notices: [
      ...redrawForThem(is, background).filter(({ to }) => !isFresh(to)),
      ...askThem(is, background, company, 'escalated', fresh),
    ],
    audit: [ofRequest('request.escalated', is)],
  };
}

/** Whoever is silent is reminded; as long as somebody has it in hand, only they, if they are written to at all. The gaps grow. */
function remind({ request, policy, company, background, now }: Silent): Change | undefined {
  const { course } = request;
  const silent = stillAsked(course);
  const due = silent.filter(({ remindAt }) => remindAt && remindAt <= now);
  if (due.length === 0) return undefined;
  const stage = currentStage(policy, course);
  const reminded = (one: Reviewer): Reviewer => {
    const { remindAt: _, ...rest } = one;
    const reminders = one.reminders + 1;
    const next = nextReminder(stage, one, reminders, { policy, company, now });
    return { ...rest, reminders, ...(next && { remindAt: next }) };
  };
  const inHand = course.reviewers.filter((one) => hasInHand(stage, one, course, { policy, company, now }));
  const told = inHand.length > 0 ? due.filter((one) => inHand.includes(one)) : due;
  const is: Pending = {
    ...request,
    course: {
      ...course,
      reviewers: course.reviewers.map((one) => (due.includes(one) ? reminded(one) : one)),
    },
  };
  return {
    steps: [{ do: 'ask-again', request: is }],
    notices: askThem(is, background, company, 'silent', told),
    audit: told.length > 0 ? [ofRequest('request.reminded', is)] : [],
  };
}
