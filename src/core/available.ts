import { type Benefit, left, type Stocked } from './benefit';
import type { Refusal } from './refusal';
import { addDays, type Day, dayOf, type Instant } from './time';

/** The last day on which a benefit may be given. */
export const lastDayOf = ({ activateBy, package: { ends } }: Pick<Benefit, 'activateBy' | 'package'>): Day =>
  activateBy && activateBy < ends ? activateBy : ends;

/** The last day on which what was given before may still be used: the end of the membership and its grace time. */
export const usableUntil = ({
  package: { ends, membershipEnds, graceDays },
}: Pick<Benefit, 'package'>): Day => addDays(membershipEnds ?? ends, graceDays);

/**
 * Why a benefit cannot be given today, whoever asks and whatever is left; undefined when it can. Where several days are over, the
 * one that weighs most is named: the membership before the package.
 */
export function unavailable(benefit: Benefit, now: Instant): Refusal | undefined {
  const today = dayOf(now);
  const {
    name,
    droppedOn,
    package: { starts },
  } = benefit;
  if (droppedOn && today >= droppedOn) return { why: 'dropped', benefit: name, on: droppedOn };
  if (today < starts) return { why: 'not-begun', benefit: name, from: starts };
  const usable = usableUntil(benefit);
  if (today > usable) return { why: 'membership-over', benefit: name, on: usable };
  const lastDay = lastDayOf(benefit);
  return today > lastDay ? { why: 'ended', benefit: name, on: lastDay } : undefined;
}

/**
 * Why a benefit will not be given any more, whatever comes back; undefined where it can be, or may be one day: before it begins, and
 * while a package that has ended may still be renewed, which is its grace time.
 */
export function gone(benefit: Benefit, now: Instant): Refusal | undefined {
  const obstacle = unavailable(benefit, now);
  const tooLate = benefit.activateBy !== undefined && dayOf(now) > benefit.activateBy;
  const mayComeBack = obstacle?.why === 'not-begun' || (obstacle?.why === 'ended' && !tooLate);
  return mayComeBack ? undefined : obstacle;
}

/** Somebody who is given a benefit now gets it at once: enough is left, and nobody waits for it. */
export const isAtHand = (benefit: Stocked, quantity: number): boolean =>
  benefit.stock.waiting === 0 && left(benefit) > 0 && quantity <= benefit.quantity - benefit.stock.held;
