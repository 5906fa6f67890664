import type { Knex } from 'knex';
import type { ChainKey } from '../vault';
import { contentOfRow } from './chain';

/** What is noted of rows whose words were replaced: of each the digest of what it says since. */
export interface Reworded {
  /** The number of the key. */
  key: number;
  rows: Array<[row: number, digest: string]>;
}

/** It binds the row, so that what one row says cannot be put into another; and it is keyed, so that nobody makes one without the key. */
const digestOf = (chain: ChainKey, row: number, content: string, key: number): string | undefined =>
  chain.digest(`reworded|v1|${row}|${content}`, key)?.toString('hex');

async function contentsOf(sql: Knex, rows: number[]): Promise<Array<{ id: number; content: string }>> {
  const found = await sql.raw(
    `select id, ${contentOfRow} as content from audit where id = any(?::bigint[]) order by id`,
    [rows],
  );
  return found.rows;
}

/** The digests of rows as they are now, for the row of the ledger that says why their words were replaced. */
export async function rewordedNow(sql: Knex, chain: ChainKey, rows: number[]): Promise<Reworded> {
  const contents = await contentsOf(sql, rows);
  return {
    key: chain.number,
    rows: contents.map(({ id, content }) => [id, digestOf(chain, id, content, chain.number) as string]),
  };
}

/** Which of these rows say what they are known to say since their words were replaced. */
export async function knownAsReworded(sql: Knex, chain: ChainKey, rows: number[]): Promise<Set<number>> {
  if (rows.length === 0) return new Set();
  const { rows: notes }: { rows: Array<{ reworded: Reworded }> } = await sql.raw(
    `select details->'reworded' as reworded from audit where action = 'person.forgotten'`,
  );
  const contents = new Map((await contentsOf(sql, rows)).map(({ id, content }) => [id, content]));
  const known = new Set<number>();
  for (const { reworded } of notes)
    for (const [row, digest] of reworded?.rows ?? []) {
      const content = contents.get(row);
      if (content !== undefined && digestOf(chain, row, content, reworded.key) === digest) known.add(row);
    }
  return known;
}
