import type { Block, Button } from '../card';
import type { Command } from '../command';
import type { Words } from '../words';

/**
 * How much of a card a row takes. Slack allows 50 blocks and about 12,000 characters in a message, Teams 28 KB of JSON: a
 * page of this weight stays below all three, whatever is in it.
 */
const mostRows = 42;
const mostBytes = 13_000;
const bytesPerRow = 180;

export interface Page<T> {
  rows: T[];
  page: number;
  pages: number;
}

/** The rows of one page (from 1; beyond the last it is the last). `text` says what a row will show. */
export function pageOf<T>(rows: T[], page: number, text: (row: T) => string, most = mostRows): Page<T> {
  const pages: T[][] = [[]];
  let bytes = 0;
  for (const row of rows) {
    // The most that a character weighs, in UTF-8 and when JSON escapes it for both platforms.
    const weight = bytesPerRow + text(row).length * 3;
    const current = pages.at(-1) as T[];
    if (current.length > 0 && (current.length === most || bytes + weight > mostBytes)) {
      pages.push([row]);
      bytes = weight;
    } else {
      current.push(row);
      bytes += weight;
    }
  }
  const at = Math.min(Math.max(page, 1), pages.length);
  return { rows: pages[at - 1] as T[], page: at, pages: pages.length };
}

/** Where in the pages we are, with Previous and Next; nothing when one page holds all. */
export function pageBlocks(
  words: Words,
  { page, pages }: Page<unknown>,
  turnTo: (page: number) => Command,
): Block[] {
  if (pages === 1) return [];
  const buttons: Button[] = [];
  if (page > 1) buttons.push({ label: words.buttons.previous, press: turnTo(page - 1) });
  if (page < pages) buttons.push({ label: words.buttons.next, press: turnTo(page + 1) });
  return [
    { type: 'text', text: words.catalogue.page(page, pages), weak: true },
    { type: 'buttons', buttons },
  ];
}
