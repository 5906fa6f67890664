import { type Category, categories, type Delivery, deliveries } from '../core/benefit';
import { longestInstruction } from '../core/key-text';
import { normalName } from '../core/product-name';
import {
  asName,
  date,
  list,
  maybe,
  named,
  needed,
  oneOf,
  onlyOnce,
  optional,
  url,
  wholeNumber,
} from './cells';
import { readTable } from './csv-table';
import type { FileSource } from './file-text';
import type { Reading } from './limits';
import { BadFile, type Item } from './problem';

/** One benefit of a membership as the file names it; the package it comes with is told beside the file. */
export interface MembershipRow {
  category: Category;
  benefit: string;
  quantity: number;
  unit: string;
  delivery: Delivery;
  instructions: string | null;
  instructionsZh: string | null;
  languages: string[];
  systems: string[];
  /** May hold `{language}` and `{system}`. */
  downloadUrl: string | null;
  /** A day, as 2026-01-31. */
  activateBy: string | null;
}

const required = ['category', 'benefit', 'quantity', 'unit', 'delivery'] as const;
const extra = [
  'instructions',
  'instructions_zh',
  'languages',
  'systems',
  'download_url',
  'activate_by',
] as const;
type Column = (typeof required)[number] | (typeof extra)[number];

/** Words that Partner Center and people use for the same four kinds (names of 2017, 2021 and 2023). */
const otherCategories: Record<string, Category> = {
  'on-prem': 'software',
  'on-premises': 'software',
  'software-benefits': 'software',
  'cloud-service': 'cloud',
  'cloud-services': 'cloud',
  vs: 'visual-studio',
  visualstudio: 'visual-studio',
  'visual-studio-subscriptions': 'visual-studio',
  'developer-tools': 'visual-studio',
  'technical-support': 'support',
};

/** The benefits of a package: `category,benefit,quantity,unit,delivery` and what else a benefit may say about itself. */
export async function* readMembership(
  source: FileSource,
  reading: Reading = {},
): AsyncGenerator<Item<MembershipRow>> {
  let rows = 0;
  const once = onlyOnce('benefit');
  for await (const { line, nth, cells } of readTable<Column>(
    source,
    { required, optional: extra },
    reading,
  )) {
    rows = nth;
    const at = (column: Column) => ({ line, column });
    const benefit = named(at('benefit'), cells.benefit);
    once(line, normalName(benefit));
    const row: MembershipRow = {
      category: oneOf(at('category'), cells.category, categories, otherCategories),
      benefit,
      quantity: wholeNumber(at('quantity'), cells.quantity),
      unit: asName(at('unit'), needed(at('unit'), cells.unit, 40)),
      delivery: oneOf(at('delivery'), cells.delivery, deliveries),
      instructions: maybe(at('instructions'), cells.instructions, longestInstruction),
      instructionsZh: maybe(at('instructions_zh'), cells.instructions_zh, longestInstruction),
      languages: list(at('languages'), cells.languages),
      systems: list(at('systems'), cells.systems),
      downloadUrl: optional(at('download_url'), cells.download_url, url),
      activateBy: optional(at('activate_by'), cells.activate_by, date),
    };
    yield { line, nth, row };
  }
  if (rows === 0) throw new BadFile(null, { code: 'no-rows', of: 'benefits' });
}
