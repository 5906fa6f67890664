import type { IncomingMessage, ServerResponse } from 'node:http';
import { installationActivity, membersAddedActivity } from './activities';
import type { Filled } from './card-inputs';
import { type Client, createClient, hasButton, type Outcome, type Which } from './client';
import { type Clock, wallClock } from './clock';
import {
  type Conversation,
  groupChat,
  type Message,
  type SeenMessage,
  seenBy,
  teamChannel,
} from './conversations';
import { type BotAnswer, createDispatch, type Sent } from './dispatch';
import { handle } from './endpoint';
import { type Forgery, forge } from './forge';
import { copy, type Json } from './json';
import { createLedger, type Ledger } from './ledger';
import { findPerson, type NewPerson, newPerson, type Person } from './people';
import { createRates } from './rates';
import { type Call, type Change, chatOf, type Dialog, type Fault, ownCardKey, type World } from './world';

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
  /** The time tokens are signed by. Default: the wall clock, as bots check it. */
  tokenNow?: () => number;
};

/** A conversation as one person's client draws it. */
export type SeenConversation = {
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
  readonly botName: string;
  /** The team's channel. */
  readonly channel: Conversation;

  handle(req: IncomingMessage, res: ServerResponse): Promise<boolean>;

  /** Somebody by name, e-mail, MRI or object id. */
  person(key: string): Person;
  addPerson(given: NewPerson): Person;
  /** The person's chat with the bot. */
  chat(person: Person): Conversation;
  openGroupChat(name: string, people: Person[]): Conversation;

  say(person: Person, conversation: Conversation, text: string): Promise<Outcome>;
  press(person: Person, message: { id: string }, which: Which, filled?: Filled): Promise<Outcome>;
  submitDialog(person: Person, which: Which, filled?: Filled): Promise<Outcome>;
  closeDialog(person: Person): void;
  refresh(person: Person, message: { id: string }): Promise<Outcome>;
  install(person: Person): Promise<BotAnswer>;
  uninstall(person: Person): Promise<BotAnswer>;
  /** People whose name or address begins like this: what a people picker offers, 15 at most. */
  suggestPeople(query: string): { title: string; value: string }[];

  conversations(person: Person): SeenConversation[];
  /** The messages of a conversation as this person sees them, oldest first. */
  messages(person: Person, conversation?: Conversation): SeenMessage[];
  dialog(person: Person): Dialog | undefined;
  toasts(person: Person): { text: string; at: number }[];
  /** Calls the listener after every change; the answer stops that. */
  onChange(listener: (change: Change) => void): () => void;

  forge(kind: Forgery, person?: Person, text?: string): Sent;
  post(sent: Sent): Promise<BotAnswer>;
  /** The same activity once more, under a new token. */
  redeliver(activityId: string): Promise<BotAnswer>;
  /** The same bytes once more, token and all. */
  replay(activityId: string): Promise<BotAnswer>;
};

/** A Teams tenant with one team, one channel and one bot; nothing runs until its `handle` is called. */
export function createTeams(settings: TeamsSettings): Teams {
  const now = settings.now;
  const clock = settings.clock ?? (now ? { ...wallClock, now } : wallClock);
  const origin = settings.baseUrl.replace(/\/+$/, '');
  const listeners = new Set<(change: Change) => void>();
  const people = settings.people.map((given) => newPerson(given, settings.tenantId));
  const world: World = {
    appId: settings.appId,
    botName: settings.botName ?? 'Partner Benefits',
    tenantId: settings.tenantId,
    botUrl: settings.botUrl,
    origin,
    serviceUrl: `${origin}/`,
    clock,
    tokenNow: settings.tokenNow ?? Date.now,
    people,
    conversations: new Map(),
    ownCards: new Map(),
    dialogs: new Map(),
    toasts: [],
    ledger: createLedger(() => clock.now()),
    rates: settings.rates === 'on' ? createRates(() => clock.now()) : undefined,
    faults: [],
    changed: (change) => {
      for (const listener of listeners) listener(change);
    },
  };
  const channel = teamChannel(settings.channelName ?? 'General', people, settings.tenantId);
  world.conversations.set(channel.id, channel);
  const dispatch = createDispatch(world);
  const client: Client = createClient(world, dispatch);

  const person = (key: string): Person => {
    const found = findPerson(people, key);
    if (!found) throw new Error(`Nobody is called ${key}`);
    return found;
  };
  const seesConversation = (who: Person, conversation: Conversation) => conversation.members.includes(who);
  const cardFor = (who: Person, conversation: Conversation, message: Message): Json | undefined =>
    world.ownCards.get(ownCardKey(conversation, message.id, who));
  const seen = (who: Person, conversation: Conversation): SeenMessage[] =>
    conversation.messages.map((m) => seenBy(who, conversation, m, cardFor(who, conversation, m)));
  const find = (who: Person, { id }: { id: string }) => {
    for (const conversation of world.conversations.values()) {
      if (!seesConversation(who, conversation)) continue;
      const message = conversation.messages.find((m) => m.id === id);
      if (message) {
        const cards = seenBy(who, conversation, message, cardFor(who, conversation, message)).cards;
        return { place: { conversation, threadId: message.threadId }, message, cards };
      }
    }
    throw new Error(`${who.name} sees no message ${id}`);
  };
  const sentBefore = (activityId: string): Sent => {
    const sent = dispatch.sent(activityId);
    if (!sent) throw new Error(`Nothing was sent under ${activityId}`);
    return sent;
  };

  return {
    people,
    ledger: world.ledger,
    faults: world.faults,
    serviceUrl: world.serviceUrl,
    botName: world.botName,
    channel,
    handle: (req, res) => handle(world, req, res),
    person,
    addPerson(given) {
      const added = newPerson(given, settings.tenantId);
      people.push(added);
      world.changed({ kind: 'person', personId: added.id });
      return added;
    },
    chat: (who) => chatOf(world, who),
    openGroupChat(name, members) {
      const conversation = groupChat(name, members, settings.tenantId);
      world.conversations.set(conversation.id, conversation);
      return conversation;
    },
    say: (who, conversation, text) => client.say(who, conversation, text),
    press(who, given, which, filled = {}) {
      const { place, message, cards } = find(who, given);
      const card = cards.find((one) => hasButton(one, which)) ?? cards[0];
      if (!card) throw new Error(`Message ${given.id} shows no card`);
      return client.press(who, place, message, card, which, filled);
    },
    submitDialog(who, which, filled = {}) {
      const dialog = world.dialogs.get(who.id);
      if (!dialog) throw new Error(`${who.name} has no dialog open`);
      return client.submitDialog(who, dialog, which, filled);
    },
    closeDialog(who) {
      if (world.dialogs.delete(who.id)) world.changed({ kind: 'dialog', personId: who.id });
    },
    refresh(who, given) {
      const { place, message, cards } = find(who, given);
      return client.refresh(who, place, message, cards[0] ?? {});
    },
    async install(who) {
      who.installed = true;
      const place = { conversation: chatOf(world, who) };
      world.changed({ kind: 'person', personId: who.id });
      await dispatch.deliver(installationActivity(world, who, place, 'add'));
      return dispatch.deliver(membersAddedActivity(world, who, place));
    },
    uninstall(who) {
      who.installed = false;
      world.changed({ kind: 'person', personId: who.id });
      return dispatch.deliver(
        installationActivity(world, who, { conversation: chatOf(world, who) }, 'remove'),
      );
    },
    suggestPeople(query) {
      const begin = query.trim().toLowerCase();
      return people
        .filter((p) => p.inRoster && `${p.name} ${p.email}`.toLowerCase().includes(begin))
        .slice(0, 15)
        .map((p) => ({ title: p.name, value: p.aadObjectId }));
    },
    conversations(who) {
      chatOf(world, who);
      return [...world.conversations.values()]
        .filter((c) => seesConversation(who, c))
        .map((c) => ({
          id: c.id,
          kind: c.kind,
          name: c.name,
          botIsTyping: c.botIsTyping,
          messages: seen(who, c),
        }));
    },
    messages: (who, conversation = chatOf(world, who)) => seen(who, conversation),
    dialog: (who) => copy(world.dialogs.get(who.id)),
    toasts: (who) => world.toasts.filter((t) => t.personId === who.id).map(({ text, at }) => ({ text, at })),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    forge: (kind, who = people[0] as Person, text = 'help') => forge(world, kind, who, text),
    post: (sent) => dispatch.post(sent),
    redeliver: (activityId) => dispatch.deliver(JSON.parse(sentBefore(activityId).body) as Json),
    replay: (activityId) => dispatch.post(sentBefore(activityId)),
  };
}
