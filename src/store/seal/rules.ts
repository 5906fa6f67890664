import type { Knex } from 'knex';
import { z } from 'zod';
import type { ChainKey } from '../vault';
import { type Noted, notesOfRules } from './reworded';

/** What a version of the rules says, as one text, and by whom and when it was applied. */
const contentOfRules = 'row(extract(epoch from applied_at), applied_by, text, policy)::text';

/** What the row of the ledger has that says that a version was applied. */
const Applied = z.object({
  version: z.number().int(),
  /** The number of the key, and the digest of what the version said. */
  key: z.number().int(),
  says: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Applied = z.infer<typeof Applied>;

/** Which version something is said of, and how often its words had been replaced by then. */
interface Saying {
  version: number;
  reworded: number;
  content: string;
}

/** Bound to the version and to how often it was reworded, and keyed: as the digest of a row is. */
const digestOf = (chain: ChainKey, { version, reworded, content }: Saying, key: number): string | undefined =>
  chain.digest(`rules|v1|${version}|${reworded}|${content}`, key)?.toString('hex');

async function contentsOf(sql: Knex): Promise<Map<number, string>> {
  const { rows } = await sql.raw(
    `select version, ${contentOfRules} as content from policies order by version`,
  );
  return new Map(
    rows.map(({ version, content }: { version: number; content: string }) => [version, content]),
  );
}

/** What the ledger is to say of a version that was applied just now, in the same transaction. */
export async function appliedNow(sql: Knex, chain: ChainKey, version: number): Promise<Applied> {
  const content = (await contentsOf(sql)).get(version) as string;
  const says = digestOf(chain, { version, reworded: 0, content }, chain.number) as string;
  return { version, key: chain.number, says };
}

/** The digests of versions as they are now, for the row of the ledger that says why their words were replaced. */
export async function rulesNow(
  sql: Knex,
  chain: ChainKey,
  versions: number[],
): Promise<Array<[version: number, digest: string]>> {
  const [contents, notes] = [await contentsOf(sql), await notesOfRules(sql)];
  return versions.map((version) => {
    const said = {
      version,
      reworded: timesOf(notes.get(version)) + 1,
      content: contents.get(version) as string,
    };
    return [version, digestOf(chain, said, chain.number) as string];
  });
}

const timesOf = (note: Noted | undefined): number => (note ? note.before + 1 : 0);

/** What is wrong with the rules that were ever applied. */
export type RulesBreak =
  /** They say something else than when they were applied; nobody applied them; they are gone. */
  { is: 'rules-edited' | 'rules-unnoted' | 'rules-missing'; version: number };

/**
 * Holds every version against what the ledger says of it: the newest note of a rewording, or else what it was applied with, of which the first
 * counts. A version from before digests were noted has to be noted, and is not compared as long as nothing of it was replaced.
 */
export async function rulesBreaks(sql: Knex, chain: ChainKey): Promise<RulesBreak[]> {
  const [contents, notes] = [await contentsOf(sql), await notesOfRules(sql)];
  const { rows }: { rows: Array<{ details: { version?: unknown } | null }> } = await sql.raw(
    `select details from audit where action = 'import.policy' order by id`,
  );
  const versions = new Set(rows.map(({ details }) => details?.version));
  const applied = new Map<number, Applied>();
  for (const { details } of rows) {
    const { data } = Applied.safeParse(details);
    if (data && !applied.has(data.version)) applied.set(data.version, data);
  }
  const breaks = [...contents].flatMap(([version, content]): RulesBreak[] => {
    if (!versions.has(version)) return [{ is: 'rules-unnoted', version }];
    const [first, note] = [applied.get(version), notes.get(version)];
    const [key, digest] = note ? [note.key, note.digest] : [first?.key, first?.says];
    if (key === undefined || digest === undefined) return [];
    const now = digestOf(chain, { version, reworded: timesOf(note), content }, key);
    return now !== undefined && now === digest ? [] : [{ is: 'rules-edited', version }];
  });
  const gone = [...applied.keys()].filter((version) => !contents.has(version));
  return [...breaks, ...gone.map((version): RulesBreak => ({ is: 'rules-missing', version }))];
}
