import { createSign } from 'node:crypto';
import type { Server } from 'node:http';
import { ToBotFromBotOrEmulatorTokenValidationParameters as sdkParameters } from 'botframework-connector';
import { FORGERIES } from '../../../playground/teams/forge';
import { channelClaims, channelKeys, compact, newSigningKey, sign } from '../../../playground/teams/tokens';
import { makeServer, type Route, sendStatus } from '../../../src/bot/http';
import { makeGuard } from '../../../src/bot/teams/guard';
import { makeChannelKeys } from '../../../src/bot/teams/keys';
import { trustedAddresses } from '../../../src/bot/teams/service-url';
import { appId, listen, type Stage, stage, tenantId } from './stage';

/** Who is heard and who is not: reference is Microsoft's list of checks, and what its own SDK leaves out of it. */
describe('the guard before Teams', () => {
  let on: Stage;
  /** The guard without the SDK behind it, which would catch part of what the guard lets pass. */
  let alone: Server;
  let aloneUrl: string;
  beforeAll(async () => {
    on = await stage();
    const guard = makeGuard({
      appId,
      tenantId,
      trusted: trustedAddresses(on.tenantUrl),
      keys: makeChannelKeys(`${on.tenantUrl}/v1/.well-known/openidconfiguration`),
    });
    const route: Route = async (request, response) => {
      const admission = await guard(request);
      sendStatus(response, admission.admitted ? 200 : admission.status);
    };
    alone = makeServer({ 'POST /api/messages': route }, () => undefined);
    aloneUrl = `${await listen(alone)}/api/messages`;
  });
  afterAll(async () => {
    alone.closeAllConnections();
    await new Promise((done) => alone.close(done));
    await on.close();
  });

  const message = (over: Record<string, unknown> = {}) => {
    const ada = on.tenant.person('Ada Lin');
    return {
      type: 'message',
      id: `m${Math.random()}`,
      channelId: 'msteams',
      serviceUrl: on.tenant.serviceUrl,
      from: { id: ada.id, aadObjectId: ada.aadObjectId },
      recipient: { id: `28:${appId}` },
      conversation: { id: on.tenant.chat(ada).id, conversationType: 'personal', tenantId },
      channelData: { tenant: { id: tenantId } },
      text: 'help',
      ...over,
    };
  };
  const claims = (over: Record<string, unknown> = {}) => ({
    ...channelClaims(appId, on.tenant.serviceUrl, Date.now()),
    ...over,
  });
  const bearer = (over: Record<string, unknown> = {}, key = channelKeys().teams) =>
    `Bearer ${sign(claims(over), key)}`;
  const post = (body: unknown, authorization?: string) => postTo(on.botUrl, body, authorization);
  const postTo = async (url: string, body: unknown, authorization?: string) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: response.status, text: await response.text() };
  };
  const heardAfter = async (act: () => Promise<{ status: number; text: string }>) => {
    const before = on.asked.length;
    const answer = await act();
    return { ...answer, heard: on.asked.length - before };
  };

  test('hears an honest message', async () => {
    expect(await heardAfter(() => post(message(), bearer()))).toEqual({ status: 200, text: '', heard: 1 });
    expect(await postTo(aloneUrl, message(), bearer())).toEqual({ status: 200, text: '' });
  });

  test.each(FORGERIES)('refuses a message that is %s', async (forgery) => {
    const sent = on.tenant.forge(forgery);
    const answer = await heardAfter(() => post(sent.body, sent.headers.authorization));
    expect({ ...answer, status: [401, 403].includes(answer.status) ? 'refused' : answer.status }).toEqual({
      status: 'refused',
      text: '',
      heard: 0,
    });
    const { status } = await postTo(aloneUrl, sent.body, sent.headers.authorization);
    expect([401, 403]).toContain(status);
  });

  const rs384 = () => {
    const { kid, privateKey } = channelKeys().teams;
    const token = compact({ alg: 'RS384', typ: 'JWT', kid }, claims(), (signed) =>
      createSign('sha384').update(signed).sign(privateKey, 'base64url'),
    );
    return `Bearer ${token}`;
  };
  const hour = 3600;
  const now = () => Math.floor(Date.now() / 1000);
  test.each<[string, () => [body: unknown, authorization?: string], number]>([
    ['an empty object without a token', () => [{}], 401],
    ['an empty object with a good token', () => [{}, bearer()], 401],
    ['an empty bearer', () => [message(), 'Bearer '], 401],
    ['a small-letter scheme', () => [message(), bearer().replace('Bearer', 'bearer')], 401],
    ['a second token behind the first', () => [message(), `${bearer()} x`], 401],
    ['a list in place of an activity', () => [[message()], bearer()], 400],
    ['half a body', () => ['{"type":"message"', bearer()], 400],
    ['a body that is only brackets', () => ['['.repeat(100_000), bearer()], 400],
    [
      'an unsigned token before a string of quotation marks that never ends',
      () => [`"${'\\"'.repeat(125_000)}`, bearer().replace(/[^.]+$/, 'x')],
      400,
    ],
    ['a token that ended six minutes ago', () => [message(), bearer({ exp: now() - 360 })], 401],
    ['a token that begins in six minutes', () => [message(), bearer({ nbf: now() + 360 })], 401],
    ['an end that is no number', () => [message(), bearer({ exp: `${now() + hour}` })], 401],
    ['a list of audiences', () => [message(), bearer({ aud: [appId, 'other'] })], 401],
    ['a well-signed token that names a tenant', () => [message(), bearer({ tid: tenantId })], 401],
    ['a good signature of another kind', () => [message(), rs384()], 401],
    ['a key without an id', () => [message(), bearer({}, { ...channelKeys().teams, kid: '' })], 401],
    [
      'no tenant at all',
      () => [
        message({ conversation: { id: 'a:1', conversationType: 'personal' }, channelData: {} }),
        bearer(),
      ],
      403,
    ],
    [
      'a sender of another tenant',
      () => [message({ from: { id: '29:x', aadObjectId: appId, tenantId: appId } }), bearer()],
      403,
    ],
    [
      'a tenant that is no text',
      () => [message({ channelData: { tenant: { id: [tenantId] } } }), bearer()],
      403,
    ],
    ['an activity without a sender', () => [message({ from: undefined }), bearer()], 400],
  ])('refuses %s', async (_what, forged, status) => {
    expect(await heardAfter(() => post(...forged()))).toEqual({ status, text: '', heard: 0 });
    expect(await postTo(aloneUrl, ...forged())).toEqual({ status, text: '' });
  });

  test('refuses what is too large, read or announced, and goes on living', async () => {
    const big = JSON.stringify(message({ text: 'x'.repeat(300_000) }));
    expect(await heardAfter(() => post(big, bearer()))).toEqual({ status: 413, text: '', heard: 0 });
    expect(await heardAfter(() => post(message(), bearer()))).toMatchObject({ status: 200, heard: 1 });
  });

  test('refuses what lies in itself too deep, however it is dressed, and not what only says so', async () => {
    const nested = (times: number) =>
      JSON.stringify(message({ value: 0 })).replace(
        '"value":0',
        `"value":${'['.repeat(times)}${']'.repeat(times)}`,
      );
    for (const times of [101, 5_000])
      expect(await heardAfter(() => post(nested(times), bearer()))).toEqual({
        status: 400,
        text: '',
        heard: 0,
      });
    const deep = `say "${'['.repeat(500)}\\" ${'{'.repeat(500)}`;
    expect(await heardAfter(() => post(message({ text: deep }), bearer()))).toMatchObject({
      status: 200,
      heard: 1,
    });
  });

  test('lets five minutes of clock difference pass', async () => {
    expect(await post(message(), bearer({ exp: now() - 240 }))).toMatchObject({ status: 200 });
    expect(await post(message(), bearer({ nbf: now() + 240 }))).toMatchObject({ status: 200 });
  });

  test('refuses the same bytes a second time, and passes the same activity under a new token on by the same name', async () => {
    const ada = on.tenant.person('Ada Lin');
    await on.tenant.say(ada, on.tenant.chat(ada), 'once');
    const entry = on.tenant.ledger.entries.filter(({ kind }) => kind === 'message').at(-1)!;
    const first = on.asked.at(-1);
    expect(await on.tenant.replay(entry)).toMatchObject({ status: 409, text: '' });
    expect(on.asked.at(-1)).toBe(first);

    const renewed = { ...JSON.parse(JSON.stringify(entry.body)) };
    expect(await post(renewed, bearer({ nbf: now() - 17 }))).toMatchObject({ status: 200 });
    expect(on.asked.at(-1)).not.toBe(first);
    expect(on.asked.at(-1)?.identity).toBe(first?.identity);
  });

  test('leaves no trace of junk in the SDK', async () => {
    const before = sdkParameters.issuer?.length;
    for (let n = 0; n < 50; n += 1) {
      const junk = { iss: 'https://sts.windows.net/x/', tid: `${n}`, ver: '1.0', appid: appId };
      await post(message(), bearer(junk, newJunkKey));
      await post(message(), bearer({ tid: `${n}` }));
    }
    expect(sdkParameters.issuer?.length).toBe(before);
  });
  const newJunkKey = newSigningKey(['msteams']);
});
