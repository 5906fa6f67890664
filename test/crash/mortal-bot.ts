import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const root = join(__dirname, '..', '..');

/** The real bot in a process of its own, to be killed and started again on the same port. */
export class MortalBot {
  private child: ChildProcess | undefined;
  private up: Promise<void> = Promise.resolve();
  /** Everything it wrote, in all its lives. */
  readonly written: string[] = [];

  constructor(private readonly settings: Record<string, string>) {}

  get url(): string {
    return `http://127.0.0.1:${this.settings.PORT}`;
  }

  /** Begins a life. Resolves when the bot is ready, after so many milliseconds. */
  async start(): Promise<number> {
    const begun = performance.now();
    const child = spawn(
      process.execPath,
      // As it is built: `npm test` has seen to that, and it starts in half the time.
      [join(root, 'dist', 'src', 'main.js')],
      {
        cwd: __dirname,
        env: { PATH: process.env.PATH, ...this.settings },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => this.written.push(text));
    child.setMaxListeners(100);
    this.child = child;
    this.up = this.answers(child);
    await this.up;
    return performance.now() - begun;
  }

  /** Resolves when the present life, or the next one, is ready. */
  async ready(): Promise<void> {
    await this.up.catch(() => {});
  }

  /** Resolves when the present life ends. */
  async death(): Promise<void> {
    const { child } = this;
    if (child && child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }

  /** Ends a life in the middle of whatever it was doing. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null)
      throw new Error(`the bot fell over by itself:\n${this.lastWords()}`);
    const gone = once(child, 'exit');
    // Whoever waits for the bot from now on waits for the next life.
    let reborn = () => {};
    this.up = new Promise<void>((resolve) => {
      reborn = resolve;
    });
    child.kill('SIGKILL');
    await gone;
    setImmediate(() => reborn());
  }

  /** Asks it to end, as a host does before an update. Resolves with the code it ended with, and after how many milliseconds. */
  async end(): Promise<{ code: number | null; after: number }> {
    const { child } = this;
    if (!child || child.exitCode !== null)
      throw new Error(`the bot fell over by itself:\n${this.lastWords()}`);
    const begun = performance.now();
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    const [code] = await gone;
    return { code, after: performance.now() - begun };
  }

  private async answers(child: ChildProcess): Promise<void> {
    const begun = performance.now();
    while (child.exitCode === null && child.signalCode === null && performance.now() - begun < 120_000) {
      const ready = await fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(10_000) }).catch(
        () => {},
      );
      if (ready?.ok) return;
      await delay(20);
    }
    throw new Error(`the bot did not start:\n${this.lastWords()}`);
  }

  private lastWords = (): string => this.written.slice(-5).join('');
}
