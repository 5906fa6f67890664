import { request } from 'node:http';
import { makeGuard } from '../../../src/bot/slack/guard';
import {
  type Bot,
  command,
  event,
  home,
  interaction,
  post,
  secret,
  send,
  signature,
  startBot,
  startWebApi,
  type WebApi,
} from './fake-slack';

let webApi: WebApi;
let bot: Bot;
beforeAll(async () => {
  webApi = await startWebApi();
  bot = await startBot(webApi);
});
afterAll(async () => {
  await bot.stop();
  await webApi.stop();
});

const form = 'application/x-www-form-urlencoded';
const now = () => Math.floor(Date.now() / 1000);
const signed = (body: string, timestamp: number, type = form) => ({
  'content-type': type,
  'x-slack-request-timestamp': String(timestamp),
  'x-slack-signature': signature(body, timestamp),
});

describe('what is refused, and changes nothing', () => {
  const body = () => command('list', { response_url: webApi.responseUrl });

  test.each<[string, number, () => [string, Record<string, string>]]>([
    ['nothing but {}', 401, () => ['{}', { 'content-type': 'application/json' }]],
    ['an unsigned command', 401, () => [body(), { 'content-type': form }]],
    [
      'an unsigned event',
      401,
      () => [
        event({ type: 'message', channel_type: 'im', text: 'list' }),
        { 'content-type': 'application/json' },
      ],
    ],
    ['a body that was changed after signing', 401, () => [`${body()}&text=queue`, signed(body(), now())]],
    [
      'a signature made with another secret',
      401,
      () => {
        const text = body();
        return [text, { ...signed(text, now()), 'x-slack-signature': signature(text, now(), 'another') }];
      },
    ],
    [
      'a signature of another version',
      401,
      () => {
        const text = body();
        return [
          text,
          { ...signed(text, now()), 'x-slack-signature': signature(text, now()).replace('v0', 'v1') },
        ];
      },
    ],
    [
      'a signature without a time',
      401,
      () => {
        const text = body();
        const { 'x-slack-request-timestamp': _, ...rest } = signed(text, now());
        return [text, rest];
      },
    ],
    [
      'a time that is no number',
      401,
      () => {
        const text = body();
        return [text, { ...signed(text, now()), 'x-slack-request-timestamp': `${now()}.0` }];
      },
    ],
    [
      'a request of six minutes ago',
      401,
      () => {
        const text = body();
        return [text, signed(text, now() - 360)];
      },
    ],
    [
      'a request dated six minutes ahead',
      401,
      () => {
        const text = body();
        return [text, signed(text, now() + 360)];
      },
    ],
    [
      'a signed body of no known type',
      400,
      () => {
        const text = body();
        return [text, signed(text, now(), 'text/plain')];
      },
    ],
    [
      'a signed form with a charset, as Bolt would not read it',
      400,
      () => {
        const text = body();
        return [text, signed(text, now(), `${form}; charset=utf-8`)];
      },
    ],
    ['signed JSON that is no object', 400, () => ['null', signed('null', now(), 'application/json')]],
    [
      'signed JSON that is broken',
      400,
      () => ['{"text": queue', signed('{"text": queue', now(), 'application/json')],
    ],
    ['a signed payload that is null', 400, () => ['payload=null', signed('payload=null', now())]],
    [
      'a signed payload that is given twice',
      400,
      () => {
        const text = 'payload=%7B%7D&payload=%7B%7D';
        return [text, signed(text, now())];
      },
    ],
    [
      'a signed event of nothing',
      400,
      () => {
        const text = '{"type":"event_callback","event":null}';
        return [text, signed(text, now(), 'application/json')];
      },
    ],
    [
      'a signed press by nobody',
      400,
      () => {
        const text = interaction({ type: 'block_actions', actions: [] });
        return [text, signed(text, now())];
      },
    ],
  ])('%s: %i', async (_, status, make) => {
    const before = bot.heard.length;
    const [text, headers] = make();
    const sent = await post(bot.url, text, headers);
    expect(sent).toEqual({ status, body: undefined });
    expect(bot.heard).toHaveLength(before);
  });

  test.each([
    ['announced', { 'content-length': '300000' }],
    ['not announced', {}],
  ])('a body of 300 KB whose length is %s: 413', async (_, length) => {
    const status = await new Promise<number>((resolve, reject) => {
      const call = request(
        bot.url,
        { method: 'POST', headers: { 'content-type': form, ...length } },
        (response) => {
          call.off('error', reject).on('error', () => {});
          response.resume();
          resolve(response.statusCode as number);
        },
      );
      call.on('error', reject);
      call.write('x'.repeat(270_000));
    });
    expect(status).toBe(413);
  });

  test('after all of it the next command is answered', async () => {
    const sent = await send(bot.url, body());
    expect(sent).toMatchObject({ status: 200, body: { response_type: 'ephemeral' } });
    expect(bot.errors).toEqual([]);
  });

  test('neither a token nor words of a person are in the log', () => {
    expect(bot.logged.join('')).not.toMatch(/queue|xoxb|signing-secret/);
  });
});

describe('the same request again', () => {
  test('is refused, and is heard once', async () => {
    const text = command('mine', { response_url: webApi.responseUrl });
    const headers = signed(text, now());
    const before = bot.heard.length;
    expect((await post(bot.url, text, headers)).status).toBe(200);
    expect(await post(bot.url, text, headers)).toEqual({ status: 409, body: undefined });
    expect(bot.heard).toHaveLength(before + 1);
  });

  test('is let in when we failed the first time', async () => {
    const text = command('mine', { response_url: webApi.responseUrl });
    const headers = signed(text, now());
    bot.replies(() => {
      throw new Error('out of order');
    });
    expect((await post(bot.url, text, headers)).status).toBe(500);
    bot.replies(() => ({ card: { title: 'Yours', blocks: [], place: 'here', locale: 'en' } }));
    expect((await post(bot.url, text, headers)).status).toBe(200);
  });

  test('that is dated ahead is remembered until its date refuses it', () => {
    let time = Date.now();
    const guard = makeGuard(secret, () => time);
    const ahead = Math.floor(time / 1000) + 299;
    const headers = signed('a=b', ahead);
    expect(guard.admit(headers, Buffer.from('a=b'))).toMatchObject({ admitted: true });
    for (const seconds of [1, 298, 300, 598]) {
      expect(guard.admit(headers, Buffer.from('a=b'))).toMatchObject({ admitted: false });
      time += seconds * 1000;
      // Whatever else comes, and makes room for itself.
      const other = Buffer.from(`time=${time}`);
      guard.admit(signed(other.toString(), Math.floor(time / 1000)), other);
    }
  });

  test('is remembered for ten minutes, and rubbish takes no room', () => {
    let time = Date.now();
    const guard = makeGuard(secret, () => time);
    const admit = (text: string, key = secret) => {
      const timestamp = Math.floor(time / 1000);
      const headers = { ...signed(text, timestamp), 'x-slack-signature': signature(text, timestamp, key) };
      return guard.admit(headers, Buffer.from(text));
    };
    for (let i = 0; i < 500; i += 1) admit(`a=${i}`, 'another');
    expect(guard.size()).toBe(0);
    for (let i = 0; i < 500; i += 1) admit(`a=${i}`);
    expect(guard.size()).toBe(500);
    time += 601_000;
    admit('a=b');
    expect(guard.size()).toBe(1);
  });
});

describe("Slack's own checks", () => {
  test('the certificate is looked at without a signature', async () => {
    const sent = await post(bot.url, 'ssl_check=1&token=x&command=%2Fbenefits', { 'content-type': form });
    expect(sent).toEqual({ status: 200, body: undefined });
  });

  test('the address is verified by its challenge', async () => {
    const sent = await send(bot.url, JSON.stringify({ type: 'url_verification', challenge: 'abc' }), 'json');
    expect(sent).toEqual({ status: 200, body: { challenge: 'abc' } });
  });
});

test('a home that is not listed lets nobody in', async () => {
  const closed = await startBot(webApi, { teamIds: [] });
  await send(closed.url, command('list', { team_id: home, response_url: webApi.responseUrl }));
  expect(closed.heard.map(({ from }) => from.profile)).toEqual([{ standing: 'stranger', locale: 'en' }]);
  await closed.stop();
});
