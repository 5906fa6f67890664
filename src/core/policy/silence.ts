import type { Course, Reviewer } from '../course';
import { addHours, type Instant } from '../time';
import type { Policy, Stage } from './policy';
import type { Company } from './reviewers';
import { afterWorking } from './working-hours';

/** What computing reminders must know. */
export interface Clockwork {
  policy: Pick<Policy, 'hours'>;
  company: Pick<Company, 'people'>;
  now: Instant;
}

/**
 * When somebody is next reminded: after so many hours of their own working time, and each further time after twice as many; undefined
 * where the policy reminds nobody.
 * @param reminders how often they were already
 */
export function nextReminder(
  { silence: { remind } }: Stage,
  { id }: Pick<Reviewer, 'id'>,
  reminders: number,
  { policy, company, now }: Clockwork,
): Instant | undefined {
  if (remind === undefined) return undefined;
  const zone = company.people.find((person) => person.id === id)?.zone;
  return afterWorking(now, remind * 2 ** reminders, policy.hours, zone);
}

/** Everybody who is written to, each with the time of their first reminder. */
export const withReminders = (stage: Stage, reviewers: Reviewer[], clockwork: Clockwork): Reviewer[] =>
  reviewers.map((one) => {
    const remindAt = one.told ? nextReminder(stage, one, 0, clockwork) : undefined;
    return remindAt ? { ...one, remindAt } : one;
  });

/** What silence will lead to in a stage that begins now. */
export const silenceFrom = ({ silence }: Stage, now: Instant): Pick<Course, 'escalateAt' | 'expireAt'> => ({
  ...(silence.escalate && { escalateAt: addHours(now, silence.escalate.after) }),
  ...(silence.expire !== undefined && { expireAt: addHours(now, silence.expire) }),
});

/** For so many of the first reminder's gaps the others leave it to somebody who is on it: that one is reminded once, alone. */
const gapsInHand = 2;

/**
 * Whether somebody who has said that they are on it may be trusted to be: they have not answered yet, and it was not so long ago in
 * their working time that the others must be reminded again.
 */
export function hasInHand(
  { silence: { remind } }: Stage,
  { id, onIt }: Reviewer,
  { reviews }: Pick<Course, 'reviews'>,
  { policy, company, now }: Clockwork,
): boolean {
  if (!onIt || remind === undefined || reviews.some(({ by }) => by.id === id)) return false;
  const zone = company.people.find((person) => person.id === id)?.zone;
  return now < afterWorking(onIt, remind * gapsInHand, policy.hours, zone);
}
