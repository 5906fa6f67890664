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
}

export type Stocked = Benefit & { stock: Stock };

/** What a person sees as left: the allocation less what is held, and no more than there are free units. */
export function left({ quantity, stock }: Stocked): number {
  const allocation = Math.max(0, quantity - stock.held);
  if (stock.freeUnits === undefined || stock.shared) return allocation;
  return Math.min(allocation, stock.freeUnits);
}

/** A keyed benefit for which no key has been imported yet. */
export const withoutKeys = ({ delivery, stock }: Stocked): boolean =>
  delivery === 'key' && stock.freeUnits === undefined && !stock.shared;

/** Units of which one person may need several: the form asks how many. */
const countedUnits = /^(core|cal|seat|incident|hour)s?$/i;

/** Money cannot be shared out: whoever holds a credit holds all of it (usage-based Azure credit: one person per credit). */
const moneyUnits = /^[a-z]{3} per (month|year)$/i;

/** How many units of the allocation a new holding takes, and whether the form asks for it. */
export function quantityOf(benefit: Benefit): { asks: true; most: number } | { asks: false; takes: number } {
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
