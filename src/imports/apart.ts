import { Worker } from 'node:worker_threads';
import type { FileKind } from '../core/file';
import type { FileSource } from './file-text';
import type { RowOf } from './kinds';
import type { Reading } from './limits';
import { BadFile, type Item } from './problem';
import type { Order, Report } from './thread';
import { threadProgram } from './thread-path';

/** What the thread may need before it is ended, whatever it is at. */
export interface Allowance {
  /** Of its heap, in megabytes. */
  memory: number;
  /** For all it does, in milliseconds; that others take their time with its rows does not count. */
  time: number;
}

/** Far more than any real file needs. */
const allowance: Allowance = { memory: 64, time: 120_000 };

/**
 * Reads a file in a thread of its own: what it costs comes to an end there, and the rest of the program goes on. The thread sees no
 * settings, and is stopped when nobody wants more rows.
 *
 * @throws BadFile also when the thread needs more than it may
 */
export async function* readApart<Kind extends FileKind>(
  kind: Kind,
  source: FileSource,
  { limits, progress }: Reading = {},
  { memory, time }: Allowance = allowance,
): AsyncGenerator<Item<RowOf[Kind]>> {
  const order: Order = { kind, source, ...(limits && { limits }) };
  const worker = new Worker(threadProgram.file, {
    workerData: order,
    env: {},
    execArgv: threadProgram.execArgv,
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 16 },
  });
  const told: Report[] = [];
  let heard = () => {};
  const hear = (report: Report) => {
    if (report.is === 'so-far') progress?.(report.read, report.total);
    else told.push(report);
    heard();
  };
  worker.on('message', hear);
  worker.on('error', (error: { code?: unknown; name?: string }) =>
    hear(
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? { is: 'bad', line: null, problem: { code: 'too-much-memory' } }
        : { is: 'broken', code: typeof error.code === 'string' ? error.code : String(error.name) },
    ),
  );
  worker.on('exit', () => hear({ is: 'broken', code: 'ended' }));

  let left = time;
  const next = async (): Promise<Report> => {
    const begun = performance.now();
    while (told.length === 0) {
      const spent = performance.now() - begun;
      const inTime = await within(left - spent, (resolve) => {
        heard = resolve;
      });
      if (!inTime) throw new BadFile(null, { code: 'too-slow', most: time });
    }
    left -= performance.now() - begun;
    return told.shift() as Report;
  };
  try {
    for (;;) {
      const report = await next();
      if (report.is === 'end') return;
      if (report.is === 'bad') throw new BadFile(report.line, report.problem);
      if (report.is === 'broken') throw new Error(`a file could not be read (${report.code})`);
      if (report.is === 'so-far') continue;
      yield* report.items as Item<RowOf[Kind]>[];
      worker.postMessage('more');
    }
  } finally {
    await worker.terminate();
  }
}

/** Waits for something, no longer than so many milliseconds; false when it did not come. */
async function within(milliseconds: number, begin: (resolve: () => void) => void): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, milliseconds), false);
  });
  try {
    return await Promise.race([new Promise<true>((resolve) => begin(() => resolve(true))), late]);
  } finally {
    clearTimeout(timer);
  }
}
