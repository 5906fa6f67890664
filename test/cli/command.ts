import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wrappingKey } from '../support/company';
import { type TestDatabase, testDatabase } from '../support/database';

const root = join(__dirname, '..', '..');

/** What a run of the command left on the terminal. */
export interface Ran {
  code: number | null;
  out: string;
  err: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the verb says
  json: any;
}

/** A folder with files, a database, and the `benefits` command on both. */
export interface Desk {
  database: TestDatabase;
  /** Writes a file and tells its path. */
  file(name: string, text: string): string;
  /** Runs the command to its end. */
  run(...words: string[]): Promise<Ran>;
  /** Runs it, and leaves what it printed as it is. */
  runPlain(...words: string[]): Promise<Omit<Ran, 'json'>>;
  /** Starts it, for somebody who wants to kill it. */
  start(...words: string[]): ChildProcess;
  close(): Promise<void>;
}

/** `reach`: the address at which the command finds its database, where that is another. */
export async function openDesk(
  settings: Record<string, string> = {},
  reach: (url: string) => Promise<string> = async (url) => url,
): Promise<Desk> {
  const database = await testDatabase();
  const url = await reach(database.url);
  const folder = mkdtempSync(join(tmpdir(), 'benefits-desk-'));
  const start = (...words: string[]) =>
    spawn(
      process.execPath,
      // As it is built: `npm test` has seen to that, and it starts in half the time.
      [join(root, 'dist/src/cli.js'), ...words],
      {
        cwd: folder,
        env: {
          PATH: process.env.PATH,
          DATABASE_URL: url,
          DATABASE_OWNER_URL: database.ownerUrl,
          AUDIT_HEAD_FILE: database.headFile,
          KEY_ENCRYPTION_KEYS: wrappingKey,
          ...settings,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
  const runPlain = async (...words: string[]) => {
    const child = start(...words);
    const said = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said.out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said.err += text;
    });
    const [code] = await once(child, 'close');
    return { code, ...said };
  };
  return {
    database,
    file(name, text) {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    },
    start,
    runPlain,
    async run(...words) {
      const ran = await runPlain(...words);
      return { ...ran, json: words.includes('--json') ? JSON.parse(ran.out) : undefined };
    },
    async close() {
      rmSync(folder, { recursive: true, force: true });
      await database.drop();
    },
  };
}
