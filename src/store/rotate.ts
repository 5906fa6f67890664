import type { Knex } from 'knex';
import { addDataKey, readKeyring, type WrappingKeys } from './keyring';
import { type NumberedKeys, newestOf, open, Sealed, seal } from './sealed-text';
import { deadlines, inTransaction } from './transaction';
import { aboutKey, aboutTokens } from './vault';

/** So many rows are sealed anew in one transaction: a few ten milliseconds for whoever wants one of them meanwhile. */
const batchRows = 500;

/** What a change of the data key came to. */
export interface Resealed {
  /** The data key that seals from now on. */
  number: number;
  /** It was made by an earlier run, which did not come to its end. */
  wentOn: boolean;
  /** So many keys were sealed anew by this run. */
  keys: number;
  /** Ids of keys that cannot be opened; they were left as they are. */
  unreadable: Array<{ key: string; code: Sealed['code'] }>;
}

/** What the change of the data key needs. `progress`: called with how many are done. */
interface Resealing {
  database: Knex;
  wrapping: WrappingKeys;
  now: Date;
  progress?: (done: number, total: number) => void;
}

/**
 * Makes a new data key and seals every product key under it, in batches; readers find each key under the old one or the new. What an
 * earlier run began and did not end is brought to its end instead, so a run that was killed is simply started again, and of two at once
 * each does a part. An old data key stays: it opens nothing any more that is here, and an import that began before the change still seals with it.
 */
export async function reseal(a: Resealing): Promise<Resealed> {
  const left = await walk(a);
  if (left.keys > 0) return { ...left, wentOn: true };
  await addDataKey(a.database, a.wrapping, left.number, a.now);
  return { ...(await walk(a)), wentOn: false };
}

/** Twice through all keys under older data keys: first past those that somebody else has locked, then waiting for these. */
async function walk(a: Resealing): Promise<Omit<Resealed, 'wentOn'>> {
  const { data } = await readKeyring(a.database, a.wrapping);
  const { rows } = await a.database.raw('select count(*)::int as keys from product_keys');
  const total: number = rows[0].keys;
  const first = await pass(a, data, 'skip locked', (done) => a.progress?.(done, total));
  const second = await pass(a, data, '', () => {});
  await resealTokens(a.database, data);
  return {
    number: newestOf(data),
    keys: first.keys + second.keys,
    unreadable: [...second.unreadable, ...(await underNoKey(a.database))],
  };
}

/** The tokens of workspaces under the newest key too; those that were refreshed meanwhile are under it already. What cannot be opened stays, until the app is installed again. */
async function resealTokens(sql: Knex, data: NumberedKeys): Promise<void> {
  const { rows }: { rows: Array<{ team: string; version: number; sealed: Buffer }> } = await sql.raw(
    'select team, version, sealed from installations where get_byte(sealed, 1) * 256 + get_byte(sealed, 2) < ?',
    [newestOf(data)],
  );
  for (const { team, version, sealed } of rows) {
    const about = aboutTokens(team);
    try {
      const anew = seal(data, open(data, sealed, about), about);
      await sql.raw('update installations set sealed = ? where team = ? and version = ?', [
        anew,
        team,
        version,
      ]);
    } catch (error) {
      if (!(error instanceof Sealed)) throw error;
    }
  }
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

type Passed = Pick<Resealed, 'keys' | 'unreadable'>;

async function pass(
  { database }: Resealing,
  data: NumberedKeys,
  locked: 'skip locked' | '',
  progress: (keys: number) => void,
): Promise<Passed> {
  const passed: Passed = { keys: 0, unreadable: [] };
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const batch = await inTransaction(
      database,
      (sql) => resealNext(sql, data, last, locked),
      deadlines.onRounds,
    );
    passed.keys += batch.keys;
    passed.unreadable.push(...batch.unreadable);
    if (batch.last === undefined) return passed;
    last = batch.last;
    progress(passed.keys);
  }
}

interface Row {
  id: string;
  sealed_for: string;
  sealed: Buffer;
}

/** The next keys after an id that are under an older data key than the newest. */
async function resealNext(
  sql: Knex,
  data: NumberedKeys,
  after: string,
  locked: 'skip locked' | '',
): Promise<Passed & { last: string | undefined }> {
  const { rows }: { rows: Row[] } = await sql.raw(
    `select id, sealed_for, sealed from product_keys
      where id > ?::uuid and (length(sealed) < 3 or get_byte(sealed, 1) * 256 + get_byte(sealed, 2) < ?)
      order by id limit ? for no key update ${locked}`,
    [after, newestOf(data), batchRows],
  );
  const unreadable: Resealed['unreadable'] = [];
  const anew = rows.flatMap((row) => {
    const about = aboutKey({ key: row.id, benefit: row.sealed_for });
    try {
      return [{ id: row.id, sealed: seal(data, open(data, row.sealed, about), about) }];
    } catch (error) {
      if (!(error instanceof Sealed)) throw error;
      unreadable.push({ key: row.id, code: error.code });
      return [];
    }
  });
  if (anew.length > 0)
    await sql.raw(
      `update product_keys set sealed = anew.sealed from unnest(?::uuid[], ?::bytea[]) as anew (id, sealed)
        where product_keys.id = anew.id`,
      [anew.map(({ id }) => id), anew.map(({ sealed }) => sealed)],
    );
  return { keys: anew.length, unreadable, last: rows.at(-1)?.id };
}
