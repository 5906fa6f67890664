import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { home } from './rows';
import { wrappingKeySetting } from './server';

/** The project's folder, seen from `dist/bench`. */
export const project = join(__dirname, '..', '..');
export const signingSecret = 'bench-signing-secret';

/** A program that waits for readiness may take this long before the bench gives up, in milliseconds. */
const patience = 60_000;

/** A compiled program of the bench, in a process of its own: sends one message, resolves with the answer. */
export class Program {
  private readonly child: ChildProcess;
  private readonly ended: Promise<never>;

  constructor(name: 'load' | 'bare-bolt') {
    this.child = fork(join(__dirname, `${name}.js`));
    this.ended = once(this.child, 'exit').then(() => {
      throw new Error(`The program ${name} ended early.`);
    });
    // Whoever asks it something hears of it.
    this.ended.catch(() => {});
  }

  async ask<Question extends object, Answer>(question: Question): Promise<Answer> {
    const answered = once(this.child, 'message');
    this.child.send(question);
    const [answer] = await Promise.race([answered, this.ended]);
    return answer as Answer;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.disconnect();
    await gone;
  }
}

/** A port nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The environment of a program: nothing of ours but the way to other programs, and these settings. */
const environment = (settings: Record<string, string>): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  ...settings,
});

/** The settings of a bot in Slack. */
export const slackSettings = (slackUrl: string): Record<string, string> => ({
  SLACK_BOT_TOKEN: 'xoxb-0-bench',
  SLACK_SIGNING_SECRET: signingSecret,
  SLACK_TEAM_IDS: home,
  SLACK_API_URL: `${slackUrl}/api/`,
  KEY_ENCRYPTION_KEYS: wrappingKeySetting,
  HOST: '127.0.0.1',
  LOG_LEVEL: 'error',
});

/** A bot that runs, as a program of its own. */
export interface RunningBot {
  port: number;
  /** From the start of the first process to the first yes of /readyz, in milliseconds. */
  readyAfter: number;
  /** The bot's own memory, without what started it and without the database, in MB. */
  memory(): number;
  stop(): Promise<void>;
}

/**
 * Starts a script of the project in a folder and waits for the bot to be ready.
 * @param script below the project's folder: `dist/src/main.js`, or `scripts/start.mjs` as `npm start` does
 */
export async function startBot(
  script: string,
  settings: Record<string, string>,
  cwd = project,
): Promise<RunningBot> {
  const port = await freePort();
  // A head of its own: what an earlier start noted was of another database.
  const head = mkdtempSync(join(tmpdir(), 'benefits-bench-head-'));
  const begun = performance.now();
  const child = spawn(process.execPath, [join(project, script)], {
    cwd,
    env: environment({ ...settings, PORT: String(port), AUDIT_HEAD_FILE: `${head}/head.json` }),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await until(child, async () => {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    await response?.arrayBuffer();
    return response?.ok ?? false;
  });
  const readyAfter = performance.now() - begun;
  return {
    port,
    readyAfter,
    memory: () => residentMemory(processOn(child.pid as number, /\/dist\/src\/main\.js/)),
    async stop() {
      await ended(child);
      rmSync(head, { recursive: true, force: true });
    },
  };
}

/** A playground that runs, as `npm start` without settings starts it. */
export interface RunningPlayground {
  readyAfter: number;
  /** Its two processes, in MB. */
  memory(): { page: number; bot: number };
  stop(): Promise<void>;
}

export async function startPlayground(cwd: string): Promise<RunningPlayground> {
  const [port, page] = [await freePort(), await freePort()];
  const begun = performance.now();
  const child = spawn(process.execPath, [join(project, 'scripts/start.mjs')], {
    cwd,
    env: environment({ PORT: String(port), PLAYGROUND_PORT: String(page) }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  await until(child, async () => /^Ready: /m.test(said));
  const readyAfter = performance.now() - begun;
  const pid = child.pid as number;
  return {
    readyAfter,
    memory: () => ({
      page: residentMemory(processOn(pid, /\/dist\/playground\/main\.js/)),
      bot: residentMemory(processOn(pid, /\/dist\/src\/main\.js/)),
    }),
    stop: () => ended(child),
  };
}

async function until(child: ChildProcess, isReady: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + patience;
  while (!(await isReady())) {
    if (child.exitCode !== null || performance.now() > end) {
      child.kill('SIGKILL');
      throw new Error('A program was not ready in time.');
    }
    await delay(5);
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

/** The process, this one or one below it, whose command line fits. Linux alone: elsewhere the first one is taken. */
function processOn(pid: number, command: RegExp): number {
  const find = (id: number): number | undefined => {
    try {
      if (command.test(readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' '))) return id;
      const below = readFileSync(`/proc/${id}/task/${id}/children`, 'utf8').trim().split(' ');
      for (const child of below.filter(Boolean)) {
        const found = find(Number(child));
        if (found !== undefined) return found;
      }
    } catch {
      // It ended meanwhile, or this is not Linux.
    }
    return undefined;
  };
  return find(pid) ?? pid;
}

/** Resident memory in MB; not a number where the system does not tell. */
function residentMemory(pid: number): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes) / 1024;
  } catch {
    return Number.NaN;
  }
}
