import { createHmac, randomUUID } from 'node:crypto';
import { messageActivity } from './activities';
import type { Sent } from './dispatch';
import type { Json } from './json';
import { guidFrom, type Person } from './people';
import { channelClaims, channelKeys, compact, newSigningKey, type SigningKey, sign } from './tokens';
import { chatOf, type World } from './world';

type Draft = { claims: Json; activity: Json; key: SigningKey; token?: (draft: Draft) => string };
type Twist = (draft: Draft, world: World) => Partial<Draft>;

const otherTenant = guidFrom('another tenant');
const without = (object: Json, key: string): Json =>
  Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));

/** A token made by hand, for what no honest library signs. */
const byHand =
  (header: Json, seal: (signed: string) => string) =>
  ({ claims }: Draft) =>
    compact(header, claims, seal);

/** The same wrong service URL in the token and in the activity, so that only its host can betray it. */
const servedFrom = (serviceUrl: string): Twist => {
  return ({ claims, activity }) => ({
    claims: { ...claims, serviceurl: serviceUrl },
    activity: { ...activity, serviceUrl },
  });
};

/** The ways in which a call to the bot can be not from our Teams, or not for us. Each breaks one thing. */
const twists = {
  'no token': () => ({ token: () => '' }),
  'not a token': () => ({ token: () => 'abc.def.ghi' }),
  expired: ({ claims }) => {
    const exp = Number(claims.nbf) - 3600;
    return { claims: { ...claims, nbf: exp - 3600, exp } };
  },
  'not valid yet': ({ claims }) => ({ claims: { ...claims, nbf: Number(claims.exp) - 60 } }),
  'without expiry': ({ claims }) => ({ claims: without(claims, 'exp') }),
  'for another bot': ({ claims }) => ({ claims: { ...claims, aud: guidFrom('another bot') } }),
  'from another issuer': ({ claims }) => ({ claims: { ...claims, iss: 'https://api.botframework.example' } }),
  'for another service URL': ({ claims }) => ({
    claims: { ...claims, serviceurl: 'https://smba.trafficmanager.net/emea/' },
  }),
  'without service URL in the token': ({ claims }) => ({ claims: without(claims, 'serviceurl') }),
  'without service URL in the activity': ({ activity }) => ({ activity: without(activity, 'serviceUrl') }),
  'from another channel': ({ activity }) => ({ activity: { ...activity, channelId: 'webchat' } }),
  unsigned: () => ({ token: byHand({ alg: 'none', typ: 'JWT' }, () => '') }),
  'signed with the public key as a secret': ({ key }) => ({
    token: byHand({ alg: 'HS256', typ: 'JWT', kid: key.kid }, (signed) =>
      createHmac('sha256', key.publicKey.export({ type: 'spki', format: 'pem' }))
        .update(signed)
        .digest('base64url'),
    ),
  }),
  'signed by somebody else': ({ key }) => ({ key: { ...newSigningKey(['msteams']), kid: key.kid } }),
  'signed with an unknown key': () => ({ key: newSigningKey(['msteams']) }),
  'signed with a key for another channel': () => ({ key: channelKeys().otherChannel }),
  'signed with a key nobody endorsed': () => ({ key: channelKeys().unendorsed }),
  'from another tenant': ({ activity }) => ({
    activity: {
      ...activity,
      conversation: { ...(activity.conversation as Json), tenantId: otherTenant },
      channelData: { tenant: { id: otherTenant } },
    },
  }),
  'from two tenants at once': ({ activity }) => ({
    activity: { ...activity, channelData: { tenant: { id: otherTenant } } },
  }),
  'an Entra token of another tenant': ({ claims }, world) => ({
    claims: {
      ...without(claims, 'serviceurl'),
      iss: `https://sts.windows.net/${otherTenant}/`,
      tid: otherTenant,
      appid: world.appId,
      ver: '1.0',
    },
  }),
  'an Entra token of the newer kind': ({ claims }, world) => ({
    claims: {
      ...without(claims, 'serviceurl'),
      iss: `https://login.microsoftonline.com/${otherTenant}/v2.0`,
      tid: otherTenant,
      azp: world.appId,
      ver: '2.0',
    },
  }),
  'served over plain http': servedFrom('http://smba.trafficmanager.net/emea/'),
  'served from a look-alike host': servedFrom('https://smba.trafficmanager.net.attacker.example/emea/'),
  'served from a registrable sister host': servedFrom('https://smba-emea.trafficmanager.net/emea/'),
  'served from anywhere': servedFrom('https://attacker.example/'),
  'served from another port of this machine': servedFrom('http://127.0.0.1:9/'),
} as const satisfies Record<string, Twist>;

export type Forgery = keyof typeof twists;
export const FORGERIES = Object.keys(twists) as Forgery[];

/** A fresh message of this person, true in everything but one; ready for `post`. */
export function forge(world: World, kind: Forgery, person: Person, text: string): Sent {
  const conversation = chatOf(world, person);
  const draft: Draft = {
    claims: channelClaims(world.appId, world.serviceUrl, world.tokenNow()),
    activity: messageActivity(world, person, { conversation }, { id: randomUUID(), text }),
    key: channelKeys().teams,
  };
  const twist: Twist = twists[kind];
  const forged: Draft = { ...draft, ...twist(draft, world) };
  const token = forged.token?.(forged) ?? sign(forged.claims, forged.key);
  return {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify(forged.activity),
  };
}
