import { type Block, stored } from './block-kit/block';
import { type Conversation, type Message, Timestamps } from './conversations';
import { Faults } from './faults';
import { Files } from './files';
import { Ledger } from './ledger';
import type { Organisation } from './organisation';
import { type NewPerson, type Person, personOf, slackbot } from './people';
import { Rates } from './rates';
import { ResponseUrls } from './response-urls';
import { Triggers } from './triggers';
import { Views } from './views';

export type Token = { token: string; until?: number };

export type AppIdentity = {
  id: string;
  name: string;
  botId: string;
  botUserId: string;
  /** Tokens of the bot; one that runs out does so at `until`. */
  tokens: Token[];
  signingSecret: string;
  scopes: Set<string>;
};

export type WorkspaceSettings = {
  teamId: string;
  teamName: string;
  domain: string;
  /** The organisation it belongs to, if any. */
  organisation?: Organisation | undefined;
  app: AppIdentity;
  people: NewPerson[];
  now: () => number;
  rates: 'on' | 'off';
  /** How long a trigger opens a view, in milliseconds. */
  triggerLivesMs: number;
};

/** Everything true in one Slack workspace at this moment. It knows nothing of HTTP. */
export class Workspace {
  readonly people: Person[];
  readonly conversations: Conversation[] = [];
  readonly views: Views;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly rates: Rates;
  readonly ledger = new Ledger();
  readonly faults = new Faults();
  readonly files = new Files();
  readonly timestamps: Timestamps;
  readonly now: () => number;
  /** Where Slack is reachable from the bot, without a slash at the end; set once the server listens. */
  baseUrl = 'http://127.0.0.1';
  private readonly listeners = new Set<() => void>();

  constructor(readonly settings: WorkspaceSettings) {
    this.now = settings.now;
    this.views = new Views(this.now);
    this.triggers = new Triggers(this.now, settings.triggerLivesMs);
    this.responseUrls = new ResponseUrls(this.now);
    this.rates = new Rates(this.now);
    this.timestamps = new Timestamps(this.now);
    this.people = settings.people.map((given) => personOf(given, settings.teamId));
    const everybody = this.people.map((person) => person.id);
    this.addChannel({ id: 'C0GENERAL', name: 'general', members: [...everybody, settings.app.botUserId] });
    for (const id of everybody) this.directMessage(id);
  }

  get app(): AppIdentity {
    return this.settings.app;
  }

  /** The bot as the directory shows it. */
  get bot(): Person {
    const { app, teamId } = this.settings;
    return personOf(
      { id: app.botUserId, name: app.name.toLowerCase(), realName: app.name, email: '', is_bot: true },
      teamId,
    );
  }

  /** Everybody the directory lists, Slackbot and the bot included. */
  directory(): Person[] {
    return [...this.people, this.bot, slackbot(this.settings.teamId)];
  }

  person(id: string): Person | undefined {
    return this.directory().find((person) => person.id === id);
  }

  addPerson(given: NewPerson): Person {
    const person = personOf(given, this.settings.teamId);
    this.people.push(person);
    this.conversation('C0GENERAL')?.members.push(person.id);
    this.directMessage(person.id);
    this.changed();
    return person;
  }

  addChannel(given: Pick<Conversation, 'id' | 'name' | 'members'> & { archived?: boolean }): Conversation {
    const channel: Conversation = { archived: false, ...given, kind: 'channel', messages: [] };
    this.conversations.push(channel);
    return channel;
  }

  conversation(id: string): Conversation | undefined {
    return this.conversations.find((found) => found.id === id);
  }

  /** The one direct message between a person and the bot. */
  directMessage(user: string): Conversation {
    const known = this.conversations.find((found) => found.kind === 'im' && found.name === user);
    if (known) return known;
    const opened: Conversation = {
      id: `D${user.slice(1)}`,
      kind: 'im',
      name: user,
      members: [user, this.app.botUserId],
      archived: false,
      messages: [],
    };
    this.conversations.push(opened);
    return opened;
  }

  /** Puts a message into a conversation. */
  post(
    conversation: Conversation,
    message: {
      user: string;
      text: string;
      blocks?: readonly unknown[];
      onlyFor?: string;
      threadTs?: string;
      metadata?: unknown;
      file?: { name: string; size: number };
    },
  ): Message {
    const { blocks, ...rest } = message;
    const posted: Message = {
      ...rest,
      ts: this.timestamps.next(),
      at: this.now(),
      channel: conversation.id,
      fromBot: message.user === this.app.botUserId,
      blocks: stored(blocks ?? []),
      edited: false,
      entered: new Map(),
    };
    conversation.messages.push(posted);
    this.changed();
    return posted;
  }

  /** New content for a message. */
  edit(message: Message, content: { text: string; blocks: readonly unknown[] }): void {
    message.text = content.text;
    message.blocks = stored(content.blocks) as Block[];
    message.edited = true;
    this.changed();
  }

  remove(message: Message): void {
    const conversation = this.conversation(message.channel);
    if (conversation) conversation.messages = conversation.messages.filter((kept) => kept !== message);
    this.changed();
  }

  message(channel: string, ts: string): Message | undefined {
    return this.conversation(channel)?.messages.find((message) => message.ts === ts);
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  changed(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
