import { wordsOf } from '../mrkdwn';
import { isObject, type Json } from './block';

type NameOf = (id: string) => string;

/** The words a person reads in blocks, one line per block, without formatting marks. */
export function readBlocks(blocks: readonly Json[], nameOf?: NameOf): string {
  return blocks
    .map((block) => readBlock(block, nameOf))
    .filter(Boolean)
    .join('\n');
}

/** All words of one block, those of its elements included. */
export function readBlock(block: Json, nameOf?: NameOf): string {
  if (block.type === 'markdown') return String(block.text);
  return words(block, nameOf).join(' ');
}

const shown = ['title', 'label', 'text', 'fields', 'elements', 'accessory', 'element', 'placeholder', 'hint'];

function words(value: unknown, nameOf: NameOf | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap((inner) => words(inner, nameOf));
  if (!isObject(value)) return [];
  if (typeof value.text === 'string')
    return [value.type === 'mrkdwn' ? wordsOf(value.text, nameOf) : value.text];
  const inside = shown.flatMap((name) => words(value[name], nameOf));
  return typeof value.alt_text === 'string' ? [...inside, value.alt_text] : inside;
}
