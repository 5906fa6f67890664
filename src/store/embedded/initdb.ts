import { chmod, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type Account, spawnAs } from './account';
import { OWNER } from './address';
import { type Binaries, program } from './binaries';
import { EmbeddedDatabaseError } from './refusal';

/** What `initdb` is told. */
export interface Making {
  readonly binaries: Binaries;
  readonly account: Account;
  /** The empty directory to fill, and the file with the owner's password; both belong to the account. */
  readonly directory: string;
  readonly secret: string;
  readonly durable: boolean;
}

/** Fills a data directory. Rejects with the last line `initdb` wrote when it fails. */
export async function initdb(making: Making): Promise<void> {
  const { bin, remove } = await plainlyNamed(making.binaries.bin);
  try {
    await run(making, program({ bin }, 'initdb'));
  } finally {
    await remove();
  }
}

async function run(making: Making, file: string): Promise<void> {
  const args = [
    `--pgdata=${making.directory}`,
    `--username=${OWNER}`,
    `--pwfile=${making.secret}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--no-instructions',
    ...locale(making.binaries.major),
    ...(making.durable ? ['--data-checksums'] : ['--no-sync']),
  ];
  const child = spawnAs(making.account, file, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said = (said + chunk).slice(-2_000);
  });
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code === 0) return;
  const why = said.trim().split('\n').at(-1) ?? '';
  throw new EmbeddedDatabaseError(
    'did-not-start',
    `The embedded database could not be made in ${dirname(making.directory)}: ${why}`,
  );
}

/** UTF-8 everywhere, the same order on every machine: code points, with lower() and upper() that know all letters. */
function locale(major: number): string[] {
  if (major >= 17) return ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  return [process.platform === 'linux' ? '--locale=C.UTF-8' : '--locale=C', '--lc-messages=C'];
}

/**
 * `initdb` calls `postgres` through a shell with its path in double quotes (find_other_exec in src/common/exec.c), so a
 * path with one of these characters would be read as something else. Then a copy under a plain name does the work.
 */
async function plainlyNamed(bin: string): Promise<{ bin: string; remove: () => Promise<void> }> {
  if (process.platform === 'win32' || !/["$`\\]/.test(bin)) return { bin, remove: async () => {} };
  const copy = await mkdtemp(join(tmpdir(), 'benefits-initdb-'));
  await chmod(copy, 0o755);
  await cp(dirname(bin), copy, { recursive: true, verbatimSymlinks: true });
  return { bin: join(copy, basename(bin)), remove: () => rm(copy, { recursive: true, force: true }) };
}
