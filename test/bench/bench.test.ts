import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(__dirname, '..', '..');
const results = join(root, 'bench', 'results.md');

/** Runs the bench as a person does. Resolves with what it printed; a figure that is wrong ends it with an error. */
async function bench(...words: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(root, 'scripts/bench.mjs'), ...words],
    {
      cwd: root,
      timeout: 170_000,
    },
  );
  return stdout;
}

const kept = (): string => (existsSync(results) ? readFileSync(results, 'utf8') : '');

/** What each figure is judged by. */
const judged: Record<string, string> = {
  a: 'requests per second, the bot to bare Bolt',
  b: 'one hot benefit: handle to',
  c: 'a claim: the dearest of these to the first',
  d: 'import to COPY',
  e: 'second start, embedded database',
  f: 'all as csv',
  g: 'walk along',
  i: 'the report as text',
};

test('every figure is still measured, and a smoke run leaves the results alone', async () => {
  const before = kept();
  const printed = await bench('--smoke');
  for (const [letter, line] of Object.entries(judged)) {
    expect(printed).toContain(`\n(${letter}) `);
    expect(printed).toMatch(new RegExp(`${line}.* +[\\d.,]+.*aim [≤≥] [\\d.]+.*reached`));
  }
  expect(printed).not.toMatch(/NaN|undefined/);
  expect(kept()).toBe(before);
}, 180_000);

test('one figure alone; one that does not exist is refused', async () => {
  const printed = await bench('--smoke', 'd');
  expect(printed.match(/^\([a-i]\)/gm)).toEqual(['(d)']);
  await expect(bench('--smoke', 'z')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('There is no figure z: name some of a, b, c, d, e, f, g, h, i.'),
  });
}, 240_000);
