import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerCall, readPath } from './connector';
import { serveFile } from './files';
import type { Json } from './json';
import { type Reply, refusal } from './refusals';
import { channelKeys, keySet, openIdConfiguration } from './tokens';
import type { Call, Fault, World } from './world';

/** The bearer of the emulated channel; a real one would be an Entra token. */
const BEARER = 'Bearer emulator';
/** Bytes of a request that are read at all. */
const READ_LIMIT = 1024 * 1024;

/**
 * Answers one HTTP request when its path is the tenant's: the openid documents, the connector, and files somebody sent.
 * The promise says whether it was; if not, the response is untouched.
 */
export async function handle(world: World, req: IncomingMessage, res: ServerResponse): Promise<boolean> {
  if (serveFile(world, req, res)) return true;
  const url = new URL(req.url ?? '/', world.origin);
  const keys = documents(world, url.pathname);
  if (!keys && !url.pathname.startsWith('/v3/')) return false;
  const bytes = await read(req).catch(() => undefined);
  // The bot hung up in the middle of its own request: there is nobody left to answer.
  if (!bytes) return true;
  const method = req.method ?? 'GET';
  const body = parsed(bytes);
  const call: Call = keys
    ? { operation: 'keys', method, path: url.pathname, body: undefined }
    : (readPath(method, url.pathname, body) ?? {
        operation: 'unknown',
        method,
        path: url.pathname,
        body,
      });
  const entry = world.ledger.open({
    direction: 'from bot',
    kind: call.operation,
    method,
    path: url.pathname,
    authorization: req.headers.authorization ?? '',
    body,
  });
  const right = (): Reply => {
    if (keys) return { status: 200, body: keys };
    if (req.headers.authorization !== BEARER) return refusal('Unauthorized');
    if (bytes.length > READ_LIMIT) return refusal('MessageSizeTooBig');
    if (bytes.length > 0 && body === undefined)
      return refusal('BadArgument', { message: 'The body is not JSON.' });
    return answerCall(world, call, url.searchParams, entry);
  };
  const fault = scripted(world, call);
  if (fault === 'hang') return true;
  if (fault === 'reset') {
    req.socket.destroy();
    return true;
  }
  if (fault?.accept) right();
  const reply = fault ? { body: undefined, ...fault } : right();
  entry.status = reply.status;
  entry.answer = keys ? '(public keys)' : reply.body;
  if (reply.headers) entry.headers = reply.headers;
  res.writeHead(reply.status, { 'content-type': 'application/json; charset=utf-8', ...reply.headers });
  res.end(asSent(reply.body));
  return true;
}

/** Words are sent as they are: a page of somebody in between is no JSON. */
function asSent(body: unknown): string {
  if (body === undefined) return '';
  return typeof body === 'string' ? body : JSON.stringify(body);
}

function documents(world: World, pathname: string): Json | undefined {
  if (pathname === '/v1/.well-known/openidconfiguration') return openIdConfiguration(world.origin);
  if (pathname === '/v1/.well-known/keys') return keySet(channelKeys());
  return undefined;
}

function scripted(world: World, call: Call): Fault {
  for (const script of world.faults) {
    const fault = script(call);
    if (fault) return fault;
  }
  return undefined;
}

async function read(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= READ_LIMIT + 1) chunks.push(chunk);
  }
  return size > READ_LIMIT ? Buffer.alloc(READ_LIMIT + 1) : Buffer.concat(chunks);
}

function parsed(bytes: Buffer): unknown {
  try {
    return bytes.length === 0 ? undefined : JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
