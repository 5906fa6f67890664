import type { Handle } from '../../handlers/handle';
import type { Logger } from '../../log';
import { rememberingDirectory } from '../directory';
import { type Route, readBody, sendStatus } from '../http';
import type { Platform } from '../platform';
import { makeTurn } from '../turn';
import { type Answering, makeAnswering } from './answer';
import { makeBolt, writeAtOnce } from './bolt';
import { slackPlatform } from './deliver';
import { slackDirectory } from './directory';
import { makeGuard } from './guard';
import { hear } from './hear';
import { type HomePages, makeHomes } from './homes';
import { type Left, makeLeaving } from './leaving';
import { makeEventMemory } from './repeated';
import { ownWorkspace } from './workspaces';

export interface SlackConfig {
  botToken: string;
  signingSecret: string;
  /** The home workspaces; an empty list lets nobody in. */
  teamIds: string[];
  /** Default Slack's own. */
  apiUrl?: string;
}

export interface Slack {
  platform: Platform;
  /** `POST /slack/events`: everything Slack sends. */
  route: Route;
  /** Something has changed: what people look at may be true no more. */
  changed(): void;
  /** Asks Slack whether it knows us, as `Workspaces.start`. */
  start(): Promise<void>;
  /** Asks no more, and resolves when answers under way are out. */
  stop(): Promise<void>;
}

/** A window is opened by a call outward, within 3 s of the press: what is not there after so long comes into one that says so. */
const patienceForWindow = 1_200;
const noPages = { show: async () => {} };

/** Slack as a platform, behind one HTTP route. Bolt is told nothing that our guard has not verified. */
export function makeSlack({
  config,
  handle,
  log,
  left = async () => {},
  answered = () => {},
  homePages,
  patience,
}: {
  config: SlackConfig;
  handle: Handle;
  log: Logger;
  /** Told of members who left a home workspace; while it rejects, Slack says it again (up to three times). */
  left?: Left;
  /** Told whose words are answered by a message in the private chat: it counts towards what may be written there. */
  answered?: (user: string) => void;
  /** The pages of people; without them nobody's Home tab is drawn anew. */
  homePages?: HomePages;
  /** Milliseconds after which "working on it" is said; default as both platforms need it. */
  patience?: number;
}): Slack {
  const homes = new Set(config.teamIds);
  const workspaces = ownWorkspace(config.botToken, config.teamIds, config.apiUrl, log);
  const webOf = async (home: string) => (await workspaces.of(home))?.web;
  const directory = rememberingDirectory(slackDirectory(async (home) => (await workspaces.of(home))?.look));
  const turn = makeTurn('slack', directory, handle, patience, patienceForWindow);
  const pages = homePages && makeHomes({ pages: homePages, look: directory, webOf, log });
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
    const known = answering.get(workspace) ?? makeAnswering(workspace.web, pages ?? noPages, log);
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
  const guard = makeGuard(config.signingSecret);
  const bolt = makeBolt(
    config,
    async (body, ack) => {
      const gone = leaving(body);
      if (gone) {
        untilDone(gone);
        await gone;
        return ack();
      }
      const spoken = hear(body, homes, ourselfIn(body));
      if (!spoken) return ack();
      if (!events.isNew(spoken)) return ack();
      const result = await (spoken.atHome ? turn : strangersTurn)(spoken.heard).catch((error: unknown) => {
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
    },
    log,
  );

  /** The workspace that a body is about; a command does not say who we are. */
  const ourselfIn = (body: unknown): string | undefined =>
    typeof body === 'object' && body !== null && 'team_id' in body
      ? workspaces.ourselfIn(String(body.team_id))
      : undefined;

  const route: Route = async (request, response) => {
    const body = await readBody(request, bolt.bodyLimit);
    const verdict = guard.admit(request.headers, body);
    if (!verdict.admitted) return sendStatus(response, verdict.status);

    response.once('close', () => {
      if (response.statusCode >= 500 || !response.writableFinished) guard.forget(verdict.signature);
    });
    writeAtOnce(response);
    // Bolt takes a body that was read already from here (HTTPReceiver, `bufferIncomingMessage`).
    const receiver = request.headers['content-type'] === 'application/json' ? bolt.events : bolt.interactions;
    await receiver.requestListener(Object.assign(request, { rawBody: body }), response);
  };

  return {
    platform: slackPlatform(workspaces, homes),
    route,
    changed: () => pages?.wake(),
    start: async () => {
      await workspaces.start();
      pages?.start();
    },
    stop: async () => {
      workspaces.stop();
      await pages?.stop();
      await Promise.allSettled(underWay);
    },
  };
}
