import { makeLog } from '../../src/log';

test.each([
  ['as it was', (error: Error) => error],
  // As knex does it, with a statement before what the database said.
  ['with more before it', (error: Error) => Object.assign(error, { message: `select - ${error.message}` })],
])('of an error stands where it was thrown, and no line of its message, %s', (_, told) => {
  const lines: string[] = [];
  const log = makeLog('info', { write: (line) => void lines.push(line) });
  log.error({ error: told(new Error('no number: "three\n    at my place\n    at home"')) }, 'failed');
  const [logged] = lines.map((line) => JSON.parse(line));
  expect(logged.error.kind).toBe('Error');
  expect(logged.error.at[0]).toContain('log.test.ts');
  expect(lines.join()).not.toMatch(/my place|at home/);
});
