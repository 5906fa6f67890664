import type { Server } from './server';

/** How much is measured: `full` for figures that count, `smoke` to see in seconds that everything still runs. */
export type Effort = 'full' | 'smoke';

/** One measured thing, as a row of the table. */
export interface Line {
  what: string;
  measured: string;
  /** What was aimed at, and whether it was reached; rows that only explain have none. */
  aim?: { words: string; met: boolean };
}

/** One of the figures. */
export interface Figure {
  title: string;
  /** Rejects when something is wrong, such as a list that is stale: a wrong program has no figures. */
  run(effort: Effort, server: Server): Promise<Line[]>;
}

/** A row whose number has an upper bound. */
export const atMost = (what: string, value: number, most: number, unit = ''): Line => ({
  what,
  measured: `${shown(value)}${unit}`,
  aim: { words: `≤ ${most}${unit}`, met: value <= most },
});

/** A row whose number has a lower bound. */
export const atLeast = (what: string, value: number, least: number, unit = ''): Line => ({
  what,
  measured: `${shown(value)}${unit}`,
  aim: { words: `≥ ${least}${unit}`, met: value >= least },
});

/** A number as people read it: three digits that count. */
export function shown(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en-GB');
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** The value below which this share (0 to 1) of the values lies. */
export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: number[]): number => quantile(values, 0.5);
