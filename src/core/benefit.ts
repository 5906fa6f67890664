import type { Price } from './price';
import type { Day } from './time';

/** The four kinds in which Partner Center lists benefits. */
export const categories = ['software', 'cloud', 'visual-studio', 'support'] as const;
export type Category = (typeof categories)[number];

/** How a benefit reaches its holder: a product key, an act of an admin in Partner Center, or nothing to hand over (CALs). */
export const deliveries = ['key', 'assign', 'none'] as const;
export type Delivery = (typeof deliveries)[number];

/** The package a benefit came with, and the days between which it may be given. */
export interface Package {
  id: string;
  name: string;
  starts: Day;
  ends: Day;
  /** The membership behind it, where that ends on another day. */
  membershipEnds?: Day;
  /** So long after the end of the membership what was given before may still be used (30 days: "Get the Action Pack", FAQ, 2023). */
  graceDays: number;
}

/** What an admin may set for a benefit (`benefits set`). An absent one means: nobody is warned, nobody is asked. */
export interface BenefitSettings {
  /** The admins are warned when less than this is left. */
  lowStock?: number;
  /** After so many days a holder is asked whether they still need it … */
  stillNeededDays?: number;
  /** … and has so many days to answer. */
  answerDays: number;
  /** So many days before something lapses, it is said. */
  noticeDays: number[];
  /** So many days Microsoft usually takes to activate it. */
  leadDays: number;
  /** So many days an admin has for a task. */
  taskDays: number;
  /** What one unit would cost for a year, where an admin has said so. */
  price?: Price;
  /** So many hours the next one on the waiting list has to take an offer. */
  offerHours: number;
}

/** One row of a membership: so many units of something that the company may use. */
export interface Benefit {
  id: string;
  name: string;
  category: Category;
  /** The allocation, in `unit`s. */
  quantity: number;
  unit: string;
  delivery: Delivery;
  package: Package;
  settings: BenefitSettings;
  /** Since this day it is no longer part of the package: not given any more. */
  droppedOn?: Day;
  /** The last day on which the right can be exercised, where the programme names one. */
  activateBy?: Day;
  instructions: { en?: string; zhTW?: string };
  languages: string[];
  systems: string[];
  /** May hold `{language}` and `{system}`, which are replaced by what the holder chose. */
  downloadUrl?: string;
}

/** What stock there is behind a keyed benefit: counted units, or keys that everybody may share. */
export interface Stock {
  /** Live holdings and approved requests whose task is not done, in units of the allocation. */
  held: number;
  /** Free units of keys with a finite number of holders; absent when the benefit has no such key. */
  freeUnits?: number;
  /** There is a key without units: the same for all, or an instruction in place of a key. */
  shared: boolean;
  /** Units that are out of use for now (a key that does not work), and for ever (a spent activation). */
  setAside: number;
  retired: number;
  /** Requests on the waiting list. */
  waiting: number;
  /** How many seats the next cloud token carries, and all free ones together. */
  nextToken?: number;
  freeSeats?: number;
}

export type Stocked = Benefit & { stock: Stock };

/** What a person sees as left: the allocation less what is held, and no more than there are free units; of tokens, the seats they carry. */
export function left({ quantity, stock }: Stocked): number {
  const allocation = Math.max(0, quantity - stock.held);
  if (stock.freeUnits === undefined || stock.shared) return allocation;
  return Math.min(allocation, stock.freeSeats ?? stock.freeUnits);
}

/** A keyed benefit for which no key has been imported yet. */
export const withoutKeys = ({ delivery, stock }: Stocked): boolean =>
  delivery === 'key' && stock.freeUnits === undefined && !stock.shared;

/**
 * What kind of thing a benefit is, which decides how it is given, moved and taken back.
 * `key`: a product key. `bare`: counted, nothing to hand over (CALs). `token`: a cloud key that carries seats and is redeemed once.
 * `order`: seats set up by an admin, such as a $0 order. `credit`: money for one person. `subscription`: Visual Studio, per named person.
 * `contract`: support, incidents or hours.
 */
export type Kind = 'key' | 'bare' | 'token' | 'order' | 'credit' | 'subscription' | 'contract';

/** The kind of a benefit, by its category, its delivery and its unit. */
export function kindOf({ category, delivery, unit }: Pick<Benefit, 'category' | 'delivery' | 'unit'>): Kind {
  if (delivery === 'key') return category === 'cloud' ? 'token' : 'key';
  if (category === 'support') return 'contract';
  if (delivery === 'none') return 'bare';
  if (moneyUnits.test(unit)) return 'credit';
  return category === 'visual-studio' ? 'subscription' : 'order';
}

/** Units of which one person may need several: the form asks how many. */
const countedUnits = /^(core|cal|seat|incident|hour)s?$/i;

/** Money cannot be shared out: whoever holds a credit holds all of it (usage-based Azure credit: one person per credit). */
const moneyUnits = /^[a-z]{3} per (month|year)$/i;

/**
 * How many units of the allocation a new holding takes, and whether the form asks for it. `whole`: whatever is asked for, so many
 * are given, because a token cannot be split ("Cloud services", Partner Center documentation, 2023).
 */
export function quantityOf(
  benefit: Stocked,
): { asks: true; most: number; whole?: number } | { asks: false; takes: number } {
  const carries = kindOf(benefit) === 'token' ? benefit.stock.nextToken : undefined;
  if (carries) return { asks: true, most: carries, whole: carries };
  if (countedUnits.test(benefit.unit)) return { asks: true, most: benefit.quantity };
  if (moneyUnits.test(benefit.unit)) return { asks: false, takes: benefit.quantity };
  return { asks: false, takes: 1 };
}

/** The download address for what the holder chose; undefined where the benefit has none. */
export function downloadFor(
  benefit: Pick<Benefit, 'downloadUrl'>,
  chosen: { language?: string | undefined; system?: string | undefined },
): string | undefined {
  return benefit.downloadUrl
    ?.replaceAll('{language}', encodeURIComponent(chosen.language ?? ''))
    .replaceAll('{system}', encodeURIComponent(chosen.system ?? ''));
}
