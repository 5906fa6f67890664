import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign as seal } from 'node:crypto';
import type { Json } from './json';

/** The issuer of everything the real channel sends; every bot checks it. */
const CHANNEL_ISSUER = 'https://api.botframework.com';

export type SigningKey = { kid: string; privateKey: KeyObject; publicKey: KeyObject; endorsements: string[] };

/** A 2048-bit RSA key; its kid is a fingerprint of the public half. */
export function newSigningKey(endorsements: string[]): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const kid = createHash('sha1')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64url');
  return { kid, privateKey, publicKey, endorsements };
}

/** The channel's keys: the one in use, one for another channel, and one nobody endorsed. */
export type ChannelKeys = { teams: SigningKey; otherChannel: SigningKey; unendorsed: SigningKey };

/** A new set. */
export const newChannelKeys = (): ChannelKeys => ({
  teams: newSigningKey(['msteams']),
  otherChannel: newSigningKey(['webchat']),
  unendorsed: newSigningKey([]),
});

/**
 * One set of keys per program: bots keep keys by address for a day, and a test that opens a second
 * tenant on an old port must not meet a bot that still trusts the first one's keys.
 */
let keysOfThisProgram: ChannelKeys | undefined;
let give = newChannelKeys;
export function channelKeys(): ChannelKeys {
  keysOfThisProgram ??= give();
  return keysOfThisProgram;
}

/** From where this program gets its set, when it first needs one: making it takes a second, and a hundred programs may share one. */
export function channelKeysFrom(keep: () => ChannelKeys): void {
  give = keep;
}

/**
 * The document a bot reads first.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication (2026-09)
 */
export const openIdConfiguration = (origin: string): Json => ({
  issuer: CHANNEL_ISSUER,
  authorization_endpoint: 'https://invalid.botframework.com',
  jwks_uri: `${origin}/v1/.well-known/keys`,
  id_token_signing_alg_values_supported: ['RS256'],
  token_endpoint_auth_methods_supported: ['private_key_jwt'],
});

/** The public keys, each with the channels it may speak for. */
export const keySet = (keys: ChannelKeys): Json => ({
  keys: Object.values(keys).map((key) => ({
    ...key.publicKey.export({ format: 'jwk' }),
    use: 'sig',
    kid: key.kid,
    x5t: key.kid,
    endorsements: key.endorsements,
  })),
});

/**
 * What a token of the channel says: who may take it, for which connector, and for how long (an hour).
 * The jti keeps two deliveries of one activity apart, so that only a replay is the same to the byte.
 */
export const channelClaims = (appId: string, serviceUrl: string, now: number): Json => ({
  iss: CHANNEL_ISSUER,
  aud: appId,
  serviceurl: serviceUrl,
  nbf: Math.floor(now / 1000) - 300,
  exp: Math.floor(now / 1000) + 3600,
  jti: randomUUID(),
});

/** A token: header and claims, then the seal that the given function puts over both. */
export function compact(header: Json, claims: Json, sealWith: (signed: string) => string): string {
  const part = (value: Json) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part(header)}.${part(claims)}`;
  return `${signed}.${sealWith(signed)}`;
}

/** The RS256 token over these claims. (No library: jose cannot be loaded by jest before Node 24.9.) */
export const sign = (claims: Json, { kid, privateKey }: SigningKey): string =>
  compact({ alg: 'RS256', typ: 'JWT', kid, x5t: kid }, claims, (signed) =>
    seal('sha256', Buffer.from(signed), privateKey).toString('base64url'),
  );
