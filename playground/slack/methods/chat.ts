import type { Json } from '../block-kit/block';
import { checkedMessage } from '../block-kit/message';
import { messageObject } from '../payloads';
import { Refusal } from '../refusal';
import { addressed } from './conversation';
import { type Method, required } from './method';

/** Posting and editing messages. docs.slack.dev/reference/methods/chat.postMessage, chat.postEphemeral, chat.update */
export const chat: Record<string, Method> = {
  'chat.postMessage': {
    scope: 'chat:write',
    run: (args, { workspace, ownEvents }) => {
      const conversation = addressed(workspace, required(args, 'channel'));
      const content = checkedMessage(args, 'total');
      const message = workspace.post(conversation, {
        user: workspace.app.botUserId,
        ...content,
        ...(args.thread_ts ? { threadTs: String(args.thread_ts) } : {}),
        ...(args.metadata ? { metadata: args.metadata } : {}),
      });
      ownEvents.posted(conversation, message);
      return {
        channel: conversation.id,
        ts: message.ts,
        message: messageObject(workspace, message),
        ...warningFor(args),
      };
    },
  },

  'chat.postEphemeral': {
    scope: 'chat:write',
    run: (args, { workspace }) => {
      const user = required(args, 'user');
      const conversation = addressed(workspace, required(args, 'channel'));
      if (!workspace.person(user)) throw new Refusal('user_not_found');
      if (!conversation.members.includes(user)) throw new Refusal('user_not_in_channel');
      const content = checkedMessage(args, 'total');
      const message = workspace.post(conversation, {
        user: workspace.app.botUserId,
        ...content,
        onlyFor: user,
      });
      return { message_ts: message.ts };
    },
  },

  'chat.update': {
    scope: 'chat:write',
    run: (args, { workspace, ownEvents }) => {
      const channel = required(args, 'channel');
      const ts = required(args, 'ts');
      const conversation = workspace.conversation(channel);
      if (!conversation) throw new Refusal('channel_not_found');
      if (conversation.archived) throw new Refusal('is_archived');
      const message = workspace.message(channel, ts);
      // An ephemeral message is not kept by Slack: there is nothing to update.
      if (!message || message.onlyFor !== undefined) throw new Refusal('message_not_found');
      if (!message.fromBot) throw new Refusal('cant_update_message');
      const content = checkedMessage(args, 'total');
      // New text without blocks takes the old blocks away; new blocks without text keep the old text.
      const text = args.text === undefined ? message.text : content.text;
      workspace.edit(message, { text, blocks: content.blocks });
      ownEvents.edited(conversation, message);
      return { channel, ts, text: message.text, message: messageObject(workspace, message) };
    },
  },
};

/** A message without the fallback text reads as nothing in a notification, and Slack says so. */
function warningFor(args: Json): Json {
  if (String(args.text ?? '').length > 40_000) return { warning: 'message_truncated' };
  return {};
}
