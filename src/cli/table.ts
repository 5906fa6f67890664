import type { Places } from '../store/imports/places';

const number = (value: number): string => value.toLocaleString('en-GB');

/** Facts below each other, their names in one column, numbers to the right. */
export function table(rows: ReadonlyArray<readonly [name: string, value: number | string]>): string {
  const shown = rows.map(
    ([name, value]) => [name, typeof value === 'number' ? number(value) : value] as const,
  );
  const nameWidth = Math.max(...shown.map(([name]) => name.length));
  const valueWidth = Math.max(
    ...rows.map(([, value], at) => (typeof value === 'number' ? shown[at]![1].length : 0)),
  );
  return rows
    .map(([, value], at) => {
      const [name, text] = shown[at]!;
      return `  ${name.padEnd(nameWidth)}  ${typeof value === 'number' ? text.padStart(valueWidth) : text}`;
    })
    .join('\n');
}

/** A heading with lines below it; nothing where there are no lines. */
export const section = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', heading, ...lines.map((line) => `  ${line}`)];

/** “lines 3, 7, 9, …”. In a file that is one single line the rows are numbered instead. */
export function where({ count, first }: Places): string {
  const oneLine = first.some(({ line, nth }) => nth > line);
  const found = first.map(({ line, nth }) => number(oneLine ? nth : line));
  const word = `${oneLine ? 'row' : 'line'}${count === 1 ? '' : 's'}`;
  return `${word} ${found.join(', ')}${count > first.length ? ', …' : ''}`;
}

const control = /[\p{Cc}\p{Cf}]/gu;

/** A name out of a file or the database, fit for a terminal. */
export const shown = (name: string): string => {
  const tame = name.replace(control, '');
  return tame.length > 80 ? `${tame.slice(0, 79)}…` : tame;
};

const listed = 20;

/** Where the rest of a list stands that `--json` prints whole. */
export const restInJson = '; --json lists them all';

/** The first lines of a long list, and how many more there are; `rest`: where those are to be found. */
export const firstOf = (lines: readonly string[], rest = ''): string[] =>
  lines.length <= listed
    ? [...lines]
    : [...lines.slice(0, listed), `and ${number(lines.length - listed)} more${rest}`];
