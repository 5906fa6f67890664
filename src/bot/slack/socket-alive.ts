import { channel } from 'node:diagnostics_channel';
import { ping, type WebSocket } from 'undici';

/** How often a connection is asked whether it lives, and how long it may take to say so, in milliseconds. */
const pingEvery = 15_000;
const pongWithin = 10_000;

/**
 * A connection that looks open may be none any more: nobody tells, so it is asked until it closes.
 * @param silent called each time it is asked though it has not answered for too long
 */
export function watchOver(socket: WebSocket, silent: () => void): void {
  let heard = performance.now();
  const pong = (message: unknown) => {
    if ((message as { websocket?: unknown }).websocket === socket) heard = performance.now();
  };
  const pongs = channel('undici:websocket:pong');
  pongs.subscribe(pong);
  const asking = setInterval(() => {
    if (performance.now() - heard > pingEvery + pongWithin) silent();
    else ping(socket);
  }, pingEvery).unref();
  socket.addEventListener('close', () => {
    clearInterval(asking);
    pongs.unsubscribe(pong);
  });
}
