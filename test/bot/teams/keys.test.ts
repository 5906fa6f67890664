import { createServer, type Server } from 'node:http';
import { newSigningKey, type SigningKey } from '../../../playground/teams/tokens';
import { KeysUnavailable, makeChannelKeys } from '../../../src/bot/teams/keys';
import { listen } from './stage';

const day = 24 * 60 * 60 * 1000;

/** The issuer changes its keys when it likes, and strangers invent ids of keys as they like. */
describe('the keys of the channel', () => {
  let server: Server;
  let origin: string;
  let keys: SigningKey[];
  let asked: string[];
  let answer: 'right' | 'down' | 'elsewhere' | 'redirect';
  let time: number;

  beforeEach(async () => {
    keys = [newSigningKey(['msteams'])];
    asked = [];
    answer = 'right';
    time = 0;
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      if (answer === 'down') return response.writeHead(503).end();
      if (answer === 'redirect' && request.url === '/config') {
        return response.writeHead(302, { location: `${origin}/moved` }).end();
      }
      const jwks_uri = `${answer === 'elsewhere' ? origin.replace('127.0.0.1', 'localhost') : origin}/keys`;
      const jwks = keys.map(({ kid, publicKey, endorsements }) => ({
        ...publicKey.export({ format: 'jwk' }),
        kid,
        endorsements,
      }));
      response.end(JSON.stringify(request.url === '/keys' ? { keys: jwks } : { jwks_uri }));
    });
    origin = await listen(server);
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  const make = () => makeChannelKeys(`${origin}/config`, () => time);
  const kid = (n = 0) => keys[n]!.kid;

  test('are read once for many callers, and again after a day', async () => {
    const channel = make();
    const found = await Promise.all(Array.from({ length: 20 }, () => channel.find(kid())));
    expect(found.every((key) => key?.endorsements.includes('msteams'))).toBe(true);
    expect(asked).toEqual(['/config', '/keys']);
    time += day;
    await channel.find(kid());
    expect(asked).toHaveLength(4);
  });

  test('a new key is found at once', async () => {
    const channel = make();
    await channel.find(kid());
    keys = [newSigningKey(['msteams'])];
    time += 10_000;
    expect(await channel.find(kid())).toBeDefined();
  });

  test('invented ids make us ask once in ten seconds, however many there are', async () => {
    const channel = make();
    await channel.find(kid());
    for (let n = 0; n < 1_000; n += 1) {
      time += 10;
      expect(await channel.find(`junk ${n}`)).toBeUndefined();
    }
    expect(asked).toHaveLength(4);
  });

  test('known keys go on serving while the issuer is down', async () => {
    const channel = make();
    await channel.find(kid());
    answer = 'down';
    time += day;
    expect(await channel.find(kid())).toBeDefined();
  });

  test('an issuer that was down at first is asked again after a second', async () => {
    answer = 'down';
    const channel = make();
    await expect(channel.find(kid())).rejects.toThrow(KeysUnavailable);
    answer = 'right';
    await expect(channel.find(kid())).rejects.toThrow(KeysUnavailable);
    time += 1_000;
    expect(await channel.find(kid())).toBeDefined();
  });

  test.each(['down', 'elsewhere', 'redirect'] as const)('an issuer that is %s gives no keys', async (how) => {
    answer = how;
    await expect(make().find(kid())).rejects.toThrow(KeysUnavailable);
  });
});
