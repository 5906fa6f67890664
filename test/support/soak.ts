import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

const project = join(__dirname, '..', '..');
/** What is measured: the code as it was when it was loaded, whatever is committed during a long run. */
const commit = process.env.SOAK
  ? execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: project }).toString().trim()
  : '';

/**
 * Says what a long run came to. Under `npm run soak` it is also written down, in `bench/soak/<name>.md`, with the machine and the
 * moment; those files are committed.
 */
export function report(name: string, results: string[]): void {
  console.log(results.join('\n'));
  if (!process.env.SOAK) return;
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
  const folder = join(project, 'bench', 'soak');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, `${name}.md`),
    `# ${name}\n\nMeasured on ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, commit ${commit}, ${machine}.\n\n${results.map((line) => `- ${line}`).join('\n')}\n`,
  );
}
