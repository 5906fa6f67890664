import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Address, SOCKET_PORT } from './address';

/** What a running server says of itself in its data directory. */
export interface PidFile {
  readonly pid: number;
  readonly address: Address;
}

const NAME = 'postmaster.pid';

/**
 * Reads `postmaster.pid`: line 1 the process, 4 the port, 5 the socket's folder (empty on loopback), as
 * src/include/utils/pidfile.h of Postgres lists them. `null` when there is none, or it is not written to its end.
 */
export function readPidFile(directory: string): PidFile | null {
  const lines = contents(directory)?.split('\n') ?? [];
  const [pid, port, socket] = [Number(lines[0]), Number(lines[3]), lines[4]];
  if (!(pid > 0) || !(port > 0) || socket === undefined) return null;
  return { pid, address: socket.trim() === '' ? { kind: 'loopback', port } : { kind: 'socket', directory } };
}

/** The number of the process that holds the data directory, also before it has written the rest. */
export function holderOf(directory: string): number | null {
  const pid = Number.parseInt(contents(directory) ?? '', 10);
  return pid > 0 ? pid : null;
}

function contents(directory: string): string | null {
  const path = join(directory, NAME);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** Whether a process with this number exists, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether the process is a server at work in this data directory, and not a stranger who got an old number. */
export function isServerOf(directory: string, pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform === 'win32') return true;
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(directory);
    return /postgres$/.test(
      execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).trim(),
    );
  } catch {
    return false;
  }
}

/**
 * After a restart of the machine or the container the number in the pid file may belong to another program of ours,
 * and Postgres would refuse to start for its sake. The file is not removed, because Postgres also finds in it the
 * shared memory that left-over sessions may still hold. Instead the number becomes our own: the parent's number is
 * no reason to refuse (CreateLockFile in src/backend/utils/init/miscinit.c), the shared memory still is.
 */
export function disownStranger(directory: string): void {
  const pid = holderOf(directory);
  if (pid === null || pid === process.pid || !isAlive(pid) || isServerOf(directory, pid)) return;
  for (const name of [NAME, `.s.PGSQL.${SOCKET_PORT}.lock`]) {
    const path = join(directory, name);
    if (!existsSync(path)) continue;
    const text = readFileSync(path, 'utf8');
    if (Number.parseInt(text, 10) === pid) writeFileSync(path, text.replace(/^\d+/, String(process.pid)));
  }
}
