import type { Json } from '../block-kit/block';
import type { Conversation } from '../conversations';
import { Refusal } from '../refusal';
import type { Workspace } from '../workspace';
import { flag, type Method, required } from './method';

/** docs.slack.dev/reference/methods/conversations.open (one person at a time: this workspace has no group messages) */
export const conversationMethods: Record<string, Method> = {
  'conversations.open': {
    scope: 'im:write',
    run: (args, { workspace }) => {
      if (args.channel !== undefined && args.channel !== '') {
        const known = workspace.conversation(String(args.channel));
        if (known?.kind !== 'im') throw new Refusal('channel_not_found');
        return opened(known, args, true);
      }
      const users = required(args, 'users').split(',').filter(Boolean);
      if (users.length !== 1)
        throw new Refusal(
          users.length === 0 ? 'users_list_not_supplied' : 'method_not_supported_for_channel_type',
        );
      const person = workspace.person(users[0] as string);
      if (!person) throw new Refusal('user_not_found');
      if (person.deleted) throw new Refusal('user_disabled');
      if (person.is_bot || person.id === 'USLACKBOT') throw new Refusal('cannot_dm_bot');
      return opened(workspace.directMessage(person.id), args, true);
    },
  },
};

function opened(conversation: Conversation, args: Json, known: boolean): Json {
  return {
    no_op: known,
    already_open: known,
    channel: flag(args.return_im)
      ? { id: conversation.id, is_im: true, user: conversation.name, is_open: true, created: 1_700_000_000 }
      : { id: conversation.id },
  };
}

/**
 * The conversation a message is addressed to: an id, a channel's name, or a person's id (which means their direct
 * message). docs.slack.dev/reference/methods/chat.postMessage
 */
export function addressed(workspace: Workspace, channel: string): Conversation {
  const found = channel.startsWith('U') ? privately(workspace, channel) : byIdOrName(workspace, channel);
  if (!found) throw new Refusal('channel_not_found');
  if (found.archived) throw new Refusal('is_archived');
  if (!found.members.includes(workspace.app.botUserId)) throw new Refusal('not_in_channel');
  // Nobody is at the other end of a deactivated person's direct message.
  if (found.kind === 'im' && workspace.person(found.name)?.deleted) throw new Refusal('channel_not_found');
  return found;
}

function privately(workspace: Workspace, user: string): Conversation | undefined {
  const person = workspace.person(user);
  return person && !person.is_bot && !person.deleted ? workspace.directMessage(user) : undefined;
}

function byIdOrName(workspace: Workspace, channel: string): Conversation | undefined {
  return (
    workspace.conversation(channel) ??
    workspace.conversations.find(
      (found) => found.kind === 'channel' && found.name === channel.replace(/^#/, ''),
    )
  );
}
