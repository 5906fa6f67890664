// What both commands need first on a bare clone: the dependencies of the lock file, and a build that is up to date.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === 'win32';

/** Runs a command in the project's folder, its output shown. Resolves with the exit code. */
export const run = (command, args, options = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', shell: windows, ...options });
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });

/**
 * Installs what package-lock.json says, once per lock file, and leaves that file alone. Not `npm ci`: it turns away a lock file without
 * the packages of other operating systems, as npm writes it where a registry does not offer them. Says on standard error how far it is;
 * standard output belongs to the command that was asked for.
 */
export async function ensureInstalled() {
  const lockFile = readFileSync(join(root, 'package-lock.json'));
  const lock = createHash('sha256').update(lockFile).digest('hex');
  const stamp = join(root, 'node_modules', '.installed-from');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Installing dependencies. This happens once, and again when package-lock.json changes.');
  const done = showProgress(JSON.parse(lockFile).packages);
  const code = await run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    shell: windows,
    stdio: ['ignore', 2, 2],
  });
  done();
  if (code !== 0) {
    console.error('npm install failed. Its output above says why; run the command again when it is mended.');
    process.exit(1);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, lock);
}

/** Counts the packages that are in place: a line that is rewritten on a terminal, a line every few seconds elsewhere. */
function showProgress(packages) {
  const wanted = Object.keys(packages).filter(
    (path) => path.startsWith('node_modules/') && !packages[path].optional && !packages[path].link,
  );
  const terminal = process.stderr.isTTY;
  const show = () => {
    const there = wanted.filter((path) => existsSync(join(root, path, 'package.json'))).length;
    const line = `  ${there} of ${wanted.length} packages`;
    process.stderr.write(terminal ? `\r${line}` : `${line}\n`);
  };
  const timer = setInterval(show, terminal ? 300 : 5_000);
  return () => {
    clearInterval(timer);
    show();
    if (terminal) process.stderr.write('\n');
  };
}

const newest = (path) => {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs);
};

const stamp = join(root, 'dist', '.built');

/** Whether no source is newer than the last build. */
function isBuilt() {
  const sources = ['src', 'playground', 'migrations', 'bench', 'tsconfig.json', 'tsconfig.build.json'];
  const there = sources.map((name) => join(root, name)).filter((path) => existsSync(path));
  const changed = Math.max(...there.map(newest));
  return existsSync(stamp) && statSync(stamp).mtimeMs >= changed;
}

/** Compiles when any source is newer than the last build. Of several who want it at once, one does it and the others wait. */
export async function ensureBuilt() {
  if (isBuilt()) return;
  const letGo = await holdBuild();
  const code = isBuilt() ? 0 : await build();
  letGo();
  if (code !== 0) process.exit(code);
}

/** Resolves when nobody else builds, and nobody else will until what it resolves with is called. */
async function holdBuild() {
  const lock = join(root, 'dist', '.building');
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    // Whoever was killed while building has left it behind.
    if (!isAlive(lock)) rmSync(lock, { force: true });
    else await new Promise((again) => setTimeout(again, 100));
  }
}

/** No build takes longer, in milliseconds: a number that another process has by now keeps nobody waiting. */
const longestBuild = 10 * 60_000;

/** Whether the process still builds that wrote its number there; one that has not written it yet does. */
function isAlive(lock) {
  try {
    if (Date.now() - statSync(lock).mtimeMs > longestBuild) return false;
    const pid = Number(readFileSync(lock, 'utf8'));
    if (pid > 0) process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function build() {
  // What a source left behind that is gone now would be found before what took its place. All is written anew: a compiler that remembers
  // what it wrote last writes only what has changed since, also after a build that failed and left nothing.
  for (const name of ['src', 'playground', 'migrations', 'bench'])
    rmSync(join(root, 'dist', name), { recursive: true, force: true });
  const code = await run(
    process.execPath,
    [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json'],
    { shell: false },
  );
  if (code === 0) writeFileSync(stamp, '');
  return code;
}
