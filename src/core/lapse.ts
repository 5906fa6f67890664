import { usableUntil } from './available';
import { type Benefit, kindOf, left, type Stocked } from './benefit';
import type { Holding } from './holding';
import type { Lapse, LapsingTogether } from './notice';
import { addDays, type Day, dayOf, daysBetween } from './time';

/** What decides when a holding comes to its end. */
export type Held = Pick<
  Holding,
  'id' | 'person' | 'quantity' | 'since' | 'key' | 'shown' | 'inTime' | 'activateBy'
>;

/** The seats of a token that was redeemed, and the last day on which they may be used. */
export interface Redeemed {
  quantity: number;
  until: Day;
}

/** A warning that was given: so many days before a day. */
export interface Told {
  on: Day;
  days: number;
}

/**
 * A redeemed cloud token runs so many days from its redemption, whatever becomes of the membership ("Get the Action Pack", FAQ,
 * Partner Center documentation, 2023: a year from activation). When it was redeemed nobody tells us, so it counts from the day on
 * which it was given.
 */
const daysOfToken = 365;

/** The last day of a token that was given at this moment and shown to its holder. */
export const tokenRunsUntil = (since: string): Day => addDays(dayOf(since), daysOfToken);

/**
 * Whether a holding has a life of its own, apart from the membership's: a token that was redeemed, as far as we can know. Of which nobody
 * had a look by the last day to redeem it, that was not.
 */
export const runsByItself = (
  benefit: Pick<Benefit, 'category' | 'delivery' | 'unit'>,
  { inTime }: Pick<Held, 'inTime'>,
): boolean => kindOf(benefit) === 'token' && inTime === true;

/** The last day on which a holding may be used. */
export const lastsUntil = (
  benefit: Pick<Benefit, 'category' | 'delivery' | 'unit' | 'package'>,
  held: Pick<Held, 'since' | 'inTime'>,
): Day => (runsByItself(benefit, held) ? tokenRunsUntil(held.since) : usableUntil(benefit));

/** What lapses of a benefit from a day on, the soonest first: each day once, and what weighs most of what lapses on it. */
export function lapsesOf(benefit: Benefit, tokens: readonly Redeemed[], today: Day): Lapse[] {
  const { activateBy, droppedOn, package: pack } = benefit;
  // What is no longer part of the package is not given any more, so only its use can still lapse.
  const given = droppedOn === undefined || today < droppedOn;
  const all: Lapse[] = [
    ...(given && activateBy ? [{ what: 'activate-by', on: activateBy } as const] : []),
    ...(given ? [{ what: 'package', on: pack.ends } as const] : []),
    ...tokens.map(({ until }) => ({ what: 'token', on: until }) as const),
    { what: 'grace', on: usableUntil(benefit) },
  ];
  // Tokens run by themselves, so theirs is another matter even on the same day.
  const byDay = new Map(
    all
      .filter(({ on }) => on >= today)
      .map((lapse): [string, Lapse] => [`${lapse.on} ${lapse.what === 'token'}`, lapse]),
  );
  return [...byDay.values()].sort(bySoonest);
}

const bySoonest = (one: Lapse, other: Lapse): number => one.on.localeCompare(other.on);

/** The number under which it is noted that a day which is over was spoken of. */
const afterwards = -1;

/** The last day to activate it, when it is over and nobody has been told of those who missed it. */
export function unsaidDay(
  { activateBy }: Pick<Benefit, 'activateBy'>,
  told: readonly Told[],
  today: Day,
): Day | undefined {
  if (!activateBy || activateBy >= today) return undefined;
  return told.some(({ on, days }) => on === activateBy && days === afterwards) ? undefined : activateBy;
}

/**
 * Of which lapses a warning is due today. The numbers of days are those of the benefit's settings, and each is used once: of those
 * that have come, only the nearest, so that nobody gets five warnings at once when the bot was off, or came late.
 *
 * @param missed who had not looked at their key by the last day to activate it: that is said once, when the day is over
 * @returns the lapses, each with the number of days that is now used up
 */
export function dueWarnings(
  benefit: Benefit,
  tokens: readonly Redeemed[],
  told: readonly Told[],
  today: Day,
  missed: readonly Held[] = [],
): Array<{ lapse: Lapse; days: number }> {
  const coming = lapsesOf(benefit, tokens, today).flatMap((lapse) => {
    const remaining = daysBetween(today, lapse.on);
    const come = benefit.settings.noticeDays.filter((days) => days >= remaining);
    const days = Math.min(...come);
    const known = told.some((one) => one.on === lapse.on && one.days <= days);
    return come.length === 0 || known ? [] : [{ lapse, days }];
  });
  const over = missed.length > 0 ? unsaidDay(benefit, told, today) : undefined;
  return [...(over ? [{ lapse: { what: 'missed', on: over } as const, days: afterwards }] : []), ...coming];
}

/** A benefit, what of it lapses, and the tokens of it that were redeemed. */
export interface Lapsing {
  benefit: Stocked;
  lapse: Lapse;
  tokens: readonly Redeemed[];
  /** Who had not looked at their key by the last day to activate it. */
  missed?: readonly Held[];
}

/** What lapses together, in one line each: by package, day and what it is, the soonest first. What nobody holds cannot run out for anybody. */
export function together(lapsing: readonly Lapsing[], today: Day): LapsingTogether[] {
  const groups = new Map<string, LapsingTogether>();
  for (const one of lapsing) {
    const { benefit, lapse } = one;
    const counted = countsOf(one);
    if (!counted) continue;
    const name = [benefit.package.id, lapse.what, lapse.on].join();
    const group = groups.get(name) ?? {
      package: benefit.package.name,
      lapse,
      days: daysBetween(today, lapse.on),
      benefits: [],
    };
    groups.set(name, group);
    group.benefits.push({ name: benefit.name, ...counted });
  }
  return [...groups.values()].sort((one, other) => bySoonest(one.lapse, other.lapse));
}

function countsOf({
  benefit,
  lapse: { what, on },
  tokens,
  missed = [],
}: Lapsing): Omit<LapsingTogether['benefits'][number], 'name'> | undefined {
  const { held } = benefit.stock;
  if (what === 'missed')
    return {
      held: missed.reduce((total, { quantity }) => total + quantity, 0),
      missedBy: [...new Set(missed.map(({ person }) => person.name))],
    };
  if (what === 'activate-by' || what === 'package') return { held, unused: left(benefit) };
  const running = sum(tokens.filter(({ until }) => what === 'grace' || until === on));
  const ending = what === 'grace' ? held - running : running;
  return ending > 0 ? { held: ending } : undefined;
}

const sum = (tokens: readonly Redeemed[]): number =>
  tokens.reduce((total, { quantity }) => total + quantity, 0);
