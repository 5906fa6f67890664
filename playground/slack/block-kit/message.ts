import { Refusal } from '../refusal';
import type { Json } from './block';

/** placeholder */
export function checkedMessage(
  args: Json,
  _size: 'total' | 'blocks only',
): { text: string; blocks: unknown[] } {
  const blocks = (args.blocks as unknown[] | undefined) ?? [];
  const text = String(args.text ?? '');
  if (text === '' && blocks.length === 0) throw new Refusal('no_text');
  return { text, blocks };
}
