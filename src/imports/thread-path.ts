import { join } from 'node:path';

/** The program of a reading thread, and what Node must be told to run it. */
export const threadProgram: { file: string; execArgv: string[] } = {
  file: join(__dirname, 'thread.js'),
  execArgv: [],
};
