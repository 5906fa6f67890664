import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { connect } from './database';
import { startEmbedded } from './embedded/start';
import type { WrappingKeys } from './keyring';
import { migrate, missingMigrations } from './migrate';
import { roleIn } from './role';

/** A database that can be connected to, and how to let go of it. */
export interface Reached {
  /** As the bot works with it. */
  url: string;
  /** As whoever owns the tables. The same where the settings name no other. */
  ownerUrl: string;
  /** The embedded server is stopped when nobody else uses it; another one is left alone. */
  release(): Promise<void>;
}

/** The database of the settings; the embedded one is made and started where it must be. */
export async function reachDatabase(
  database: { at: 'url'; url: string; ownerUrl?: string } | { at: 'embedded'; folder: string },
  log: (sentence: string) => void = () => {},
): Promise<Reached> {
  if (database.at === 'url')
    return { url: database.url, ownerUrl: database.ownerUrl ?? database.url, release: async () => {} };
  const embedded = await startEmbedded({ folder: database.folder, log });
  return {
    url: asBot(embedded.url),
    ownerUrl: embedded.url,
    release: async () => {
      await embedded.stop();
    },
  };
}

const botName = 'benefits_bot';

/**
 * The same database as the bot's own role, which cannot rewrite the ledger. Its password follows from the owner's, and not the other way
 * round, so that it is kept nowhere.
 */
export function asBot(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  const owner = roleIn(ownerUrl)?.password ?? '';
  const password = createHmac('sha256', owner).update('role|v1|bot').digest('base64url');
  if (url.searchParams.has('user')) {
    url.searchParams.set('user', botName);
    url.searchParams.set('password', password);
  } else {
    url.username = botName;
    url.password = password;
  }
  return url.href;
}

/** The migrations that a database lacks, as its owner sees them: the bot's role may not be there yet. */
export async function missingIn({ ownerUrl }: Pick<Reached, 'ownerUrl'>): Promise<string[]> {
  const database = connect(ownerUrl, 'unhurried', 1);
  try {
    return await missingMigrations(database);
  } finally {
    await database.destroy();
  }
}

/** Brings a database up to date as its owner, and sees to the role of the bot where it has one of its own. */
export async function migrateReached({
  url,
  ownerUrl,
}: Pick<Reached, 'url' | 'ownerUrl'>): Promise<{ applied: string[] }> {
  const database = connect(ownerUrl, 'unhurried', 2);
  try {
    return await migrate(database, ownerUrl === url ? undefined : roleIn(url));
  } finally {
    await database.destroy();
  }
}

/**
 * The keys that wrap the database's own: those of the settings, else one beside the embedded database, made at the first start.
 * Whoever has the folder has both; that is why production asks for the setting. None where that file was lost: another one would open
 * nothing, and would stand in the way of the right one.
 */
export async function wrappingKeysFor(
  settings: WrappingKeys | undefined,
  database: { at: 'url' } | { at: 'embedded'; folder: string },
  sql: Knex,
): Promise<WrappingKeys> {
  if (settings) return settings;
  if (database.at === 'url') throw new Error('KEY_ENCRYPTION_KEYS is needed beside DATABASE_URL');
  const file = join(database.folder, 'key-encryption-key');
  if (!existsSync(file)) {
    const { rows: made } = await sql.raw('select from sealed_secrets limit 1');
    if (made.length > 0) return new Map();
    mkdirSync(database.folder, { recursive: true });
    try {
      writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      // Another process of ours was a moment earlier: its key is the one.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return new Map([[1, Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')]]);
}
