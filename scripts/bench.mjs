// `npm run bench`: measures the built program and writes bench/results.md. `npm run bench -- a c` measures only these figures.
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root, run } from './prepare.mjs';

await ensureInstalled();
await ensureBuilt();
process.exitCode = await run(
  process.execPath,
  ['--enable-source-maps', join(root, 'dist/bench/main.js'), ...process.argv.slice(2)],
  { shell: false },
);
