import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Says figures, and under `FIGURES=1` writes them to `bench/<name>.md`; those files are committed. */
export function report(name: string, results: string[]): void {
  console.log(results.join('\n'));
  if (!process.env.FIGURES) return;
  const text = `# ${name}\n\nMeasured on ${new Date().toISOString().slice(0, 10)}.\n\n${results.map((line) => `- ${line}`).join('\n')}\n`;
  writeFileSync(join(__dirname, '..', '..', 'bench', `${name}.md`), text);
}
