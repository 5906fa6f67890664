import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { parse } from 'node:querystring';

/** `status` is the answer to a request that is not let in, or to Slack's look at our certificate. */
export type Verdict =
  | { admitted: true; signature: string }
  | { admitted: false; status: 200 | 400 | 401 | 409 };

/** How far the clock of a request may be from ours, before or after (docs.slack.dev/authentication/verifying-requests-from-slack). */
const mostSeconds = 300;
/** A request dated 300 s ahead is good for 600 s; after that its date alone refuses it. */
const remembered = 2 * mostSeconds * 1000;
/**
 * The most signatures kept, some 15 MB. Only Slack can fill this, as only what bears its signature is kept; the oldest
 * goes first, and a repeated command is harmless by its identity.
 */
const mostRemembered = 100_000;

const form = 'application/x-www-form-urlencoded';
const json = 'application/json';

/**
 * Lets in what Slack signed, once and in time. Bolt checks the signature as well, but takes requests from the future and
 * the same request again.
 * @param now real time in milliseconds: signatures are about the world's clock, not about the business day.
 */
export function makeGuard(signingSecret: string, now: () => number = Date.now) {
  const seen = new Map<string, number>();

  function admit(headers: IncomingHttpHeaders, body: Buffer): Verdict {
    const signature = headers['x-slack-signature'];
    const timestamp = headers['x-slack-request-timestamp'];
    const type = headers['content-type'];

    if (signature === undefined && type === form && parse(body.toString()).ssl_check === '1') {
      // Slack looks at the certificate of a command's address without signing; there is nothing in it to act on.
      return { admitted: false, status: 200 };
    }
    if (typeof signature !== 'string' || typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp)) {
      return { admitted: false, status: 401 };
    }
    if (Math.abs(now() / 1000 - Number(timestamp)) > mostSeconds) return { admitted: false, status: 401 };
    if (!isSignedBy(signingSecret, signature, timestamp, body)) return { admitted: false, status: 401 };
    if (!isWellFormed(type, body)) return { admitted: false, status: 400 };
    if (seen.has(signature)) return { admitted: false, status: 409 };
    remember(signature);
    return { admitted: true, signature };
  }

  function remember(signature: string): void {
    const time = now();
    for (const [oldest, at] of seen) {
      if (time - at <= remembered && seen.size < mostRemembered) break;
      seen.delete(oldest);
    }
    seen.set(signature, time);
  }

  return {
    admit,
    /** What we failed to answer may come again, even within the same second and so with the same signature. */
    forget: (signature: string): void => void seen.delete(signature),
    /** How many signatures are remembered. */
    size: (): number => seen.size,
  };
}

function isSignedBy(secret: string, signature: string, timestamp: string, body: Buffer): boolean {
  const hash = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex');
  const ours = Buffer.from(`v0=${hash}`);
  const theirs = Buffer.from(signature);
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}

/** Slack sends JSON objects, bare or in the field `payload` of a form. Bolt 5.1 dies of a payload that is `null`. */
function isWellFormed(type: string | undefined, body: Buffer): boolean {
  if (type === json) return body[0] === 0x7b;
  if (type !== form) return false;
  const { payload } = parse(body.toString());
  return payload === undefined || (typeof payload === 'string' && payload.startsWith('{'));
}
