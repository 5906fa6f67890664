import type { KnownBlock } from '@slack/types';
import type { Card } from '../../core/card';
import { limits } from './limits';
import { plain } from './text';
import { sentences } from './words';

/** A remark beside the matter. */
export const remark = (text: string): KnownBlock => ({
  type: 'context',
  elements: [plain(text, limits.context)],
});

/**
 * As many blocks as Slack takes. When something has to go it is from the middle, with a word about it: what is shown in
 * full, what is asked and the last row of buttons (the way to the next page) stay.
 */
export function fitted(
  blocks: KnownBlock[],
  most: { blocks: number; size: number; of: (block: KnownBlock) => number },
  { locale }: Card,
): KnownBlock[] {
  const size = (some: KnownBlock[]) => some.reduce((sum, block) => sum + most.of(block), 0);
  if (blocks.length <= most.blocks && size(blocks) <= most.size) return blocks;

  const note = remark(sentences[locale].more);
  let room = { blocks: most.blocks - 1, size: most.size - most.of(note) };
  const take = (block: KnownBlock): boolean => {
    if (room.blocks < 1 || most.of(block) > room.size) return false;
    room = { blocks: room.blocks - 1, size: room.size - most.of(block) };
    return true;
  };
  const kept = new Set(
    blocks.filter((block, index) => stays(block, index === blocks.length - 1) && take(block)),
  );
  const cut = blocks.findIndex((block) => !kept.has(block) && !take(block));
  return [...blocks.slice(0, cut), note, ...blocks.slice(cut).filter((block) => kept.has(block))];
}

const stays = (block: KnownBlock, isLast: boolean): boolean =>
  block.type === 'input' || isPreformatted(block) || (block.type === 'actions' && isLast);

const isPreformatted = (block: KnownBlock): boolean =>
  block.type === 'rich_text' && block.elements.some(({ type }) => type === 'rich_text_preformatted');

/** What a block weighs in a view, in bytes. */
export const byteSize = (block: KnownBlock): number => Buffer.byteLength(JSON.stringify(block));

/** All characters that are read, and the share that each block has in Slack's count. */
export const textSize = (block: KnownBlock): number => limits.shareOfBlock + charactersIn(block);

/** A text object is `{ text: string }`, wherever it stands; what is said of a picture is read as well. */
function charactersIn(value: object): number {
  let sum = 0;
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === 'object' && inner !== null) sum += charactersIn(inner);
    else if ((name === 'text' || name === 'alt_text') && typeof inner === 'string') sum += inner.length;
  }
  return sum;
}
