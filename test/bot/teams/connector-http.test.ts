import { createServer, type Server } from 'node:http';
import { makeBearer } from '../../../src/bot/teams/bearer';
import { makeConnectorHttp } from '../../../src/bot/teams/connector-http';
import { trustedAddresses } from '../../../src/bot/teams/service-url';
import { listen } from './stage';

describe('trusted addresses', () => {
  const real = trustedAddresses();
  const emulated = trustedAddresses('http://127.0.0.1:3979');
  test.each([
    ['https://smba.trafficmanager.net/emea/', true],
    ['https://smba.trafficmanager.net', true],
    ['https://SMBA.trafficmanager.net/emea/', true],
    ['https://smba.trafficmanager.net:443/emea/', true],
    ['https://smba.infra.gcc.teams.microsoft.com/teams', true],
    ['https://smba.infra.gov.teams.microsoft.us/teams', true],
    ['https://smba.infra.dod.teams.microsoft.us/teams', true],
    ['http://smba.trafficmanager.net/emea/', false],
    ['https://smba.trafficmanager.net:8443/emea/', false],
    ['https://smba.trafficmanager.net.evil.example/', false],
    ['https://smba-evil.trafficmanager.net/', false],
    ['https://x.smba.trafficmanager.net/', false],
    ['https://smba.trafficmanager.net@evil.example/', false],
    ['https://user:word@smba.trafficmanager.net/', false],
    ['https://smba.trafficmanager.net./', false],
    ['https://api.botframework.com/', false],
    ['http://127.0.0.1:3979/', false],
    ['smba.trafficmanager.net', false],
    ['', false],
  ])('%s: %s', (address, trusted) => {
    expect(real(address)).toBe(trusted);
    expect(emulated(address)).toBe(address === 'http://127.0.0.1:3979/');
  });
  test.each([
    'http://127.0.0.1:3980/',
    'http://localhost:3979/',
    'https://127.0.0.1:3979/',
    'http://127.0.0.1:3979@evil.example/',
  ])('beside an emulator %s is not trusted', (address) => expect(emulated(address)).toBe(false));
});

describe('a call of the connector', () => {
  let server: Server;
  let origin: string;
  let answers: Array<(response: import('node:http').ServerResponse) => void>;
  let bearers: string[];
  beforeEach(async () => {
    answers = [];
    bearers = [];
    server = createServer((request, response) => {
      bearers.push(request.headers.authorization ?? '');
      const answer = answers.shift();
      if (answer) answer(response);
      else response.end('{"id":"1"}');
    });
    origin = await listen(server);
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });

  test.each([
    ['a page with a good status is no answer', '<html></html>', { ok: false, status: 0, code: 'not_json' }],
    ['nothing at all is one', '', { ok: true, status: 200, body: undefined }],
  ])('%s', async (_, text, called) => {
    answers.push((response) => response.end(text));
    const http = makeConnectorHttp(() => true, {
      token: async () => ({ ok: true, value: 'x' }),
      forget() {},
    });
    expect(await http.call('PUT', `${origin}/v3/x`, {})).toEqual(called);
  });

  test('waits no longer than its deadline', async () => {
    answers.push(() => undefined);
    const http = makeConnectorHttp(
      trustedAddresses(origin),
      makeBearer(async () => 't'),
    );
    expect(await http.call('GET', `${origin}/v3`, undefined, 50)).toEqual({
      ok: false,
      status: 0,
      code: 'timeout',
    });
  });

  test('waits no longer for a token either', async () => {
    const http = makeConnectorHttp(
      trustedAddresses(origin),
      makeBearer(() => new Promise(() => undefined)),
    );
    expect(await http.call('GET', `${origin}/v3`, undefined, 50)).toMatchObject({
      ok: false,
      code: 'token_timeout',
    });
    expect(bearers).toEqual([]);
  });

  test('names why there is no token by its code alone', async () => {
    const refused = Object.assign(new Error('app 1111 with password hunter2'), {
      errorCode: 'invalid_client',
    });
    const http = makeConnectorHttp(
      trustedAddresses(origin),
      makeBearer(() => Promise.reject(refused)),
    );
    expect(await http.call('GET', `${origin}/v3`)).toEqual({
      ok: false,
      status: 0,
      code: 'token_invalid_client',
    });
  });

  test('shares one request for a token, and asks for a new one when it was refused', async () => {
    const asked: boolean[] = [];
    const http = makeConnectorHttp(
      trustedAddresses(origin),
      makeBearer(async (afresh) => {
        asked.push(afresh);
        return `t${asked.length}`;
      }),
    );
    await Promise.all([http.call('GET', `${origin}/1`), http.call('GET', `${origin}/2`)]);
    expect(asked).toEqual([false]);
    answers.push((response) => response.writeHead(401).end());
    await http.call('GET', `${origin}/3`);
    await http.call('GET', `${origin}/4`);
    await http.call('GET', `${origin}/5`);
    expect(asked).toEqual([false, false, true, false]);
    expect(bearers.slice(0, 2)).toEqual(['Bearer t1', 'Bearer t1']);
  });

  test.each([
    ['120', 120_000],
    ['0', 0],
    ['99999999', 3_600_000],
    ['soon', undefined],
  ])('Retry-After %s', async (header, after) => {
    answers.push((response) => response.writeHead(429, { 'retry-after': header }).end());
    const http = makeConnectorHttp(
      trustedAddresses(origin),
      makeBearer(async () => 't'),
    );
    const called = await http.call('GET', `${origin}/v3`);
    expect('after' in called ? called.after : undefined).toBe(after);
  });
});
