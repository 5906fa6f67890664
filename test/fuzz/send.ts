import { Agent, request } from 'node:http';

/** What came back; status 0 where nothing did. */
export interface Came {
  status: number;
  body: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** Posts bytes as they are, their length announced or not, and waits as long as the chats do. Never rejects. */
export function send(
  url: string,
  headers: Record<string, string>,
  raw: string | Buffer,
  announced = true,
): Promise<Came> {
  return new Promise((resolve) => {
    const call = request(
      url,
      {
        method: 'POST',
        agent,
        timeout: 20_000,
        headers: { ...headers, ...(announced && { 'content-length': String(Buffer.byteLength(raw)) }) },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }),
        );
        response.on('error', () => resolve({ status: response.statusCode ?? 0, body: '' }));
      },
    );
    call.on('timeout', () => call.destroy(new Error('no answer in 20 s')));
    call.on('error', (error) => resolve({ status: 0, body: error.message }));
    if (announced) return void call.end(raw);
    call.write(raw.slice(0, 1));
    call.end(raw.slice(1));
  });
}

/** Lets the connections go. */
export const hangUp = (): void => agent.destroy();
