import { setTimeout as pause } from 'node:timers/promises';
import { Application } from '@microsoft/teams-ai/lib/Application.js';
import type { TurnContext } from 'botbuilder';
import type { Handle } from '../../handlers/handle';
import type { Logger } from '../../log';
import { rememberingDirectory } from '../directory';
import { type Route, refuse, sendJson, sendStatus } from '../http';
import { type Once, onceHere } from '../once';
import type { Draw } from '../pictures/pictures';
import type { Platform } from '../platform';
import { makeTurn } from '../turn';
import { HostAdapter } from './adapter';
import { makeAnswers } from './answer';
import type { Answering } from './answering';
import { emulatorBearer, makeBearer, registration } from './bearer';
import { makeConnector } from './connector';
import { makeConnectorHttp } from './connector-http';
import { makeDelivery } from './deliver';
import { makeDirectory } from './directory';
import { fetchFromTeams } from './files';
import { makeGuard } from './guard';
import { makeChannelKeys } from './keys';
import { makeOutward } from './outward';
import { makeReplays } from './replays';
import { makeSeals } from './seal';
import { trustedAddresses } from './service-url';
import { makeWhereabouts } from './whereabouts';

export interface TeamsConfig {
  /** The bot registration, single tenant: Entra application id, its secret, and the one tenant whose people are heard. */
  appId: string;
  appPassword: string;
  tenantId: string;
  /** A local Teams: keys come from it, calls go to it alone. */
  emulatorUrl?: string | undefined;
}

export interface Teams {
  platform: Platform;
  /** `POST /api/messages` */
  route: Route;
  /** Reads the channel's keys and asks for a token ahead of the first request; never rejects. */
  start(): Promise<void>;
  /** Waits a few seconds for answers that are on their way. */
  stop(): Promise<void>;
}

const channelConfiguration = 'https://login.botframework.com/v1/.well-known/openidconfiguration';
const patienceAtTheEnd = 5_000;

/** Teams as a platform, and the route by which it speaks to us. Throws at once when the registration is incomplete. */
export function makeTeams({
  config,
  handle,
  log,
  answered = () => {},
  removed = async () => {},
  once = onceHere(),
  patience,
  draw = async () => new Map(),
}: {
  config: TeamsConfig;
  handle: Handle;
  log: Logger;
  /** Draws the charts of cards; without it there are none. */
  draw?: Draw;
  /** Told whose words are answered by a message in the private chat: it counts towards what may be written there. */
  answered?: (user: string) => void;
  /** Told the id of a conversation from which the app was taken: what was kept to write there is dropped. */
  removed?: (conversationId: string) => Promise<void>;
  /** What is done once, whichever copy of the bot hears of it. */
  once?: Once;
  /** Milliseconds after which an answer is late; the default of both platforms unless given. */
  patience?: number;
}): Teams {
  const { appId, appPassword, emulatorUrl } = config;
  const tenantId = config.tenantId.toLowerCase();
  if (!appId || !appPassword || !tenantId)
    throw new Error('a Teams bot needs an app id, a password and a tenant');

  const emulator = emulatorUrl?.replace(/\/+$/, '');
  const trusted = trustedAddresses(emulator);
  const keys = makeChannelKeys(
    emulator === undefined ? channelConfiguration : `${emulator}/v1/.well-known/openidconfiguration`,
  );
  const bearer =
    emulator === undefined ? makeBearer(registration(appId, appPassword, tenantId)) : emulatorBearer;
  const connector = makeConnector(makeConnectorHttp(trusted, bearer));
  const whereabouts = makeWhereabouts(tenantId);
  const delivery = makeDelivery({ appId, tenantId, connector, whereabouts, firstServiceUrl: emulator });

  const remembered = rememberingDirectory(makeDirectory(connector, whereabouts, delivery.openChat));
  /** The language, and the time zone, are those of the last word: an answer of a minute ago may be from before somebody first spoke. */
  const look: typeof remembered = async (home, user, how) => {
    const standing = await remembered(home, user, how);
    const heard = whereabouts.of(user);
    const locale = heard?.locale ?? standing.locale;
    return standing.standing === 'member' && heard?.timeZone
      ? { ...standing, locale, timeZone: heard.timeZone }
      : { ...standing, locale };
  };

  const stopping = new AbortController();
  const answer = makeAnswers({
    tenantId,
    turn: makeTurn('teams', look, handle, patience),
    draw,
    outward: makeOutward({
      delivery,
      draw,
      wait: (milliseconds) =>
        pause(milliseconds, undefined, { signal: stopping.signal }).catch(() => undefined),
      onLost: (reason) => log.warn({ platform: 'teams', reason }, 'an answer could not be delivered'),
    }),
    whereabouts,
    answered,
    removed,
    seals: makeSeals(appPassword),
    once,
    fetchOne: (file) => fetchFromTeams(file, emulator),
  });

  const guard = makeGuard({ appId, tenantId, trusted, keys });
  const replays = makeReplays();
  const adapter = new HostAdapter({ appId, appPassword, tenantId, keys });
  const application = makeApplication(adapter, appId);
  const works = new Set<Promise<void>>();

  const route: Route = async (request, response) => {
    const admission = await guard(request);
    if (!admission.admitted) return refuse(request, response, admission.status);
    const { authorization, body, activity, print } = admission;
    if (!replays.take(print)) return sendStatus(response, 409);

    const written = new Promise<boolean>((resolve) => {
      response.once('finish', () => resolve(true));
      response.once('close', () => resolve(false));
    });
    let answering: Answering | undefined;
    const hosted = await adapter.host(
      authorization,
      body,
      async (context) => {
        exchanges.set(context.turnState, {
          answer: async () => {
            answering = await answer(activity);
            return answering;
          },
        });
        await application.run(context);
      },
      (phase, error) => log.error({ platform: 'teams', phase, error }, 'an activity failed'),
    );
    if (hosted.status >= 500) replays.forget(print);

    const { afterwards } = answering ?? {};
    if (afterwards) keep(written.then(afterwards));
    if (hosted.body === undefined) sendStatus(response, hosted.status);
    else sendJson(response, hosted.status, hosted.body);
  };

  /** Work after an answer: nobody waits for it but `stop`. */
  function keep(work: Promise<void>): void {
    const kept = work
      .catch((error: unknown) => log.error({ platform: 'teams', error }, 'work after an answer failed'))
      .finally(() => works.delete(kept));
    works.add(kept);
  }

  return {
    route,
    platform: {
      name: 'teams',
      // Teams tells a bot nobody's account by an e-mail address; whoever has the app speaks or is named in the people file.
      find: async () => ({ is: 'nobody' }),
      deliver: delivery.deliver,
      redraw: delivery.redraw,
      call: delivery.call,
      async check() {
        const readable = await keys.refresh().then(
          () => true,
          () => false,
        );
        return readable ? delivery.check() : { ok: false, reason: 'keys_unavailable' };
      },
    },
    async start() {
      await Promise.all([keys.refresh().catch(() => undefined), bearer.token(AbortSignal.timeout(10_000))]);
    },
    async stop() {
      stopping.abort();
      await Promise.race([Promise.all(works), pause(patienceAtTheEnd, undefined, { ref: false })]);
    },
  };
}

/** What the route that runs a turn and the routes of the SDK's application share: the turn's own memory is the key. */
const exchanges = new WeakMap<TurnContext['turnState'], { answer: () => Promise<Answering> }>();

/**
 * The SDK's application as far as it can be used: two routes of our own, the answers to invokes queued by us. Without storage (it loses
 * updates), typing timer (one for all turns) and long-running messages (they do not return early); its own card routes would send a
 * card meant for one person to everybody.
 */
function makeApplication(adapter: HostAdapter, botAppId: string): Application {
  const application = new Application({
    adapter,
    botAppId,
    startTypingTimer: false,
    longRunningMessages: false,
    removeRecipientMention: false,
  });
  const answered = (context: TurnContext): Promise<Answering> => {
    const exchange = exchanges.get(context.turnState);
    if (!exchange) throw new Error('a turn without a request');
    return exchange.answer();
  };
  const isInvoke = async (context: TurnContext) => context.activity.type === 'invoke';
  application.addRoute(
    isInvoke,
    async (context) => {
      const { status, body } = await answered(context);
      await context.sendActivity({ type: 'invokeResponse', value: { status, body } });
    },
    true,
  );
  application.addRoute(
    async (context) => !(await isInvoke(context)),
    async (context) => {
      await answered(context);
    },
  );
  return application;
}
