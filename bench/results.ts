import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import type { Line } from './figure';
import { project } from './programs';

/** A figure that was measured, and how long that took, in seconds. */
export interface Measured {
  title: string;
  lines: Line[];
  seconds: number;
}

const verdict = ({ aim }: Line): string => (aim ? (aim.met ? 'reached' : 'NOT reached') : '');

/** Shows a figure on the terminal. */
export function print({ title, lines, seconds }: Measured): void {
  const width = Math.max(...lines.map(({ what }) => what.length));
  console.log(`\n${title}  [${seconds.toFixed(0)} s]`);
  for (const line of lines) {
    const aim = line.aim ? `   aim ${line.aim.words}: ${verdict(line)}` : '';
    console.log(`  ${line.what.padEnd(width)}  ${line.measured}${aim}`);
  }
}

const file = join(project, 'bench', 'results.md');

/**
 * Writes the figures to bench/results.md, each with the machine and the moment it was measured on. Figures that were not measured this time
 * stay as they are.
 * @param postgres the server's version
 */
export function write(measured: Map<string, Measured>, postgres: string): void {
  const sections = new Map<string, string>();
  if (existsSync(file))
    for (const section of readFileSync(file, 'utf8')
      .split(/^(?=## \()/m)
      .slice(1))
      sections.set(section[4] as string, section.trimEnd());
  const circumstances = `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, commit ${commit()}, ${machine(postgres)}`;
  for (const [letter, { title, lines, seconds }] of measured)
    sections.set(
      letter,
      [
        `## ${title}`,
        '',
        `Measured on ${circumstances}; it took ${seconds.toFixed(0)} s.`,
        '',
        '| what | measured | aim | |',
        '|---|---|---|---|',
        ...lines.map(
          (line) => `| ${line.what} | ${line.measured} | ${line.aim?.words ?? ''} | ${verdict(line)} |`,
        ),
      ].join('\n'),
    );
  const all = [...sections].sort(([one], [other]) => one.localeCompare(other)).map(([, section]) => section);
  writeFileSync(file, `${head}\n\n${all.join('\n\n')}\n`);
}

const head = `# What \`npm run bench\` measured

\`npm run bench\` measures everything, \`npm run bench -- a c\` only these figures. The built programs run as processes of their own,
the database is a Postgres of the bench's own that writes to the disk as in life, and the load comes over loopback from a third process. What is compared
runs in turn within one run, so a busy machine disturbs both sides; trust the ratios more than the numbers. Before figure (a) a unit is given
away by another process, and the run ends with an error unless the next list shows it.`;

function machine(postgres: string): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${cpus().length} × ${first?.model.trim() ?? 'unknown CPU'}, ${memory} GB, ${type()} ${release()}, Node ${process.versions.node}, Postgres ${postgres}`;
}

function commit(): string {
  try {
    const git = (...words: string[]) =>
      execFileSync('git', words, {
        cwd: project,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim();
    const changed = git('status', '--porcelain', '--', 'src', 'migrations') !== '';
    return `${git('rev-parse', '--short', 'HEAD')}${changed ? ' with changes' : ''}`;
  } catch {
    return 'unknown';
  }
}
