// `npm run check:agents-playground`: the Teams side in Microsoft's Agents Playground, in a Chromium: a message, a button, an update. Its
// licence forbids passing it on, so a person puts it beside the project, or says by AGENTS_PLAYGROUND in which folder it was installed.
// AGENTS_PLAYGROUND_PORT is the port of its page, 56150 unless given.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ensureInstalled, root, run } from './prepare.mjs';

const folder = resolve(process.env.AGENTS_PLAYGROUND || join(dirname(root), 'agents-playground'));
const program = join(folder, 'node_modules', '@microsoft', 'm365agentsplayground', 'cli.js');
if (!existsSync(program)) {
  console.error(
    `There is no Agents Playground in ${folder}: read its licence, install it with “npm install --prefix "${folder}" --ignore-scripts @microsoft/m365agentsplayground”, and run this again.`,
  );
  process.exit(1);
}
await ensureInstalled();
process.exitCode = await run(
  process.execPath,
  [
    '--require',
    join(root, 'test/support/typescript.cjs'),
    join(root, 'test/agents-playground/main.ts'),
    program,
    process.env.AGENTS_PLAYGROUND_PORT || '56150',
  ],
  { shell: false },
);
