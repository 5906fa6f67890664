import { SlackRejected } from '../../../src/bot/slack/workspaces';
import { command, send, startBot, startWebApi, token, until, type WebApi } from './fake-slack';

let webApi: WebApi;
beforeEach(async () => {
  webApi = await startWebApi();
});
afterEach(() => webApi.stop());

test('Slack knows us', async () => {
  const bot = await startBot(webApi);
  await bot.slack.start();
  expect(webApi.calls).toEqual([{ method: 'auth.test', args: {} }]);
  expect(bot.logged.join('')).not.toContain('slack-team-not-listed');
  await bot.stop();
});

test('who knows us has told us our own id: a command that calls us names nobody', async () => {
  const bot = await startBot(webApi);
  await bot.slack.start();
  await send(
    bot.url,
    command('<@UBOT|benefits> assign Visio to <@U2|bob>', { response_url: webApi.responseUrl }),
  );
  expect(bot.heard).toMatchObject([{ input: { text: 'assign Visio to <@slack:U2>' } }]);
  await bot.stop();
});

test('a token of a workspace that is not home is named in the log', async () => {
  const bot = await startBot(webApi, { teamIds: ['T9'] });
  await bot.slack.start();
  expect(bot.logged.map((line) => JSON.parse(line))).toContainEqual(
    expect.objectContaining({ msg: 'slack-team-not-listed', team: 'T0HOME' }),
  );
  await bot.stop();
});

test.each(['invalid_auth', 'token_revoked', 'account_inactive'])(
  'a token that is no good (%s) stops the start',
  async (error) => {
    webApi.answers['auth.test'] = () => ({ ok: false, error });
    const bot = await startBot(webApi);
    const failure = await bot.slack.start().catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(SlackRejected);
    expect(failure).toMatchObject({ code: error, message: expect.not.stringContaining(token) });
    await bot.stop();
  },
);

test('while Slack is away the bot starts, answers, and asks again', async () => {
  webApi.answers['auth.test'] = () => 'break';
  const bot = await startBot(webApi);
  await bot.slack.start();
  expect(bot.logged.map((line) => JSON.parse(line))).toMatchObject([
    { said: 'http request failed' },
    { code: 'network' },
  ]);
  expect(await send(bot.url, command('list', { response_url: webApi.responseUrl }))).toMatchObject({
    status: 200,
  });

  delete webApi.answers['auth.test'];
  await until(() => bot.logged.some((line) => line.includes('slack-knows-us')));
  expect(webApi.of('auth.test')).toHaveLength(2);
  await bot.stop();
});
