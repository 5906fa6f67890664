import { type Mentioned, messageActivity } from './activities';
import { type Conversation, type Message, nextMessageId } from './conversations';
import type { Delivery, Dispatch } from './dispatch';
import { copy, type Json } from './json';
import type { Outcome } from './outcome';
import { type Person, pickable } from './people';
import { botId, type World } from './world';

/** How often a message is sent again when no 2xx came. */
const SEND_AGAIN = 2;

/**
 * Sends a message activity, and again as it was when the answer is late, missing or an error of the
 * server's. A refusal (4xx) is an answer and ends it.
 * https://github.com/MicrosoftDocs/msteams-docs/issues/6084
 */
export async function deliverMessage(dispatch: Dispatch, activity: Json): Promise<Delivery> {
  let delivery = await dispatch.deliver(activity);
  for (let again = 0; again < SEND_AGAIN && isLost(delivery); again++)
    delivery = await dispatch.deliver(activity);
  return delivery;
}

const isLost = ({ answer }: Delivery) => answer.came !== 'answer' || answer.status >= 500;

/** Puts a person's message into a conversation. */
export function postMessage(
  world: World,
  person: Person,
  conversation: Conversation,
  text: string,
  more: {
    replyToId?: string;
    threadId?: string | undefined;
    file?: { name: string; size: number };
  } = {},
): Message {
  const id = nextMessageId(conversation, world.clock.now());
  const message: Message = {
    id,
    conversationId: conversation.id,
    from: person.id,
    fromName: person.name,
    at: world.clock.now(),
    text,
    textFormat: 'plain',
    summary: '',
    cards: [],
    cardErrors: [],
    edited: false,
    deleted: false,
    ...(more.replyToId ? { replyToId: more.replyToId } : {}),
    ...(more.file ? { file: more.file } : {}),
    ...(conversation.kind === 'channel' ? { threadId: more.threadId ?? id } : {}),
  };
  conversation.messages.push(message);
  world.changed({ kind: 'message', conversationId: conversation.id });
  return message;
}

/** A person writes, in a thread or quoting a message. Resolves when the bot answered, or at once when it does not get to hear it. */
export async function say(
  world: World,
  dispatch: Dispatch,
  person: Person,
  conversation: Conversation,
  typed: string,
  more: { threadId?: string; quoted?: string } = {},
): Promise<Outcome> {
  const { text, mentions } = withMentions(world, conversation, typed);
  const { threadId, quoted } = more;
  const message = postMessage(world, person, conversation, typed, {
    threadId,
    ...(quoted === undefined ? {} : { replyToId: quoted }),
  });
  const heard =
    conversation.kind === 'personal' && conversation.hasBot
      ? person.installed
      : conversation.hasBot && mentions.some((m) => m.id === botId(world));
  if (!heard) return { shows: 'message', message: copy(message) };
  const place = { conversation, threadId: message.threadId };
  const activity = messageActivity(world, person, place, { id: message.id, text, mentions, quoted });
  const { answer } = await deliverMessage(dispatch, activity);
  return {
    shows: 'message',
    message: copy(message),
    ...(answer.came === 'answer' ? { status: answer.status } : {}),
  };
}

/**
 * `@Name` becomes a mention, of the bot, of a member of the conversation or, in a personal chat, of a colleague: `<at>Name</at>` in the
 * text and an entity beside it for each time.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations (2026-09)
 */
function withMentions(world: World, conversation: Conversation, typed: string) {
  const people = conversation.kind === 'personal' ? world.people : conversation.members;
  const known: Mentioned[] = [
    { id: botId(world), name: world.botName },
    ...pickable(people, world.tenantId).map(({ id, name, aadObjectId }) => ({ id, name, aadObjectId })),
  ];
  // The longest name first: `@Ann Lee` is not `@Ann`.
  const names = known.map(({ name }) => name).sort((a, b) => b.length - a.length);
  const mentions: Mentioned[] = [];
  const text = typed.replaceAll(
    new RegExp(`(?<![\\w.-])@(${names.map(literally).join('|')})`, 'g'),
    (_, name: string) => {
      mentions.push(known.find((one) => one.name === name) as Mentioned);
      return `<at>${name}</at>`;
    },
  );
  return { text, mentions };
}

const literally = (words: string): string => words.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
