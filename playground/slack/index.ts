import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { stateValues } from './block-kit/entered';
import type { Conversation } from './conversations';
import { kindOf } from './files';
import type { Input } from './gestures/answering';
import type { Outcome } from './gestures/hands';
import { setActive } from './gestures/membership';
import { fill, press } from './gestures/press';
import { openHome, say } from './gestures/say';
import { type Shared, share } from './gestures/share';
import { shortcut } from './gestures/shortcut';
import { slash } from './gestures/slash';
import { close, submit } from './gestures/submit';
import { suggest } from './gestures/suggest';
import { surfaceAt, type Where, type Which } from './gestures/surface';
import type { NewPerson, Person } from './people';
import { Raw } from './raw';
import { conversationsOf, notificationsOf, type ShownConversation, type ShownMessage } from './screen';
import { handle } from './server';
import { assembled, type SlackSettings } from './settings';
import type { View } from './views';
import type { Token } from './workspace';

export type Slack = ReturnType<typeof createSlack>;

/**
 * A Slack workspace on this machine. It speaks to the bot over HTTP only and holds it to Slack's rules; `laws.ts`
 * has the numbers. People act by the methods named after what they do; each resolves when the bot has answered.
 */
export function createSlack(settings: SlackSettings) {
  const { hands, stopped } = assembled(settings);
  const { workspace, deliveries } = hands;
  let server: Server | undefined;

  return {
    team: { id: workspace.settings.teamId, name: workspace.settings.teamName },
    app: {
      id: workspace.app.id,
      name: workspace.app.name,
      botId: workspace.app.botId,
      botUserId: workspace.app.botUserId,
    },
    people: workspace.people,
    ledger: workspace.ledger,
    faults: workspace.faults,
    raw: new Raw(workspace, deliveries),
    sockets: deliveries.sockets,
    /** A new token of the bot here, beside those that have not run out; undefined: none is good any more. */
    takeToken(given: Token | undefined): void {
      const { app } = workspace;
      app.tokens = given ? [...app.tokens, given] : [];
    },
    hasToken: (token: string): boolean => workspace.app.tokens.some((one) => one.token === token),
    /** Tells the bot of something by an event. */
    tell: (event: Record<string, unknown>): Promise<Outcome> =>
      hands.events.send(event).then(({ answer }) => ({ sent: true, answer })),
    /** Takes the upgrade of a Socket Mode connection; false, untouched, for anything else. */
    upgrade: (request: IncomingMessage, socket: Duplex): boolean =>
      deliveries.sockets.upgrade(request, socket),

    get botUrl(): string {
      return deliveries.bot.url;
    },
    set botUrl(url: string) {
      deliveries.bot.url = url;
    },
    get baseUrl(): string {
      return workspace.baseUrl;
    },
    set baseUrl(url: string) {
      workspace.baseUrl = url;
    },
    get rates(): 'on' | 'off' {
      return workspace.settings.rates;
    },
    set rates(rates: 'on' | 'off') {
      workspace.settings.rates = rates;
      workspace.rates.clear();
    },

    /** Answers `/api/…` and `/slack/response/…`; resolves to false, untouched, for any other path. */
    handle: (request: IncomingMessage, response: ServerResponse): Promise<boolean> =>
      handle(request, response, hands),

    /** Serves this Slack alone on loopback; resolves to its origin (`SLACK_API_URL` is that with `/api/`). */
    async listen(port = 0): Promise<string> {
      const listening = createServer((request, response) => {
        handle(request, response, hands)
          .then((own) => own || response.writeHead(404).end())
          .catch(() => response.destroy());
      });
      server = listening;
      await new Promise<void>((resolve, reject) => {
        listening.once('error', reject);
        listening.listen(port, '127.0.0.1', resolve);
      });
      workspace.baseUrl = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
      return workspace.baseUrl;
    },

    /** Stops serving, and gives up retries still to come. */
    async stop(): Promise<void> {
      stopped.abort();
      deliveries.stop();
      const closing = server;
      if (!closing) return;
      closing.closeAllConnections();
      await new Promise<void>((resolve) => closing.close(() => resolve()));
    },

    /** Adds a member at run time. */
    addPerson: (person: NewPerson): Person => workspace.addPerson(person),
    /** Adds a channel; members are ids, the bot's included when it is to be there. */
    addChannel: (channel: {
      id: string;
      name: string;
      members: string[];
      archived?: boolean;
    }): Conversation => workspace.addChannel(channel),
    /** Changes what the directory says of a person, and tells nobody: deactivated, made a guest, another language. */
    change(id: string, change: Partial<Omit<Person, 'id'>>): void {
      const person = workspace.people.find((found) => found.id === id);
      if (!person) throw new Error(`Nobody in this workspace has the id ${id}.`);
      Object.assign(person, change);
      workspace.changed();
    },

    /** An admin deactivates a member; the bot is told by `user_change`. */
    deactivate: (user: string): Promise<Outcome> => setActive(hands, user, false),
    /** And takes them back. */
    reactivate: (user: string): Promise<Outcome> => setActive(hands, user, true),

    slash: (user: string, channel: string, command: string, text = ''): Promise<Outcome> =>
      slash(hands, user, channel, command, text),
    say: (user: string, channel: string, text: string, threadTs?: string): Promise<Outcome> =>
      say(hands, user, channel, text, threadTs),
    /** Shares a file in a conversation, with words beside it or without. */
    share: (user: string, channel: string, file: Shared, text = ''): Promise<Outcome> =>
      share(hands, user, channel, file, text),
    press: (user: string, where: Where, which: Which, input: Input = null): Promise<Outcome> =>
      press(hands, user, where, which, input),
    fill: (user: string, where: Where, which: Which, input: Input): Promise<void> =>
      fill(hands, user, where, which, input),
    submit: (user: string, viewId: string, values: Record<string, Input> = {}): Promise<Outcome> =>
      submit(hands, user, viewId, values),
    close: (user: string, viewId: string, all = false): Promise<Outcome> => close(hands, user, viewId, all),
    openHome: (user: string): Promise<Outcome> => openHome(hands, user),
    suggest: (user: string, where: Where, which: Which, text: string): Promise<Outcome> =>
      suggest(hands, user, where, which, text),
    shortcut: (user: string, callbackId: string, where?: Where): Promise<Outcome> =>
      shortcut(hands, user, callbackId, where),

    /** What the person's client shows: their direct message with the bot and their channels. */
    conversations: (user: string): ShownConversation[] => conversationsOf(workspace, user),
    /** The messages of one conversation (`im`, `#name` or an id) as the person sees them. */
    messages(user: string, channel = 'im'): ShownMessage[] {
      const wanted = channel === 'im' ? workspace.directMessage(user).id : channel.replace(/^#/, '');
      const found = conversationsOf(workspace, user).find(
        ({ id, name, kind }) => id === wanted || (kind === 'channel' && name === wanted),
      );
      return found?.messages ?? [];
    },
    /** Open modals, the one in front last. */
    views: (user: string): View[] => workspace.views.stack(user),
    home: (user: string): View | undefined => workspace.views.home(user),
    /** A picture of the workspace as `data:`, for a page that shows it; undefined for what is none. */
    picture(id: string): string | undefined {
      const file = workspace.files.find(id);
      const kind = file && kindOf(file, workspace.now());
      return kind?.startsWith('image/') ? `data:${kind};base64,${file?.bytes.toString('base64')}` : undefined;
    },
    /** Somebody deletes a file. */
    deleteFile: (id: string): void => workspace.files.remove(id),
    /** What stands in the inputs at a place, by block and action id, as `state.values` has it. */
    state(user: string, where: Where) {
      const { blocks, entered } = surfaceAt(hands, user, where);
      return stateValues(blocks, entered);
    },
    notifications: (user: string) => notificationsOf(workspace, user),

    /** Called after every change; the returned function ends it. */
    onChange: (listener: () => void): (() => void) => workspace.onChange(listener),

    /** Waits until `look` finds something (anything true) and resolves to it; rejects with `what` after `withinMs`. */
    until<Found>(what: string, look: () => Found, withinMs = 30_000): Promise<NonNullable<Found>> {
      return new Promise((resolve, reject) => {
        const check = () => {
          const found = look();
          if (!found) return;
          finish();
          resolve(found as NonNullable<Found>);
        };
        const timer = setTimeout(() => {
          finish();
          reject(new Error(`Waited ${withinMs} ms in vain: ${what}`));
        }, withinMs);
        const stop = workspace.onChange(check);
        const finish = () => {
          clearTimeout(timer);
          stop();
        };
        check();
      });
    },

    /** Resolves when no request to the bot is under way, retries and the bot's own events included. */
    settled: (): Promise<void> => deliveries.settled(),
  };
}

export type { Input } from './gestures/answering';
export type { Outcome } from './gestures/hands';
export type { Where, Which } from './gestures/surface';
export { type Span, spansOf, wordsOf } from './mrkdwn';
export type { NewPerson, Person } from './people';
export { readView, type ShownConversation, type ShownMessage } from './screen';
export type { SlackSettings } from './settings';
export type { View } from './views';
