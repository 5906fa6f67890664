import { chmodSync, existsSync, lstatSync, mkdtempSync, readdirSync, renameSync, statfsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { holderOf, isAlive, isServerOf } from '../../src/store/embedded/pid-file';
import { gone } from '../../src/store/embedded/server';

/** `benefits-test-<process>-…` in the folder for temporary files; the process says whether the run is still going on. */
const PREFIX = 'benefits-test-';

/** Memory, where Linux offers enough of it: making hundreds of small files is what a test database costs. */
const MEMORY = '/dev/shm';
const ENOUGH = 2 * 1024 ** 3;

function room(): string {
  if (!existsSync(MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize >= ENOUGH ? MEMORY : tmpdir();
}

/** Makes the folder of one run of the tests. Everybody may enter it, so that a server under another user can. */
export function makeRunFolder(): string {
  const folder = mkdtempSync(join(room(), `${PREFIX}${process.pid}-`));
  chmodSync(folder, 0o711);
  return folder;
}

/** Ends the servers below a run's folder and removes it. They hold nothing worth a clean shutdown. */
export async function removeRunFolder(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  // Under another name nobody who still uses the server can find it and start it again.
  const doomed = folder.endsWith('.gone') ? folder : `${folder}.gone`;
  if (doomed !== folder) renameSync(folder, doomed);
  for (const directory of dataDirectories(doomed)) {
    const pid = holderOf(directory);
    if (pid === null || !isServerOf(directory, pid)) continue;
    process.kill(pid, 'SIGQUIT');
    await gone(pid, 10_000);
  }
  await rm(doomed, { recursive: true, force: true, maxRetries: 10 });
}

/** Removes what killed runs of ours left behind. */
export async function removeDeadRuns(): Promise<void> {
  const places = [MEMORY, tmpdir()].filter((place) => existsSync(place));
  for (const folder of places.flatMap((place) => readdirSync(place).map((name) => join(place, name)))) {
    const run = new RegExp(`^${PREFIX}(\\d+)-`).exec(basename(folder))?.[1];
    if (run === undefined || isAlive(Number(run))) continue;
    if (lstatSync(folder).uid === (process.getuid?.() ?? 0)) await removeRunFolder(folder);
  }
}

/** Every `pg-<major>` at any depth that is not itself below one. */
function dataDirectories(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => {
      const path = join(folder, name);
      return /^pg-\d+$/.test(name) ? [path] : dataDirectories(path);
    });
}
