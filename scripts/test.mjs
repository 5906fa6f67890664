// `npm test`: types, lint, unused code, build, tests, each with its time; the last line says how many tests passed, failed and were
// skipped. `npm test -- test/core` (or any other words for jest) runs those tests alone.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root, run } from './prepare.mjs';

/** Suites that keep both cores busy for long: they run after the others, one at a time, so that they disturb no test that watches a clock. */
const heavy = '/test/(race|crash|page|bench)/';
const results = mkdtempSync(join(tmpdir(), 'benefits-results-'));
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

/** A tool out of node_modules, with nothing to read from: none may wait for an answer. */
const tool = async (path, ...words) =>
  (await run(process.execPath, [join(root, 'node_modules', path), ...words], {
    shell: false,
    stdio: ['ignore', 'inherit', 'inherit'],
  })) === 0;

/** Runs jest and adds what it counted. A file that could not be loaded counts as one failed test. */
async function jest(...words) {
  const file = join(results, `${red.length}-${Date.now()}.json`);
  const green = await tool('jest/bin/jest.js', '--json', `--outputFile=${file}`, ...words);
  try {
    const told = JSON.parse(readFileSync(file, 'utf8'));
    counted.passed += told.numPassedTests;
    counted.failed += told.numFailedTests + told.numRuntimeErrorTestSuites;
    counted.skipped += told.numPendingTests + told.numTodoTests;
  } catch {
    counted.failed += 1;
  }
  return green;
}

await ensureInstalled();
const words = process.argv.slice(2);
if (words.length > 0) {
  await ensureBuilt();
  await step('tests', () => jest(...words));
} else {
  await step('types', () => tool('typescript/bin/tsc', '-p', 'tsconfig.json'));
  await step('lint', () => tool('@biomejs/biome/bin/biome', 'check', '.'));
  await step('unused code', () => tool('knip/bin/knip.js', '--no-progress'));
  const built = await step(
    'build',
    async () => (await run(process.execPath, [join(root, 'scripts/build.mjs')], { shell: false })) === 0,
  );
  // Some tests run the compiled program: without it, or with yesterday's, they would say nothing.
  if (built) {
    await step('tests', () => jest('--testPathIgnorePatterns', '/node_modules/', heavy));
    await step('tests that need the machine for themselves', () =>
      jest('--runInBand', '--passWithNoTests', '--testPathPatterns', heavy),
    );
  }
}
rmSync(results, { recursive: true, force: true });

if (red.length > 0) console.log(`\nRed: ${red.join(', ')}.`);
// A check that is red is a failure too, even where every test passes.
const { passed, failed, skipped } = counted;
const checks = red.filter((name) => !name.startsWith('tests')).length;
console.log(`\n${passed} passed, ${failed + checks} failed, ${skipped} skipped`);
process.exitCode = red.length > 0 ? 1 : 0;
