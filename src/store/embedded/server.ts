import { execFile } from 'node:child_process';
import { existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Account, spawnAs } from './account';
import { type Address, listenSettings } from './address';
import { program } from './binaries';
import type { Cluster } from './cluster';
import { isAlive } from './pid-file';
import { EmbeddedDatabaseError } from './refusal';
import { serverSettings } from './settings';

/** A server we have just started: `ended` resolves when it is gone again. */
export interface Started {
  readonly ended: Promise<void>;
}

const LOG_SIZE = 1_000_000;
const logOf = (cluster: Cluster): string => join(cluster.directory, 'server.log');

/**
 * Starts the server, apart from us: it outlives us, and Ctrl-C in our terminal does not reach it. The log is opened by
 * the server's own account, so that root never writes where another user may lay links.
 */
export function launch(cluster: Cluster, account: Account, address: Address): Started {
  const log = logOf(cluster);
  if (existsSync(log) && statSync(log).size > LOG_SIZE) renameSync(log, `${log}.old`);
  const settings = Object.entries({
    ...serverSettings(cluster.binaries.major, cluster.durable),
    ...listenSettings(address),
  });
  const postgres = program(cluster.binaries, 'postgres');
  const args = ['-D', cluster.directory, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const child =
    process.platform === 'win32'
      ? spawnAs(account, postgres, args, { detached: true, stdio: ['ignore', 'ignore', openSync(log, 'a')] })
      : spawnAs(account, '/bin/sh', ['-c', 'umask 077; exec "$@" >>"$0" 2>&1', log, postgres, ...args], {
          detached: true,
          stdio: 'ignore',
        });
  child.unref();
  const ended = new Promise<void>((resolve) => {
    child.on('error', () => resolve());
    child.on('exit', () => resolve());
  });
  return { ended };
}

/** The last line the server logged, for an error somebody must act on. */
export function lastWords(cluster: Cluster): string {
  const log = logOf(cluster);
  if (!existsSync(log)) return '';
  return readFileSync(log, 'utf8').slice(-2000).trim().split('\n').at(-1) ?? '';
}

/** Ends the server in the "fast" way (sessions end, everything is on disk) and waits until it is gone. */
export async function shutDown(cluster: Cluster, pid: number): Promise<void> {
  if (process.platform === 'win32') {
    const stop = ['stop', '-D', cluster.directory, '-m', 'fast', '-w'];
    await promisify(execFile)(program(cluster.binaries, 'pg_ctl'), stop, { windowsHide: true });
    return;
  }
  process.kill(pid, 'SIGINT');
  await gone(pid, 30_000);
}

/** Waits until no process has the number any more. @param patience in milliseconds */
export async function gone(pid: number, patience: number): Promise<void> {
  for (const end = Date.now() + patience; isAlive(pid); await delay(10)) {
    if (Date.now() > end) {
      throw new EmbeddedDatabaseError(
        'did-not-stop',
        `The embedded database (process ${pid}) does not stop.`,
      );
    }
  }
}
