import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { connect } from '../src/store/database';
import { startEmbedded } from '../src/store/embedded/start';
import { migrate } from '../src/store/migrate';
import type { Effort } from './figure';

/** The wrapping key of every database of the bench. */
export const wrappingKey = Buffer.alloc(32, 7);
export const wrappingKeySetting = `1:${wrappingKey.toString('base64')}`;

/** A Postgres of the bench's own, durable as in life, gone afterwards. */
export interface Server {
  /** A folder that lives as long. */
  folder: string;
  /** Makes a database with the current schema, or as a copy of another that nobody uses; resolves with its address. */
  database(copyOf?: string): Promise<string>;
  /** Removes every database that was made. */
  clear(): Promise<void>;
  /** Runs statements as the server's owner, in the database of an address. */
  run(url: string, sql: string): Promise<Array<Record<string, unknown>>>;
}

/**
 * Starts a server on the disk, in the folder for temporary files, for as long as the work takes. `smoke`: nothing waits for the disk, and
 * no figure says anything.
 */
export async function withServer<T>(effort: Effort, work: (server: Server) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'benefits-bench-'));
  // The server may run as somebody else, who has to get to its data.
  chmodSync(folder, 0o711);
  const embedded = await startEmbedded({ folder: join(folder, 'db'), durable: effort === 'full' });
  const address = (name: string) => {
    const url = new URL(embedded.url);
    url.pathname = `/${name}`;
    return url.href;
  };
  const made: string[] = [];
  const migrated = 'bench_migrated';
  let migrating: Promise<void> | undefined;
  const run = async (url: string, sql: string) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  };
  /** The schema is made once, and copied from then on. */
  async function migrateOnce(): Promise<void> {
    await run(address('postgres'), `create database ${migrated} template template0 strategy file_copy`);
    const sql = connect(address(migrated), 'unhurried', 2);
    await migrate(sql).finally(() => sql.destroy());
  }
  try {
    return await work({
      folder,
      run,
      async clear() {
        for (const name of made.splice(0))
          await run(address('postgres'), `drop database ${name} with (force)`);
      },
      async database(copyOf) {
        const name = `bench_${randomBytes(4).toString('hex')}`;
        made.push(name);
        migrating ??= migrateOnce();
        await migrating;
        const template = copyOf ? new URL(copyOf).pathname.slice(1) : migrated;
        await run(address('postgres'), `create database ${name} template ${template} strategy file_copy`);
        return address(name);
      },
    });
  } finally {
    await embedded.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
