import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Which } from './card-form';
import type { Filled } from './card-inputs';
import type { Clock } from './clock';
import type { Found, FoundItem } from './compose';
import type { Conversation, Message, SeenMessage } from './conversations';
import type { BotAnswer, Sent } from './dispatch';
import type { Shared } from './files';
import type { Forgery } from './forge';
import type { Json } from './json';
import type { Entry, Ledger } from './ledger';
import type { Memory } from './memory';
import type { Outcome } from './outcome';
import type { NewPerson, Person } from './people';
import type { Call, Change, Dialog, Fault } from './world';

export type TeamsSettings = {
  /** Where the bot listens: `http://127.0.0.1:3978/api/messages`. */
  botUrl: string;
  /** Where whoever calls `handle` listens: `http://127.0.0.1:3979`. */
  baseUrl: string;
  /** The bot's registration, a GUID. */
  appId: string;
  /** The tenant, a GUID. */
  tenantId: string;
  people: NewPerson[];
  botName?: string;
  /** The one channel of the one team. */
  channelName?: string;
  /** Send limits as the real connector has them, or none for stories that must be quick. */
  rates?: 'on' | 'off';
  /** The tenant's clock: timestamps, limits, the 15 seconds. Default: the wall clock. */
  clock?: Clock;
  /** Only the time of timestamps and limits; the 15 seconds stay real. Ignored when `clock` is given. */
  now?: () => number;
  /** What an earlier tenant of the same ids said at `remember()`. */
  memory?: Memory;
  /** The time tokens are signed by. Default: the wall clock, as bots check it. */
  tokenNow?: () => number;
};

/** Which message: ids are unique within a conversation only. */
export type MessageKey = { id: string; conversationId: string };

/** A conversation as one person's client draws it. */
type SeenConversation = {
  id: string;
  kind: Conversation['kind'];
  name: string;
  botIsTyping: boolean;
  messages: SeenMessage[];
};

export type Teams = {
  readonly people: Person[];
  readonly ledger: Ledger;
  /** Scripts asked before every answer to the bot; the first that names a fault wins. */
  readonly faults: ((call: Call) => Fault)[];
  readonly serviceUrl: string;
  /** Where the bot listens; another copy of it, when this is changed. */
  botUrl: string;
  readonly botName: string;
  /** The team's channel. */
  readonly channel: Conversation;

  handle(req: IncomingMessage, res: ServerResponse): Promise<boolean>;

  /** Somebody by name, e-mail, MRI or object id. */
  person(key: string): Person;
  addPerson(given: NewPerson): Person;
  /**
   * The account is deleted: no roster and no people picker knows the person any more, and no chat opens with them. A client that is
   * still open may go on speaking for a while.
   */
  remove(person: Person): void;
  /** The person's chat with the bot. */
  chat(person: Person): Conversation;
  openGroupChat(name: string, people: Person[]): Conversation;
  /** The chat of two people with each other, without the bot. */
  openChatOfTwo(one: Person, other: Person): Conversation;

  /**
   * Writes in a conversation; `@Full Name` mentions somebody. In a channel or group the bot hears it only when `@<bot name>` is in the
   * text.
   */
  say(
    person: Person,
    conversation: Conversation,
    text: string,
    more?: { threadId?: string; quoted?: string },
  ): Promise<Outcome>;
  /** Sends a file in the person's private chat with the bot. */
  shareFile(person: Person, file: Shared): Promise<Outcome>;
  press(person: Person, message: MessageKey, which: Which, filled?: Filled): Promise<Outcome>;
  submitDialog(person: Person, which: Which, filled?: Filled): Promise<Outcome>;
  closeDialog(person: Person): void;
  /** What the client does when a card whose `refreshDue` is set comes into sight. */
  refresh(person: Person, message: MessageKey): Promise<Outcome>;
  /** What the app's search in the compose box of a conversation shows, by the id of its command and what was typed. */
  find(person: Person, conversation: Conversation, command: string, typed?: string): Promise<Found>;
  /** Chooses one of the lines, and sends its card into the conversation. */
  share(person: Person, conversation: Conversation, item: Pick<FoundItem, 'value'>): Promise<Outcome>;
  /** Sends a card into the conversation as if it came of the app: the client of whoever shares one can put anything into it. */
  shareForged(person: Person, conversation: Conversation, card: Json): Message;
  /** Follows a link whose author wrote the dialog that it opens, and named the app as the one that hears what is sent from it. */
  followDialogLink(person: Person, conversation: Conversation, card: Json): Dialog;
  /** Begins an action of the compose box: its dialog opens. */
  begin(person: Person, conversation: Conversation, command: string): Promise<Outcome>;
  /** What a field that looks things up offers while somebody types. */
  lookUp(
    person: Person,
    conversation: Conversation,
    dataset: string,
    typed: string,
  ): Promise<{ title: string; value: string }[]>;
  install(person: Person): Promise<BotAnswer>;
  uninstall(person: Person): Promise<BotAnswer>;
  /** Somebody adds the app to a team or the chat of a group, or takes it out. Resolves when both ways of telling it were answered. */
  addTo(conversation: Conversation, person: Person): Promise<BotAnswer>;
  removeFrom(conversation: Conversation, person: Person): Promise<BotAnswer>;
  /** People whose name or address begins like this: what a people picker offers, 15 at most. */
  suggestPeople(query: string): { title: string; value: string }[];

  conversations(person: Person): SeenConversation[];
  /** The messages of a conversation as this person sees them, oldest first. */
  messages(person: Person, conversation?: Conversation): SeenMessage[];
  dialog(person: Person): Dialog | undefined;
  toasts(person: Person): { text: string; at: number }[];
  /** Calls the listener after every change; the answer stops that. */
  onChange(listener: (change: Change) => void): () => void;
  /**
   * Resolves with what `look` finds, as soon as it finds something: now, or after a later change. A bot may
   * answer a message first and write afterwards, so `say` alone does not mean that its words are there.
   * Rejects with `what` after so many milliseconds of the wall clock (15,000).
   */
  when<T>(what: string, look: () => T | undefined | false, within?: number): Promise<T>;

  forge(kind: Forgery, person?: Person, text?: string): Sent;
  post(sent: Sent): Promise<BotAnswer>;
  /**
   * The same activity once more, under a new token; `newId` as Teams does on its last attempt
   * (https://github.com/microsoft/botbuilder-dotnet/issues/5005).
   */
  redeliver(entry: Entry, newId?: string): Promise<BotAnswer>;
  /** The same bytes once more, token and all. */
  replay(entry: Entry): Promise<BotAnswer>;

  /** What to give the next tenant as `memory`, so that chats outlive a restart. */
  remember(): Memory;
};
