import type { IncomingMessage, ServerResponse } from 'node:http';

/** One JSON answer. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(text);
}

/** A file of the page's paperclip, as text, and some. */
const most = 9 * 1024 * 1024;

/** A body as text; rejects when it is larger than anything the page sends. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > most) throw new Error('The request is too large.');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

const loopback = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/**
 * Whether a request comes from this machine's own page or programs. A foreign web page in the same browser reaches loopback too: by its
 * own name pointed here (its Host tells) or straight (its Origin tells).
 */
export function isOurs(request: IncomingMessage): boolean {
  const { host = '', origin } = request.headers;
  if (!loopback.test(host)) return false;
  return origin === undefined || origin === `http://${host}`;
}
