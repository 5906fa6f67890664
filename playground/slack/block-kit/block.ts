import { randomBytes } from 'node:crypto';

export type Json = Record<string, unknown>;

/** A block as Slack keeps it: whatever the app sent, with a `block_id` at least. */
export type Block = Json & { type: string; block_id: string };

/** A block element a person can act on. */
export type Element = Json & { type: string; action_id: string };

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Blocks as Slack stores and returns them: a missing `block_id` or `action_id` is invented, and text objects get
 * their defaults. docs.slack.dev/reference/block-kit/blocks
 */
export function stored(blocks: readonly unknown[]): Block[] {
  return blocks.map((given) => {
    const block = withDefaults(structuredClone(given)) as Block;
    if (typeof block.block_id !== 'string' || block.block_id === '') block.block_id = shortId();
    for (const element of elementsOf(block)) {
      if (element.type !== 'image' && !('text' in element && isTextType(element.type)))
        element.action_id ||= shortId();
    }
    return block;
  });
}

/** The elements of one block that a person could act on, and images beside them. */
export function elementsOf(block: Json): Element[] {
  const found: unknown[] = [];
  if (block.type === 'section' && isObject(block.accessory)) found.push(block.accessory);
  if (block.type === 'input' && isObject(block.element)) found.push(block.element);
  if (block.type === 'actions' && Array.isArray(block.elements)) found.push(...block.elements);
  return found.filter((element): element is Element => isObject(element) && element.type !== 'image');
}

function isTextType(type: unknown): boolean {
  return type === 'plain_text' || type === 'mrkdwn';
}

function withDefaults(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withDefaults);
  if (!isObject(value)) return value;
  const copy: Json = {};
  for (const [name, inner] of Object.entries(value)) copy[name] = withDefaults(inner);
  if (copy.type === 'plain_text' && typeof copy.text === 'string') return { emoji: true, ...copy };
  if (copy.type === 'mrkdwn' && typeof copy.text === 'string') return { verbatim: false, ...copy };
  return copy;
}

function shortId(): string {
  return randomBytes(4).toString('base64url').slice(0, 5);
}
