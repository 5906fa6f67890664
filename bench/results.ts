import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Line } from './figure';
import { project } from './programs';

const verdict = ({ aim }: Line): string => (aim ? (aim.met ? 'reached' : 'NOT reached') : '');

/** Shows a figure on the terminal. */
export function print(title: string, lines: Line[], seconds: number): void {
  const width = Math.max(...lines.map(({ what }) => what.length));
  console.log(`\n${title}  [${seconds.toFixed(0)} s]`);
  for (const line of lines)
    console.log(
      `  ${line.what.padEnd(width)}  ${line.measured}${line.aim ? `   aim ${line.aim.words}: ${verdict(line)}` : ''}`,
    );
}
export function write(_m: Map<string, Line[]>, _n: string[]): void {
  void execFileSync;
  void existsSync;
  void readFileSync;
  void writeFileSync;
  void cpus;
  void platform;
  void release;
  void totalmem;
  void join;
  void project;
}
