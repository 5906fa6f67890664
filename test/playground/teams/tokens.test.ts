import { createPublicKey, verify } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { FORGERIES, type Forgery } from '../../../playground/teams/forge';
import { APP_ID, answer, type Heard, type Key, type Stage, stage, TENANT_ID } from './bots';

type Claims = Record<string, unknown>;

/** A bot that checks everything and says what is wrong with a call; nothing when it is ours. */
function judge(headers: IncomingHttpHeaders, activity: Heard, keys: Key[], serviceUrl: string): string[] {
  const match = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]*)$/.exec(headers.authorization ?? '');
  if (!match) return ['no token'];
  const [header, claims] = [match[1]!, match[2]!].map((part) => {
    try {
      return JSON.parse(Buffer.from(part, 'base64url').toString()) as Claims;
    } catch {
      return undefined;
    }
  });
  if (!header || !claims) return ['no token'];
  const key = keys.find((k) => k.kid === header.kid);
  const now = Date.now() / 1000;
  const signed = Buffer.from(`${match[1]}.${match[2]}`);
  const tenants = [activity.conversation?.tenantId, activity.channelData?.tenant?.id];
  const checks: [string, boolean][] = [
    ['algorithm', header.alg === 'RS256'],
    ['key', header.alg !== 'RS256' || key !== undefined],
    ['endorsement', !key || key.endorsements.includes('msteams')],
    [
      'signature',
      header.alg !== 'RS256' ||
        !key ||
        verify(
          'sha256',
          signed,
          createPublicKey({ key, format: 'jwk' }),
          Buffer.from(match[3]!, 'base64url'),
        ),
    ],
    ['issuer', claims.iss === 'https://api.botframework.com'],
    ['audience', claims.aud === APP_ID],
    ['expiry', typeof claims.exp === 'number' && claims.exp > now - 300],
    ['start', typeof claims.nbf === 'number' && claims.nbf < now + 300],
    ['service URL', claims.serviceurl !== undefined && claims.serviceurl === activity.serviceUrl],
    ['host', (activity.serviceUrl ?? serviceUrl) === serviceUrl],
    ['channel', activity.channelId === 'msteams'],
    ['tenant', tenants.every((t) => t === TENANT_ID)],
  ];
  return checks.filter(([, fine]) => !fine).map(([name]) => name);
}

const expected: Record<Forgery, string[]> = {
  'no token': ['no token'],
  'not a token': ['no token'],
  expired: ['expiry'],
  'not valid yet': ['start'],
  'without expiry': ['expiry'],
  'for another bot': ['audience'],
  'from another issuer': ['issuer'],
  'for another service URL': ['service URL'],
  'without service URL in the token': ['service URL'],
  'without service URL in the activity': ['service URL'],
  'from another channel': ['channel'],
  unsigned: ['algorithm'],
  'signed with the public key as a secret': ['algorithm'],
  'signed by somebody else': ['signature'],
  'signed with an unknown key': ['key'],
  'signed with a key for another channel': ['endorsement'],
  'signed with a key nobody endorsed': ['endorsement'],
  'from another tenant': ['tenant'],
  'from two tenants at once': ['tenant'],
  'an Entra token of another tenant': ['issuer', 'service URL'],
  'an Entra token of the newer kind': ['issuer', 'service URL'],
  'served over plain http': ['host'],
  'served from a look-alike host': ['host'],
  'served from a registrable sister host': ['host'],
  'served from anywhere': ['host'],
  'served from another port of this machine': ['host'],
};

describe('the tokens of the channel', () => {
  let on: Stage;
  let keys: Key[];
  const heard: { wrong: string[]; id: string; bearer: string }[] = [];
  beforeAll(async () => {
    on = await stage();
    const configuration = (await on.call('GET', '/v1/.well-known/openidconfiguration')).body;
    expect(configuration.issuer).toBe('https://api.botframework.com');
    keys = (await on.call('GET', new URL(configuration.jwks_uri).pathname)).body.keys;
    on.bot((activity, res, req) => {
      const wrong = judge(req.headers, activity, keys, on.teams.serviceUrl);
      heard.push({ wrong, id: activity.id, bearer: req.headers.authorization ?? '' });
      answer(res, wrong.length === 0 ? 200 : 401);
    });
  });
  beforeEach(() => heard.splice(0));
  afterAll(() => on.close());

  test('the keys are public halves only, and one may speak for Teams', () => {
    expect(keys.filter((k) => k.endorsements.includes('msteams'))).toHaveLength(1);
    expect(keys.every((k) => k.kid && k.n && k.e && k.d === undefined)).toBe(true);
  });

  test('what a person does arrives under a token with nothing wrong', async () => {
    const ada = on.teams.person('Ada Lin');
    expect(await on.teams.say(ada, on.teams.chat(ada), 'hello')).toMatchObject({ status: 200 });
    expect(heard.map((h) => h.wrong)).toEqual([[]]);
  });

  test.each(FORGERIES)('%s', async (kind) => {
    const came = await on.teams.post(on.teams.forge(kind));
    expect(came).toMatchObject({ came: 'answer', status: 401 });
    expect(heard.map((h) => h.wrong)).toEqual([expected[kind]]);
  });

  test('a redelivery is the same activity under a new token, a replay the same bytes', async () => {
    const ada = on.teams.person('Ada Lin');
    await on.teams.say(ada, on.teams.chat(ada), 'once');
    const entry = on.teams.ledger.last('message');
    await on.teams.redeliver(entry);
    await on.teams.replay(entry);
    await on.teams.redeliver(entry, 'f:another-id');
    const [first, redelivered, replayed, renamed] = heard;
    expect(redelivered?.id).toBe(first?.id);
    expect(redelivered?.bearer).not.toBe(first?.bearer);
    expect(replayed).toEqual(first);
    expect(renamed?.id).toBe('f:another-id');
  });

  test('the ledger holds no token', async () => {
    const ada = on.teams.person('Ada Lin');
    await on.teams.say(ada, on.teams.chat(ada), 'hello');
    await on.call('GET', '/v3/conversations/none/members', undefined, {
      authorization: 'Bearer very-secret-word',
    });
    const ledger = JSON.stringify(on.teams.ledger.entries);
    expect(ledger).not.toContain(heard.at(-1)?.bearer.split('.')[2]);
    expect(ledger).not.toContain('very-secret-word');
  });
});
