import type { Knex } from 'knex';
import type { KeyRow } from '../../imports/keys-csv';
import type { Item } from '../../imports/problem';
import type { OpenVault } from '../vault';
import { note, nowhere, type Places } from './places';

/** Rows with keys that were here before the file, under a name of which a benefit would be made. */
export interface KnownKeys {
  product: string | null;
  /** The benefits that they serve, and go on serving alone. */
  under: string[];
  places: Places;
}

/** A row of the file; `knownUnder`: the benefits that its key served before the file. */
export type Looked = Item<KeyRow> & { knownUnder?: string[] };

interface Looking {
  vault: Pick<OpenVault, 'fingerprint'>;
  /** Whether a benefit would be made for the keys under this name. */
  isNew(product: string | null): boolean;
  /** Ids given to keys of this file so far: those are not known, wherever else in the file they stand. */
  ofThisFile: ReadonlySet<string>;
}

const lookedUpAtOnce = 1_000;

/**
 * Marks the rows that would bring a known key a benefit made by the same file: stock that is here would serve a name that nobody has agreed
 * to.
 */
export async function* lookedUp(
  sql: Knex,
  file: AsyncIterable<Item<KeyRow>>,
  looking: Looking,
): AsyncGenerator<Looked> {
  let some: Item<KeyRow>[] = [];
  for await (const item of file) {
    some.push(item);
    if (some.length < lookedUpAtOnce) continue;
    yield* await marked(sql, some, looking);
    some = [];
  }
  yield* await marked(sql, some, looking);
}

async function marked(
  sql: Knex,
  items: readonly Item<KeyRow>[],
  { vault, isNew, ofThisFile }: Looking,
): Promise<Looked[]> {
  const prints = items.map((item) =>
    'row' in item && isNew(item.row.product) ? vault.fingerprint(item.row.canonical) : undefined,
  );
  const asked = prints.filter((print) => print !== undefined);
  if (asked.length === 0) return [...items];
  const { rows } = await sql.raw(
    `select key.id, encode(key.fingerprint, 'hex') as print, array_agg(b.name order by b.name, b.id) as under
       from product_keys key join pool_benefits pb on pb.pool_id = key.pool_id join benefits b on b.id = pb.benefit_id
      where key.fingerprint = any(?::bytea[]) group by key.id`,
    [asked as unknown as Knex.RawBinding],
  );
  const known = new Map<string, string[]>(
    rows
      .filter(({ id }: { id: string }) => !ofThisFile.has(id))
      .map(({ print, under }: { print: string; under: string[] }) => [print, under]),
  );
  return items.map((item, at) => {
    const knownUnder = known.get(prints[at]?.toString('hex') ?? '');
    return knownUnder ? { ...item, knownUnder } : item;
  });
}

/** Counts one more such row. */
export function noteKnown(all: KnownKeys[], product: string | null, under: string[], at: Item<KeyRow>): void {
  let entry = all.find((one) => one.product === product && one.under.join() === under.join());
  if (!entry) {
    entry = { product, under, places: nowhere() };
    all.push(entry);
  }
  note(entry.places, at);
}
