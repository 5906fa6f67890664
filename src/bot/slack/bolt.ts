import type { ServerResponse } from 'node:http';
import {
  type AllMiddlewareArgs,
  type AnyMiddlewareArgs,
  App,
  HTTPReceiver,
  type ReceiverEvent,
} from '@slack/bolt';
import type { Logger } from '../../log';
import { callsOf, packagesLogger } from './web-api';

/** What a listener of ours gets: the verified body, and how to acknowledge what Bolt has not acknowledged itself. */
export type Listener = (body: unknown, ack: (answer?: object) => Promise<void>) => Promise<void>;

/** Ours failed, not Slack's body: the answer is 500 and an event comes again. */
class ListenerFailed extends Error {}

const bodyLimit = 256 * 1024;

/**
 * Bolt as it stays out of the way.
 * - One middleware in place of listeners: Bolt runs through all of them on every request, some 7 µs each.
 * - `authorize` in place of a token: Bolt would ask `auth.test` at once and stop the start while Slack is away. It is also
 *   where tokens of several workspaces come in.
 * - `ignoreSelf` is off as `hear` takes no word of any bot; `convoStore` is off as we keep nothing there.
 * - Two receivers: Bolt acknowledges an event before anybody has heard it. One that holds the answer back until the
 *   listener ends makes an acknowledgement of an event mean "remembered", as it does everywhere else.
 */
export function makeBolt(listener: Listener, log: Logger) {
  const logger = packagesLogger(log);
  const receiverFor = (processBeforeResponse: boolean) =>
    new HTTPReceiver({
      signingSecret: 'verified-before',
      logger,
      processBeforeResponse,
      // Our guard has done it, and stricter: nothing comes here that it has not verified.
      signatureVerification: false,
      unhandledRequestTimeoutMillis: 2_800,
      bodyLimit,
      processEventErrorHandler: async ({ error, response }) => {
        const status = isOurs(error) ? 500 : 400;
        if (!response.headersSent) response.writeHead(status, { 'content-length': 0 }).end();
        return true;
      },
    });

  const interactions = receiverFor(false);
  const events = receiverFor(true);
  const app = new App({
    receiver: interactions,
    authorize: async () => ({ botToken: 'never-used' }),
    convoStore: false,
    extendedErrorHandler: true,
    ignoreSelf: false,
    attachFunctionToken: false,
    logger,
    // Bolt makes a client for each request's workspace; none of them is ever used.
    clientOptions: callsOf(undefined, log),
  });
  for (const receiver of [interactions, events]) receiver.init(heardOut(app));

  app.use(async (args: AllMiddlewareArgs & AnyMiddlewareArgs) => {
    const ack = 'ack' in args && args.ack ? (args.ack as (answer?: object) => Promise<void>) : async () => {};
    try {
      await listener(args.body, ack);
    } catch (error) {
      log.error({ error }, 'slack-word-lost');
      throw new ListenerFailed('listener failed', { cause: error });
    }
  });
  app.error(async (args) => {
    throw 'error' in args ? args.error : args;
  });

  return { app, interactions, events, bodyLimit };
}

/**
 * Bolt calls nobody for a body of which it does not know the kind, and lets Slack wait for an answer to it: here it is acknowledged and
 * forgotten like any other in which nobody speaks to us.
 */
const heardOut = (app: App): App =>
  Object.assign(Object.create(app) as App, {
    async processEvent(event: ReceiverEvent) {
      let acknowledged = false;
      const ack: ReceiverEvent['ack'] = (answer) => {
        acknowledged = true;
        return event.ack(answer);
      };
      await app.processEvent({ ...event, ack });
      if (!acknowledged) await event.ack();
    },
  });

/** Bolt wraps what a middleware throws (`original`). */
const isOurs = (error: unknown): boolean =>
  error instanceof ListenerFailed ||
  (error instanceof Error && 'original' in error && error.original instanceof ListenerFailed);

/**
 * Bolt writes the head of an answer before its body, so Node does not know the length and sends both in pieces. With the
 * first head held back until the end, one write carries the answer.
 */
export function writeAtOnce(response: ServerResponse): void {
  const { writeHead } = response;
  response.writeHead = (status: number, headers?: unknown) => {
    response.writeHead = writeHead;
    response.statusCode = status;
    for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value as string);
    return response;
  };
}
