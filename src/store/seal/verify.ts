import type { Knex } from 'knex';
import type { Head } from '../../core/ledger';
import type { ChainKey } from '../vault';
import { beginning, contentOfRow, digestBytes, headOf, leafOf, macOf, type Seal } from './chain';
import { knownAsReworded } from './reworded';
import { type RulesBreak, rulesBreaks } from './rules';

/** What is wrong with the ledger, and with which row or seal of it. */
export type Break =
  /** The row says something else than when it was sealed; it is gone; two say what the other one said. */
  | { is: 'edited'; row: number; seal: number }
  | { is: 'missing'; row: number; seal: number }
  | { is: 'swapped'; row: number; with: number }
  /** The row stands under no seal and waits for none: it was put in, or its seal was taken away. */
  | { is: 'inserted'; row: number }
  /** It waited for its seal, and is gone. */
  | { is: 'gone-unsealed'; row: number }
  | { is: 'seal-missing'; seal: number }
  /** Not made with our key, as it stands now: changed, put in, or hashed anew by somebody without the key. */
  | { is: 'seal-forged'; seal: number }
  /** Made with the key, but not on top of the one before it. */
  | { is: 'seal-out-of-place'; seal: number }
  /** By the head that was noted outside: the chain ends before it; or it has another seal in its place, made anew with the key. */
  | { is: 'cut'; noted: number; seal: number }
  | { is: 'made-anew'; noted: number }
  | RulesBreak;

/** What a walk along the chain has found. */
export interface Walk {
  breaks: Break[];
  seals: number;
  /** Rows under a seal, and those that still wait for one. */
  rows: number;
  unsealed: number;
  head: Head | undefined;
}

/** So many rows are looked at in one go. */
const most = 20_000;

/**
 * Walks along the whole chain, all of it as it was at one moment.
 *
 * @param noted the head as it is kept outside the database; read before, so that it is never ahead of what is looked at
 */
export async function verify(database: Knex, chain: ChainKey, noted: Head | undefined): Promise<Walk> {
  return database.transaction((sql) => walk(sql, chain, noted), {
    isolationLevel: 'repeatable read',
    readOnly: true,
  });
}

/** The same inside somebody else's transaction, which says how much it sees. */
export async function walk(sql: Knex, chain: ChainKey, noted: Head | undefined): Promise<Walk> {
  const breaks: Break[] = [];
  const others: Other[] = [];
  let last: Seal | undefined;
  let rows = 0;
  let notedThere: Buffer | undefined;
  for (
    let seals = await nextSeals(sql, 0);
    seals.length > 0;
    seals = await nextSeals(sql, last?.number ?? 0)
  ) {
    const contents = await contentsOf(sql, seals);
    for (const seal of seals) {
      breaks.push(...linkBreaks(chain, seal, last));
      others.push(...othersUnder(chain, seal, contents));
      rows += seal.rows.length;
      if (seal.number === noted?.seal) notedThere = seal.mac;
      last = seal;
    }
  }
  // Words that were replaced so that somebody is forgotten are known to the ledger, each row with what it says since.
  const reworded = await knownAsReworded(
    sql,
    chain,
    others.filter(({ now }) => now !== undefined).map(({ row }) => row),
  );
  const found = last && headOf(last);
  return {
    breaks: [
      ...rowBreaks(others.filter(({ row }) => !reworded.has(row))),
      ...(await strays(sql)),
      ...(await rulesBreaks(sql, chain)),
      ...breaks,
      ...againstNoted(noted, found, notedThere),
    ],
    seals: last?.number ?? 0,
    rows,
    unsealed: (await sql.raw('select count(*)::int as rows from unsealed')).rows[0].rows,
    head: found,
  };
}

/** The next seals in their order: as many as have about so many rows together. */
async function nextSeals(sql: Knex, after: number): Promise<Seal[]> {
  const { rows } = await sql.raw(
    `select number, at, key_number, rows, leaves, previous, mac
       from (select *, sum(cardinality(rows)) over (order by number) - cardinality(rows) as before
               from (select * from seals where number > ? order by number limit 2000) as next) as seals
      where before < ? order by number`,
    [after, most],
  );
  return rows.map((row: Omit<Seal, 'rows'> & { rows: Array<number | string> }) => ({
    ...row,
    rows: row.rows.map(Number),
  }));
}

/** What rows say now, by id. */
async function contentsOf(sql: Knex, seals: Seal[]): Promise<Map<number, string>> {
  const { rows } = await sql.raw(
    `select id, ${contentOfRow} as content from audit where id = any(?::bigint[])`,
    [seals.flatMap((seal) => seal.rows)],
  );
  return new Map(rows.map(({ id, content }: { id: number; content: string }) => [id, content]));
}

function linkBreaks(chain: ChainKey, seal: Seal, before: Seal | undefined): Break[] {
  const { number, previous, mac } = seal;
  const expected = (before?.number ?? 0) + 1;
  const missing = Array.from(
    { length: number - expected },
    (_, at): Break => ({
      is: 'seal-missing',
      seal: expected + at,
    }),
  );
  if (!macOf(chain, seal)?.equals(mac)) return [...missing, { is: 'seal-forged', seal: number }];
  const fits = missing.length > 0 || previous.equals(before?.mac ?? beginning);
  return fits ? missing : [{ is: 'seal-out-of-place', seal: number }];
}

/** A row that is not as it was sealed. `now`: the digest of what it says, undefined where it is gone. */
interface Other {
  row: number;
  seal: number;
  sealed: string;
  now: string | undefined;
}

function othersUnder(chain: ChainKey, seal: Seal, contents: Map<number, string>): Other[] {
  return seal.rows.flatMap((row, at): Other[] => {
    const sealed = seal.leaves.subarray(at * digestBytes, (at + 1) * digestBytes);
    const content = contents.get(row);
    const now = content === undefined ? undefined : leafOf(chain, content, seal.key_number);
    if (now?.equals(sealed)) return [];
    return [{ row, seal: seal.number, sealed: sealed.toString('hex'), now: now?.toString('hex') }];
  });
}

/** Two rows that say what the other one said were swapped; everything else was edited or is gone. */
function rowBreaks(others: Other[]): Break[] {
  const bySealed = new Map(others.map((other) => [other.sealed, other]));
  return others.flatMap(({ row, seal, sealed, now }): Break[] => {
    if (now === undefined) return [{ is: 'missing', row, seal }];
    const twin = bySealed.get(now);
    if (twin?.now !== sealed || twin.row === row) return [{ is: 'edited', row, seal }];
    return row < twin.row ? [{ is: 'swapped', row, with: twin.row }] : [];
  });
}

/** Rows under no seal that wait for none, and waiting ones that are gone. */
async function strays(sql: Knex): Promise<Break[]> {
  const { rows: inserted } = await sql.raw(
    `select id from audit
      where not exists (select from unsealed where audit_id = id)
        and not exists (select from (select unnest(rows) as row from seals) as sealed where sealed.row = audit.id)
      order by id`,
  );
  const { rows: gone } = await sql.raw(
    'select audit_id as id from unsealed where not exists (select from audit where id = audit_id) order by 1',
  );
  return [
    ...inserted.map(({ id }: { id: number }): Break => ({ is: 'inserted', row: id })),
    ...gone.map(({ id }: { id: number }): Break => ({ is: 'gone-unsealed', row: id })),
  ];
}

function againstNoted(noted: Head | undefined, found: Head | undefined, there: Buffer | undefined): Break[] {
  if (!noted || there?.toString('hex') === noted.mac) return [];
  return (found?.seal ?? 0) < noted.seal
    ? [{ is: 'cut', noted: noted.seal, seal: found?.seal ?? 0 }]
    : [{ is: 'made-anew', noted: noted.seal }];
}
