import type { Config } from '../config';
import { standingOfKeys } from '../store/keyring';
import { wrappingKeysFor } from '../store/reach';
import { Sealed } from '../store/sealed-text';
import { openVault } from '../store/vault';
import type { Database } from './database';
import type { Finding } from './doctor';
import { firstOf } from './table';

const opened = 100;

/** Opens the newest keys, in memory and for nobody, and says which keys of the settings are needed. */
export async function keyEncryption(database: Database, config: Config): Promise<Omit<Finding, 'name'>> {
  const { rows: made } = await database.raw('select from sealed_secrets limit 1');
  if (made.length === 0) return { state: 'fine', words: 'nothing is sealed yet.' };
  const wrapping = await wrappingKeysFor(config.wrappingKeys, config.database, database);
  const vault = await openVault(database, wrapping, new Date());
  const { rows } = await database.raw(
    'select id, sealed_for, sealed from product_keys order by imported_at desc, id limit ?',
    [opened],
  );
  const unreadable: string[] = [];
  for (const { id, sealed_for, sealed } of rows)
    await vault.open(sealed, { key: id, benefit: sealed_for }).catch((error: unknown) => {
      if (!(error instanceof Sealed)) throw error;
      unreadable.push(`${id} (${error.code})`);
    });
  if (unreadable.length > 0)
    return {
      state: 'trouble',
      words: `of the newest ${rows.length} keys ${unreadable.length} cannot be opened, they were changed or moved: ${firstOf(unreadable).join(', ')}`,
    };
  const { wrappedUnder, underOlderDataKey } = await standingOfKeys(database);
  return {
    state: 'fine',
    words: [
      rows.length === 0 ? 'the settings fit the database.' : `the newest ${rows.length} keys can be opened.`,
      `Needed of KEY_ENCRYPTION_KEYS: ${wrappedUnder.join(', ')}.`,
      ...(wrappedUnder.some((number) => number < Math.max(...wrapping.keys()))
        ? ['A newer one is there; run: npm run benefits -- keys rotate']
        : []),
      ...(underOlderDataKey > 0
        ? [
            `${underOlderDataKey} keys are under an older data key; run: npm run benefits -- keys rotate --data`,
          ]
        : []),
    ].join(' '),
  };
}
