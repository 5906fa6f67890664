import { asOfDay } from './as-of';
import { claims } from './claims';
import type { Effort, Figure } from './figure';
import { keyImport } from './key-import';
import { keyRotation } from './key-rotation';
import { ledgerWalk } from './ledger-walk';
import { listAnswers } from './list-answers';
import { reporting } from './report';
import { type Measured, print, write } from './results';
import { type Server, withServer } from './server';
import { starts } from './starts';
import { stockSizes } from './stock-sizes';

const figures: Record<string, Figure> = {
  a: listAnswers,
  b: claims,
  c: stockSizes,
  d: keyImport,
  e: starts,
  f: asOfDay,
  g: ledgerWalk,
  h: keyRotation,
  i: reporting,
};

/** `npm run bench`: all figures, or those whose letters are named. `--smoke` measures next to nothing and writes nothing. */
async function main(words: string[]): Promise<void> {
  const effort: Effort = words.includes('--smoke') ? 'smoke' : 'full';
  const named = words.filter((word) => word !== '--smoke');
  const unknown = named.filter((word) => !Object.hasOwn(figures, word));
  if (unknown.length > 0) {
    console.error(
      `There is no figure ${unknown.join(', ')}: name some of ${Object.keys(figures).join(', ')}.`,
    );
    process.exitCode = 1;
    return;
  }
  await withServer(effort, (server) => measure(effort, named, server));
}

async function measure(effort: Effort, named: string[], server: Server): Promise<void> {
  const measured = new Map<string, Measured>();
  for (const [letter, figure] of Object.entries(figures)) {
    if (named.length > 0 && !named.includes(letter)) continue;
    const begun = performance.now();
    const lines = await figure.run(effort, server);
    await server.clear();
    const one = { title: figure.title, lines, seconds: (performance.now() - begun) / 1000 };
    measured.set(letter, one);
    print(one);
  }
  const [version] = await server.run(await server.database(), 'show server_version');
  if (effort === 'full') write(measured, String(version?.server_version));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
