import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { testDatabase } from '../support/database';
import { freePort } from '../support/free-port';

export const project = resolve(__dirname, '../..');

/** Compiles what changed: the playground and the bot are run as they are shipped. */
export async function built(): Promise<void> {
  const { code, output } = await ended(spawn(process.execPath, [join(project, 'scripts', 'build.mjs')]));
  if (code !== 0) throw new Error(output);
}

/** What a program said and how it ended. */
export function ended(child: ChildProcess): Promise<{ code: number | null; output: string }> {
  let output = '';
  child.stdout?.on('data', (part: Buffer) => (output += part));
  child.stderr?.on('data', (part: Buffer) => (output += part));
  return new Promise((done) => child.on('close', (code) => done({ code, output })));
}

/** A playground of a test's own: a folder, two ports and a database, which outlive a restart. */
export async function makeHome() {
  const folder = mkdtempSync(join(tmpdir(), 'benefits-playground-'));
  const database = await testDatabase();
  const ports = { bot: await freePort(), page: await freePort() };
  const running = new Set<ChildProcess>();
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    PORT: String(ports.bot),
    PLAYGROUND_PORT: String(ports.page),
    DATABASE_URL: database.url,
    KEY_ENCRYPTION_KEYS: `1:${randomBytes(32).toString('base64')}`,
  };

  return {
    folder,
    ports,
    origin: `http://127.0.0.1:${ports.page}`,
    env,

    /** Runs the playground; `change` replaces settings. */
    run(change: NodeJS.ProcessEnv = {}): ChildProcess {
      const child = spawn(process.execPath, [join(project, 'dist', 'playground', 'main.js')], {
        cwd: folder,
        env: { ...env, ...change },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      running.add(child);
      child.on('close', () => running.delete(child));
      return child;
    },

    /** Starts it and resolves when it says that it is ready, with what it said. */
    async start(): Promise<{ child: ChildProcess; output: string }> {
      const child = this.run();
      let output = '';
      return new Promise((done, reject) => {
        const hear = (part: Buffer) => {
          output += part;
          if (/^Ready: /m.test(output)) done({ child, output });
        };
        child.stdout?.on('data', hear);
        child.stderr?.on('data', hear);
        child.on('close', (code) => reject(new Error(`The playground ended with ${code}:\n${output}`)));
      });
    },

    /** Ends a playground as Ctrl-C does. */
    async stop(child: ChildProcess): Promise<number | null> {
      if (child.exitCode !== null) return child.exitCode;
      const gone = new Promise<number | null>((done) => child.on('close', done));
      child.kill('SIGINT');
      return gone;
    },

    /** Ends whatever still runs: a test that failed half-way leaves nothing to the next. */
    async stopAll(): Promise<void> {
      await Promise.all([...running].map((child) => this.stop(child)));
    },

    async remove(): Promise<void> {
      await this.stopAll();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Home = Awaited<ReturnType<typeof makeHome>>;
