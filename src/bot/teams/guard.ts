import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type JwtHeader, verify as verifyToken } from 'jsonwebtoken';
import { z } from 'zod';
import { readBody } from '../http';
import { Activity } from './activity';
import { type ChannelKeys, KeysUnavailable } from './keys';
import type { Trusted } from './service-url';

/** The channel, the same for every bot of the public cloud and for an emulator. */
export const channelIssuer = 'https://api.botframework.com';

/** Five minutes, the "industry-standard clock-skew" of the page named below. */
const clockTolerance = 300;
/** Teams' own messages end near 100 KB; what a form sends is far smaller. */
const mostBytes = 256 * 1024;

/** Somebody whom the channel vouches for, or the status with which everybody else is sent away, without a word. */
export type Admission =
  | { admitted: true; authorization: string; body: Record<string, unknown>; activity: Activity; print: Print }
  | { admitted: false; status: 400 | 401 | 403 | 503 };

/** What a request is recognised by when it comes again byte for byte, and the moment after which its token is dead. */
export interface Print {
  digest: string;
  until: number;
}

interface GuardConfig {
  appId: string;
  tenantId: string;
  trusted: Trusted;
  keys: ChannelKeys;
  now?: () => number;
}

/**
 * Decides who is heard, before the SDK sees anything: its own checks trust parts of a token before the signature is
 * verified, let a token without an end pass, and know no list of hosts. The rules are those of
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication (2026-11), "Authenticate
 * requests from the Bot Connector service to your bot", and on top: RS256 alone, an end, one tenant, known hosts.
 * The body is read only when the header could be of the channel. Throws `BadBody` for one that is too large or breaks off.
 */
export function makeGuard({ appId, tenantId, trusted, keys, now = Date.now }: GuardConfig) {
  const home = tenantId.toLowerCase();

  return async (request: IncomingMessage): Promise<Admission> => {
    const authorization = request.headers.authorization ?? '';
    const token = tokenOf(authorization);
    const claims = token && claimedBy(token);
    if (!token || !claims || claims.iss !== channelIssuer || claims.aud !== appId || expired(claims, now())) {
      return refused(401);
    }

    const bytes = await readBody(request, mostBytes);
    const body = parseBody(bytes);
    if (!body) return refused(400);
    if (claims.serviceurl !== body.serviceUrl) return refused(401);
    if (body.channelId !== 'msteams' || !trusted(claims.serviceurl)) return refused(403);
    if (!onlyFrom(home, body)) return refused(403);

    const verified = await verify(token);
    if (verified !== true) return refused(verified);

    const activity = Activity.safeParse(body);
    if (!activity.success) return refused(400);
    const digest = createHash('sha256').update(token).update('\n').update(bytes).digest('base64');
    const until = (claims.exp + clockTolerance) * 1000;
    return { admitted: true, authorization, body, activity: activity.data, print: { digest, until } };
  };

  /** The signature, by a key that Microsoft endorses for Teams, and once more the claims that were believed so far. */
  async function verify(token: string): Promise<true | 401 | 503> {
    try {
      const key = await keys.find(headerOf(token).kid ?? '');
      if (!key?.endorsements.includes('msteams')) return 401;
      verifyToken(token, key.key, {
        algorithms: ['RS256'],
        issuer: channelIssuer,
        audience: appId,
        clockTolerance,
        clockTimestamp: Math.floor(now() / 1000),
      });
      return true;
    } catch (error) {
      return error instanceof KeysUnavailable ? 503 : 401;
    }
  }
}

const refused = (status: 400 | 401 | 403 | 503): Admission => ({ admitted: false, status });

const tokenOf = (authorization: string): string | undefined =>
  /^Bearer ([\w-]{1,4096}\.[\w-]{1,8192}\.[\w-]{1,4096})$/.exec(authorization)?.[1];

/**
 * A channel token names no tenant (`tid`). One that does would be taken by the SDK for an emulator's, and would leave a trace
 * in its list of issuers for the life of this program.
 */
const Claims = z.object({
  iss: z.string(),
  aud: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
  serviceurl: z.string().min(1).max(2_000),
  tid: z.never().optional(),
});
type Claims = z.infer<typeof Claims>;

function claimedBy(token: string): Claims | undefined {
  try {
    return Claims.safeParse(partOf(token, 1)).data;
  } catch {
    return undefined;
  }
}

const headerOf = (token: string) => partOf(token, 0) as Partial<JwtHeader>;

/** One part of a token, unverified. Throws when it is not JSON. */
const partOf = (token: string, n: number): unknown =>
  JSON.parse(Buffer.from(token.split('.')[n] ?? '', 'base64url').toString('utf8'));

const expired = ({ exp, nbf }: Claims, now: number): boolean =>
  exp + clockTolerance <= now / 1000 || (nbf !== undefined && nbf - clockTolerance > now / 1000);

/** Nothing that Teams sends lies so deep; whoever walks through a body must not run out of stack. */
const deepest = 100;

/**
 * Whether something in this JSON lies deeper than that. Strings are passed over, and nothing is walked into. It is read before anybody was verified, so
 * each sign is looked at once: a string without an end must not be looked for again from every quotation mark in it.
 */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let isSaid = false;
  for (const [sign] of text.matchAll(/\\.|["[\]{}]/gs)) {
    if (sign === '"') isSaid = !isSaid;
    else if (isSaid || sign.length > 1) continue;
    else if (sign === '[' || sign === '{') depth += 1;
    else depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}

function parseBody(bytes: Buffer): Record<string, unknown> | undefined {
  try {
    const text = bytes.toString('utf8');
    if (isTooDeep(text)) return undefined;
    const body: unknown = JSON.parse(text);
    return isObject(body) ? body : undefined;
  } catch {
    return undefined;
  }
}

/** Every place of an activity that names a tenant names ours, and the conversation or the channel names one at all. */
function onlyFrom(home: string, body: Record<string, unknown>): boolean {
  const { conversation, channelData, from, recipient } = body;
  const channelTenant = isObject(channelData) ? channelData.tenant : undefined;
  const ofPlace = [part(conversation, 'tenantId'), part(channelTenant, 'id')].filter(
    (id) => id !== undefined,
  );
  const ofPeople = [part(from, 'tenantId'), part(recipient, 'tenantId')].filter((id) => id !== undefined);
  return (
    ofPlace.length > 0 &&
    [...ofPlace, ...ofPeople].every((id) => typeof id === 'string' && id.toLowerCase() === home)
  );
}

const part = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
