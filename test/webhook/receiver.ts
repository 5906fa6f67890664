import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const secret = Buffer.alloc(32, 5);
export const secretSetting = `whsec_${secret.toString('base64')}`;

/** A message as it came. */
export interface Received {
  id: string;
  headers: IncomingHttpHeaders;
  path: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever was sent
  body: any;
}

/** A receiver of events that verifies every signature, as the documentation of Standard Webhooks tells receivers to, and answers as a test wants. */
export interface Receiver {
  url: string;
  /** What it took, and what came with a signature that does not fit. */
  taken: Received[];
  tries: Received[];
  forged: number;
  /** How it answers the next ones; by default it takes them. */
  answer: (received: Received, response: ServerResponse) => void;
  /** Resolves when that is so; looks whenever something came. */
  until(what: string, so: () => boolean): Promise<void>;
  close(): Promise<void>;
}

export async function openReceiver(): Promise<Receiver> {
  const waiting = new Set<() => void>();
  const server = createServer((request, response) => {
    if (request.method !== 'POST') return void response.writeHead(404).end();
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const raw = Buffer.concat(parts).toString();
      const received = {
        id: String(request.headers['webhook-id']),
        headers: request.headers,
        path: request.url ?? '',
        body: JSON.parse(raw),
      };
      receiver.tries.push(received);
      if (!isSigned(request.headers, raw)) receiver.forged += 1;
      receiver.answer(received, response);
      for (const look of waiting) look();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`,
    taken: [],
    tries: [],
    forged: 0,
    answer: take,
    until: (what, so) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(
          () => reject(new Error(`Waited in vain: ${what}; ${receiver.tries.length} tries`)),
          30_000,
        );
        const look = () => {
          if (!so()) return;
          clearTimeout(late);
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  function take(received: Received, response: ServerResponse) {
    receiver.taken.push(received);
    response.writeHead(204).end();
  }
  return receiver;
}

function isSigned(headers: IncomingHttpHeaders, raw: string): boolean {
  const [id, at, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
    String(headers[name]),
  );
  const wanted = createHmac('sha256', secret).update(`${id}.${at}.${raw}`).digest();
  return String(signatures)
    .split(' ')
    .some((one) => {
      const given = Buffer.from(one.replace(/^v1,/, ''), 'base64');
      return given.length === wanted.length && timingSafeEqual(given, wanted);
    });
}
