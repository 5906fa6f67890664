import type { Handle } from '../../handlers/handle';
import type { Logger } from '../../log';
import type { Ledger } from '../../store/open';
import { rememberingDirectory } from '../directory';
import type { Routes } from '../http';
import { type Once, onceHere } from '../once';
import type { Draw } from '../pictures/pictures';
import type { Platform } from '../platform';
import { makeTurn } from '../turn';
import { type Answering, makeAnswering } from './answer';
import type { Listener } from './bolt';
import { slackPlatform } from './deliver';
import { slackDirectory } from './directory';
import { fetchFromSlack, type SlackFile } from './files';
import { hear } from './hear';
import { type HomePages, makeHomes } from './homes';
import { makeHttpDoor } from './http-door';
import { type Installations, installedWorkspaces } from './installed';
import { type Left, makeLeaving } from './leaving';
import { type OauthApp, oauthRoutes } from './oauth';
import { makeEventMemory } from './repeated';
import { makeSocket } from './socket';
import { uninstalledIn } from './uninstalling';
import { makeUpload } from './upload';
import { ownWorkspace } from './workspaces';

/** How Slack is set up: by a token of our own, and over HTTP or over a socket that we open. */
export type SlackConfig = {
  /** The home workspaces and organisations; an empty list lets nobody in. */
  teamIds: string[];
  /** Default Slack's own. */
  apiUrl?: string;
} & ({ botToken: string } | { oauth: OauthApp }) &
  ({ signingSecret: string } | { appToken: string });

export interface Slack {
  platform: Platform;
  /** `POST /slack/events`: everything Slack sends, where it does not come over a socket. */
  routes: Routes;
  /** Something has changed: what people look at may be true no more. */
  changed(): void;
  /** Asks Slack whether it knows us, as `Workspaces.start`. */
  start(): Promise<void>;
  /** Asks no more, and resolves when answers under way are out. */
  stop(): Promise<void>;
}

/** A window is opened by a call outward, within 3 s of the press: what is not there after so long comes into one that says so. */
const patienceForWindow = 1_200;
/** What Slack needs remembered. */
export interface Kept extends Omit<HomePages, 'kept'> {
  ledger: HomePages['kept'] & Installations & Pick<Ledger, 'install' | 'uninstall'>;
}

function mustKeep(kept: Kept | undefined): { kept: Kept['ledger']; now: Kept['now'] } {
  if (!kept) throw new Error('installations have to be kept somewhere');
  return { kept: kept.ledger, now: kept.now };
}

const noPages = { show: async () => {} };

/** Slack as a platform, behind one HTTP route. Bolt is told nothing that our guard has not verified. */
export function makeSlack({
  config,
  handle,
  log,
  left = async () => {},
  answered = () => {},
  kept,
  once = onceHere(),
  patience,
  draw = async () => new Map(),
}: {
  config: SlackConfig;
  handle: Handle;
  log: Logger;
  /** Draws the charts of cards; without it there are none. */
  draw?: Draw;
  /** Told of members who left a home workspace; while it rejects, Slack says it again (up to three times). */
  left?: Left;
  /** Told whose words are answered by a message in the private chat: it counts towards what may be written there. */
  answered?: (user: string) => void;
  /** What has to be remembered: the pages of people, without which nobody's Home tab is drawn anew, and installations. */
  kept?: Kept;
  /** What is done once, whichever copy of the bot hears of it. */
  once?: Once;
  /** Milliseconds after which "working on it" is said; default as both platforms need it. */
  patience?: number;
}): Slack {
  const homes = new Set(config.teamIds);
  const { apiUrl } = config;
  const several = 'oauth' in config;
  const installing =
    'oauth' in config ? { app: config.oauth, ...mustKeep(kept), once, homes, apiUrl, log } : undefined;
  const workspaces =
    'oauth' in config
      ? installedWorkspaces({ app: config.oauth, ...mustKeep(kept), homes, apiUrl, log })
      : ownWorkspace(config.botToken, config.teamIds, apiUrl, log);
  const webOf = async (home: string) => (await workspaces.of(home))?.web;
  const directory = rememberingDirectory(slackDirectory(async (home) => (await workspaces.of(home))?.look));
  const turn = makeTurn('slack', directory, handle, patience, patienceForWindow);
  const pages = kept && makeHomes({ pages: { ...kept, kept: kept.ledger }, look: directory, webOf, log });
  const strangersTurn = makeTurn(
    'slack',
    async () => ({ standing: 'stranger', locale: 'en' }),
    handle,
    patience,
  );
  const answering = new WeakMap<object, Answering>();
  /** Answers by the token of the workspace in which it was said. */
  async function answerIn(home: string): Promise<Answering> {
    const workspace = await workspaces.of(home);
    if (!workspace) return async (_, __, ack) => ack();
    const known =
      answering.get(workspace) ??
      makeAnswering(workspace.web, pages ?? noPages, makeUpload(workspace.web, draw, log, apiUrl), log);
    answering.set(workspace, known);
    return known;
  }

  const leaving = makeLeaving(homes, left);
  const underWay = new Set<Promise<void>>();
  const untilDone = (work: Promise<void>): void => {
    underWay.add(work);
    const done = () => void underWay.delete(work);
    work.then(done, done);
  };
  const events = makeEventMemory();
  /** The workspace that a body is about; a command does not say who we are. */
  const ourselfIn = (body: unknown): string | undefined =>
    typeof body === 'object' && body !== null && 'team_id' in body && typeof body.team_id === 'string'
      ? workspaces.ourselfIn(body.team_id)
      : undefined;

  /** Whatever Slack says, however it comes here. */
  const listener: Listener = async (body, ack) => {
    const uninstalled = installing && uninstalledIn(body, homes);
    if (uninstalled) {
      const { team, at } = uninstalled;
      if (await installing.kept.uninstall(team, at)) log.warn({ team }, 'slack-uninstalled');
      workspaces.forget(team);
      return ack();
    }
    const gone = leaving(body);
    if (gone) {
      untilDone(gone);
      await gone;
      return ack();
    }
    const spoken = hear(body, homes, ourselfIn(body));
    if (!spoken) return ack();
    if (!events.isNew(spoken)) return ack();
    const { file } = spoken;
    const fetchIt = async (given: SlackFile) =>
      fetchFromSlack(given, (await webOf(spoken.heard.home))?.token, apiUrl);
    const heard = file ? { ...spoken.heard, file: { fetch: () => fetchIt(file) } } : spoken.heard;
    const result = await (spoken.atHome ? turn : strangersTurn)(heard).catch((error: unknown) => {
      events.forget(spoken);
      throw error;
    });
    // Before, so that nothing else is sent meanwhile; and after, because the second counts from when it was there.
    const counts = () => spoken.way.kind === 'direct message' && answered(spoken.heard.user);
    counts();
    const answer = await answerIn(spoken.heard.home);
    await new Promise<void>((acknowledged, failed) => {
      const work = answer(spoken.way, result, (given) => ack(given).then(acknowledged));
      untilDone(work);
      work.then(counts, counts);
      work.then(acknowledged, failed);
    });
  };

  const socket =
    'appToken' in config ? makeSocket({ ...config, apiUrl: config.apiUrl }, listener, log) : undefined;
  const routes: Routes = {
    ...('appToken' in config
      ? {}
      : { 'POST /slack/events': makeHttpDoor(config.signingSecret, listener, log) }),
    ...(installing && oauthRoutes({ ...installing, installed: workspaces.forget })),
  };

  return {
    platform: slackPlatform(workspaces, homes, several),
    routes,
    changed: () => pages?.wake(),
    start: async () => {
      await workspaces.start();
      await socket?.start();
      pages?.start();
    },
    stop: async () => {
      await socket?.stop();
      workspaces.stop();
      await pages?.stop();
      await Promise.allSettled(underWay);
    },
  };
}
