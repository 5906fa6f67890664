import type { Block, Button } from '../card';
import type { Command } from '../command';
import type { Words } from '../words';

/** What blocks weigh once they are drawn: as blocks and characters of a Slack message, and as bytes of an adaptive card. */
interface Weight {
  blocks: number;
  characters: number;
  bytes: number;
}

/**
 * The room for the rows of one card, whatever is in them. Slack takes 50 blocks and about 12,000 characters, where each block counts
 * 125 more; of a card in Teams we send 27,000 bytes. The rest is for the title, headings, a hint, the way to the next page, and the
 * words of the notification.
 */
const message: Weight = { blocks: 42, characters: 10_400, bytes: 23_500 };
/** A tab in Slack takes 100 blocks, and its letters are not counted; of a view we send 125,000 bytes (docs.slack.dev/reference/views/home-tab-views). */
export const tab: Weight = { blocks: 92, characters: Number.POSITIVE_INFINITY, bytes: 60_000 };

export interface Page<T> {
  rows: T[];
  page: number;
  pages: number;
}

/**
 * The rows of one page (from 1; beyond the last it is the last).
 * @param draw what will stand on the card for a row.
 * @param beside what else will stand on each page.
 * @param first what else will stand on the first page alone.
 * @param room what has room on one page; that of a message where nothing else is said.
 */
export function pageOf<T>(
  rows: T[],
  page: number,
  draw: (row: T) => Block[],
  beside: Block[] = [],
  { first = [], room = message }: { first?: Block[]; room?: Weight } = {},
): Page<T> {
  const pages: T[][] = [[]];
  const taken = weightOf(beside);
  let weight = sum(taken, weightOf(first));
  for (const row of rows) {
    const own = weightOf(draw(row));
    const current = pages.at(-1) as T[];
    const together = sum(weight, own);
    if (current.length > 0 && !fits(together, room)) {
      pages.push([row]);
      weight = sum(taken, own);
    } else {
      current.push(row);
      weight = together;
    }
  }
  const at = Math.min(Math.max(page, 1), pages.length);
  return { rows: pages[at - 1] as T[], page: at, pages: pages.length };
}

const fits = ({ blocks, characters, bytes }: Weight, room: Weight): boolean =>
  blocks <= room.blocks && characters <= room.characters && bytes <= room.bytes;

const sum = (one: Weight, other: Weight): Weight => ({
  blocks: one.blocks + other.blocks,
  characters: one.characters + other.characters,
  bytes: one.bytes + other.bytes,
});

const weightOf = (blocks: Block[]): Weight =>
  blocks.map(weightOfOne).reduce(sum, { blocks: 0, characters: 0, bytes: 0 });

/** What an adaptive card says around the words of each kind, in bytes. */
const around = { text: 120, fact: 160, row: 300, button: 100, line: 110 };

function weightOfOne(block: Block): Weight {
  switch (block.type) {
    case 'text':
    case 'heading':
      return weigh(1, [block.text], around.text);
    case 'facts':
      return weigh(Math.ceil(block.facts.length / 10), block.facts.flat(), block.facts.length * around.fact);
    case 'row':
      return sum(
        weigh(1, [block.title, block.text], around.row),
        block.button ? weightOfButtons([block.button], 0) : weigh(0, [], 0),
      );
    case 'buttons':
      return weightOfButtons(block.buttons, Math.ceil(block.buttons.length / 25));
    case 'copy':
      return weigh(1, [block.label, block.text], 2 * around.text);
    case 'chart':
    case 'code':
    case 'search':
    case 'form':
      return weigh(1, [JSON.stringify(block)], 0);
  }
}

function weightOfButtons(buttons: Button[], blocks: number): Weight {
  const unseen = buttons.reduce(
    (bytes, button) =>
      bytes +
      around.button +
      bytesOf(JSON.stringify([button.about, 'press' in button ? button.press : button.url])),
    0,
  );
  return weigh(
    blocks,
    buttons.flatMap((button) => [
      button.label,
      ...('confirm' in button && button.confirm ? Object.values(button.confirm) : []),
    ]),
    unseen,
  );
}

/** Slack counts `&`, `<` and `>` as they are escaped, Teams every letter as it is written in JSON. */
const weigh = (blocks: number, texts: string[], more: number): Weight => ({
  blocks,
  characters: texts.reduce(
    (characters, text) => characters + text.length + 4 * (text.match(/[&<>]/g)?.length ?? 0),
    blocks * 125,
  ),
  bytes: texts.reduce(
    (bytes, text) => bytes + bytesOf(JSON.stringify(text)) + around.line * (text.split('\n').length - 1),
    more,
  ),
});

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

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
