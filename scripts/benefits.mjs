// npm run benefits -- <verb>: installs and compiles what is missing, then runs the command. Standard output belongs to the command
// alone, so that --json stays pure: whatever the preparation has to say goes to standard error.
import { fileURLToPath } from 'node:url';
import { ensureBuilt, ensureInstalled, root, run } from './prepare.mjs';

if (process.argv[2] === '--prepare') {
  await ensureInstalled();
  await ensureBuilt();
} else {
  const prepared = await run(process.execPath, [fileURLToPath(import.meta.url), '--prepare'], {
    stdio: ['inherit', 2, 'inherit'],
    shell: false,
  });
  if (prepared !== 0) process.exit(1);
  process.exitCode = await run(
    process.execPath,
    ['--enable-source-maps', `${root}/dist/src/cli.js`, ...process.argv.slice(2)],
    { cwd: process.cwd(), shell: false },
  );
}
