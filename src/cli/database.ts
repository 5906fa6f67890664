import { movedClock, realClock } from '../clock';
import { BadSettings, environment, readConfig } from '../config';
import { connect } from '../store/database';
import type { WrappingKeys } from '../store/keyring';
import { migrateReached, missingIn, type Reached, reachDatabase, wrappingKeysFor } from '../store/reach';
import { type OpenVault, openVault } from '../store/vault';
import type { Asked } from './verb';

/** An open connection. Its driver is the store's own affair. */
export type Database = ReturnType<typeof connect>;

export interface Opened {
  database: Database;
  now: Date;
  /** Who is admin on first sight, in lower case. */
  adminEmails: ReadonlySet<string>;
  openVault: (sql: Database) => Promise<OpenVault>;
  /** The keys that wrap the database's own. */
  wrappingKeys: () => Promise<WrappingKeys>;
  /** Brings the schema up to date, as whoever owns the tables. */
  migrateAsOwner: () => Promise<{ applied: string[] }>;
  /** Where the head of the ledger is kept outside the database. */
  auditHeadFile: string;
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
  const database = connect(reached.url, 'unhurried', 2);
  try {
    if (migrations === 'needed') await refuseOldSchema(reached);
    return await work({
      database,
      now: clock.now(),
      adminEmails: config.adminEmails,
      migrateAsOwner: () => migrateReached(reached),
      auditHeadFile: config.auditHeadFile,
      wrappingKeys: () => wrappingKeysFor(config.wrappingKeys, config.database, database),
      openVault: async (sql) =>
        openVault(sql, await wrappingKeysFor(config.wrappingKeys, config.database, sql), clock.now()),
    });
  } finally {
    clock.stop();
    await database.destroy();
    await reached.release();
  }
}

async function refuseOldSchema(reached: Reached): Promise<void> {
  const missing = await missingIn(reached);
  if (missing.length > 0)
    throw new BadSettings([
      `The database lacks ${missing.length} migration${missing.length === 1 ? '' : 's'}; run: npm run benefits -- migrate`,
    ]);
}
