import { join } from 'node:path';

/** The program of a drawing thread, and what Node must be told to run it. */
export const drawingProgram: { file: string; execArgv: string[] } = {
  file: join(__dirname, 'thread.js'),
  execArgv: [],
};
