import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { turns } from '../../src/store/turns';

const src = join(__dirname, '../../src');

test('no two things that are done by turns wait for each other', () => {
  const numbers = Object.values(turns);
  expect([...new Set(numbers)]).toEqual(numbers);
});

test('whatever is done by turns in the ledger has its number there', () => {
  const locking = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.includes('embedded'))
    .map((path) => ({ path, text: readFileSync(join(src, path), 'utf8') }))
    .filter(({ text }) => /pg_(try_)?advisory/.test(text));
  expect(locking.length).toBeGreaterThanOrEqual(Object.keys(turns).length);
  for (const { path, text } of locking)
    for (const [, first] of text.matchAll(/pg_(?:try_)?advisory.*?\[\s*([\w.]+)/gs))
      expect([path, first]).toEqual([path, expect.stringMatching(/^turns\./)]);
});
