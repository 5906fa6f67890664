import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importKeysVerb } from '../../src/cli/import-keys';
import { connect } from '../../src/store/database';
import { type Company, wrappingKey } from './company';
import { brokenLaws } from './invariants';
import { benefits } from './sample';

export const visio = 'Visio Professional 2024';
export const keyOf = (number: number) => `VSWPR-FAKE${number}-9QK7M-C3XJT-4HRBD`;
export const hour = 3_600_000;
/** An offer stands two days. */
export const offerTime = 48 * hour;

/** One key, and room for three of them in the allocation: whatever comes in later is for those who wait. */
export const oneKey = {
  benefits: benefits.map((row) => (row.benefit === visio ? { ...row, quantity: 3 } : row)),
  keys: [{ benefit: visio, key: keyOf(2), key_type: 'retail' }],
};

/** An admin brings in another key. */
export async function anotherKey({ database }: Pick<Company, 'database'>, number: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'benefits-keys-'));
  try {
    const path = join(folder, 'keys.csv');
    await writeFile(path, `benefit,key,key_type\n"${visio}","${keyOf(number)}",retail\n`);
    const env = { DATABASE_URL: database.url, KEY_ENCRYPTION_KEYS: wrappingKey };
    const { ok, text } = await importKeysVerb.run({ words: [path], options: {}, env, say: () => {} });
    if (!ok) throw new Error(text);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The laws of the ledger that anything that happened has broken. */
export async function lawsBrokenIn({ database }: Pick<Company, 'database'>): Promise<string[]> {
  const sql = connect(database.url, 'unhurried', 1);
  try {
    return await brokenLaws(sql);
  } finally {
    await sql.destroy();
  }
}
