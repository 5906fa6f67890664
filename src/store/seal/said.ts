import type { Knex } from 'knex';
import type { ChainKey } from '../vault';
import { contentOfRow, leafOf } from './chain';

/** So much is held at once of what rows say, in bytes; the schema lets no single row say more. */
const mostAtOnce = 16_000_000;
/** Rows that say no more than this are read together, however many were asked for. */
const short = 2_000;

/** How much a row says, before it is made one text. */
const sizeOfRow =
  'octet_length(action) + coalesce(octet_length(why), 0) + coalesce(octet_length(details::text), 0)';

/** Ids of rows that can be read in one go: many that say little, or few that say much. */
export function* together(rows: ReadonlyArray<{ id: number; size: number }>): Generator<number[]> {
  let [some, size]: [number[], number] = [[], 0];
  for (const row of rows) {
    if (some.length > 0 && size + row.size > mostAtOnce) {
      yield some;
      [some, size] = [[], 0];
    }
    some.push(row.id);
    size += row.size;
  }
  if (some.length > 0) yield some;
}

/** Reads what rows of the ledger say, in no order, and holds little of it at a time. A row that is gone is passed over. */
export async function readRows(
  sql: Knex,
  ids: readonly number[],
  take: (id: number, content: string) => void,
): Promise<void> {
  const { rows }: { rows: Array<{ id: number; size: number; content: string | null }> } = await sql.raw(
    `select id, size, case when size <= ${short} then ${contentOfRow} end as content
       from audit cross join lateral (select ${sizeOfRow} as size offset 0) as measured where id = any(?::bigint[])`,
    [[...ids]],
  );
  const long: Array<{ id: number; size: number }> = [];
  for (const { id, size, content } of rows)
    if (content === null) long.push({ id, size });
    else take(id, content);
  for (const some of together(long)) {
    const { rows: read }: { rows: Array<{ id: number; content: string }> } = await sql.raw(
      `select id, ${contentOfRow} as content from audit where id = any(?::bigint[])`,
      [some],
    );
    for (const { id, content } of read) take(id, content);
  }
}

/**
 * The digests of what rows say now, by id. A row that is gone has none.
 *
 * @param keyNumber of the key that makes the digests
 */
export async function leavesNow(
  sql: Knex,
  chain: ChainKey,
  ids: readonly number[],
  keyNumber: number,
): Promise<Map<number, Buffer>> {
  const leaves = new Map<number, Buffer>();
  await readRows(sql, ids, (id, content) => {
    const leaf = leafOf(chain, content, keyNumber);
    if (leaf) leaves.set(id, leaf);
  });
  return leaves;
}
