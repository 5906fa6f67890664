import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** Answers a request that came to a path of its own. May throw: the router answers 500 and the process lives. */
export type Route = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** Exact paths and methods: `'POST /slack/events'`. */
export type Routes = Record<string, Route>;

/** No body that a chat platform sends us comes near this (Slack's largest view is 250 KB). */
const mostBytes = 512 * 1024;

/** A body over the limit, or one that broke off. `status` is the answer. */
class BadBody extends Error {
  constructor(readonly status: 400 | 413) {
    super(`request body refused with ${status}`);
  }
}

/** Reads a body whole. Rejects with `BadBody` as soon as it is larger than the limit, or breaks off. */
export async function readBody(request: IncomingMessage, limit = mostBytes): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw new BadBody(413);
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) return void chunks.push(chunk);
      request.off('data', take);
      reject(new BadBody(413));
    };
    request.on('data', take);
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', () => reject(new BadBody(400)));
    request.once('close', () => reject(new BadBody(400)));
  });
}

/** So much of a body that was refused is read, and let go, after its answer. */
const mostLetGo = 4 * 1024 * 1024;

/**
 * Answers without a body of its own to a request that may not have been read to its end. A connection that ends while somebody still writes
 * to it breaks, and with it the answer that was on its way: they would never learn that their body was too large. So the rest is read, up to a
 * bound, and until the time for a request is over.
 */
export function refuse(request: IncomingMessage, response: ServerResponse, status: number): void {
  sendStatus(response, status);
  if (request.complete) return;
  let left = mostLetGo;
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
}

/** One JSON answer. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

/** An answer without a body. */
export function sendStatus(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-length': 0 }).end();
}

/**
 * The one HTTP server, by path. A path we do not serve is 404, a wrong method 405, an error inside a route 500 without a word of it.
 * @param onError told of every error, for the operator's log; `onAnswer` of every answer on a path of ours, in seconds.
 */
export function makeServer(
  routes: Routes,
  onError: (error: unknown, path: string) => void,
  onAnswer: (path: string, status: number, seconds: number) => void = () => {},
): Server {
  const paths = new Set(Object.keys(routes).map((route) => route.split(' ')[1]));
  const server = createServer({ connectionsCheckingInterval: 1_000 }, (request, response) => {
    const path = (request.url ?? '/').split('?')[0] as string;
    const route = routes[`${request.method} ${path}`];
    if (!route) return refuse(request, response, paths.has(path) ? 405 : 404);
    const started = performance.now();
    response.once('close', () => onAnswer(path, response.statusCode, (performance.now() - started) / 1000));

    const failed = (error: unknown) => {
      if (!(error instanceof BadBody)) onError(error, path);
      if (response.headersSent) response.destroy();
      else refuse(request, response, error instanceof BadBody ? error.status : 500);
    };
    try {
      const work = route(request, response);
      if (work) work.catch(failed);
    } catch (error) {
      failed(error);
    }
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 10_000;
  server.maxConnections = 2_000;
  server.keepAliveTimeout = 65_000;
  return server;
}
