import { isObject, type Json } from './block';

/** What a person reads in blocks, one line per block; structure and formatting marks stay as they are in the text. */
export function readBlocks(blocks: readonly Json[]): string {
  return blocks.map(readBlock).filter(Boolean).join('\n');
}

/** All readable text of one block, element texts included. */
export function readBlock(block: Json): string {
  return texts(block).join(' ');
}

function texts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(texts);
  if (!isObject(value)) return [];
  if (typeof value.text === 'string') return [value.text];
  const shown = [
    'title',
    'label',
    'text',
    'fields',
    'elements',
    'accessory',
    'element',
    'placeholder',
    'hint',
    'alt_text',
  ];
  return shown.flatMap((name) => {
    const inner = value[name];
    if (name === 'alt_text') return typeof inner === 'string' ? [inner] : [];
    return texts(inner);
  });
}
