import type { Logger } from '../../log';
import { type Route, readBody, sendStatus } from '../http';
import { type Listener, makeBolt, writeAtOnce } from './bolt';
import { makeGuard } from './guard';

/** `POST /slack/events`: everything Slack sends over HTTP. Bolt is told nothing that our guard has not verified. */
export function makeHttpDoor(signingSecret: string, listener: Listener, log: Logger): Route {
  const guard = makeGuard(signingSecret);
  const bolt = makeBolt(listener, log);
  return async (request, response) => {
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
}
