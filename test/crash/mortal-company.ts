import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Knex } from 'knex';
import { createSlack, type Slack } from '../../playground/slack';
import type { Teams } from '../../playground/teams/teams';
import { createTeams } from '../../playground/teams/tenant';
import { wrappingKey } from '../support/company';
import type { TestDatabase } from '../support/database';
import { stockedDatabase } from '../support/door';
import { freePort } from '../support/free-port';
import { unsettledNotices } from '../support/invariants';
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
  /** From now on the chats take so long to answer a call. */
  slow(milliseconds: number): void;
  /** The paths of the bot's calls that wait for an answer of the chats. */
  underway(): string[];
  close(): Promise<void>;
}

/**
 * Opens the company; the bot is not started yet. `reach`: the address at which the bot finds its database, where that is another; `rates`:
 * whether Teams counts what is written to it; `heap`: the most that the bot's own memory may come to, in MB, before it falls over.
 */
export async function openMortalCompany(
  sample: Sample & { people: Figure[] },
  reach: (url: string) => Promise<string> = async (url) => url,
  rates: 'on' | 'off' = 'on',
  heap?: number,
): Promise<MortalCompany> {
  const database = await stockedDatabase(sample);
  let offset = 0;
  let slowness = 0;
  const underway = new Set<IncomingMessage>();
  const fakes: Server = createServer((request, response) => {
    void (async () => {
      if (request.url === '/clock') return void response.end(String(offset));
      underway.add(request);
      response.once('close', () => underway.delete(request));
      if (slowness > 0) await delay(slowness);
      if (await slack.handle(request, response)) return;
      if (await teams.handle(request, response)) return;
      response.writeHead(404).end();
    })().catch(() => response.destroy());
  });
  const baseUrl = `http://127.0.0.1:${await listen(fakes)}`;
  const bot = new MortalBot({
    DATABASE_URL: await reach(database.url),
    AUDIT_HEAD_FILE: database.headFile,
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
    ...(heap !== undefined && { NODE_OPTIONS: `--max-old-space-size=${heap}` }),
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
    rates,
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
    slow(milliseconds) {
      slowness = milliseconds;
    },
    underway: () => [...underway].map(({ url }) => url ?? ''),
    async close() {
      // Where a test has failed it may be dead already; the rest is closed all the same.
      await bot.kill().catch(() => {});
      await slack.stop();
      await new Promise<void>((resolve) => {
        fakes.closeAllConnections();
        fakes.close(() => resolve());
      });
      await database.drop();
    },
  };
}

/** Waits until nothing is due any more. */
export async function everythingIsDelivered(sql: Knex): Promise<void> {
  for (let looks = 0; (await unsettledNotices(sql)).length > 0; looks++) {
    if (looks > 1_200) throw new Error(`still waiting: ${JSON.stringify(await unsettledNotices(sql))}`);
    await delay(100);
  }
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
