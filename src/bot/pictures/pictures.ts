import { Worker } from 'node:worker_threads';
import type { Card, Chart } from '../../core/card';
import type { Logger } from '../../log';
import { drawingProgram } from './drawing-path';
import type { Order } from './thread';

/** The pictures of a card, as PNG. */
export type Pictures = ReadonlyMap<Chart, Uint8Array>;

/** Draws the charts of a card; of a card without any, and where drawing failed, there are none. Never rejects. */
export type Draw = (card: Card) => Promise<Pictures>;

/** The charts of a card, in their order. */
export const chartsOf = ({ blocks }: Card): Chart[] => blocks.filter((block) => block.type === 'chart');

/** What was drawn last, by its numbers: whoever turns from thirty days to ninety and back waits once. */
const mostKept = 20;
/** No drawing takes longer, in milliseconds. */
const patience = 10_000;

/**
 * Draws in a thread of its own, one card at a time: loading what draws stops everything else for longer than an answer takes, and a report is
 * rare enough for its thread to end with it.
 */
export function makeDrawing(log: Logger, program = drawingProgram): Draw {
  const kept = new Map<string, Promise<Uint8Array[]>>();
  let before: Promise<unknown> = Promise.resolve();

  function draw(numbers: Order): Promise<Uint8Array[]> {
    const name = JSON.stringify(numbers);
    const known = kept.get(name);
    if (known) return known;
    const drawing = before.then(() => drawApart(numbers, program));
    before = drawing.catch(() => kept.delete(name));
    kept.set(name, drawing);
    if (kept.size > mostKept) kept.delete(kept.keys().next().value as string);
    return drawing;
  }

  return async (card) => {
    const charts = chartsOf(card);
    if (charts.length === 0) return new Map();
    try {
      const drawn = await draw(
        charts.map(({ bars }) => bars.map(({ nth, value, whole }) => ({ nth, value, whole }))),
      );
      return new Map(charts.map((chart, nth) => [chart, drawn[nth] as Uint8Array]));
    } catch (error) {
      log.warn({ error }, 'picture-not-drawn');
      return new Map();
    }
  };
}

function drawApart(numbers: Order, { file, execArgv }: typeof drawingProgram): Promise<Uint8Array[]> {
  const worker = new Worker(file, {
    workerData: numbers,
    env: {},
    execArgv,
    resourceLimits: { maxOldGenerationSizeMb: 128 },
  });
  let timer: NodeJS.Timeout | undefined;
  return new Promise<Uint8Array[]>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the drawing thread has ended')));
    timer = setTimeout(() => reject(new Error('drawing took too long')), patience);
  }).finally(() => {
    clearTimeout(timer);
    return worker.terminate();
  });
}
