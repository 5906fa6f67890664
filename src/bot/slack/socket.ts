import { WebAPIRateLimitedError, WebClient } from '@slack/web-api';
import { WebSocket } from 'undici';
import { z } from 'zod';
import type { Logger } from '../../log';
import type { Listener } from './bolt';
import { codeOf, isRejected } from './failure';
import { watchOver } from './socket-alive';
import { callsOf } from './web-api';

/** What Slack says over the socket (docs.slack.dev/apis/events-api/using-socket-mode). */
const Said = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello') }),
  z.object({ type: z.literal('disconnect'), reason: z.string().default('unknown') }),
  z.object({
    type: z.enum(['events_api', 'slash_commands', 'interactive']),
    envelope_id: z.string().min(1).max(200),
    payload: z.unknown(),
  }),
]);
type Envelope = Extract<z.infer<typeof Said>, { envelope_id: string }>;

/** How long a new connection may take, from its address to its hello, in milliseconds. */
const helloWithin = 10_000;
const firstWait = 1_000;
const longestWait = 60_000;
/** Ten connections are open already, by others of us or by ghosts: they have to end first. */
const whenFull = 30_000;
/** Answers kept for envelopes that come again. */
const mostKept = 1_000;

/** Slack said goodbye before hello: ten connections are open (`too_many_websockets`), or Socket Mode is switched off (`link_disabled`). */
class Refused extends Error {
  constructor(readonly reason: string) {
    super(reason);
  }
}

/** Slack's socket in the place of requests over HTTP. */
export interface Socket {
  /** Resolves when Slack has said hello; rejects when it does not take our token. Where Slack is away it resolves, and goes on trying. */
  start(): Promise<void>;
  /** Takes nothing more; resolves when what was taken is answered. */
  stop(): Promise<void>;
}

/**
 * Socket Mode: Slack's words come over a connection that we open, so nothing of ours has to be reached from outside. What Slack says goes to the same
 * listener as over HTTP. A connection that Slack is about to end is followed by a new one first, so that nothing falls between them. An envelope that comes
 * again gets the answer it had, and is not acted on twice.
 */
export function makeSocket(
  { appToken, apiUrl }: { appToken: string; apiUrl: string | undefined },
  listener: Listener,
  log: Logger,
): Socket {
  const web = new WebClient(appToken, callsOf(apiUrl, log));
  /** By envelope: Slack says one again on another connection of ours. What it did is not done again, whichever copy of the bot takes it (`inbound`). */
  const answers = new Map<string, Promise<object | undefined>>();
  const underWay = new Set<Promise<unknown>>();
  /** What came on each connection and is not answered yet. */
  const taken = new WeakMap<WebSocket, Set<Promise<unknown>>>();
  const open = new Set<WebSocket>();
  /** What has not said hello yet. */
  const coming = new Set<WebSocket>();
  const connecting = new Set<Promise<unknown>>();
  let stopped = false;
  let again: NodeJS.Timeout | undefined;

  /** The address of a new connection. Only Slack's own, or one of this machine where the Web API is, is ever spoken to. */
  async function address(): Promise<string> {
    const { url = '' } = await web.apps.connections.open({});
    const { protocol, hostname } = new URL(url);
    const isSlacks = protocol === 'wss:' && /(^|\.)slack\.com$/.test(hostname);
    const isOurs = protocol === 'ws:' && apiUrl !== undefined && new URL(apiUrl).hostname === hostname;
    if (!isSlacks && !isOurs) throw new Error('not an address of Slack');
    return url;
  }

  /** Opens one more connection; resolves with its hello, or with nothing opened when we stopped meanwhile. */
  function connect(): Promise<void> {
    const opening = openOne();
    track(opening, connecting);
    return opening;
  }

  async function openOne(): Promise<void> {
    const to = await address();
    if (stopped) return;
    const socket = new WebSocket(to);
    coming.add(socket);
    await new Promise<void>((greeted, failed) => {
      const timer = setTimeout(() => end(socket), helloWithin);
      const settled = () => clearTimeout(timer);
      let isGreeted = false;
      socket.addEventListener('message', ({ data }) => {
        const said = typeof data === 'string' ? saidIn(data) : undefined;
        if (!said) return;
        if ('envelope_id' in said) {
          const answered = take(socket, said);
          track(answered, underWay);
          track(answered, takenOn(socket));
          return;
        }
        if (said.type === 'hello') {
          settled();
          isGreeted = true;
          coming.delete(socket);
          open.add(socket);
          watchOver(socket, () => {
            log.warn('slack-socket-silent');
            end(socket);
          });
          log.info('slack-socket-open');
          greeted();
        } else if (isGreeted) part(socket, said.reason);
        else {
          failed(new Refused(said.reason));
          end(socket);
        }
      });
      socket.addEventListener('close', () => {
        settled();
        coming.delete(socket);
        const wasOpen = open.delete(socket);
        if (!isGreeted) failed(new Error('closed before hello'));
        // The last one is gone: a new one at once.
        else if (wasOpen && open.size === 0) retry(0);
      });
      // What failed closes too.
      socket.addEventListener('error', () => {});
    });
  }

  /** Slack ends this connection soon, or has ended it. */
  function part(socket: WebSocket, reason: string): void {
    log.info({ reason }, 'slack-socket-parting');
    open.delete(socket);
    if (stopped || open.size > 0) {
      endWhenAnswered(socket);
      return;
    }
    // It is still good for some seconds, in which the next one is opened.
    connect()
      .catch((error: unknown) => retry(firstWait, error))
      .finally(() => endWhenAnswered(socket));
  }

  /** An acknowledgement goes back on the connection on which the envelope came. */
  function endWhenAnswered(socket: WebSocket): void {
    void Promise.allSettled(taken.get(socket) ?? []).then(() => end(socket));
  }

  function retry(wait: number, error?: unknown): void {
    if (stopped) return;
    const refused = error instanceof Refused;
    if (error)
      log[refused || isRejected(error) ? 'error' : 'warn'](
        { code: refused ? error.reason : codeOf(error) },
        'slack-socket-away',
      );
    const limit = error instanceof WebAPIRateLimitedError ? error.retryAfter * 1_000 : 0;
    const asked = refused ? whenFull : limit;
    clearTimeout(again);
    again = setTimeout(
      () => {
        connect().catch((failure: unknown) =>
          retry(Math.min(Math.max(wait, firstWait / 2) * 2, longestWait), failure),
        );
      },
      Math.max(asked, wait),
    );
    again.unref();
  }

  /** Acts on what was said, once, and acknowledges it with the answer. What failed is not acknowledged: Slack says it again. */
  async function take(socket: WebSocket, { envelope_id: id, payload }: Envelope): Promise<void> {
    // What comes after the end is not acknowledged either: Slack says it to whoever comes next.
    if (stopped) return;
    const known = answers.get(id);
    const answering = known ?? answerTo(payload);
    if (!known) {
      answers.set(id, answering);
      if (answers.size > mostKept) answers.delete(answers.keys().next().value as string);
    }
    try {
      const answer = await answering;
      if (socket.readyState === WebSocket.OPEN)
        socket.send(JSON.stringify({ envelope_id: id, ...(answer && { payload: answer }) }));
    } catch (error) {
      answers.delete(id);
      if (!known) log.error({ error }, 'slack-word-lost');
    }
  }

  /** Resolves with the acknowledgement, while work after it goes on. */
  function answerTo(payload: unknown): Promise<object | undefined> {
    return new Promise((resolve, reject) => {
      const work = listener(payload, async (answer) => resolve(answer));
      track(work, underWay);
      work.then(() => resolve(undefined), reject);
    });
  }

  function takenOn(socket: WebSocket): Set<Promise<unknown>> {
    const known = taken.get(socket) ?? new Set();
    taken.set(socket, known);
    return known;
  }

  return {
    async start() {
      try {
        await connect();
      } catch (error) {
        if (isRejected(error)) throw error;
        retry(firstWait, error);
      }
    },
    async stop() {
      stopped = true;
      clearTimeout(again);
      for (const socket of coming) end(socket);
      await Promise.allSettled([...connecting, ...underWay]);
      for (const socket of open) end(socket);
    },
  };
}

/** Keeps work in a set for as long as it goes on. */
function track(work: Promise<unknown>, among: Set<Promise<unknown>>): void {
  among.add(work);
  const done = () => void among.delete(work);
  work.then(done, done);
}

function saidIn(text: string): z.infer<typeof Said> | undefined {
  try {
    return Said.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function end(socket: WebSocket): void {
  if (socket.readyState === WebSocket.CONNECTING || socket.readyState === WebSocket.OPEN) socket.close();
}
