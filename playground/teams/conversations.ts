import { createHash } from 'node:crypto';
import { actionsOf } from './card-form';
import { CANNOT_SHOW } from './card-laws';
import { copy, isJson, type Json, objects, words } from './json';
import { guidFrom, type Person } from './people';

type ConversationKind = 'personal' | 'channel' | 'groupChat';

export type Message = {
  /** A file that was sent with it. */
  file?: { name: string; size: number };
  /** As real ones: the milliseconds of its birth, unique in the conversation. */
  id: string;
  /** Ids are unique within their conversation only, so a message is named by both. */
  conversationId: string;
  from: 'bot' | string;
  fromName: string;
  at: number;
  text: string;
  textFormat: string;
  summary: string;
  cards: Json[];
  /** Why the client cannot draw the card; empty when it can. */
  cardErrors: string[];
  replyToId?: string;
  /** In a channel: the message that started the thread. */
  threadId?: string;
  edited: boolean;
  deleted: boolean;
  /** Shared from the compose box: the card is the app's, which may change it. */
  throughBot?: true;
};

export type Conversation = {
  /** `a:1…` for a chat with the bot, `19:…@thread.tacv2` for a channel, `19:…@thread.v2` for a group chat, `19:…@unq.gbl.spaces` for two people. */
  readonly id: string;
  readonly kind: ConversationKind;
  readonly name: string;
  /** Is the bot in it? For a personal chat the person's `installed` says so. */
  hasBot: boolean;
  members: Person[];
  messages: Message[];
  botIsTyping: boolean;
  teamId?: string;
};

/** A message as one person's client draws it. */
export type SeenMessage = Omit<Message, 'cardErrors'> & {
  mine: boolean;
  /** What the banner and a screen reader say: the summary, else the text. */
  notification: string;
  /** The client's sentence in place of a card that cannot be drawn. */
  problem?: string;
  /** The buttons in reading order, to press by label or path. */
  actions: { path: string; type: string; label: string }[];
  /** True when the card asks to be refreshed for this person as soon as it is seen. */
  refreshDue: boolean;
};

export const personalChat = (person: Person, appId: string): Conversation => ({
  id: `a:1${createHash('sha512').update(`${appId}/${person.id}`).digest('base64url')}`,
  kind: 'personal',
  name: person.name,
  hasBot: true,
  members: [person],
  messages: [],
  botIsTyping: false,
});

export const teamChannel = (name: string, members: Person[], seed: string): Conversation => {
  const id = `19:${guidFrom(`${seed}/${name}`).replaceAll('-', '')}@thread.tacv2`;
  return {
    id,
    kind: 'channel',
    name,
    hasBot: true,
    members,
    messages: [],
    botIsTyping: false,
    teamId: id,
  };
};

/**
 * The chat of two people: personal too by its kind, with an id made of theirs. Apps are spoken to there from the compose box only.
 * https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module (2026-11)
 */
export const chatOfTwo = (members: [Person, Person]): Conversation => ({
  id: `19:${members[0].aadObjectId}_${members[1].aadObjectId}@unq.gbl.spaces`,
  kind: 'personal',
  name: `${members[0].name} and ${members[1].name}`,
  hasBot: false,
  members: [...members],
  messages: [],
  botIsTyping: false,
});

export const groupChat = (name: string, members: Person[], seed: string): Conversation => ({
  id: `19:${guidFrom(`${seed}/${name}`).replaceAll('-', '')}@thread.v2`,
  kind: 'groupChat',
  name,
  hasBot: true,
  members,
  messages: [],
  botIsTyping: false,
});

/** The next message id of a conversation: the time, or one more than the last when that is taken. */
export const nextMessageId = (conversation: Conversation, now: number): string =>
  String(Math.max(now, Number(conversation.messages.at(-1)?.id ?? 0) + 1));

/** The Adaptive Cards among the attachments of an activity. */
const cardsIn = (activity: Json): Json[] =>
  objects(activity.attachments)
    .filter((a) => a.contentType === 'application/vnd.microsoft.card.adaptive' && isJson(a.content))
    .map((a) => a.content as Json);

/** What the bot wrote, or wrote anew. */
export const botMessage = (
  activity: Json,
): Pick<Message, 'text' | 'textFormat' | 'summary' | 'cards'> & { replyToId?: string } => ({
  text: words(activity.text) ?? '',
  textFormat: words(activity.textFormat) ?? 'markdown',
  summary: words(activity.summary) ?? '',
  cards: copy(cardsIn(activity)),
  ...(words(activity.replyToId) ? { replyToId: String(activity.replyToId) } : {}),
});

/** The message as this person sees it; `ownCard` is the one an invoke answer put there for them alone. */
export function seenBy(
  person: Person,
  conversation: Conversation,
  message: Message,
  ownCard: Json | undefined,
): SeenMessage {
  const { cardErrors, ...rest } = copy(message);
  const cards = ownCard ? [copy(ownCard), ...rest.cards.slice(1)] : rest.cards;
  const broken = cardErrors.length > 0 && !ownCard;
  return {
    ...rest,
    cards: broken ? [] : cards,
    mine: message.from === person.id,
    notification: message.summary || message.text || (message.cards.length > 0 ? 'Sent a card' : ''),
    ...(broken ? { problem: CANNOT_SHOW } : {}),
    actions: broken
      ? []
      : cards.flatMap((card) => actionsOf(card).map(({ path, type, label }) => ({ path, type, label }))),
    refreshDue: !broken && cards.some((card) => refreshesFor(card, person, conversation)),
  };
}

/**
 * Does the client refresh this card for this person by itself? For the MRIs in `userIds` (60 at most), or
 * for everybody in a conversation of up to 60 when the list is left out.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/up-to-date-views (2026-09)
 */
export function refreshesFor(card: Json, person: Person, conversation: Conversation): boolean {
  if (!isJson(card.refresh) || !isJson(card.refresh.action)) return false;
  const userIds = card.refresh.userIds;
  if (userIds === undefined) return conversation.members.length <= 60;
  return Array.isArray(userIds) && userIds.slice(0, 60).includes(person.id);
}
