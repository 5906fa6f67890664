import type { Knex } from 'knex';
import { addDataKey, readKeyring, type WrappingKeys } from './keyring';
import { noteRotation, type Operator } from './rotation-noted';
import { type UnderDataKey, underDataKey } from './sealed-columns';
import { type NumberedKeys, newestOf, open, Sealed, seal } from './sealed-text';
import { inTransaction, onRounds } from './transaction';

/** What a change of the data key came to. */
export interface Resealed {
  /** The data key that seals from now on. */
  number: number;
  /** It was made by an earlier run, which did not come to its end. */
  wentOn: boolean;
  /** So many of each were sealed anew by this run: product keys, files that wait for a word, tokens of workspaces. */
  keys: number;
  files: number;
  tokens: number;
  /** Ids of product keys that cannot be opened; they were left as they are. */
  unreadable: Array<{ key: string; code: Sealed['code'] }>;
}

/** What the change of the data key needs. `progress`: called with how many keys are done. */
interface Resealing {
  database: Knex;
  wrapping: WrappingKeys;
  operator: Operator;
  now: Date;
  progress?: (done: number, total: number) => void;
}

/**
 * Makes a new data key and seals everything under it that a data key seals, in batches; readers find each text under the old one or the new. What an
 * earlier run began and did not end is brought to its end instead, so a run that was killed is simply started again, and of two at once
 * each does a part. An old data key stays: it opens nothing any more that is here, and an import that began before the change still seals with it.
 * The ledger says when the key was made, and of each batch how many, in the transaction that does it.
 */
export async function reseal(a: Resealing): Promise<Resealed> {
  const left = await walk(a);
  if (left.keys + left.files + left.tokens > 0) return { ...left, wentOn: true };
  await addDataKey(a.database, a.wrapping, left.number, a);
  return { ...(await walk(a)), wentOn: false };
}

/** Twice through all keys under older data keys: first past those that somebody else has locked, then waiting for these. */
async function walk(a: Resealing): Promise<Omit<Resealed, 'wentOn'>> {
  const { data } = await readKeyring(a.database, a.wrapping);
  const { rows } = await a.database.raw('select count(*)::int as keys from product_keys');
  const total: number = rows[0].keys;
  const through = (
    kind: keyof typeof underDataKey,
    locked: 'skip locked' | '',
    progress: (rows: number) => void = () => {},
  ) => pass(a, kind, data, locked, progress);
  const first = await through('keys', 'skip locked', (done) => a.progress?.(done, total));
  const second = await through('keys', '');
  // What of these cannot be opened is not missed: a file is given again, a workspace installs the app again.
  const files = await through('files', '');
  const tokens = await through('tokens', '');
  return {
    number: newestOf(data),
    keys: first.rows + second.rows,
    files: files.rows,
    tokens: tokens.rows,
    unreadable: [
      ...second.unreadable.map(({ id, code }) => ({ key: id, code })),
      ...(await underNoKey(a.database)),
    ],
  };
}

/** Keys under a number that no data key has. */
async function underNoKey(sql: Knex): Promise<Resealed['unreadable']> {
  const { rows } = await sql.raw(
    `select id from product_keys
      where length(sealed) > 2
        and get_byte(sealed, 1) * 256 + get_byte(sealed, 2) > (select max(number) from sealed_secrets where purpose = 'data') order by id`,
  );
  return rows.map(({ id }: { id: string }) => ({ key: id, code: 'unknown-key' }));
}

/** So many rows of one table were sealed anew, and these could not be opened. */
interface Passed {
  rows: number;
  unreadable: Array<{ id: string; code: Sealed['code'] }>;
}

async function pass(
  { database, operator, now }: Resealing,
  kind: keyof typeof underDataKey,
  data: NumberedKeys,
  locked: 'skip locked' | '',
  progress: (rows: number) => void,
): Promise<Passed> {
  const passed: Passed = { rows: 0, unreadable: [] };
  const what: UnderDataKey = underDataKey[kind];
  const nothing = { action: 'keys.resealed', to: newestOf(data), keys: 0, files: 0, tokens: 0 } as const;
  let last = what.id.least;
  for (;;) {
    const batch = await inTransaction(
      database,
      async (sql) => {
        const next = await resealNext(sql, what, data, last, locked);
        // What cannot be opened is met in both passes, and counts in the one that leaves nothing out.
        const unreadable = locked ? 0 : next.unreadable.length;
        if (next.rows + unreadable > 0)
          await noteRotation(sql, { ...nothing, [kind]: next.rows, unreadable }, operator, now);
        return next;
      },
      onRounds,
    );
    passed.rows += batch.rows;
    passed.unreadable.push(...batch.unreadable);
    if (batch.last === undefined) return passed;
    last = batch.last;
    progress(passed.rows);
  }
}

interface Row {
  id: string;
  beside: string;
  sealed: Buffer;
}

/** The next rows after an id that are under an older data key than the newest. */
async function resealNext(
  sql: Knex,
  { table, column, id, beside, about, together }: UnderDataKey,
  data: NumberedKeys,
  after: string,
  locked: 'skip locked' | '',
): Promise<Passed & { last: string | undefined }> {
  const { rows }: { rows: Row[] } = await sql.raw(
    `select "${id.column}" as id, ${beside ? `"${beside}"` : 'null'} as beside, "${column}" as sealed from "${table}"
      where "${id.column}" > ?::${id.type} and (length("${column}") < 3 or get_byte("${column}", 1) * 256 + get_byte("${column}", 2) < ?)
      order by "${id.column}" limit ? for no key update ${locked}`,
    [after, newestOf(data), together],
  );
  const unreadable: Passed['unreadable'] = [];
  const anew = rows.flatMap((row) => {
    const bound = about(row.id, row.beside);
    try {
      return [{ id: row.id, sealed: seal(data, open(data, row.sealed, bound), bound) }];
    } catch (error) {
      if (!(error instanceof Sealed)) throw error;
      unreadable.push({ id: row.id, code: error.code });
      return [];
    }
  });
  if (anew.length > 0)
    await sql.raw(
      `update "${table}" set "${column}" = anew.sealed from unnest(?::${id.type}[], ?::bytea[]) as anew (id, sealed)
        where "${table}"."${id.column}" = anew.id`,
      [anew.map(({ id }) => id), anew.map(({ sealed }) => sealed)],
    );
  return { rows: anew.length, unreadable, last: rows.at(-1)?.id };
}
