import { setTimeout as later } from 'node:timers/promises';
import { Deliveries } from './deliveries';
import { Events } from './events';
import type { Hands } from './gestures/hands';
import { laws } from './laws';
import type { Organisation } from './organisation';
import { OwnEvents } from './own-events';
import type { NewPerson } from './people';
import { Sockets } from './socket/sockets';
import { Workspace } from './workspace';

export type SlackSettings = {
  /** Where the bot listens, e.g. `http://127.0.0.1:3978/slack/events`. May be changed later by `botUrl`. */
  botUrl: string;
  signingSecret: string;
  botToken: string;
  /** The app uses Socket Mode with this token. */
  appToken?: string;
  people: NewPerson[];
  teamId?: string;
  teamName?: string;
  domain?: string;
  /** The organisation of Enterprise Grid it belongs to. */
  organisation?: Organisation | undefined;
  /** Slack's clock in milliseconds: trigger ids, response URLs, rates and timestamps go by it. */
  now?: () => number;
  /** The clock of signatures; real time unless given, because the bot checks them by real time. */
  signedAt?: () => number;
  /** Where the bot reaches this Slack, without a slash at the end; `listen` sets it. */
  baseUrl?: string;
  rates?: 'on' | 'off';
  scopes?: readonly string[];
  appId?: string;
  botName?: string;
  /** Whether the bot hears its own direct messages as a real app does; on unless switched off. */
  ownEvents?: boolean;
  /** The bot's time to answer, in real milliseconds. */
  answerWithinMs?: number;
  /** How long a trigger opens a view, in milliseconds of Slack's clock. */
  triggerLivesMs?: number;
  /** Pauses before the second, third and fourth try of an event. */
  retryDelaysMs?: readonly number[];
  /** How the pauses are waited for. */
  wait?: (ms: number) => Promise<void>;
};

const allScopes = [
  'commands',
  'chat:write',
  'im:write',
  'im:history',
  'app_mentions:read',
  'users:read',
  'users:read.email',
  'team:read',
  'files:read',
  'files:write',
];

/** The workspace and its wire to the bot, put together from the settings; aborting `stopped` ends every pause. */
export function assembled(settings: SlackSettings): { hands: Hands; stopped: AbortController } {
  const workspace = new Workspace({
    teamId: settings.teamId ?? 'T0HOME',
    teamName: settings.teamName ?? 'Contoso',
    domain: settings.domain ?? 'contoso',
    organisation: settings.organisation,
    people: settings.people,
    now: settings.now ?? Date.now,
    rates: settings.rates ?? 'on',
    triggerLivesMs: settings.triggerLivesMs ?? laws.triggerLivesMs,
    app: {
      id: settings.appId ?? 'A0BENEFITS',
      name: settings.botName ?? 'Benefits',
      botId: 'B0BENEFITS',
      botUserId: 'U0BENEFITS',
      tokens: [{ token: settings.botToken }],
      signingSecret: settings.signingSecret,
      scopes: new Set(settings.scopes ?? allScopes),
    },
  });
  if (settings.baseUrl !== undefined) workspace.baseUrl = settings.baseUrl;
  const stopped = new AbortController();
  const pause = (ms: number) => later(ms, undefined, { signal: stopped.signal, ref: false });
  const deliveries = new Deliveries(
    workspace,
    {
      url: settings.botUrl,
      answerWithinMs: settings.answerWithinMs ?? laws.answerWithinMs,
      signedAt: settings.signedAt ?? Date.now,
    },
    new Sockets(settings.appToken, () => workspace.changed()),
  );
  const events = new Events(workspace, deliveries, {
    retryDelaysMs: settings.retryDelaysMs ?? laws.eventRetryDelaysMs,
    wait: settings.wait ?? pause,
  });
  const ownEvents = new OwnEvents(workspace, events, settings.ownEvents ?? true);
  return { hands: { workspace, deliveries, events, ownEvents, offered: new Map() }, stopped };
}
