// `npm run soak`: the suites that have larger counts (they ask for SOAK) or write figures down (support/soak), one after another. Each writes its own
// result below bench/. It takes longer than anybody wants to wait for `npm test`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inOneLine, jest } from './jest.mjs';
import { ensureBuilt, ensureInstalled, root } from './prepare.mjs';

const suites = readdirSync(join(root, 'test'), { recursive: true })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => join(root, 'test', name))
  .filter((file) => /process\.env\.SOAK|support\/soak'/.test(readFileSync(file, 'utf8')));

await ensureInstalled();
await ensureBuilt();
const counted = { passed: 0, failed: 0, skipped: 0 };
const begun = performance.now();
const green = await jest(counted, ['--runInBand', '--runTestsByPath', ...suites, ...process.argv.slice(2)], {
  SOAK: '1',
});
console.log(`\n${suites.length} suites in ${((performance.now() - begun) / 60_000).toFixed(1)} minutes.`);
console.log(inOneLine(counted));
process.exitCode = green ? 0 : 1;
