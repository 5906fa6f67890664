import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { World } from '../world';
import { bodyOf, sendJson, sendText } from './answer';

const farthest = 50 * 366 * 86_400_000;
const Move = z.union([
  z.strictObject({ by: z.number().int().min(0).max(farthest) }),
  z.strictObject({ to: z.literal('now') }),
]);

/**
 * `GET`: the number of milliseconds by which the clock is ahead, as plain text. `POST {"by": milliseconds}` moves it forward,
 * `POST {"to": "now"}` takes it back to the real time.
 */
export async function clock(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'GET') return sendText(response, 200, String(world.offset));
  if (request.method !== 'POST') return sendText(response, 405, 'GET or POST');
  const move = Move.safeParse(JSON.parse(await bodyOf(request)));
  if (!move.success)
    return sendText(response, 400, 'Move the clock by {"by": milliseconds} or {"to": "now"}.');
  world.offset = 'by' in move.data ? Math.min(farthest, world.offset + move.data.by) : 0;
  // What was counted in a future that is gone would hold everything up.
  world.slack.rates = 'on';
  world.changed();
  sendJson(response, 200, { offset: world.offset });
}
