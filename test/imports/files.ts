import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileProblem } from '../../src/core/file-problem';
import { BadFile, type Item } from '../../src/imports/problem';

/** A file of ours that shows the quirks of one kind. */
export const fixture = (name: string): string => join(__dirname, 'fixtures', name);
export const fixtureText = (name: string): string => readFileSync(fixture(name), 'utf8');

/** A folder for the files of one test file, gone afterwards. */
export function folder(): (name: string, content: string | Buffer) => string {
  const path = mkdtempSync(join(tmpdir(), 'imports-'));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return (name, content) => {
    writeFileSync(join(path, name), content);
    return join(path, name);
  };
}

export async function all<Row>(items: AsyncIterable<Item<Row>>): Promise<Item<Row>[]> {
  const found: Item<Row>[] = [];
  for await (const item of items) found.push(item);
  return found;
}

export const rowsOf = <Row>(items: Item<Row>[]): Row[] =>
  items.flatMap((item) => ('row' in item ? [item.row] : []));

/** Left-out rows as `line: why (product)`. */
export const leftOut = <Row>(items: Item<Row>[]): string[] =>
  items.flatMap((item) =>
    'problem' in item ? [`${item.line}: ${item.problem.why} (${item.problem.product})`] : [],
  );

/** The refusal of a file. */
export async function refusal<Row>(
  items: AsyncIterable<Item<Row>>,
): Promise<{ line: number | null; problem: FileProblem; said: string }> {
  try {
    await all(items);
  } catch (error) {
    if (!(error instanceof BadFile)) throw error;
    return { line: error.line, problem: error.problem, said: error.message };
  }
  throw new Error('the file was read to its end');
}
