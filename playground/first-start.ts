import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { CannotStart } from './settings';

const day = 86_400_000;
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
/** The day on which the package of the sample begins, as its file is written. */
const writtenFor = Date.UTC(2026, 0, 1);

/** The imports of the first start, in their order, as arguments of the `benefits` command. `done` are those of an earlier try. */
export function importsOf(sample: string, folder: string, now: number): { name: string; args: string[] }[] {
  const starts = now - 60 * day;
  const ends = now + 304 * day;
  const membership = [
    ['--package', 'Partner Success Core'],
    ['--partner-id', '1234567'],
    ['--account-email', 'partner@contoso.example'],
    ['--starts', iso(starts)],
    ['--ends', iso(ends)],
  ].flat();
  return [
    { name: 'people', args: ['import', 'people', join(sample, 'people.csv')] },
    { name: 'membership', args: ['import', 'membership', shifted(sample, folder, starts), ...membership] },
    { name: 'keys', args: ['import', 'keys', join(sample, 'keys.csv')] },
    // The rules name people, groups and benefits, so they come last.
    {
      name: 'policy',
      args: ['policy', 'apply', join(sample, 'policy.yaml'), '--by', 'max@contoso.example'],
    },
  ];
}

/**
 * What an admin would set for some benefits, as arguments of the `benefits` command: low enough that a visitor meets each of them. Less
 * than three Visio or one Exchange is told to the admins at once; a day later an offer of Exchange is over; after 30 days the holders of Project
 * and Copilot, after 60 those of Visual Studio Enterprise, are asked whether they still need it.
 */
export const settingsOfBenefits: readonly (readonly string[])[] = [
  ['Visio Professional 2024', 'low-stock', '3'],
  ['Exchange Server Subscription Edition', 'low-stock', '1'],
  ['Exchange Server Subscription Edition', 'offer-hours', '24'],
  ['Project Professional 2024', 'still-needed-after', '30'],
  ['Microsoft 365 Copilot', 'still-needed-after', '30'],
  ['Visual Studio Enterprise Subscription', 'still-needed-after', '60'],
  ['Power BI Pro', 'task-days', '1'],
  ['Product support incidents', 'lead-days', '3'],
].map((words) => ['set', ...words]);

/** The membership with its dates moved to where we are in time. */
function shifted(sample: string, folder: string, starts: number): string {
  const rows: string[][] = parse(readFileSync(join(sample, 'membership.csv'), 'utf8'));
  const column = (rows[0] ?? []).indexOf('activate_by');
  const moved = rows.map((row) =>
    row.map((cell, at) =>
      at === column && /^\d{4}-/.test(cell) ? iso(Date.parse(cell) + starts - writtenFor) : cell,
    ),
  );
  const file = join(folder, 'sample', 'membership.csv');
  mkdirSync(join(folder, 'sample'), { recursive: true });
  writeFileSync(file, `${moved.map((row) => row.map(quoted).join(',')).join('\n')}\n`);
  return file;
}

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Runs the command line as an admin would; rejects when it says that it failed. What it prints is shown, or only what it complains of. */
export function runBenefits(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  shown: 'all' | 'complaints' = 'all',
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      env,
      stdio: ['ignore', shown === 'all' ? 'inherit' : 'ignore', 'inherit'],
    });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve()
        : reject(
            new CannotStart(`The sample could not be brought in (benefits ${args.slice(0, 2).join(' ')}).`),
          ),
    );
  });
}
