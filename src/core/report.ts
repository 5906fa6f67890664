import { type Benefit, left, type Stocked } from './benefit';
import { lapsesOf, type Redeemed, together } from './lapse';
import type { LapsingTogether } from './notice';
import type { Named } from './person';
import { type Price, totals } from './price';
import { addDays, type Day, daysBetween } from './time';

/** The days a report is about, both of them whole. */
export interface Period {
  from: Day;
  to: Day;
}

/** How long something took, in seconds: half of all times took no longer than the median, nine of ten no longer than `p90`. */
export interface Times {
  count: number;
  median: number;
  p90: number;
}

/** What the database tells of a benefit. What has come to nothing is absent. */
export interface Counted {
  /**
   * In the period: how often it was asked for, approved (by a person or a rule, and not cancelled since) and refused, and how long it took from
   * asking to having.
   */
  asked?: number;
  approved?: number;
  denied?: number;
  having?: Times;
  /** Now: requests that wait for a decision, and since when the first one on the waiting list waits. */
  pending?: number;
  waitingSince?: string;
  /** Now: units of keys that somebody has held for `idleAfter` days and never looked at. */
  idle?: number;
}

/** Everything a report is made of. */
export interface Gathered {
  benefits: readonly Stocked[];
  counted: ReadonlyMap<string, Counted>;
  /** Of all benefits together. */
  all: Counted;
  approvers: ReadonlyArray<{ person: Named; answering: Times }>;
  tokens: ReadonlyMap<string, Redeemed[]>;
}

/** A benefit as the report tells it. */
export interface Use extends Counted {
  benefit: Pick<Benefit, 'id' | 'name' | 'unit'>;
  package: string;
  allocation: number;
  held: number;
  left: number;
  waiting: number;
  /** What the units nobody holds would cost for a year. */
  unused?: Price;
}

/** What came of the membership in some days, and how it stands. */
export interface Report {
  period: Period;
  all: Counted;
  /** By how much of it is used, the most used first. */
  use: Use[];
  approvers: Gathered['approvers'];
  /** Of which somebody waits while units lie idle, the most waited for first. */
  scarce: Use[];
  /** What lapses within `lapsesWithin` days of the last day. */
  lapses: LapsingTogether[];
  /** What is unused of everything that has a price, by currency. */
  money: Price[];
}

/** Whoever has held a key for so many days and never looked at it may not need it. */
export const idleAfter = 30;
const lapsesWithin = 90;
/** In days. */
export const periods = [30, 90] as const;
/** Where nobody says how many days. */
export const daysUsually = periods[0];
const longest = 3660;

/** So many days up to today. */
export const lately = (today: Day, days: number): Period => ({ from: addDays(today, 1 - days), to: today });

/** Whether a report can be about these days. */
export const isSound = ({ from, to }: Period, today: Day): boolean =>
  from <= to && to <= today && daysBetween(from, to) < longest;

/** How much of an allocation is held, from 0 to 1. */
export const share = ({ held, allocation }: Pick<Use, 'held' | 'allocation'>): number =>
  allocation === 0 ? 0 : Math.min(1, held / allocation);

/** Puts together what a report tells. */
export function reportOf(period: Period, { benefits, counted, all, approvers, tokens }: Gathered): Report {
  const today = period.to;
  const use = benefits
    .filter(({ droppedOn }) => droppedOn === undefined || droppedOn > today)
    .map((benefit) => useOf(benefit, counted.get(benefit.id) ?? {}))
    .sort((one, other) => share(other) - share(one) || other.held - one.held || byName(one, other));
  const lapsing = benefits.flatMap((benefit) => {
    const redeemed = tokens.get(benefit.id) ?? [];
    return lapsesOf(benefit, redeemed, today)
      .filter(({ on }) => daysBetween(today, on) <= lapsesWithin)
      .map((lapse) => ({ benefit, lapse, tokens: redeemed }));
  });
  return {
    period,
    all,
    use,
    approvers,
    scarce: use
      .filter((one) => one.waiting + (one.pending ?? 0) > 0 && (one.idle ?? 0) > 0)
      .sort((one, other) => queued(other) - queued(one) || byName(one, other)),
    lapses: together(lapsing, today),
    money: totals(use.flatMap(({ unused }) => unused ?? [])),
  };
}

const queued = ({ waiting, pending = 0 }: Use): number => waiting + pending;
const byName = (one: Use, other: Use): number => (one.benefit.name < other.benefit.name ? -1 : 1);

function useOf(benefit: Stocked, counted: Counted): Use {
  const { id, name, unit, quantity, stock, settings } = benefit;
  const free = Math.max(0, quantity - stock.held);
  return {
    ...counted,
    benefit: { id, name, unit },
    package: benefit.package.name,
    allocation: quantity,
    held: stock.held,
    left: left(benefit),
    waiting: stock.waiting,
    ...(settings.price && {
      unused: { currency: settings.price.currency, hundredths: settings.price.hundredths * free },
    }),
  };
}
