import type { Json } from './block-kit/block';
import { readBlocks } from './block-kit/reading';
import type { Conversation, Message } from './conversations';
import { wordsOf } from './mrkdwn';
import type { View } from './views';
import type { Workspace } from './workspace';

/** A message as one person's client shows it. */
export type ShownMessage = Message & {
  author: { id: string; name: string; isBot: boolean };
  ephemeral: boolean;
  /** The words in it, one line per block, without formatting marks. */
  reading: string;
};

export type ShownConversation = Omit<Conversation, 'messages'> & { title: string; messages: ShownMessage[] };

export type Notification = { channel: string; ts: string; text: string };

/** The conversations a person is in, with the messages they can see, in order. */
export function conversationsOf(workspace: Workspace, user: string): ShownConversation[] {
  return workspace.conversations
    .filter((conversation) => conversation.members.includes(user))
    .map((conversation) => ({
      ...conversation,
      title: conversation.kind === 'im' ? workspace.app.name : `#${conversation.name}`,
      messages: conversation.messages
        .filter((message) => message.onlyFor === undefined || message.onlyFor === user)
        .map((message) => shown(workspace, message)),
    }));
}

/** What pops up: the fallback text of the bot's messages, not their blocks. docs.slack.dev/reference/methods/chat.postMessage */
export function notificationsOf(workspace: Workspace, user: string): Notification[] {
  return conversationsOf(workspace, user)
    .filter((conversation) => conversation.kind === 'im')
    .flatMap((conversation) => conversation.messages)
    .filter((message) => message.author.isBot && !message.ephemeral)
    .map(({ channel, ts, text }) => ({
      channel,
      ts,
      text: text === '' ? "This content can't be displayed." : text,
    }));
}

/** Everything readable in a view, its title and buttons included. */
export function readView(view: View): string {
  const label = (part: Json | undefined) => (typeof part?.text === 'string' ? part.text : '');
  return [label(view.title), readBlocks(view.blocks), label(view.submit), label(view.close)]
    .filter(Boolean)
    .join('\n');
}

function shown(workspace: Workspace, message: Message): ShownMessage {
  const author = workspace.person(message.user);
  const nameOf = (id: string) => workspace.person(id)?.realName ?? id;
  return {
    ...message,
    author: { id: message.user, name: author?.realName ?? message.user, isBot: message.fromBot },
    ephemeral: message.onlyFor !== undefined,
    reading: [
      message.blocks.length > 0 ? readBlocks(message.blocks, nameOf) : wordsOf(message.text, nameOf),
      ...(message.file ? [`[${message.file.name}]`] : []),
    ]
      .filter(Boolean)
      .join('\n'),
  };
}
