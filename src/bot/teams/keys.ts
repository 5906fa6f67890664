import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { millisecondsOfDay } from '../../core/time';

/** A key of the channel, and the channels it may speak for. */
export interface ChannelKey {
  key: KeyObject;
  endorsements: string[];
}

/** The channel's public keys by their id. */
export interface ChannelKeys {
  /** The key of this id, or undefined. Throws `KeysUnavailable` while no keys at all could be had. */
  find(kid: string): Promise<ChannelKey | undefined>;
  /** Reads the keys now. Rejects when they cannot be had. */
  refresh(): Promise<void>;
}

/** The issuer's keys could not be read, so nobody can be told from anybody else. */
export class KeysUnavailable extends Error {
  constructor() {
    super('the keys of the channel cannot be read');
    this.name = 'KeysUnavailable';
  }
}

/**
 * Microsoft asks to refresh "at least once every 24 hours".
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication (2026-11)
 */
const oldest = millisecondsOfDay;
/** An unknown key id may be a key rotation or junk: it is looked up at once, but not more often than this. */
const cooldown = 10_000;
/** The same while we hold no keys at all, and can hear nobody. */
const cooldownWithoutKeys = 1_000;
const deadline = 5_000;
const mostBytes = 512 * 1024;

const Configuration = z.object({ jwks_uri: z.url() });
const KeySet = z.object({
  keys: z.array(
    z.object({
      kid: z.string().min(1),
      kty: z.string(),
      n: z.string().optional(),
      e: z.string().optional(),
      endorsements: z.array(z.string()).default([]),
    }),
  ),
});

/**
 * Reads and remembers the keys with which the channel signs.
 * @param configurationUrl the OpenID configuration; the keys must lie on its own origin, and a redirect is refused.
 * @param now milliseconds of a clock that moves by itself; tests move it by hand.
 */
export function makeChannelKeys(configurationUrl: string, now: () => number = Date.now): ChannelKeys {
  let keys = new Map<string, ChannelKey>();
  let readAt = Number.NEGATIVE_INFINITY;
  let triedAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;

  const read = async (): Promise<void> => {
    triedAt = now();
    const { jwks_uri } = Configuration.parse(await getJson(configurationUrl));
    if (new URL(jwks_uri).origin !== new URL(configurationUrl).origin) throw new KeysUnavailable();
    keys = keysOf(await getJson(jwks_uri));
    readAt = now();
  };
  const refresh = (): Promise<void> => {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  };
  /** The old keys go on serving while new ones cannot be had. */
  const tryRefresh = () => refresh().catch(() => undefined);

  return {
    refresh,
    async find(kid) {
      const rested = now() - triedAt >= (keys.size > 0 ? cooldown : cooldownWithoutKeys);
      const missing = !keys.has(kid) || now() - readAt >= oldest;
      if (missing && (rested || reading)) await tryRefresh();
      if (keys.size === 0) throw new KeysUnavailable();
      return keys.get(kid);
    },
  };
}

function keysOf(json: unknown): Map<string, ChannelKey> {
  const keys = new Map<string, ChannelKey>();
  for (const { kid, kty, n, e, endorsements } of KeySet.parse(json).keys) {
    if (kty !== 'RSA' || n === undefined || e === undefined) continue;
    keys.set(kid, { key: createPublicKey({ key: { kty, n, e }, format: 'jwk' }), endorsements });
  }
  return keys;
}

async function getJson(url: string): Promise<unknown> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(deadline) });
  if (!response.ok) throw new KeysUnavailable();
  const text = await response.text();
  if (text.length > mostBytes) throw new KeysUnavailable();
  return JSON.parse(text);
}
