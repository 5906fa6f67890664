import { installationActivity, membersActivity } from './activities';
import { lookUp } from './card-form';
import { wallClock } from './clock';
import { begin, find as findInBox, lookUpChoices, share, throughBot } from './compose';
import {
  type Conversation,
  chatOfTwo,
  groupChat,
  type Message,
  type SeenMessage,
  seenBy,
  teamChannel,
} from './conversations';
import { closeDialog, followLink } from './dialogs';
import { type BotAnswer, createDispatch, type Delivery, type Sent } from './dispatch';
import { handle } from './endpoint';
import { shareFile } from './files';
import { forge } from './forge';
import { copy, type Json } from './json';
import { createLedger, type Entry } from './ledger';
import { recall, remember } from './memory';
import { findPerson, newPerson, type Person, pickable } from './people';
import { press, pressInDialog, refresh } from './press';
import { createRates } from './rates';
import { say } from './say';
import type { MessageKey, Teams, TeamsSettings } from './teams';
import { when } from './when';
import { type Change, chatOf, ownCardKey, type World } from './world';

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
  if (settings.memory) recall(world, settings.memory, channel);
  const dispatch = createDispatch(world);

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
  const find = (who: Person, { id, conversationId }: MessageKey) => {
    const conversation = world.conversations.get(conversationId);
    const message = conversation?.messages.find((m) => m.id === id);
    if (!conversation || !message || !seesConversation(who, conversation))
      throw new Error(`${who.name} sees no message ${id}`);
    const { cards } = seenBy(who, conversation, message, cardFor(who, conversation, message));
    return { place: { conversation, threadId: message.threadId }, message, cards };
  };
  const sentBefore = (entry: Entry): Sent => {
    const sent = dispatch.sent(entry);
    if (!sent) throw new Error(`The bytes of call ${entry.n} are not there`);
    return sent;
  };
  const answerOf = ({ answer }: Delivery): BotAnswer => answer;

  return {
    people,
    ledger: world.ledger,
    faults: world.faults,
    serviceUrl: world.serviceUrl,
    get botUrl() {
      return world.botUrl;
    },
    set botUrl(url) {
      world.botUrl = url;
    },
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
    remove(who) {
      who.inRoster = false;
      world.changed({ kind: 'person', personId: who.id });
    },
    chat: (who) => chatOf(world, who),
    openGroupChat(name, members) {
      const conversation = groupChat(name, members, settings.tenantId);
      world.conversations.set(conversation.id, conversation);
      return conversation;
    },
    openChatOfTwo(...members) {
      const conversation = chatOfTwo(members);
      world.conversations.set(conversation.id, conversation);
      return conversation;
    },
    say: (who, conversation, text, more) => say(world, dispatch, who, conversation, text, more),
    shareFile: (who, file) => shareFile(world, dispatch, who, chatOf(world, who), file),
    async press(who, given, which, filled = {}) {
      const { cards, ...found } = find(who, given);
      const card = cards.find((one) => lookUp(one, which)) ?? cards[0];
      if (!card) throw new Error(`Message ${given.id} shows no card`);
      return press(world, dispatch, { person: who, card, ...found }, which, filled);
    },
    async submitDialog(who, which, filled = {}) {
      const dialog = world.dialogs.get(who.id);
      if (!dialog) throw new Error(`${who.name} has no dialog open`);
      return pressInDialog(world, dispatch, who, dialog, which, filled);
    },
    closeDialog: (who) => closeDialog(world, who),
    async refresh(who, given) {
      const { cards, ...found } = find(who, given);
      return refresh(world, dispatch, { person: who, card: cards[0] ?? {}, ...found });
    },
    find: (who, conversation, command, typed = '') =>
      findInBox(world, dispatch, who, { conversation }, { command, typed }),
    share: (who, conversation, { value }) => share(world, dispatch, who, { conversation }, value),
    shareForged: (who, conversation, card) => copy(throughBot(world, who, { conversation }, card)),
    followDialogLink: (who, conversation, card) => followLink(world, who, conversation, card),
    begin: (who, conversation, command) => begin(world, dispatch, who, { conversation }, command),
    lookUp: (who, conversation, dataset, typed) =>
      lookUpChoices(world, dispatch, who, { conversation }, { dataset, typed }),
    async install(who) {
      who.installed = true;
      const place = { conversation: chatOf(world, who) };
      world.changed({ kind: 'person', personId: who.id });
      await dispatch.deliver(installationActivity(world, who, place, 'add'));
      return answerOf(await dispatch.deliver(membersActivity(world, who, place, 'membersAdded')));
    },
    async uninstall(who) {
      who.installed = false;
      world.changed({ kind: 'person', personId: who.id });
      const gone = installationActivity(world, who, { conversation: chatOf(world, who) }, 'remove');
      return answerOf(await dispatch.deliver(gone));
    },
    async addTo(conversation, who) {
      conversation.hasBot = true;
      await dispatch.deliver(installationActivity(world, who, { conversation }, 'add'));
      return answerOf(await dispatch.deliver(membersActivity(world, who, { conversation }, 'membersAdded')));
    },
    async removeFrom(conversation, who) {
      conversation.hasBot = false;
      await dispatch.deliver(membersActivity(world, who, { conversation }, 'membersRemoved'));
      return answerOf(await dispatch.deliver(installationActivity(world, who, { conversation }, 'remove')));
    },
    suggestPeople(query) {
      const begin = query.trim().toLowerCase();
      return pickable(people, settings.tenantId)
        .filter((p) => `${p.name} ${p.email}`.toLowerCase().includes(begin))
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
    when: (what, look, within = 30_000) => when(listeners, what, look, within),
    forge: (kind, who = people[0] as Person, text = 'help') => forge(world, kind, who, text),
    post: async (sent) => answerOf(await dispatch.post(sent)),
    async redeliver(entry, newId) {
      const activity = JSON.parse(sentBefore(entry).body) as Json;
      return answerOf(await dispatch.deliver(newId ? { ...activity, id: newId } : activity));
    },
    replay: async (entry) => answerOf(await dispatch.post(sentBefore(entry))),
    remember: () => remember(world),
  };
}
