import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSlack, type Slack } from '../../playground/slack';
import { type Cloud, createCloud, tokenLives } from '../../playground/slack/cloud';
import { readConfig } from '../../src/config';
import { makeLog } from '../../src/log';
import { type Bot, startBot } from '../../src/main';
import { wrappingKey } from '../support/company';
import { type TestDatabase, testDatabase } from '../support/database';
import { freePort } from '../support/free-port';
import { patience } from '../support/patience';
import { ada, dana, eve, type Figure } from '../support/people';
import { query } from '../support/query';
import { importSample } from '../support/sample';
import { onSlack } from '../support/somebody';
import { until } from '../support/until';

const secret = 'story-signing-secret';
const [contoso, fabrikam, stranger] = ['T0HOME', 'T0FABRIKAM', 'T0STRANGER'];
/** The same three people, in a second workspace under other ids. */
const inFabrikam = (one: Figure): Figure => ({
  ...one,
  slackId: one.slackId.replace('U0', 'U9'),
  email: one.email.replace('contoso', 'fabrikam'),
  name: `${one.name} Fab`,
});

describe('several workspaces, each with its own token', () => {
  let database: TestDatabase;
  let fakes: Server;
  let cloud: Cloud;
  let bots: Bot[];
  let log: string[];
  let offset = 0;
  const now = () => Date.now() + offset;
  /** A minute passes, and the bots know it: they ask for the time over and over, each at its own pace. */
  const nextMinute = async () => {
    offset += 61_000;
    for (let asked = 0; asked < 8; asked++) await once(fakes, 'request');
  };
  const exchanges = () => cloud.asked.filter(({ grant_type }) => grant_type !== 'refresh_token').length;

  beforeAll(async () => {
    database = await testDatabase();
    log = [];
    fakes = createServer((request, response) => {
      if (request.url === '/clock') return void response.end(String(offset));
      void cloud.handle(request, response).then((own) => own || response.writeHead(404).end());
    });
    fakes.listen(0, '127.0.0.1');
    await once(fakes, 'listening');
    const baseUrl = `http://127.0.0.1:${(fakes.address() as AddressInfo).port}`;
    const ports = [await freePort(), await freePort()];
    const workspaceOf = (teamId: string, people: Figure[]): Slack =>
      createSlack({
        botUrl: `http://127.0.0.1:${ports[0]}/slack/events`,
        signingSecret: secret,
        botToken: 'xoxb-none',
        teamId,
        rates: 'off',
        ...patience,
        now,
        people: people.map(({ slackId, name, email }) => ({
          id: slackId,
          name: email.split('@')[0] as string,
          realName: name,
          email,
        })),
      });
    cloud = createCloud({
      clientId: '42.42',
      clientSecret: 'story-client-secret',
      botUrl: `http://127.0.0.1:${ports[0]}`,
      baseUrl,
      rotation: true,
      now,
      workspaces: [
        workspaceOf(contoso, [eve, dana, ada]),
        workspaceOf(fabrikam, [eve, dana, ada].map(inFabrikam)),
        workspaceOf(stranger, [eve]),
      ],
    });
    await importSample({ DATABASE_URL: database.url, KEY_ENCRYPTION_KEYS: wrappingKey }, {});
    bots = await Promise.all(
      ports.map((port) =>
        startBot(
          {
            ...readConfig(
              {
                DATABASE_URL: database.url,
                AUDIT_HEAD_FILE: database.headFile,
                KEY_ENCRYPTION_KEYS: wrappingKey,
                HOST: '127.0.0.1',
                CLOCK_URL: `${baseUrl}/clock`,
                SLACK_CLIENT_ID: '42.42',
                SLACK_CLIENT_SECRET: 'story-client-secret',
                SLACK_STATE_SECRET: 'a secret for the state of this story',
                SLACK_SIGNING_SECRET: secret,
                SLACK_TEAM_IDS: `${contoso},${fabrikam}`,
                SLACK_API_URL: `${baseUrl}/api/`,
              },
              'platform',
            ),
            port,
          },
          makeLog('debug', { write: (line) => void log.push(line) }),
          { clock: 50, rounds: 1_000, chats: 'uncounted', database: 'unhurried' },
        ),
      ),
    );
  }, 60_000);
  afterAll(async () => {
    await Promise.all(bots.map((bot) => bot.stop()));
    fakes.closeAllConnections();
    fakes.close();
    await database.drop();
  });

  const at = (team: string, figure: Figure) =>
    onSlack(cloud.workspaceOf(team), team === fabrikam ? inFabrikam(figure) : figure);

  test('before it is installed, nobody is answered', async () => {
    const slack = cloud.workspaceOf(contoso);
    const { answer } = await slack.slash(eve.slackId, 'im', '/benefits', 'mine');
    expect(answer).toMatchObject({ status: 200, body: '' });
  });

  test.each<[string, Parameters<Cloud['install']>, number, string]>([
    ['in another browser', [contoso, { browser: 'another' }], 400, 'began in another browser'],
    ['by Cancel', [contoso, { press: 'Cancel' }], 200, 'Nothing was installed.'],
    ['in a workspace that may not have it', [stranger], 403, 'SLACK_TEAM_IDS'],
    ['with less than was asked for', [contoso, { scope: 'commands,chat:write' }], 502, 'did not let us in'],
    ['in Chinese', [stranger, { language: 'zh-TW,zh;q=0.9' }], 403, '不在允許的名單'],
  ])('nothing is installed %s', async (_, how, status, words) => {
    expect(await cloud.install(...how)).toEqual({ status, text: expect.stringContaining(words) });
    expect(await query(database.url, 'select from installations')).toEqual([]);
  });

  test('an admin installs it in each; tokens stand nowhere in the clear', async () => {
    for (const team of [contoso, fabrikam]) expect(await cloud.install(team)).toMatchObject({ status: 200 });
    const rows = await query<{ team: string; sealed: Buffer }>(
      database.url,
      'select team, sealed from installations',
    );
    expect(rows.map(({ team }) => team).sort()).toEqual([fabrikam, contoso].sort());
    for (const { sealed } of rows) expect(sealed.toString('latin1')).not.toContain('xox');
  });

  test('each workspace is answered with its own token, at the same time', async () => {
    await Promise.all(
      [contoso, fabrikam].map(async (team) => {
        const employee = at(team, eve);
        await employee.says('mine');
        await employee.sees('You hold nothing yet.');
        await employee.opensFormFor('visio');
        await employee.fills({ Reason: 'Drawings' }, 'Request');
        await employee.sees('You asked for Visio Professional 2024');
        await employee.closesWindow();
        await cloud.workspaceOf(team).openHome(at(team, eve).figure.slackId);
        await cloud
          .workspaceOf(team)
          .until('the Home tab', () => cloud.workspaceOf(team).home(at(team, eve).figure.slackId));
      }),
    );
    await at(contoso, dana).sees('Eve Employee asks for Visio Professional 2024');
    const wrong = [contoso, fabrikam].flatMap((team) =>
      cloud
        .workspaceOf(team)
        .ledger.calls()
        .filter(({ answer }) => JSON.stringify(answer).includes('invalid_auth')),
    );
    expect(wrong).toEqual([]);
  });

  test('an approval goes to the right workspace', async () => {
    await at(contoso, dana).presses('Approve', 'Eve Employee asks for Visio Professional 2024');
    await at(contoso, eve).sees('Visio Professional 2024 is yours');
  });

  test('two copies of the bot refresh a token once, and nobody notices', async () => {
    const before = cloud.asked.length;
    offset += tokenLives - 3_600_000;
    // Each forgets what it knew some seconds ago; both are asked at once.
    const slack = cloud.workspaceOf(contoso);
    await Promise.all(bots.map((bot) => bot.goRound()));
    for (let turn = 0; cloud.asked.length === before && turn < 40; turn++)
      await Promise.all(
        bots.map(({ port }) => {
          slack.botUrl = `http://127.0.0.1:${port}/slack/events`;
          return slack.say(eve.slackId, 'im', `mine`);
        }),
      );
    const refreshed = cloud.asked.slice(before).filter(({ grant_type }) => grant_type === 'refresh_token');
    expect(new Set(refreshed.map(({ refresh_token }) => refresh_token)).size).toBe(refreshed.length);
    expect(log.join('')).not.toContain('slack-token-not-refreshed');
    offset += 2 * 3_600_000;
    expect(await at(contoso, eve).asks('mine', 'What you hold')).toContain('Visio');
  }, 60_000);

  test('an app that is removed says nothing more there, and goes on elsewhere', async () => {
    await cloud.uninstall(fabrikam);
    await cloud.workspaceOf(fabrikam).settled();
    expect(await query(database.url, 'select team from installations')).toEqual([{ team: contoso }]);
    const { answer } = await cloud
      .workspaceOf(fabrikam)
      .slash(inFabrikam(eve).slackId, 'im', '/benefits', 'mine');
    expect(answer).toMatchObject({ status: 200, body: '' });
    expect(await at(contoso, eve).asks('mine', 'What you hold')).toContain('Visio');
  });

  test('and is there again when it is installed again', async () => {
    expect(await cloud.install(fabrikam)).toMatchObject({ status: 200 });
    expect(await at(fabrikam, eve).asks('requests')).toContain('Visio Professional 2024');
  });

  test.each([0, 1])('a way back is good once, also at copy %i of the bot', async (copy) => {
    await nextMinute();
    const before = exchanges();
    expect(await cloud.install(contoso, { again: `http://127.0.0.1:${bots[copy]!.port}` })).toEqual({
      status: 400,
      text: expect.stringContaining('open /slack/install once more'),
    });
    expect(exchanges()).toBe(before + 1);
  });

  test('whoever comes back again and again does not keep us from refreshing tokens', async () => {
    await nextMinute();
    const before = exchanges();
    const answers = await Promise.all(Array.from({ length: 20 }, () => cloud.install(stranger)));
    expect(exchanges()).toBe(before + 10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
    expect(answers.map(({ text }) => text).join('\n')).toContain('in a minute');
    // Others are let in meanwhile, whatever somebody writes before their own address; and all together cannot use up what we have.
    expect(await cloud.install(contoso, { from: '203.0.113.7' })).toMatchObject({ status: 200 });
    const many = Array.from({ length: 60 }, (_, nth) =>
      cloud.install(stranger, { from: `203.0.113.${nth}` }),
    );
    expect((await Promise.all(many)).filter(({ status }) => status === 429).length).toBeGreaterThan(20);
    expect(exchanges()).toBe(before + 40);
    await nextMinute();
    expect(await cloud.install(contoso)).toMatchObject({ status: 200 });
    expect(await at(contoso, eve).asks('mine', 'What you hold')).toContain('Visio');
  });

  test('a way back is forgotten when it is good no more', async () => {
    const waysBack = () =>
      query<{ identity: string }>(
        database.url,
        `select identity from inbound where identity like 'once|way-back|%'`,
      );
    expect(await waysBack()).not.toEqual([]);
    offset += 11 * 60_000;
    await until('they are gone', async () => (await waysBack()).length === 0);
    expect(await query(database.url, 'select from inbound')).not.toEqual([]);
  });

  test('no token and no code stands in the log', () => {
    expect(log.join('')).not.toMatch(/xox[a-z]|story-client-secret/);
    for (const { code = '-' } of cloud.asked) if (code !== '-') expect(log.join('')).not.toContain(code);
  });
});
