import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Member } from '../company';
import type { World } from '../world';
import { sightOf } from './sight';

/** Changes come in bursts; the page is told once for those within this many milliseconds. */
const together = 15;
/** A word now and then, so that a connection that died is noticed. */
const heartbeat = 20_000;

/** Open pages by person. */
const pages = new Map<string, number>();

/**
 * Tells the page what a person sees, now and after every change, as server-sent events named `sight`. A message is sent when it is
 * new or other than before on this connection; `state` names the ids of all, in order.
 */
export function stream(
  world: World,
  member: Member,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  const told = new Map<string, string>();
  let last = '';
  const tell = () => {
    const { state, messages } = sightOf(world, member);
    const changed: Record<string, unknown> = {};
    for (const [key, message] of messages) {
      const text = JSON.stringify(message);
      if (told.get(key) === text) continue;
      told.set(key, text);
      changed[key] = message;
    }
    for (const key of told.keys()) if (!messages.has(key)) told.delete(key);
    const line = JSON.stringify({ ...state, changed });
    if (line === last) return;
    last = line;
    response.write(`event: sight\ndata: ${line}\n\n`);
  };

  let due: NodeJS.Timeout | undefined;
  const stop = world.onChange(() => {
    due ??= setTimeout(() => {
      due = undefined;
      tell();
    }, together);
  });
  const beat = setInterval(() => response.write(': \n\n'), heartbeat);
  pages.set(member.key, (pages.get(member.key) ?? 0) + 1);
  request.once('close', () => {
    const left = (pages.get(member.key) ?? 1) - 1;
    pages.set(member.key, left);
    if (left === 0) closeEverything(world, member);
    stop();
    clearTimeout(due);
    clearInterval(beat);
  });
  tell();
}

/** A client that is closed takes its modals along: nobody finds a key that somebody left open. */
function closeEverything({ slack, teams }: World, member: Member): void {
  const [first] = member.slack ? slack.views(member.slack.id) : [];
  if (member.slack && first) void slack.close(member.slack.id, first.id, true).catch(() => undefined);
  if (member.teams) teams.closeDialog(teams.person(member.key));
}
