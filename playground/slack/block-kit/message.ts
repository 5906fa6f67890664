import { laws } from '../laws';
import { Refusal } from '../refusal';
import { isObject, type Json } from './block';
import { findingsIn } from './blocks';

/**
 * The text and blocks of a message as Slack takes them, or a `Refusal`: `no_text`, `invalid_blocks` with pointers,
 * `msg_blocks_too_long`. Messages by response URL are not measured in total (github.com/slackapi/bolt-js/issues/2867).
 */
export function checkedMessage(
  args: Json,
  measure: 'total' | 'blocks only',
): { text: string; blocks: Json[] } {
  const { blocks = [], text = '' } = args;
  if (typeof text !== 'string')
    throw new Refusal('invalid_arguments', pointers(['must provide a string [json-pointer:/text]']));
  if (!Array.isArray(blocks)) throw new Refusal('invalid_blocks_format');
  if (text === '' && blocks.length === 0) throw new Refusal('no_text');
  const { messages } = findingsIn(blocks, 'message', '/blocks');
  if (messages.length > 0) throw new Refusal('invalid_blocks', { errors: messages, ...pointers(messages) });
  if (measure === 'total' && sizeOf(blocks) > laws.messageBlocksText)
    throw new Refusal('msg_blocks_too_long');
  return { text: text.slice(0, laws.messageText), blocks };
}

/** All text in the blocks, and a share for every block after the first. */
function sizeOf(blocks: readonly unknown[]): number {
  return textIn(blocks) + laws.messageBlockShare * Math.max(0, blocks.length - 1);
}

function textIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, inner) => sum + textIn(inner), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [name, inner]) =>
      sum + (name === 'text' && typeof inner === 'string' ? inner.length : textIn(inner)),
    0,
  );
}

/** How Slack lists what is wrong. */
export function pointers(messages: readonly string[]): Json {
  return { response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) } };
}
