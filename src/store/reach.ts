import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbedded } from './embedded/start';
import type { WrappingKeys } from './vault';

/** A database that can be connected to, and how to let go of it. */
export interface Reached {
  url: string;
  /** The embedded server is stopped when nobody else uses it; another one is left alone. */
  release(): Promise<void>;
}

/** The database of the settings; the embedded one is made and started where it must be. */
export async function reachDatabase(
  database: { at: 'url'; url: string } | { at: 'embedded'; folder: string },
  log: (sentence: string) => void = () => {},
): Promise<Reached> {
  if (database.at === 'url') return { url: database.url, release: async () => {} };
  const embedded = await startEmbedded({ folder: database.folder, log });
  return {
    url: embedded.url,
    release: async () => {
      await embedded.stop();
    },
  };
}

/**
 * The keys that wrap the database's own: those of the settings, else one beside the embedded database, made at the first start.
 * Whoever has the folder has both; that is why production asks for the setting.
 */
export function wrappingKeysFor(
  settings: WrappingKeys | undefined,
  database: { at: 'url' } | { at: 'embedded'; folder: string },
): WrappingKeys {
  if (settings) return settings;
  if (database.at === 'url') throw new Error('KEY_ENCRYPTION_KEYS is needed beside DATABASE_URL');
  const file = join(database.folder, 'key-encryption-key');
  if (!existsSync(file)) {
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
