import type { NotAKey } from '../core/key-text';
import type { KeyType } from '../core/key-type';
import { normalName } from '../core/product-name';
import type { KeyRow } from './keys-csv';
import type { Item } from './problem';

const linesShown = 5;

/** Where rows of one kind stand: all counted, the first few named. */
interface Skipped {
  count: number;
  lines: { line: number; nth: number; product: string | null }[];
}

export interface KeysSummary {
  rows: number;
  keys: number;
  instructions: number;
  /** A key met again under the same product. */
  repeats: number;
  /** A key met again under another product: one key, one more name. */
  moreProducts: number;
  types: Partial<Record<KeyType, number>>;
  skipped: Map<NotAKey, Skipped>;
}

/** What a row adds to those before it. Type and seats of the first hold for all. */
export type Added =
  | { kind: 'first'; row: KeyRow }
  | { kind: 'more-products'; row: KeyRow }
  | { kind: 'repeat' }
  | { kind: 'skipped' };

/**
 * Counts a file of keys while it is read. The same key in any spelling is one key; under several product names it is one key with
 * several names. Holds the canonical form of each different key, and nothing of the repeats.
 */
export function summariseKeys(): { add: (item: Item<KeyRow>) => Added; summary: Readonly<KeysSummary> } {
  const summary: KeysSummary = {
    rows: 0,
    keys: 0,
    instructions: 0,
    repeats: 0,
    moreProducts: 0,
    types: {},
    skipped: new Map(),
  };
  // The first product of a key is what most keys have: a set is only made for the second.
  const productsOf = new Map<string, string | Set<string>>();
  const names = new Map<string | null, string>();
  const nameOf = (product: string | null): string => {
    const known = names.get(product) ?? (product === null ? '' : normalName(product));
    names.set(product, known);
    return known;
  };

  const add = (item: Item<KeyRow>): Added => {
    summary.rows++;
    if ('problem' in item) {
      const { why, product } = item.problem;
      const skipped = summary.skipped.get(why) ?? { count: 0, lines: [] };
      skipped.count++;
      if (skipped.lines.length < linesShown) skipped.lines.push({ line: item.line, nth: item.nth, product });
      summary.skipped.set(why, skipped);
      return { kind: 'skipped' };
    }
    const { row } = item;
    const product = nameOf(row.product);
    const products = productsOf.get(row.canonical);
    if (products === undefined) {
      productsOf.set(row.canonical, product);
      if (row.kind === 'key') summary.keys++;
      else summary.instructions++;
      summary.types[row.type] = (summary.types[row.type] ?? 0) + 1;
      return { kind: 'first', row };
    }
    if (typeof products === 'string' ? products === product : products.has(product)) {
      summary.repeats++;
      return { kind: 'repeat' };
    }
    if (typeof products === 'string') productsOf.set(row.canonical, new Set([products, product]));
    else products.add(product);
    summary.moreProducts++;
    return { kind: 'more-products', row };
  };
  return { add, summary };
}
