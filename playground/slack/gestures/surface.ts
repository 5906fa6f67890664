import type { Block, Element, Json } from '../block-kit/block';
import { elementsOf } from '../block-kit/block';
import { type Entered, stateValues } from '../block-kit/entered';
import { readBlock } from '../block-kit/reading';
import type { Conversation, Message } from '../conversations';
import { messageObject, payloadName } from '../payloads';
import { type View, viewObject } from '../views';
import type { Hands } from './hands';

/** Where a person acts: a view (its id or the view), or a message (channel and ts, or the message). */
export type Where = string | { id: string } | { channel: string; ts: string; blocks?: Block[] };

/** Which element: its action id, what is written on it, or both halves; `near` is text of its block or the one above. */
export type Which =
  | string
  | { action_id: string; block_id?: string; near?: string }
  | { label: string; block_id?: string; near?: string };

export type Surface =
  | { kind: 'view'; view: View; blocks: Block[]; entered: Entered }
  | { kind: 'message'; message: Message; conversation: Conversation; blocks: Block[]; entered: Entered };

/** What the person has in front of them at that place; an error says what is not there. */
export function surfaceAt(hands: Hands, user: string, where: Where): Surface {
  const { workspace } = hands;
  if (typeof where === 'string' || !('ts' in where)) {
    const id = typeof where === 'string' ? where : where.id;
    const view = workspace.views.find(id);
    if (!view || view.user !== user) throw new Error(`${user} has no view ${id} in front of them.`);
    return { kind: 'view', view, blocks: view.blocks, entered: view.entered };
  }
  const conversation = workspace.conversation(where.channel);
  const message = workspace.message(where.channel, where.ts);
  if (!conversation || !message) throw new Error(`There is no message ${where.ts} in ${where.channel}.`);
  if (!conversation.members.includes(user) || (message.onlyFor !== undefined && message.onlyFor !== user)) {
    throw new Error(`${user} does not see that message.`);
  }
  const entered = message.entered.get(user) ?? new Map();
  message.entered.set(user, entered);
  return { kind: 'message', message, conversation, blocks: message.blocks, entered };
}

/** The one element meant; an error names what there is, when nothing or more than one thing fits. */
export function elementAt(blocks: readonly Block[], which: Which): { block: Block; element: Element } {
  const wanted = typeof which === 'string' ? { action_id: which } : which;
  const all = blocks.flatMap((block, index) =>
    elementsOf(block).map((element) => ({
      block,
      element,
      nearby: `${readBlock(block)}\n${index > 0 && block.type === 'actions' ? readBlock(blocks[index - 1] as Block) : ''}`,
    })),
  );
  const fitting = all.filter(
    ({ block, element, nearby }) =>
      ('action_id' in wanted
        ? element.action_id === wanted.action_id
        : labelOf(block, element) === wanted.label) &&
      (wanted.block_id === undefined || block.block_id === wanted.block_id) &&
      (wanted.near === undefined || nearby.includes(wanted.near)),
  );
  const [found] = fitting;
  if (found && fitting.length === 1) return found;
  const there = all
    .map(({ block, element }) => `${labelOf(block, element)} (${element.action_id})`)
    .join(', ');
  throw new Error(
    `${fitting.length === 0 ? 'Nothing' : 'More than one thing'} fits ${JSON.stringify(wanted)}; there is: ${there || 'nothing to press'}.`,
  );
}

/** What a person calls an element: the text on a button, the label of an input, else the placeholder. */
function labelOf(block: Json, element: Json): string {
  const text = (element.text ?? block.label ?? element.placeholder) as { text?: string } | undefined;
  return text?.text ?? '';
}

/** The part of a payload that says where something happened. docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export function surfacePayload(hands: Hands, surface: Surface): Json {
  const { workspace } = hands;
  if (surface.kind === 'view') {
    return {
      container: { type: 'view', view_id: surface.view.id },
      view: viewObject(surface.view, workspace.settings.teamId, workspace.app),
    };
  }
  const { message, conversation } = surface;
  const ephemeral = message.onlyFor !== undefined;
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: conversation.id,
      is_ephemeral: ephemeral,
    },
    channel: { id: conversation.id, name: payloadName(conversation) },
    // Slack keeps no ephemeral message, so it cannot send one along.
    ...(ephemeral ? {} : { message: messageObject(workspace, message) }),
    state: { values: stateValues(surface.blocks, surface.entered) },
  };
}
