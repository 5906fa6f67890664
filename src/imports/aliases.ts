import { normalName } from '../core/product-name';
import { named } from './cells';
import { readTable } from './csv-table';
import type { FileSource } from './file-text';
import type { Reading } from './limits';
import { BadFile, type Item } from './problem';

/** What a product of the key export is called in the membership. */
export interface AliasRow {
  product: string;
  benefit: string;
  /** Which of those so called is meant, where that was said. */
  id?: string;
}

/** The file behind `--map`: `product,benefit`. A product may stand twice only with the same benefit. */
export async function* readAliases(
  source: FileSource,
  reading: Reading = {},
): AsyncGenerator<Item<AliasRow>> {
  let rows = 0;
  const seen = new Map<string, { line: number; benefit: string }>();
  const columns = { required: ['product', 'benefit'], optional: [] } as const;
  for await (const { line, nth, cells } of readTable<'product' | 'benefit'>(source, columns, reading)) {
    rows = nth;
    const product = named({ line, column: 'product' }, cells.product);
    const benefit = named({ line, column: 'benefit' }, cells.benefit);
    const first = seen.get(normalName(product));
    if (first !== undefined && first.benefit !== normalName(benefit)) {
      throw new BadFile(line, { code: 'two-benefits', firstLine: first.line });
    }
    seen.set(normalName(product), first ?? { line, benefit: normalName(benefit) });
    yield { line, nth, row: { product, benefit } };
  }
  if (rows === 0) throw new BadFile(null, { code: 'no-rows', of: 'aliases' });
}
