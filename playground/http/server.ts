import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { World } from '../world';
import { Act, perform } from './acts';
import { bodyOf, isOurs, sendJson, sendText } from './answer';
import { clock } from './clock';
import { serveFile } from './files';
import { stream } from './stream';

/**
 * The playground's one server: the page, its acts and its stream of events, the clock, and behind them the two platforms as the bot
 * reaches them. `project` is the folder the page's files lie in.
 */
export function makeServer(world: () => World, project: string): Server {
  return createServer((request, response) => {
    route(world(), project, request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else
        sendJson(response, 400, { warning: error instanceof Error ? error.message : 'That did not work.' });
    });
  });
}

async function route(
  world: World,
  project: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isOurs(request))
    return sendText(response, 403, 'The playground serves its own page on this machine only.');
  const url = new URL(request.url ?? '/', 'http://playground');
  if (url.pathname === '/clock') return clock(world, request, response);
  if (url.pathname === '/page/events' || url.pathname === '/page/act') {
    const member = world.company.find(({ key }) => key === url.searchParams.get('as'));
    if (!member) return sendJson(response, 404, { warning: 'Nobody of that name is here.' });
    if (url.pathname === '/page/events') return stream(world, member, request, response);
    if (request.method !== 'POST') return sendText(response, 405, 'POST');
    const act = Act.parse(JSON.parse(await bodyOf(request)));
    return sendJson(response, 200, await perform(world, member, act));
  }
  if (await world.slack.handle(request, response)) return;
  if (await world.teams.handle(request, response)) return;
  if (request.method === 'GET' && (await serveFile(project, url.pathname, response))) return;
  sendText(response, 404, 'There is nothing here.');
}
