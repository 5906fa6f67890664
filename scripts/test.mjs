// `npm test`: types, lint, unused code, build, tests, each with its time; the last line says how many tests passed, failed and were
// skipped. `npm test -- test/core` (or any other words for jest) runs those tests alone.
import { join } from 'node:path';
import { inOneLine, jest, tool } from './jest.mjs';
import { ensureInstalled, root, run } from './prepare.mjs';

/**
 * Suites in three parts, so that none disturbs another: those of which four at a time mostly wait; those that start processes, databases
 * or browsers of their own, two at a time; and at last, one by one, those that watch a clock or stop a database on the second.
 */
const busy = '/test/(race/|crash/|fuzz/|storm/|page/|redelivery/inbound)';
const watching = '/test/(bench/|imports/hostile|store/frozen|stories/fifty-copies)';
const counted = { passed: 0, failed: 0, skipped: 0 };
const red = [];

/** One step of the gate, under its heading. `work` resolves with whether it is green. */
async function step(name, work) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(3, 60 - name.length))}`);
  const begun = performance.now();
  const green = await work();
  console.log(`${green ? '✓' : '✗'} ${name}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  if (!green) red.push(name);
  return green;
}

/** A step that is no test; where it is red it counts as one failure, so that the last line never says that all is well. */
async function check(name, work) {
  const green = await step(name, work);
  if (!green) counted.failed += 1;
  return green;
}

const build = async () =>
  (await run(process.execPath, [join(root, 'scripts/build.mjs')], { shell: false })) === 0;

await ensureInstalled();
const words = process.argv.slice(2);
if (words.length > 0) {
  if (await build()) await step('tests', () => jest(counted, words));
  else await check('build', async () => false);
} else {
  await check('types', () => tool('typescript/bin/tsc', ['-p', 'tsconfig.json']));
  await check('lint', () => tool('@biomejs/biome/bin/biome', ['check', '.']));
  await check('unused code', () => tool('knip/bin/knip.js', ['--no-progress']));
  // Some tests run the compiled program: without it, or with yesterday's, they would say nothing.
  if (await check('build', build)) {
    await step('tests', () => jest(counted, ['--testPathIgnorePatterns', '/node_modules/', busy, watching]));
    await step('tests with processes of their own', () =>
      jest(counted, ['--maxWorkers=2', '--testPathPatterns', busy]),
    );
    await step('tests that watch the clock', () =>
      jest(counted, ['--runInBand', '--testPathPatterns', watching]),
    );
  }
}

if (red.length > 0) console.log(`\nRed: ${red.join(', ')}.`);
console.log(inOneLine(counted));
process.exitCode = red.length > 0 ? 1 : 0;
