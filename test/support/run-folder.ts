import { chmodSync, existsSync, lstatSync, mkdtempSync, readdirSync, renameSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holderOf, isAlive, isServerOf } from '../../src/store/embedded/pid-file';
import { gone } from '../../src/store/embedded/server';

/** `benefits-test-<process>-…` in the folder for temporary files; the process says whether the run is still going on. */
const PREFIX = 'benefits-test-';

/** Makes the folder of one run of the tests. Everybody may enter it, so that a server under another user can. */
export function makeRunFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
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
  for (const name of readdirSync(tmpdir())) {
    const run = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : Number.NaN;
    const folder = join(tmpdir(), name);
    if (Number.isNaN(run) || isAlive(run) || lstatSync(folder).uid !== (process.getuid?.() ?? 0)) continue;
    await removeRunFolder(folder);
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
