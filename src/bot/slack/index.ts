import type { Handle } from '../../handlers/handle';
import type { Logger } from '../../log';
import { rememberingDirectory } from '../directory';
import { type Route, readBody, sendStatus } from '../http';
import type { Platform } from '../platform';
import { makeTurn } from '../turn';
import { makeAnswering } from './answer';
import { makeBolt, writeAtOnce } from './bolt';
import { slackPlatform } from './deliver';
import { slackDirectory } from './directory';
import { codeOf, isRejected } from './failure';
import { fetchFromSlack } from './files';
import { makeGuard } from './guard';
import { hear } from './hear';
import { type Left, makeLeaving } from './leaving';
import { makeEventMemory } from './repeated';
import { clientsOf } from './web-api';

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
  /**
   * Asks Slack once whether it knows us. Rejects with `SlackRejected` when Slack says the token is no good; when Slack
   * does not answer it resolves, and asks again in the background (1 s, then longer, at most a minute apart): what Slack
   * sends is answered meanwhile.
   */
  start(): Promise<void>;
  /** Asks no more, and resolves when answers under way are out. */
  stop(): Promise<void>;
}

/** Slack does not take our token. `code` is Slack's error word. */
export class SlackRejected extends Error {
  constructor(readonly code: string) {
    super(`Slack does not accept SLACK_BOT_TOKEN: ${code}`);
  }
}

/** Slack as a platform, behind one HTTP route. Bolt is told nothing that our guard has not verified. */
export function makeSlack({
  config,
  handle,
  log,
  left = async () => {},
  answered = () => {},
  patience,
}: {
  config: SlackConfig;
  handle: Handle;
  log: Logger;
  /** Told of members who left a home workspace; while it rejects, Slack says it again (up to three times). */
  left?: Left;
  /** Told whose words are answered by a message in the private chat: it counts towards what may be written there. */
  answered?: (user: string) => void;
  /** Milliseconds after which "working on it" is said; default as both platforms need it. */
  patience?: number;
}): Slack {
  const homes = new Set(config.teamIds);
  const { web, look } = clientsOf(config.botToken, config.apiUrl, log);
  const directory = rememberingDirectory(slackDirectory(look));
  const turn = makeTurn('slack', directory, handle, patience);
  const strangersTurn = makeTurn(
    'slack',
    async () => ({ standing: 'stranger', locale: 'en' }),
    handle,
    patience,
  );
  const answer = makeAnswering(web, log);

  /** Our own id as a user of the workspace, as soon as Slack has told it. */
  let ourself: string | undefined;
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
      const spoken = hear(body, homes, ourself);
      if (!spoken) return ack();
      if (!events.isNew(spoken)) return ack();
      const { file } = spoken;
      const heard = file
        ? { ...spoken.heard, file: { fetch: () => fetchFromSlack(file, config.botToken, config.apiUrl) } }
        : spoken.heard;
      const result = await (spoken.atHome ? turn : strangersTurn)(heard).catch((error: unknown) => {
        events.forget(spoken);
        throw error;
      });
      // Before, so that nothing else is sent meanwhile; and after, because the second counts from when it was there.
      const counts = () => spoken.way.kind === 'direct message' && answered(spoken.heard.user);
      counts();
      await new Promise<void>((acknowledged, failed) => {
        const work = answer(spoken.way, result, (given) => ack(given).then(acknowledged));
        untilDone(work);
        work.then(counts, counts);
        work.then(acknowledged, failed);
      });
    },
    log,
  );

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

  let asking: NodeJS.Timeout | undefined;
  let stopped = false;

  async function ask(): Promise<void> {
    const { team_id, user_id } = await look.auth.test();
    ourself = user_id;
    if (!homes.has(team_id ?? '')) log.warn({ team: team_id }, 'slack-team-not-listed');
    log.info('slack-knows-us');
  }

  function askAgain(wait: number): void {
    if (stopped) return;
    asking = setTimeout(() => {
      ask().catch((error) => {
        log[isRejected(error) ? 'error' : 'warn']({ code: codeOf(error) }, 'slack-away');
        askAgain(Math.min(wait * 2, 60_000));
      });
    }, wait).unref();
  }

  return {
    platform: slackPlatform(web, homes),
    route,
    start: async () => {
      try {
        await ask();
      } catch (error) {
        if (isRejected(error)) throw new SlackRejected(codeOf(error));
        log.warn({ code: codeOf(error) }, 'slack-away');
        askAgain(1_000);
      }
    },
    stop: async () => {
      stopped = true;
      clearTimeout(asking);
      await Promise.allSettled(underWay);
    },
  };
}
