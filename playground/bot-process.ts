import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, renameSync, statSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';

/** The bot as a program of its own: it knows the playground by its settings only. */
export type BotProcess = {
  /** Resolves when it answers /readyz; rejects with its last words when it ended before. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
};

export type BotStart = {
  /** The compiled program. */
  program: string;
  env: NodeJS.ProcessEnv;
  /** Where its log goes. */
  folder: string;
  origin: string;
  /** Told what becomes of it. */
  onState(state: 'starting' | 'ready' | 'restarting'): void;
  /** Told of what an operator should see at once. */
  onTrouble(sentence: string): void;
};

const leash = require.resolve('./leash');
const longestPause = 10_000;
const patienceAtTheEnd = 10_000;
const largestLog = 5 * 1024 * 1024;

/** Starts the bot and keeps it running: when it ends by itself it is started again, after a pause that grows. */
export function startBot(start: BotStart): BotProcess {
  const log = openLog(start.folder);
  let child: ChildProcess | undefined;
  let stopping = false;
  let pause = 500;
  const lastWords: string[] = [];

  const run = (): Promise<void> =>
    new Promise((ended) => {
      const running = spawn(process.execPath, ['--enable-source-maps', '--require', leash, start.program], {
        env: start.env,
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      });
      child = running;
      running.on('error', (error) => start.onTrouble(`The bot cannot be started: ${error.message}`));
      lines(running.stdout as Readable, (line) => {
        log.write(`${line}\n`);
        const trouble = troubleIn(line);
        if (trouble) start.onTrouble(trouble);
      });
      lines(running.stderr as Readable, (line) => {
        log.write(`${line}\n`);
        if (/ExperimentalWarning|DeprecationWarning|--trace-/.test(line)) return;
        lastWords.push(line);
        if (lastWords.length > 10) lastWords.shift();
      });
      running.on('close', () => ended());
    });

  const keepRunning = async (firstReady: () => void, firstEnded: (error: Error) => void): Promise<void> => {
    let begun = false;
    while (!stopping) {
      start.onState(begun ? 'restarting' : 'starting');
      lastWords.length = 0;
      const ended = run();
      const ready = await Promise.race([answers(start.origin, () => stopping), ended.then(() => false)]);
      if (ready) {
        begun = true;
        pause = 500;
        firstReady();
        start.onState('ready');
      }
      await ended;
      if (stopping) return;
      if (!begun) return firstEnded(new Error(lastWords.join('\n') || 'The bot ended without a word.'));
      start.onState('restarting');
      start.onTrouble(`The bot ended and is started again.${lastWords.length ? ` ${lastWords.at(-1)}` : ''}`);
      await delay(pause);
      pause = Math.min(pause * 2, longestPause);
    }
  };

  const ready = new Promise<void>((resolve, reject) => {
    void keepRunning(resolve, reject);
  });

  return {
    ready,
    async stop() {
      stopping = true;
      const running = child;
      if (running && running.exitCode === null && running.signalCode === null) {
        const gone = new Promise((resolve) => running.once('close', resolve));
        running.kill('SIGTERM');
        const timer = setTimeout(() => running.kill('SIGKILL'), patienceAtTheEnd);
        await gone;
        clearTimeout(timer);
      }
      await new Promise((resolve) => log.end(resolve));
    },
  };
}

/** Asks /readyz until it says yes. */
async function answers(origin: string, over: () => boolean): Promise<boolean> {
  while (!over()) {
    const response = await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(
      () => undefined,
    );
    await response?.arrayBuffer().catch(() => undefined);
    if (response?.ok) return true;
    await delay(50);
  }
  return false;
}

function openLog(folder: string): WriteStream {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'bot.log');
  if (existsSync(file) && statSync(file).size > largestLog) renameSync(file, `${file}.1`);
  return createWriteStream(file, { flags: 'a', mode: 0o600 });
}

function lines(from: Readable, take: (line: string) => void): void {
  createInterface({ input: from }).on('line', take);
}

/** Warnings and errors of the bot's log in a few words; the whole line is in the file. */
function troubleIn(line: string): string | undefined {
  try {
    const { level, msg, reason } = JSON.parse(line) as { level: number; msg?: string; reason?: string };
    if (level < 40) return undefined;
    return `The bot's log: ${level >= 50 ? 'error' : 'warning'}, ${msg ?? 'without a name'}${reason ? ` (${reason})` : ''}`;
  } catch {
    return undefined;
  }
}
