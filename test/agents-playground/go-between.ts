import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { channelClaims, channelKeys, keySet, openIdConfiguration, sign } from '../../playground/teams/tokens';

type Json = Record<string, unknown>;

interface Registration {
  appId: string;
  tenantId: string;
}

/**
 * Stands between a channel that does not sign what it sends and a bot that hears nothing else. On the way in it names our tenant, puts its
 * own address in the place of the connector's, and signs as a channel would; on the way out it hands the bot's calls to the connector that
 * spoke last. What is said it leaves as it is.
 * @param own its own origin, the bot's `TEAMS_EMULATOR_URL`
 * @param bot where the bot takes messages
 */
export function makeGoBetween(
  { appId, tenantId }: Registration,
  own: () => string,
  bot: () => string,
): Server {
  let connector: string | undefined;

  /** An activity of the channel, as one of our tenant's. */
  function adopted(activity: Json): Json {
    connector = String(activity.serviceUrl).replace(/\/+$/, '');
    const { tenantId: _, ...from } = inside(activity.from);
    const { tenantId: __, ...recipient } = inside(activity.recipient);
    return {
      ...activity,
      channelId: 'msteams',
      serviceUrl: `${own()}/`,
      from,
      recipient,
      conversation: { ...inside(activity.conversation), tenantId },
      channelData: { ...inside(activity.channelData), tenant: { id: tenantId } },
    };
  }

  async function inward(bytes: Buffer): Promise<Response> {
    const body = JSON.stringify(adopted(JSON.parse(bytes.toString('utf8')) as Json));
    const token = sign(channelClaims(appId, `${own()}/`, Date.now()), channelKeys().teams);
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    return fetch(bot(), { method: 'POST', headers, body });
  }

  async function outward(request: IncomingMessage, bytes: Buffer): Promise<Response> {
    if (connector === undefined) return new Response(null, { status: 404 });
    const { method = 'GET', headers, url = '' } = request;
    return fetch(`${connector}${url}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: headers.authorization ?? '' },
      ...(bytes.length > 0 ? { body: bytes } : {}),
    });
  }

  const answer = async (request: IncomingMessage): Promise<Response> => {
    if (request.url === '/v1/.well-known/openidconfiguration')
      return Response.json(openIdConfiguration(own()));
    if (request.url === '/v1/.well-known/keys') return Response.json(keySet(channelKeys()));
    const bytes = await bytesOf(request);
    return request.url === '/api/messages' ? inward(bytes) : outward(request, bytes);
  };
  return createServer((request, response) => {
    answer(request).then(
      (answered) => pass(answered, response),
      // Whoever does not answer is, to the one who asked, a gateway in trouble.
      () => response.writeHead(502).end(),
    );
  });
}

async function pass(answered: Response, response: ServerResponse): Promise<void> {
  const type = answered.headers.get('content-type');
  const again = answered.headers.get('retry-after');
  response.writeHead(answered.status, {
    ...(type === null ? {} : { 'content-type': type }),
    ...(again === null ? {} : { 'retry-after': again }),
  });
  response.end(Buffer.from(await answered.arrayBuffer()));
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const inside = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
