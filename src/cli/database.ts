import { movedClock, realClock } from '../clock';
import { BadSettings, environment, readConfig } from '../config';
import { connect } from '../store/database';
import { missingMigrations } from '../store/migrate';
import { reachDatabase, wrappingKeysFor } from '../store/reach';
import { openVault, type Vault } from '../store/vault';
import type { Asked } from './verb';

/** An open connection. Its driver is the store's own affair. */
export type Database = ReturnType<typeof connect>;

export interface Opened {
  database: Database;
  now: Date;
  /** Who is admin on first sight, in lower case. */
  adminEmails: ReadonlySet<string>;
  openVault: (sql: Database) => Promise<Vault>;
}

/** Opens the database of the settings for one command, and closes it whatever happens. */
export async function withDatabase<T>(
  { env, say }: Pick<Asked, 'env' | 'say'>,
  migrations: 'needed' | 'not needed',
  work: (opened: Opened) => Promise<T>,
): Promise<T> {
  const config = readConfig(environment(env), 'database');
  const clock = config.clockUrl ? await movedClock(config.clockUrl) : realClock();
  const reached = await reachDatabase(config.database, say);
  const database = connect(reached.url, 'importing', 2);
  try {
    if (migrations === 'needed') await refuseOldSchema(database);
    return await work({
      database,
      now: clock.now(),
      adminEmails: config.adminEmails,
      openVault: (sql) => openVault(sql, wrappingKeysFor(config.wrappingKeys, config.database), clock.now()),
    });
  } finally {
    clock.stop();
    await database.destroy();
    await reached.release();
  }
}

async function refuseOldSchema(database: Database): Promise<void> {
  const missing = await missingMigrations(database);
  if (missing.length > 0)
    throw new BadSettings([
      `The database lacks ${missing.length} migration${missing.length === 1 ? '' : 's'}; run: npm run benefits -- migrate`,
    ]);
}
