import type { Knex } from 'knex';
import { z } from 'zod';
import type { ChainKey } from '../vault';
import { contentOfRow } from './chain';

/** What is noted of rows whose words were replaced: of each the digest of what it says since. */
const Reworded = z.object({
  /** The number of the key. */
  key: z.number().int(),
  rows: z.array(z.tuple([z.number().int(), z.string().regex(/^[0-9a-f]{64}$/)])),
});
export type Reworded = z.infer<typeof Reworded>;

/**
 * It binds the row, so that what one row says cannot be put into another, and how often the row was reworded before, so that a note cannot be
 * written down once more later; and it is keyed, so that nobody makes one without the key. Undefined where there is no key of the number.
 */
const digestOf = (
  chain: ChainKey,
  { row, before, content }: { row: number; before: number; content: string },
  key: number,
): string | undefined => chain.digest(`reworded|v1|${row}|${before}|${content}`, key)?.toString('hex');

async function contentsOf(sql: Knex, rows: number[]): Promise<Array<{ id: number; content: string }>> {
  const found = await sql.raw(
    `select id, ${contentOfRow} as content from audit where id = any(?::bigint[]) order by id`,
    [rows],
  );
  return found.rows;
}

/** Of a row the newest note, and how many there were before it. */
interface Noted {
  before: number;
  key: number;
  digest: string;
}

/** What is noted of every row that was ever reworded. What is no note of ours counts as none. */
async function notesOf(sql: Knex): Promise<Map<number, Noted>> {
  const { rows }: { rows: Array<{ reworded: unknown }> } = await sql.raw(
    `select details->'reworded' as reworded from audit where action = 'person.forgotten' order by id`,
  );
  const notes = new Map<number, Noted>();
  for (const { reworded } of rows) {
    const read = Reworded.safeParse(reworded);
    for (const [row, digest] of read.data?.rows ?? []) {
      const last = notes.get(row);
      notes.set(row, { before: last ? last.before + 1 : 0, key: read.data?.key as number, digest });
    }
  }
  return notes;
}

/** The digests of rows as they are now, for the row of the ledger that says why their words were replaced. */
export async function rewordedNow(sql: Knex, chain: ChainKey, rows: number[]): Promise<Reworded> {
  const [contents, notes] = [await contentsOf(sql, rows), await notesOf(sql)];
  return {
    key: chain.number,
    rows: contents.map(({ id, content }) => {
      const last = notes.get(id);
      const said = { row: id, before: last ? last.before + 1 : 0, content };
      return [id, digestOf(chain, said, chain.number) as string];
    }),
  };
}

/** Which of these rows say what the newest note of them says that they say since their words were replaced. */
export async function knownAsReworded(sql: Knex, chain: ChainKey, rows: number[]): Promise<Set<number>> {
  if (rows.length === 0) return new Set();
  const notes = await notesOf(sql);
  const contents = await contentsOf(sql, rows);
  return new Set(
    contents.flatMap(({ id, content }) => {
      const note = notes.get(id);
      const expected = note && digestOf(chain, { row: id, before: note.before, content }, note.key);
      return expected !== undefined && expected === note?.digest ? [id] : [];
    }),
  );
}
