import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSlack, type Slack, type SlackSettings } from '../../playground/slack';
import type { Teams } from '../../playground/teams/teams';
import { createTeams } from '../../playground/teams/tenant';
import { type Config, readConfig } from '../../src/config';
import { makeLog } from '../../src/log';
import { startBot } from '../../src/main';
import { findCanary } from './canary';
import { type TestDatabase, testDatabase } from './database';
import { freePort } from './free-port';
import { patience } from './patience';
import { everybody, type Figure, teamId, tenantId } from './people';
import { importSample, type Sample } from './sample';
import { onSlack, onTeams, type Somebody } from './somebody';

/** A company with both chats, its people, its membership, and the bot in between: all over HTTP and on a real Postgres. */
export interface Company {
  slack: Slack;
  teams: Teams;
  database: TestDatabase;
  config: Config;
  botUrl: string;
  /** A person in front of one of the chats. */
  at(platform: 'slack' | 'teams', figure: Figure): Somebody;
  /** Moves the bot's time forward. When it resolves, what was due by then is done. */
  moveTime(milliseconds: number): Promise<void>;
  /** What the bot has logged, at its most talkative. */
  log(): string;
  /** Stops everything. Rejects when the canary key got anywhere but into its holder's window. */
  close(): Promise<void>;
}

/** The wrapping key of every test database. */
export const wrappingKey = `1:${Buffer.alloc(32, 7).toString('base64')}`;

const signingSecret = 'story-signing-secret';

/**
 * Opens the company: a fresh database with the sample, both fakes, and the bot in this process. `more`: further settings; `rates`: whether
 * the fakes count what is written to them; `organisation`: the one of Enterprise Grid that the workspace in Slack belongs to.
 */
export async function openCompany(
  sample: Sample = {},
  more: Record<string, string> = {},
  rates: 'on' | 'off' = 'off',
  organisation?: SlackSettings['organisation'],
): Promise<Company> {
  const database = await testDatabase();
  let offset = 0;
  let looks = 0;
  const fakes: Server = createServer((request, response) => {
    void (async () => {
      if (request.url === '/clock') {
        looks += 1;
        return void response.end(String(offset));
      }
      // On demand, as on a machine that has much else to do: what a check does not wait for is missing then.
      if (process.env.CHATS_SLOW)
        await new Promise((r) => setTimeout(r, Math.random() * Number(process.env.CHATS_SLOW)));
      if (await slack.handle(request, response)) return;
      if (await teams.handle(request, response)) return;
      response.writeHead(404).end();
    })().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => fakes.listen(0, '127.0.0.1', resolve));
  fakes.on('upgrade', (request, socket) => {
    if (!slack.upgrade(request, socket)) socket.destroy();
  });
  const baseUrl = `http://127.0.0.1:${(fakes.address() as AddressInfo).port}`;

  const settings = {
    DATABASE_URL: database.url,
    AUDIT_HEAD_FILE: database.headFile,
    KEY_ENCRYPTION_KEYS: wrappingKey,
    HOST: '127.0.0.1',
    CLOCK_URL: `${baseUrl}/clock`,
    SLACK_BOT_TOKEN: 'xoxb-0-story',
    ...(more.SLACK_APP_TOKEN === undefined && { SLACK_SIGNING_SECRET: signingSecret }),
    SLACK_TEAM_IDS: teamId,
    SLACK_API_URL: `${baseUrl}/api/`,
    TEAMS_APP_ID: '7a1f0c52-2c55-4d5b-9a0e-5d5f3a1c9999',
    TEAMS_APP_PASSWORD: 'story-password',
    TEAMS_TENANT_ID: tenantId,
    TEAMS_EMULATOR_URL: baseUrl,
    LOG_LEVEL: 'debug',
    ...more,
  };
  const config: Config = { ...readConfig(settings, 'platform'), port: await freePort() };
  const botUrl = `http://127.0.0.1:${config.port}`;

  // Whom a story names beside the usual people has accounts in both chats too.
  const inTheChats = [
    ...everybody,
    ...(sample.people ?? []).filter(({ email }) => !everybody.some((one) => one.email === email)),
  ];
  const slack: Slack = createSlack({
    botUrl: `${botUrl}/slack/events`,
    signingSecret,
    ...(more.SLACK_APP_TOKEN !== undefined && { appToken: more.SLACK_APP_TOKEN }),
    botToken: settings.SLACK_BOT_TOKEN,
    teamId,
    organisation,
    baseUrl,
    rates,
    ...patience,
    people: inTheChats.map(({ slackId, name, email, locale, timeZone }) => ({
      id: slackId,
      name: email.split('@')[0] as string,
      realName: name,
      email,
      locale,
      ...(timeZone && { tz: timeZone }),
    })),
  });
  const teams: Teams = createTeams({
    botUrl: `${botUrl}/api/messages`,
    baseUrl,
    appId: settings.TEAMS_APP_ID,
    tenantId,
    rates,
    people: inTheChats.map(({ teamsId, name, email, locale, timeZone }) => ({
      aadObjectId: teamsId,
      name,
      email,
      locale,
      ...(timeZone && { timeZone }),
    })),
  });

  await importSample({ DATABASE_URL: database.url, KEY_ENCRYPTION_KEYS: wrappingKey }, sample);
  const log: string[] = [];
  // Chats that count nothing are written to as fast as it goes, and a moved clock is noticed at once. Four companies share two cores:
  // how soon the database answers is measured elsewhere, here it must not become a refusal.
  const bot = await startBot(
    config,
    makeLog(settings.LOG_LEVEL, { write: (line) => void log.push(line) }),
    rates === 'on' ? undefined : { clock: 50, rounds: 1_000, chats: 'uncounted', database: 'unhurried' },
  );

  /** The last lines in which the bot complained. */
  const complaints = () =>
    log
      .filter((line) => /"level":[45]0/.test(line))
      .slice(-5)
      .join('');

  return {
    slack,
    teams,
    database,
    config,
    botUrl,
    at: (platform, figure) =>
      platform === 'slack' ? onSlack(slack, figure, complaints) : onTeams(teams, figure, complaints),
    async moveTime(milliseconds) {
      offset += milliseconds;
      // The bot asks for the time again and again: the second look after this one is surely by the new time.
      const asked = looks;
      while (looks < asked + 2) await once(fakes, 'request');
      await bot.goRound();
    },
    log: () => log.join(''),
    async close() {
      const leaks = await findCanary({ url: database.url, slack, teams, log: log.join('') });
      await bot.stop();
      await slack.stop();
      await new Promise<void>((resolve) => {
        fakes.closeAllConnections();
        fakes.close(() => resolve());
      });
      await database.drop();
      if (leaks.length > 0) throw new Error(`A key was found where it has no business:\n${leaks.join('\n')}`);
    },
  };
}
