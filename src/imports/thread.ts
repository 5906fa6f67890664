import { parentPort, workerData } from 'node:worker_threads';
import type { FileKind } from '../core/file';
import type { FileProblem } from '../core/file-problem';
import type { FileSource } from './file-text';
import { readers } from './kinds';
import type { Limits } from './limits';
import { BadFile, type Item } from './problem';

/** What a reading thread is given. */
export interface Order {
  kind: FileKind;
  source: FileSource;
  limits?: Partial<Limits>;
}

/** What it says: rows, each time somebody asked for more; how far it is; how it ended. `broken` is a code, never words of the file. */
export type Report =
  | { is: 'rows'; items: Item<unknown>[] }
  | { is: 'so-far'; read: number; total: number }
  | { is: 'end' }
  | { is: 'bad'; line: number | null; problem: FileProblem }
  | { is: 'broken'; code: string };

const rowsAtOnce = 1_000;

/** Reads a file for somebody else, no faster than they take it. */
async function work({ kind, source, limits }: Order): Promise<void> {
  const port = parentPort;
  if (!port) return;
  const say = (report: Report): void => port.postMessage(report);
  let asked: (() => void) | undefined;
  port.on('message', () => asked?.());
  const untilAsked = () =>
    new Promise<void>((resolve) => {
      asked = resolve;
    });
  try {
    let items: Item<unknown>[] = [];
    const progress = (read: number, total: number) => say({ is: 'so-far', read, total });
    for await (const item of readers[kind](source, { ...(limits && { limits }), progress })) {
      items.push(item);
      if (items.length < rowsAtOnce) continue;
      const next = untilAsked();
      say({ is: 'rows', items });
      items = [];
      await next;
    }
    say({ is: 'rows', items });
    say({ is: 'end' });
  } catch (error) {
    const { name, code } = error as { name?: string; code?: unknown };
    say(
      error instanceof BadFile
        ? { is: 'bad', line: error.line, problem: error.problem }
        : { is: 'broken', code: typeof code === 'string' ? code : String(name) },
    );
  } finally {
    port.close();
  }
}

void work(workerData as Order);
