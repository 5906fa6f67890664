// Runs jest and counts what it tells, for `npm test` and `npm run soak`.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from './prepare.mjs';

/** A tool out of node_modules, with nothing to read from: none may wait for an answer. Resolves with whether it ended well. */
export const tool = async (path, words, settings = {}) =>
  (await run(process.execPath, [join(root, 'node_modules', path), ...words], {
    shell: false,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...settings },
  })) === 0;

/**
 * Runs jest with these words and resolves with whether all is green; what it counted, by its own report, is added to `counted`. A file
 * that could not be loaded counts as one failed test.
 */
export async function jest(counted, words, settings) {
  const folder = mkdtempSync(join(tmpdir(), 'benefits-results-'));
  const file = join(folder, 'results.json');
  const green = await tool('jest/bin/jest.js', ['--json', `--outputFile=${file}`, ...words], settings);
  try {
    const told = JSON.parse(readFileSync(file, 'utf8'));
    counted.passed += told.numPassedTests;
    counted.failed += told.numFailedTests + told.numRuntimeErrorTestSuites;
    counted.skipped += told.numPendingTests + told.numTodoTests;
  } catch {
    counted.failed += 1;
  }
  rmSync(folder, { recursive: true, force: true });
  return green;
}

/** The last line of a run: `1200 passed, 0 failed, 2 skipped`. */
export const inOneLine = ({ passed, failed, skipped }) =>
  `\n${passed} passed, ${failed} failed, ${skipped} skipped`;
