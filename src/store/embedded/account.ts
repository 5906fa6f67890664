import { type ChildProcess, execFile, type SpawnOptions, spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';
import { type Binaries, program } from './binaries';
import { EmbeddedDatabaseError } from './refusal';

const execute = promisify(execFile);

/**
 * Who runs the server. Postgres refuses to run as root, and `initdb` wants a user with a name.
 * - `self`: we are an ordinary user, so we do.
 * - `user`: we are root and step down to somebody else.
 * - `namespace`: we stay who we are in the eyes of the file system, but look like `nobody` from within. This works
 *   where no other user may enter, such as under /root, and for a container's user without a name.
 */
export type Account =
  | { readonly kind: 'self' }
  | { readonly kind: 'user'; readonly uid: number; readonly gid: number }
  | { readonly kind: 'namespace' };

const NOBODY_WITHIN = '65534';

/** The few variables a server needs. Ours hold secrets, and the server outlives us under another user. */
const environment = (): NodeJS.ProcessEnv => {
  const kept = ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LD_LIBRARY_PATH'];
  const entries = kept.flatMap((name) =>
    process.env[name] === undefined ? [] : [[name, process.env[name]]],
  );
  return { ...Object.fromEntries(entries), LC_ALL: 'C', TZ: 'UTC' };
};

/** Starts a program as the account, in a folder everybody may enter and with an environment without secrets. */
export function spawnAs(
  account: Account,
  file: string,
  args: readonly string[],
  options: Pick<SpawnOptions, 'stdio' | 'detached'>,
): ChildProcess {
  const settings = { ...options, env: environment(), windowsHide: true };
  if (process.platform !== 'win32') Object.assign(settings, { cwd: '/' });
  if (account.kind === 'user') Object.assign(settings, { uid: account.uid, gid: account.gid });
  if (account.kind !== 'namespace') return spawn(file, args, settings);
  const inside = [
    '--user',
    `--map-user=${NOBODY_WITHIN}`,
    `--map-group=${NOBODY_WITHIN}`,
    '--',
    file,
    ...args,
  ];
  return spawn('unshare', inside, settings);
}

/**
 * Chooses who runs the server: the first that can run the programs and enter the folder.
 * @param owner the user id the existing data belongs to, or `null` when there is none yet
 */
export async function chooseAccount(
  binaries: Binaries,
  folder: string,
  owner: number | null,
): Promise<Account> {
  if (process.platform === 'win32') return { kind: 'self' };
  for (const account of candidates(folder, owner)) {
    if (await canWork(account, binaries, folder)) return account;
  }
  throw new EmbeddedDatabaseError(
    'no-account',
    `Postgres cannot run as ${process.getuid?.() === 0 ? 'root' : 'a user without a name'}, and nobody else may use ${folder} here: start as an ordinary user, or set DATABASE_URL.`,
  );
}

function candidates(folder: string, owner: number | null): Account[] {
  if (process.getuid?.() !== 0) return hasName() ? [{ kind: 'self' }] : [{ kind: 'namespace' }];
  const home = statSync(folder);
  const people: Account[] = [];
  if (owner !== null && owner !== 0)
    people.push({ kind: 'user', uid: owner, gid: owner === home.uid ? home.gid : groupOf(owner) });
  else if (owner === null && home.uid !== 0) people.push({ kind: 'user', uid: home.uid, gid: home.gid });
  if (owner !== 0) people.push(...nobody());
  return [...people, { kind: 'namespace' }, ...(owner === 0 ? nobody() : [])];
}

function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

/** The lines of /etc/passwd: name, password, uid, gid, … */
const passwd = (): string[][] =>
  readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));

function nobody(): Account[] {
  const entry = passwd().find(([name]) => name === 'nobody');
  if (entry === undefined) return [];
  // macOS writes -2; ids are unsigned 32-bit numbers.
  return [{ kind: 'user', uid: Number(entry[2]) >>> 0, gid: Number(entry[3]) >>> 0 }];
}

const groupOf = (uid: number): number =>
  Number(passwd().find((entry) => entry[2] === String(uid))?.[3] ?? uid) >>> 0;

/** Runs the real program, so that missing rights on it, on its libraries and on the folder all show. */
function canWork(account: Account, binaries: Binaries, folder: string): Promise<boolean> {
  const trial = ['-c', '"$1" --version && cd "$2"', 'sh', program(binaries, 'initdb'), folder];
  return new Promise((resolve) => {
    const child = spawnAs(account, '/bin/sh', trial, { stdio: 'ignore' });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}

/** Gives files to the account, so that it finds what it needs: nothing to do unless we are root. */
export async function giveTo(account: Account, path: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const [uid, gid] = account.kind === 'user' ? [account.uid, account.gid] : [0, 0];
  if (statSync(path).uid === uid) return;
  // -h: a link is given itself, never what it points to.
  await execute('chown', ['-Rh', `${uid}:${gid}`, '--', path]);
}
