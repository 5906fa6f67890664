import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { chmod, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Account, giveTo } from './account';
import type { Binaries } from './binaries';
import { initdb } from './initdb';
import { isAlive } from './pid-file';
import { EmbeddedDatabaseError } from './refusal';

/** A data directory and the programs that fit it. */
export interface Cluster {
  readonly folder: string;
  readonly directory: string;
  readonly binaries: Binaries;
  readonly durable: boolean;
}

const PASSWORD = 'password';

/** Whether the data directory is there, whole: it is renamed into place only when `initdb` has finished. */
export const exists = (cluster: Cluster): boolean => existsSync(join(cluster.directory, 'PG_VERSION'));

/** The user id that owns the data, or `null` when there is none yet. */
export const ownerOf = (cluster: Cluster): number | null =>
  existsSync(cluster.directory) ? statSync(cluster.directory).uid : null;

/** The password `initdb` was given, which only the data's owner and root can read. */
export async function passwordOf(cluster: Cluster): Promise<string> {
  try {
    return await readFile(join(cluster.directory, PASSWORD), 'utf8');
  } catch {
    throw notOurs(cluster);
  }
}

const notOurs = ({ directory }: Cluster): EmbeddedDatabaseError =>
  new EmbeddedDatabaseError(
    'not-a-cluster',
    `${directory} is not an embedded database of ours: move it away, or set DATABASE_URL.`,
  );

/**
 * Picks the data directory `<folder>/pg-<major>`. A directory of another major is never passed over in silence: the
 * programs that fit it are taken, and where there are none, that is said.
 */
export function locate(folder: string, binaries: readonly Binaries[], durable: boolean): Cluster {
  const [first] = binaries;
  if (first === undefined) {
    throw new EmbeddedDatabaseError(
      'no-binaries',
      `No Postgres server was found for ${process.platform}-${process.arch}: set DATABASE_URL to a Postgres 15 or newer, or install one here.`,
    );
  }
  const present = existing(folder);
  const chosen = present.length === 0 ? first : binaries.find(({ major }) => present.includes(major));
  if (chosen === undefined) {
    throw new EmbeddedDatabaseError(
      'other-version',
      `The data in ${folder} was made by Postgres ${present.join(' and ')}, which is not installed here (found: ${binaries.map(({ major }) => major).join(', ')}): install it, or set DATABASE_URL.`,
    );
  }
  return { folder, directory: join(folder, `pg-${chosen.major}`), binaries: chosen, durable };
}

const existing = (folder: string): number[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .map((name) => Number(/^pg-(\d+)$/.exec(name)?.[1]))
        .filter((major) => major > 0)
        .sort((a, b) => b - a)
    : [];

/** Refuses data that another user owns, before any of our steps fails for a reason hard to read. */
export function checkOwner(cluster: Cluster): void {
  const uid = process.getuid?.();
  const owner = ownerOf(cluster);
  if (uid === undefined || uid === 0 || owner === null || owner === uid) return;
  throw new EmbeddedDatabaseError(
    'other-owner',
    `The embedded database in ${cluster.directory} belongs to another user (id ${owner}): start as that user or as root, or set DATABASE_URL.`,
  );
}

/**
 * Makes the data directory: `initdb` under a name of our own, then one rename. So a half-done directory is never taken
 * for a whole one, and of two who begin at once the first wins and the other uses what is there.
 */
export async function create(cluster: Cluster, account: Account): Promise<void> {
  const draft = `${cluster.directory}.new-${process.pid}-${randomBytes(4).toString('hex')}`;
  const secret = `${draft}.password`;
  try {
    mkdirSync(draft, { mode: 0o700 });
    await writeFile(secret, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
    await giveTo(account, draft);
    await giveTo(account, secret);
    await initdb({ binaries: cluster.binaries, durable: cluster.durable, account, directory: draft, secret });
    await rename(secret, join(draft, PASSWORD));
    await chmod(draft, 0o700);
    await rename(draft, cluster.directory);
    if (cluster.durable) await sync(cluster.folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTEMPTY' && !exists(cluster)) throw notOurs(cluster);
    if (!exists(cluster)) throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
    await rm(secret, { force: true });
  }
}

/** Removes what a killed `create` left behind, unless its maker is still at work. */
export async function removeDrafts(cluster: Cluster): Promise<void> {
  for (const name of readdirSync(cluster.folder)) {
    const maker = /^pg-\d+\.new-(\d+)-/.exec(name)?.[1];
    if (maker === undefined || isAlive(Number(maker))) continue;
    await rm(join(cluster.folder, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Makes the rename outlive a loss of power. Windows has no such call for folders. */
async function sync(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  await handle.sync();
  await handle.close();
}
