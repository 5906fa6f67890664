import type { Knex } from 'knex';
import { z } from 'zod';
import type { ChainKey } from '../vault';
import { type Noted, notesOfRules } from './reworded';
import { together } from './said';

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

/** Reads what versions say, all of them or some, and holds little of it at a time. */
async function readRules(
  sql: Knex,
  take: (version: number, content: string) => void,
  of?: number[],
): Promise<void> {
  const { rows } = await sql.raw(
    `select version as id, octet_length(text) + octet_length(policy::text) as size
       from policies where ?::int[] is null or version = any(?::int[]) order by version`,
    [of ?? null, of ?? null],
  );
  for (const some of together(rows)) {
    const { rows: read }: { rows: Array<{ version: number; content: string }> } = await sql.raw(
      `select version, ${contentOfRules} as content from policies where version = any(?::int[]) order by version`,
      [some],
    );
    for (const { version, content } of read) take(version, content);
  }
}

/** What the ledger is to say of a version that was applied just now, in the same transaction. */
export async function appliedNow(sql: Knex, chain: ChainKey, version: number): Promise<Applied> {
  let says = '';
  const take = (_: number, content: string) => {
    says = digestOf(chain, { version, reworded: 0, content }, chain.number) as string;
  };
  await readRules(sql, take, [version]);
  return { version, key: chain.number, says };
}

/** The digests of versions as they are now, for the row of the ledger that says why their words were replaced. */
export async function rulesNow(
  sql: Knex,
  chain: ChainKey,
  versions: number[],
): Promise<Array<[version: number, digest: string]>> {
  const notes = await notesOfRules(sql);
  const digests: Array<[version: number, digest: string]> = [];
  const take = (version: number, content: string) => {
    const said = { version, reworded: timesOf(notes.get(version)) + 1, content };
    digests.push([version, digestOf(chain, said, chain.number) as string]);
  };
  await readRules(sql, take, versions);
  return digests;
}

const timesOf = (note: Noted | undefined): number => (note ? note.before + 1 : 0);

/** What is wrong with the rules that were ever applied. */
export type RulesBreak =
  /** They say something else than when they were applied; nobody applied them; they are gone. */
  { is: 'rules-edited' | 'rules-unnoted' | 'rules-missing'; version: number };

/** So many rows that say that a version was applied are read in one go. */
const atOnce = 10_000;

/** Which versions the ledger says were applied, and with what: of two rows about one, the first counts. */
async function appliedBefore(sql: Knex): Promise<{ versions: Set<unknown>; applied: Map<number, Applied> }> {
  const versions = new Set<unknown>();
  const applied = new Map<number, Applied>();
  for (let after = '0', more = true; more; ) {
    const { rows } = await sql.raw(
      `select id::text as id, case when length(details->>'version') <= 12 then details->'version' end as version,
              case when length(details->>'key') <= 12 then details->'key' end as key,
              case when length(details->>'says') = 64 then details->'says' end as says
         from audit where action = 'import.policy' and id > ?::bigint order by id limit ?`,
      [after, atOnce],
    );
    for (const row of rows) {
      const { data } = Applied.safeParse(row);
      // From before digests were noted; since then, none is without one but what was put in past the bot.
      if (data || applied.size === 0) versions.add(row.version);
      if (data && !applied.has(data.version)) applied.set(data.version, data);
    }
    after = rows.at(-1)?.id ?? after;
    more = rows.length === atOnce;
  }
  return { versions, applied };
}

/**
 * Holds every version against what the ledger says of it: the newest note of a rewording, or else what it was applied with, of which the first
 * counts. A version from before digests were noted has to be noted, and is not compared as long as nothing of it was replaced.
 */
export async function rulesBreaks(sql: Knex, chain: ChainKey): Promise<RulesBreak[]> {
  const [{ versions, applied }, notes] = [await appliedBefore(sql), await notesOfRules(sql)];
  const breaks: RulesBreak[] = [];
  const gone = new Set(applied.keys());
  await readRules(sql, (version, content) => {
    gone.delete(version);
    if (!versions.has(version)) {
      breaks.push({ is: 'rules-unnoted', version });
      return;
    }
    const [first, note] = [applied.get(version), notes.get(version)];
    const [key, digest] = note ? [note.key, note.digest] : [first?.key, first?.says];
    if (key === undefined || digest === undefined) return;
    const now = digestOf(chain, { version, reworded: timesOf(note), content }, key);
    if (now === undefined || now !== digest) breaks.push({ is: 'rules-edited', version });
  });
  return [...breaks, ...[...gone].map((version): RulesBreak => ({ is: 'rules-missing', version }))];
}
