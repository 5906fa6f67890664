import { join } from 'node:path';

/** The drawing thread straight from TypeScript, as the tests themselves run. */
export const drawingProgram = {
  file: join(__dirname, '../../src/bot/pictures/thread.ts'),
  execArgv: ['--require', join(__dirname, 'typescript.cjs')],
};
