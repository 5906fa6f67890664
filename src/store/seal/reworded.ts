import type { Knex } from 'knex';
import { z } from 'zod';
import type { ChainKey } from '../vault';
import { readRows, together } from './said';

const Digests = z.array(z.tuple([z.number().int(), z.string().regex(/^[0-9a-f]{64}$/)]));

/** What is noted of what words were replaced in: of each row, and each version of the rules, the digest of what it says since. */
const Reworded = z.object({
  /** The number of the key. */
  key: z.number().int(),
  rows: Digests,
  rules: Digests.optional(),
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

/** Of a row, or a version of the rules, the newest note, and how many there were before it. */
export interface Noted {
  before: number;
  key: number;
  digest: string;
}

/** The rows of the ledger that are notes, in which there may be one of what is sought. The indexes of the schema say the same. */
const isNote = `action in ('person.forgotten', 'request.text-removed')`;

/** What is noted of these rows; only notes that name one of them are read, however many there are. What is no note of ours counts as none. */
function notesOfRows(sql: Knex, ids: number[]): Promise<Map<number, Noted>> {
  return notesIn(
    sql,
    `a.id = any(array(
       select note.id from unnest(?::bigint[]) as sought (id)
        cross join lateral (select a.id from audit a
                             where ${isNote} and jsonb_path_query_array(a.details, '$.reworded.rows[*][0]') @> jsonb_build_array(sought.id)) note))`,
    [ids],
    'rows',
    new Set(ids),
  );
}

/** What is noted of every version of the rules that was ever reworded. */
export const notesOfRules = (sql: Knex): Promise<Map<number, Noted>> =>
  notesIn(sql, `${isNote} and details->'reworded'->'rules' is not null`, [], 'rules');

/** Of each row or version that some of the notes name, the newest note. Anybody who can add rows adds notes, so not all of them are held at once. */
async function notesIn(
  sql: Knex,
  where: string,
  bindings: Knex.RawBinding[],
  of: 'rows' | 'rules',
  sought?: ReadonlySet<number>,
): Promise<Map<number, Noted>> {
  const { rows: found }: { rows: Array<{ id: number; size: number }> } = await sql.raw(
    `select a.id, octet_length(details::text) as size from audit a where ${where} order by a.id`,
    bindings,
  );
  const notes = new Map<number, Noted>();
  for (const some of together(found)) {
    const { rows } = await sql.raw(
      `select details->'reworded' as reworded from audit where id = any(?::bigint[]) order by id`,
      [some],
    );
    newest(notes, rows, of, sought);
  }
  return notes;
}

function newest(
  notes: Map<number, Noted>,
  found: Array<{ reworded: unknown }>,
  of: 'rows' | 'rules',
  sought: ReadonlySet<number> | undefined,
): void {
  for (const { reworded } of found) {
    const read = Reworded.safeParse(reworded);
    for (const [row, digest] of read.data?.[of] ?? []) {
      if (sought && !sought.has(row)) continue;
      const last = notes.get(row);
      notes.set(row, { before: last ? last.before + 1 : 0, key: read.data?.key as number, digest });
    }
  }
}

/** The digests of rows as they are now, for the row of the ledger that says why their words were replaced. */
export async function rewordedNow(sql: Knex, chain: ChainKey, rows: number[]): Promise<Reworded> {
  const notes = await notesOfRows(sql, rows);
  const digests: Array<[number, string]> = [];
  await readRows(sql, rows, (id, content) => {
    const last = notes.get(id);
    const said = { row: id, before: last ? last.before + 1 : 0, content };
    digests.push([id, digestOf(chain, said, chain.number) as string]);
  });
  return { key: chain.number, rows: digests.sort(([one], [other]) => one - other) };
}

/** Which of these rows say what the newest note of them says that they say since their words were replaced. */
export async function knownAsReworded(sql: Knex, chain: ChainKey, rows: number[]): Promise<Set<number>> {
  const reworded = new Set<number>();
  if (rows.length === 0) return reworded;
  const notes = await notesOfRows(sql, rows);
  const noted = rows.filter((id) => notes.has(id));
  await readRows(sql, noted, (id, content) => {
    const note = notes.get(id) as Noted;
    if (digestOf(chain, { row: id, before: note.before, content }, note.key) === note.digest)
      reworded.add(id);
  });
  return reworded;
}
