import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Who runs a program: whoever runs the tests, or, where that is root, also somebody who is not. */
export type Person = 'myself' | 'nobody';

export const people: readonly Person[] = process.getuid?.() === 0 ? ['myself', 'nobody'] : ['myself'];
export const NOBODY = 65534;

const loader = join(__dirname, 'typescript.cjs');
const child = join(__dirname, 'embedded-child.ts');

/** Another program that uses an embedded database, to be killed or asked to stop. */
export class EmbeddedProgram {
  private readonly answers: AsyncIterator<string>;

  private constructor(readonly running: ChildProcess) {
    this.answers = createInterface({ input: running.stdout! })[Symbol.asyncIterator]();
  }

  static start(folder: string, person: Person = 'myself'): EmbeddedProgram {
    const [file, args, ids] = commandFor(person, ['--require', loader, child, folder]);
    return new EmbeddedProgram(spawn(file, args, { stdio: ['pipe', 'pipe', 'inherit'], ...ids }));
  }

  /** The next thing it says: its server and address, an outcome, or an error. */
  async says(): Promise<{ pid: number; url: string; outcome: string; error: string }> {
    const { value, done } = await this.answers.next();
    if (done === true) throw new Error('The program ended without a word.');
    return JSON.parse(value);
  }

  /** Asks it to stop its database, and tells what it said. */
  async stop(): Promise<string> {
    const gone = once(this.running, 'exit');
    this.running.stdin?.write('stop\n');
    const { outcome } = await this.says();
    await gone;
    return outcome;
  }

  /** Kills it with no chance to tidy up, and waits until it is gone. */
  async kill(): Promise<void> {
    if (this.running.exitCode !== null || this.running.signalCode !== null) return;
    const gone = once(this.running, 'exit');
    this.running.kill('SIGKILL');
    await gone;
  }
}

/**
 * Where nobody may read the checkout (below /root), a user namespace makes us look like somebody else: an ordinary user
 * in our own eyes, still root in those of the file system.
 */
export const disguised =
  process.getuid?.() === 0 &&
  spawnSync(process.execPath, ['--check', loader], { uid: NOBODY, gid: NOBODY, cwd: '/' }).status !== 0;

type Command = [string, string[], { uid?: number; gid?: number }];

function commandFor(person: Person, args: string[]): Command {
  if (person === 'myself') return [process.execPath, args, {}];
  if (!disguised) return [process.execPath, args, { uid: NOBODY, gid: NOBODY }];
  const disguise = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, process.execPath];
  return ['unshare', [...disguise, ...args], {}];
}
