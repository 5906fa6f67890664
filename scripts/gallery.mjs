// `npm run gallery`: draws every card as Slack and Teams show it, in both languages, into one page. `-- --out <file>` says where to.
import { join } from 'node:path';
import { ensureInstalled, root, run } from './prepare.mjs';

await ensureInstalled();
process.exitCode = await run(
  process.execPath,
  [
    '--require',
    join(root, 'test/support/typescript.cjs'),
    join(root, 'test/gallery/write.ts'),
    ...process.argv.slice(2),
  ],
  { shell: false },
);
