import type { Bearer } from './bearer';
import type { Trusted } from './service-url';

/** The answer to one call of the Bot Connector, or what went wrong: a status (0: none came) and a code, never text. */
export type Called =
  | { ok: true; status: number; body: unknown }
  | { ok: false; status: number; code: string; after?: number };

export interface ConnectorHttp {
  /**
   * One call, one attempt: a create that was perhaps accepted is the courier's to repeat, not ours.
   * @param deadline milliseconds for everything, the token included.
   */
  call(method: 'GET' | 'POST' | 'PUT', url: string, body?: unknown, deadline?: number): Promise<Called>;
}

const patience = 10_000;

/**
 * The only way out to Teams. The token leaves for trusted addresses alone, also when the address comes from our own database,
 * and a redirect is not followed.
 */
export function makeConnectorHttp(trusted: Trusted, bearer: Bearer): ConnectorHttp {
  return {
    async call(method, url, body, deadline = patience) {
      if (!trusted(url)) return { ok: false, status: 0, code: 'untrusted_address' };
      const signal = AbortSignal.timeout(deadline);

      const token = await bearer.token(signal);
      if (!token.ok) return { ok: false, status: 0, code: token.code };
      try {
        const response = await fetch(url, {
          method,
          redirect: 'manual',
          signal,
          headers: {
            authorization: `Bearer ${token.value}`,
            accept: 'application/json',
            ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        const text = await response.text();
        const answer = parse(text);
        // A page with a good status is somebody's in between: Teams itself answers in JSON or with nothing.
        if (response.ok && answer === undefined && text.trim() !== '')
          return { ok: false, status: 0, code: 'not_json' };
        if (response.ok) return { ok: true, status: response.status, body: answer };
        if (response.status === 401) bearer.forget();
        const after = retryAfter(response.headers.get('retry-after'));
        return {
          ok: false,
          status: response.status,
          code: codeOf(answer) ?? `http_${response.status}`,
          ...(after === undefined ? {} : { after }),
        };
      } catch (error) {
        return { ok: false, status: 0, code: signal.aborted ? 'timeout' : networkCode(error) };
      }
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The error word of the Connector, `{ error: { code } }`, when it is a word. */
function codeOf(answer: unknown): string | undefined {
  const code = (answer as { error?: { code?: unknown } } | undefined)?.error?.code;
  return typeof code === 'string' && /^[\w.-]{1,64}$/.test(code) ? code : undefined;
}

function networkCode(error: unknown): string {
  const code = (error as { cause?: { code?: unknown } } | undefined)?.cause?.code;
  return typeof code === 'string' && /^[A-Z_]{1,40}$/.test(code) ? code : 'network';
}

/** Milliseconds from a Retry-After header, seconds or a date; at most an hour. */
function retryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), 3_600_000) : undefined;
}
