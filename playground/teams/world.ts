import type { Clock } from './clock';
import { type Conversation, personalChat } from './conversations';
import type { Json } from './json';
import type { Ledger } from './ledger';
import type { Person } from './people';
import type { Rates } from './rates';

/** A call of the bot, as a scripted fault sees it. */
export type Call = {
  /** `create`, `send`, `reply`, `update`, `delete`, `member`, `members`, `pagedmembers`, `team`, `keys`. */
  operation: string;
  method: string;
  path: string;
  body: unknown;
  conversationId?: string;
  activityId?: string;
};

/** What goes wrong instead of the right answer. `accept` does the work first, and answers wrongly then. */
export type Fault =
  | { status: number; headers?: Record<string, string>; body?: unknown; accept?: boolean }
  | 'hang'
  | 'reset'
  | undefined;

/** What an open dialog shows to its person. */
export type Dialog = {
  title: string;
  height?: unknown;
  width?: unknown;
  /** The form or picture, when it is a card. */
  card?: Json;
  /** The plain sentence, when the bot answered with a message. */
  text?: string;
  /** The page to frame, when it is one. */
  url?: string;
  /** The client's sentence in place of a card that cannot be drawn. */
  problem?: string;
  buttons: { path: string; type: string; label: string }[];
  /** It was opened from the compose box, by this command of the app. */
  command?: string;
  /** Where the button stood that opened it. */
  conversationId: string;
  messageId: string;
};

export type Change =
  | { kind: 'message' | 'typing'; conversationId: string }
  | { kind: 'dialog' | 'toast' | 'person'; personId: string };

/** Everything the parts of the tenant share. */
export type World = {
  readonly appId: string;
  readonly botName: string;
  readonly tenantId: string;
  botUrl: string;
  /** Where the tenant itself is reached, without a slash at the end. */
  readonly origin: string;
  /** The same with a slash, as real service URLs have it; stands in every activity and in its token. */
  readonly serviceUrl: string;
  readonly clock: Clock;
  /** The time tokens are signed by: the bot's library checks them by the wall clock. */
  readonly tokenNow: () => number;
  readonly people: Person[];
  readonly conversations: Map<string, Conversation>;
  /** Cards that an invoke answer put in place for one person: key `conversation message person`. */
  readonly ownCards: Map<string, Json>;
  readonly dialogs: Map<string, Dialog>;
  readonly toasts: { personId: string; text: string; at: number }[];
  readonly ledger: Ledger;
  readonly rates: Rates | undefined;
  readonly faults: ((call: Call) => Fault)[];
  changed(change: Change): void;
};

export const botId = (world: World): string => `28:${world.appId}`;

/** The chat of this person with the bot; there is one, and it always has the same id. */
export function chatOf(world: World, person: Person): Conversation {
  const fresh = personalChat(person, world.appId);
  const known = world.conversations.get(fresh.id);
  if (known) return known;
  world.conversations.set(fresh.id, fresh);
  return fresh;
}

/** The conversation of an id as it stands in a path; a thread (`;messageid=`) belongs to its channel. */
export const conversationOf = (world: World, id: string): Conversation | undefined =>
  world.conversations.get(id.split(';')[0] ?? '');

export const ownCardKey = (conversation: Conversation, messageId: string, person: Person): string =>
  `${conversation.id} ${messageId} ${person.id}`;

/** Takes away what invoke answers put over a message: an update of the message shows to everybody. */
export function forgetOwnCards(world: World, conversation: Conversation, messageId: string): void {
  for (const person of world.people) world.ownCards.delete(ownCardKey(conversation, messageId, person));
}
