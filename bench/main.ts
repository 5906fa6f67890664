import { claims } from './claims';
import type { Effort, Figure, Line } from './figure';
import { listAnswers } from './list-answers';
import { print, write } from './results';

/** `npm run bench`: all figures, or those whose letters are named. `--smoke` measures next to nothing and writes nothing. */
const figures: Record<string, Figure> = { a: listAnswers, b: claims };

async function main(words: string[]): Promise<void> {
  const effort: Effort = words.includes('--smoke') ? 'smoke' : 'full';
  const named = words.filter((word) => word !== '--smoke');
  const unknown = named.filter((word) => !(word in figures));
  if (unknown.length > 0) throw new Error(`There is no figure ${unknown.join(', ')}: choose from a to e.`);
  const measured = new Map<string, Line[]>();
  for (const [letter, figure] of Object.entries(figures)) {
    if (named.length > 0 && !named.includes(letter)) continue;
    const begun = performance.now();
    const lines = await figure.run(effort);
    measured.set(figure.title, lines);
    print(figure.title, lines, (performance.now() - begun) / 1000);
  }
  if (effort === 'full') write(measured, named);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
