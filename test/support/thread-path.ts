import { join } from 'node:path';

/** The reading thread straight from TypeScript, as the tests themselves run. */
export const threadProgram = {
  file: join(__dirname, '../../src/imports/thread.ts'),
  execArgv: ['--require', join(__dirname, 'typescript.cjs')],
};
