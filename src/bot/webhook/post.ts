import { createHmac } from 'node:crypto';

/** What became of one try. `reason` is a code, never anything the receiver wrote. */
export type Posted = { arrived: true } | { arrived: false; after?: number; reason: string };

/** What is posted where. `id` is the same at every try. */
export interface Post {
  url: string;
  secrets: readonly Buffer[];
  id: string;
  /** When this try is made, by the one clock. */
  at: Date;
  body: string;
}

/** A receiver that hangs is let go after so many milliseconds. */
const patience = 10_000;
/** Nobody makes us wait longer than that, in milliseconds. */
const longestWait = 3_600_000;

/** The signatures of a message, as Standard Webhooks 1.0 has them: of its id, its time in seconds and its body. */
const signaturesOf = ({ secrets, id, at, body }: Omit<Post, 'url'>): string =>
  secrets
    .map(
      (secret) =>
        `v1,${createHmac('sha256', secret)
          .update(`${id}.${secondsOf(at)}.${body}`)
          .digest('base64')}`,
    )
    .join(' ');

const secondsOf = (at: Date): number => Math.floor(at.getTime() / 1_000);

/**
 * Posts one event. No redirect is followed: what is signed for one address goes to no other. What the receiver answers is not read, so that it
 * can neither fill the memory nor stand in a log.
 */
export async function post(it: Post): Promise<Posted> {
  try {
    const response = await fetch(it.url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
      headers: {
        'content-type': 'application/json',
        'user-agent': 'partner-benefits-bot',
        'webhook-id': it.id,
        'webhook-timestamp': String(secondsOf(it.at)),
        'webhook-signature': signaturesOf(it),
      },
      body: it.body,
    });
    await response.body?.cancel();
    if (response.ok) return { arrived: true };
    const after = waitOf(response.headers.get('retry-after'), it.at);
    return { arrived: false, reason: `http_${response.status}`, ...(after !== undefined && { after }) };
  } catch (error) {
    const { name, cause } = error as { name?: string; cause?: { code?: unknown } };
    const code = typeof cause?.code === 'string' ? cause.code : undefined;
    return { arrived: false, reason: name === 'TimeoutError' ? 'timeout' : (code ?? 'network') };
  }
}

/** What `Retry-After` asks for, in milliseconds: seconds, or a date. */
function waitOf(header: string | null, now: Date): number | undefined {
  if (header === null) return undefined;
  const wait = /^\d{1,9}$/.test(header.trim()) ? Number(header) * 1_000 : Date.parse(header) - now.getTime();
  return Number.isNaN(wait) || wait < 0 ? undefined : Math.min(wait, longestWait);
}
