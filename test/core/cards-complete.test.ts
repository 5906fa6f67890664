import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every card is among those that are drawn, checked and read (`every-card.ts`): a new one that nobody draws there makes this red, a new
 * kind of notice or task does not compile there.
 */
const views = join(__dirname, '../../src/core/views');
const drawn = readdirSync(__dirname)
  .filter((file) => /^(cards-of-[a-z-]+|every-card)\.ts$/.test(file))
  .map((file) => readFileSync(join(__dirname, file), 'utf8'));
/** The card of each kind of notice: all kinds are drawn. */
const ofNotices = readFileSync(join(views, 'for-notice.ts'), 'utf8');

/** The names of what a file exports that comes to a card. */
const cardsIn = (source: string): string[] =>
  source
    .split(/^(?=export |function |const |async |interface |type )/m)
    .filter((part) => part.startsWith('export ') && /\): Card(?: \{|\s*=>)/.test(part))
    .flatMap((part) => /^export (?:async )?(?:function|const) (\w+)/.exec(part)?.[1] ?? []);

const all = readdirSync(views).flatMap((file) => {
  const source = readFileSync(join(views, file), 'utf8');
  return cardsIn(source).map((name) => ({ name, from: `core/views/${file.replace(/\.ts$/, '')}'` }));
});
/** Whether a source takes this out of that file: what is taken in and never used is a fault of its own. */
const takes = (source: string, name: string, from: string): boolean =>
  source.split(/^(?=import )/m).some((part) => part.includes(from) && new RegExp(`\\b${name}\\b`).test(part));

test('every card there is, is drawn', () => {
  expect(all.length).toBeGreaterThan(60);
  const missing = all.filter(
    ({ name, from }) =>
      !drawn.some((source) => takes(source, name, from)) &&
      !takes(ofNotices, name, from.replace('core/views', '.')),
  );
  expect(missing).toEqual([]);
});
