import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import type { MissingKeys } from '../core/keys-trouble';
import { noteRotation, type Operator } from './rotation-noted';
import { keyNumberOf, type NumberedKeys, newestOf, open, Sealed, seal } from './sealed-text';
import { turns } from './turns';

/** The keys of the settings (`KEY_ENCRYPTION_KEYS`), by number: the highest wraps, all unwrap. Empty where they were lost. */
export type WrappingKeys = ReadonlyMap<number, Buffer>;

const purposes = ['data', 'fingerprint', 'audit'] as const;
type Purpose = (typeof purposes)[number];

/** The keys that the database keeps wrapped, by what they are for and by number. */
export type Keyring = Record<Purpose, NumberedKeys>;

/** The keys of the database cannot be had with those of the settings: what is missing. */
export class KeysMissing extends Error {
  constructor(readonly missing: MissingKeys) {
    super(sentenceOf(missing));
    this.name = 'KeysMissing';
  }
}

function sentenceOf(missing: MissingKeys): string {
  switch (missing.is) {
    case 'lost':
      return 'The file .data/key-encryption-key is gone, and without it no product key can be opened: put it back from your backup.';
    case 'no-number':
      return `KEY_ENCRYPTION_KEYS has no number ${missing.number}, under which the keys of the database are wrapped: add it.`;
    case 'another':
      return `Number ${missing.number} of the key encryption keys is not the one under which the keys of the database are wrapped: is it of another database?`;
    case 'incomplete':
      return 'The database lacks some of its own wrapped keys (sealed_secrets): restore them from a backup.';
  }
}

const aboutSecret = (purpose: Purpose, number: number): string => `sealed_secrets|${purpose}|${number}`;

const wrappersOf = (wrapping: WrappingKeys): NumberedKeys =>
  new Map([...wrapping].map(([number, key]) => [number, createSecretKey(key)]));

interface Wrapped {
  purpose: Purpose;
  number: number;
  wrapped: Buffer;
}

/** Whether the database has the keys that keys are sealed with, wrapped as they are. */
export async function secretsAreThere(database: Knex): Promise<boolean> {
  const { rows } = await database.raw('select count(distinct purpose)::int as found from sealed_secrets');
  return rows[0].found === purposes.length;
}

/** Makes the keys of a database that has none yet. One that lost some gets no new ones: they would open nothing. */
export async function makeKeys(sql: Knex, wrapping: WrappingKeys, now: Date): Promise<void> {
  if (wrapping.size === 0) return;
  const wrappers = wrappersOf(wrapping);
  await sql.raw(
    `insert into sealed_secrets (purpose, number, wrapped, made_at)
     select purpose, 1, wrapped, ?::timestamptz from unnest(?::text[], ?::bytea[]) as made (purpose, wrapped)
      where not exists (select from sealed_secrets) on conflict do nothing`,
    [now, [...purposes], purposes.map((purpose) => seal(wrappers, randomBytes(32), aboutSecret(purpose, 1)))],
  );
}

/** Unwraps what the database keeps. Throws `KeysMissing` when the settings hold no key for it. */
export async function readKeyring(sql: Knex, wrapping: WrappingKeys): Promise<Keyring> {
  const rows: Wrapped[] = await sql('sealed_secrets').select('purpose', 'number', 'wrapped');
  const wrappers = wrappersOf(wrapping);
  const keyring: Record<Purpose, Map<number, KeyObject>> = {
    data: new Map(),
    fingerprint: new Map(),
    audit: new Map(),
  };
  for (const row of rows) keyring[row.purpose].set(row.number, unwrapped(wrappers, row));
  if (purposes.some((purpose) => keyring[purpose].size === 0)) throw new KeysMissing({ is: 'incomplete' });
  return keyring;
}

function unwrapped(wrappers: NumberedKeys, { purpose, number, wrapped }: Wrapped): KeyObject {
  try {
    return createSecretKey(open(wrappers, wrapped, aboutSecret(purpose, number)));
  } catch (error) {
    if (!(error instanceof Sealed)) throw error;
    if (error.code === 'malformed') throw new KeysMissing({ is: 'incomplete' });
    if (error.code === 'not-authentic')
      throw new KeysMissing({ is: 'another', number: keyNumberOf(wrapped) });
    throw new KeysMissing(
      wrappers.size === 0 ? { is: 'lost' } : { is: 'no-number', number: keyNumberOf(wrapped) },
    );
  }
}

/** What a change of the wrapping came to. */
export interface Rewrapped {
  /** The number that wraps everything now. */
  number: number;
  /** So many keys of the database were wrapped anew. */
  changed: number;
  /** Numbers of the settings that wrap nothing any more. */
  needless: number[];
}

/**
 * Wraps every key of the database under the highest number of the settings. The keys themselves stay, so whoever has them open goes on
 * with them. All or nothing, with a row of the ledger; of two at once the second one finds it done. Throws `KeysMissing`.
 */
export function rewrap(
  database: Knex,
  wrapping: WrappingKeys,
  { operator, now }: { operator: Operator; now: Date },
): Promise<Rewrapped> {
  const wrappers = wrappersOf(wrapping);
  const newest = newestOf(wrapping);
  return database.transaction(async (sql) => {
    const rows: Wrapped[] = await sql('sealed_secrets')
      .select('purpose', 'number', 'wrapped')
      .orderBy(['purpose', 'number'])
      .forUpdate();
    const old = rows.filter(({ wrapped }) => keyNumberOf(wrapped) !== newest);
    for (const row of old) {
      const { purpose, number } = row;
      const wrapped = seal(wrappers, unwrapped(wrappers, row).export(), aboutSecret(purpose, number));
      await sql('sealed_secrets').where({ purpose, number }).update({ wrapped });
    }
    const from = [...new Set(old.map(({ wrapped }) => keyNumberOf(wrapped)))].sort((a, b) => a - b);
    const rotation = {
      action: 'keys.rotated',
      what: 'wrapping',
      from,
      to: newest,
      rows: old.length,
    } as const;
    if (old.length > 0) await noteRotation(sql, rotation, operator, now);
    return {
      number: newest,
      changed: old.length,
      needless: [...wrapping.keys()].filter((number) => number !== newest).sort((a, b) => a - b),
    };
  });
}

/**
 * Makes another data key, which seals from now on; the ledger says so.
 *
 * @param after the newest there is, as the caller knows it: where another one came meanwhile, that is the one
 */
export function addDataKey(
  database: Knex,
  wrapping: WrappingKeys,
  after: number,
  { operator, now }: { operator: Operator; now: Date },
): Promise<void> {
  return database.transaction(async (sql) => {
    await sql.raw('select pg_advisory_xact_lock(?)', [turns.addingDataKey]);
    const { rows } = await sql.raw(`select max(number) as newest from sealed_secrets where purpose = 'data'`);
    if (rows[0].newest !== after) return;
    const number = after + 1;
    await sql('sealed_secrets').insert({
      purpose: 'data',
      number,
      wrapped: seal(wrappersOf(wrapping), randomBytes(32), aboutSecret('data', number)),
      made_at: now,
    });
    await noteRotation(sql, { action: 'keys.rotated', what: 'data', from: after, to: number }, operator, now);
  });
}

/** Under which numbers of the settings the keys of the database are wrapped, and how many product keys an older data key seals. */
export async function standingOfKeys(
  sql: Knex,
): Promise<{ wrappedUnder: number[]; underOlderDataKey: number }> {
  const { rows: wrapped }: { rows: Array<{ number: number }> } = await sql.raw(
    'select distinct get_byte(wrapped, 1) * 256 + get_byte(wrapped, 2) as number from sealed_secrets order by 1',
  );
  const { rows } = await sql.raw(
    `select count(*)::int as keys from product_keys
      where length(sealed) > 2
        and get_byte(sealed, 1) * 256 + get_byte(sealed, 2) < (select max(number) from sealed_secrets where purpose = 'data')`,
  );
  return { wrappedUnder: wrapped.map(({ number }) => number), underOlderDataKey: rows[0].keys };
}
