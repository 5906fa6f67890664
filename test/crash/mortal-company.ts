import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSlack, type Slack } from '../../playground/slack';
import type { Teams } from '../../playground/teams/teams';
import { createTeams } from '../../playground/teams/tenant';
import { wrappingKey } from '../support/company';
import type { TestDatabase } from '../support/database';
import { stockedDatabase } from '../support/door';
import { type Figure, teamId, tenantId } from '../support/people';
import type { Sample } from '../support/sample';
import { MortalBot } from './mortal-bot';

/** Both chats, which live on, and a bot that can be killed. */
export interface MortalCompany {
  slack: Slack;
  teams: Teams;
  database: TestDatabase;
  bot: MortalBot;
  /** Moves the bot's time forward. */
  moveTime(milliseconds: number): void;
  close(): Promise<void>;
}

/** Opens the company; the bot is not started yet. */
export async function openMortalCompany(sample: Sample & { people: Figure[] }): Promise<MortalCompany> {
  const database = await stockedDatabase(sample);
  let offset = 0;
  const fakes: Server = createServer((request, response) => {
    void (async () => {
      if (request.url === '/clock') return void response.end(String(offset));
      if (await slack.handle(request, response)) return;
      if (await teams.handle(request, response)) return;
      response.writeHead(404).end();
    })().catch(() => response.destroy());
  });
  const baseUrl = `http://127.0.0.1:${await listen(fakes)}`;
  const bot = new MortalBot({
    DATABASE_URL: database.url,
    KEY_ENCRYPTION_KEYS: wrappingKey,
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
    CLOCK_URL: `${baseUrl}/clock`,
    SLACK_BOT_TOKEN: 'xoxb-0-crash',
    SLACK_SIGNING_SECRET: 'crash-signing-secret',
    SLACK_TEAM_IDS: teamId,
    SLACK_API_URL: `${baseUrl}/api/`,
    TEAMS_APP_ID: '7a1f0c52-2c55-4d5b-9a0e-5d5f3a1c9999',
    TEAMS_APP_PASSWORD: 'crash-password',
    TEAMS_TENANT_ID: tenantId,
    TEAMS_EMULATOR_URL: baseUrl,
    LOG_LEVEL: 'warn',
  });

  const slack: Slack = createSlack({
    botUrl: `${bot.url}/slack/events`,
    signingSecret: 'crash-signing-secret',
    botToken: 'xoxb-0-crash',
    teamId,
    baseUrl,
    rates: 'off',
    people: sample.people.map(({ slackId, name, email, locale }) => ({
      id: slackId,
      name: email.split('@')[0] as string,
      realName: name,
      email,
      locale,
    })),
  });
  const teams: Teams = createTeams({
    botUrl: `${bot.url}/api/messages`,
    baseUrl,
    appId: '7a1f0c52-2c55-4d5b-9a0e-5d5f3a1c9999',
    tenantId,
    people: sample.people.map(({ teamsId, name, email, locale }) => ({
      aadObjectId: teamsId,
      name,
      email,
      locale,
    })),
  });

  return {
    slack,
    teams,
    database,
    bot,
    moveTime(milliseconds) {
      offset += milliseconds;
    },
    async close() {
      await bot.kill();
      await slack.stop();
      await new Promise<void>((resolve) => {
        fakes.closeAllConnections();
        fakes.close(() => resolve());
      });
      await database.drop();
    },
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** A port that nobody listens on just now. */
async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}
