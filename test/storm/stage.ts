import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebClient } from '@slack/web-api';
import { createSlack, type Slack } from '../../playground/slack';
import type { Teams } from '../../playground/teams/teams';
import { createTeams } from '../../playground/teams/tenant';
import { type Courier, makeCourier } from '../../src/bot/courier';
import { rememberingDirectory } from '../../src/bot/directory';
import { Pace } from '../../src/bot/pace';
import type { Platform } from '../../src/bot/platform';
import { slackPlatform } from '../../src/bot/slack/deliver';
import { callsOf } from '../../src/bot/slack/web-api';
import { everywhere } from '../../src/bot/slack/workspaces';
import { emulatorBearer } from '../../src/bot/teams/bearer';
import { makeConnector } from '../../src/bot/teams/connector';
import { makeConnectorHttp } from '../../src/bot/teams/connector-http';
import { makeDelivery } from '../../src/bot/teams/deliver';
import { makeDirectory } from '../../src/bot/teams/directory';
import { trustedAddresses } from '../../src/bot/teams/service-url';
import { makeWhereabouts } from '../../src/bot/teams/whereabouts';
import { makeRounds, type Rounds } from '../../src/handlers/rounds';
import { makeLog } from '../../src/log';
import type { Standing } from '../../src/store/store';
import type { TestDatabase } from '../support/database';
import { type Door, openDoor, stockedDatabase } from '../support/door';
import { type Figure, teamId, tenantId } from '../support/people';
import { Weather } from './weather';

/** Two chats, a database and what the bot carries messages with, all on a clock that stands still until it is moved. */
export interface Stage {
  database: TestDatabase;
  door: Door;
  slack: Slack;
  teams: Teams;
  weather: Weather;
  rounds: Rounds;
  now(): number;
  /** Who somebody is in Teams at this moment, by its roster. */
  look(one: Figure): Promise<Standing>;
  /** What the courier has logged. */
  log: Array<{ event: string; [fact: string]: unknown }>;
  /** Moves the clock, and resolves when all has been done that can be done at that moment. */
  leap(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

/** Milliseconds of a step: the second that a conversation in Slack has to wait for, and no more. */
export const stepLength = 1_050;
/** How long a call may hang: real milliseconds, few of them, and many enough for a busy machine to answer in. */
const deadline = 3_000;

const appId = '7a1f0c52-2c55-4d5b-9a0e-5d5f3a1c9999';
const signingSecret = 'storm-signing-secret';
const botToken = 'xoxb-0-storm';

export async function openStage(people: Figure[], seed: number): Promise<Stage> {
  let time = Date.UTC(2026, 10, 2, 10);
  const now = () => time;
  const clock = () => new Date(time);
  const server = createServer((request, response) => {
    void (async () => {
      if (await slack.handle(request, response)) return;
      if (await teams.handle(request, response)) return;
      response.writeHead(404).end();
    })().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // The bot is heard at the door, not through the chats: nobody speaks to this address.
  const nowhere = `${baseUrl}/nowhere`;
  const inChat = (id: 'slackId' | 'teamsId') => people.filter((one) => one[id]);
  const slack = createSlack({
    botUrl: nowhere,
    signingSecret,
    botToken,
    teamId,
    baseUrl,
    now,
    ownEvents: false,
    people: inChat('slackId').map(({ slackId, name, email, locale }) => ({
      id: slackId,
      name: email.split('@')[0] as string,
      realName: name,
      email,
      locale,
    })),
  });
  const teams = createTeams({
    botUrl: nowhere,
    baseUrl,
    appId,
    tenantId,
    now,
    rates: 'on',
    people: inChat('teamsId').map(({ teamsId, name, email, locale }) => ({
      aadObjectId: teamsId,
      name,
      email,
      locale,
    })),
  });
  const weather = new Weather(slack, teams, seed);

  const database = await stockedDatabase({ people });
  const door = await openDoor(database.url, clock, { unhurried: true });
  const log: Stage['log'] = [];
  const line = (facts: object, event: string) => void log.push({ event, ...facts });
  const underway = { calls: 0, looks: 0 };
  const web = new WebClient(botToken, {
    ...callsOf(`${baseUrl}/api/`, makeLog('silent'), deadline),
    fetch: (url, call) =>
      fetch(url, call).catch((error: { name?: unknown }) => {
        const given = new URLSearchParams(String(call?.body));
        if (error.name === 'TimeoutError')
          weather.gaveUp(String(given.get('channel') ?? given.get('users') ?? given.get('email')));
        throw error;
      }),
  });
  const courier: Courier = makeCourier({
    ledger: counting(underway, 'looks', door.store.ledger),
    platforms: [
      counting(underway, 'calls', slackPlatform(everywhere({ web, look: web }), new Set([teamId]))),
      counting(
        underway,
        'calls',
        teamsPlatform(baseUrl, (place) => weather.gaveUp(place)),
      ),
    ],
    // Where time is moved, the platforms' own clocks move with it.
    pace: new Pace(clock, now),
    now: clock,
    log: { info: line, warn: line, error: line },
  });
  const rounds = makeRounds({
    store: door.store,
    now: clock,
    changed: () => courier.wake(),
    report: (duty, error) => line({ duty, error }, 'duty-failed'),
  });
  courier.start();

  const { directory, whereabouts } = rosterOf(baseUrl);
  const lookAfresh = rememberingDirectory(directory);
  function look(one: Figure): Promise<Standing> {
    const person = teams.person(one.teamsId);
    whereabouts.note({
      type: 'message',
      id: 'heard',
      serviceUrl: teams.serviceUrl,
      conversation: { id: teams.chat(person).id, conversationType: 'personal' },
      from: { id: person.id },
      recipient: { id: `28:${appId}` },
      user: one.teamsId,
    });
    return lookAfresh(tenantId, one.teamsId, 'fresh');
  }

  /** Nothing is looked up or written, and no call is out but those that hang. */
  async function quiet(): Promise<void> {
    do await new Promise((resolve) => setTimeout(resolve, 1));
    while (underway.looks > 0 || underway.calls > weather.hanging.length);
  }

  const leap = async (milliseconds: number) => {
    // What is on its way arrives at the moment at which it was sent.
    await quiet();
    time += milliseconds;
    courier.wake();
    await quiet();
  };
  return {
    database,
    door,
    slack,
    teams,
    weather,
    rounds,
    now,
    look,
    log,
    leap,
    async close() {
      await courier.stop();
      await door.close();
      await slack.stop();
      await new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      });
      await database.drop();
    },
  };
}

/** The roster as the bot asks it, with a memory of its own of where people were heard. */
function rosterOf(url: string) {
  const connector = makeConnector(makeConnectorHttp(trustedAddresses(url), emulatorBearer));
  const whereabouts = makeWhereabouts(tenantId);
  const { openChat } = makeDelivery({ appId, tenantId, connector, whereabouts, firstServiceUrl: url });
  return { whereabouts, directory: makeDirectory(connector, whereabouts, openChat) };
}

/** Teams as the bot has it, but that its calls give up sooner. `gaveUp`: one did. */
function teamsPlatform(url: string, gaveUp: (place: string) => void): Platform {
  const http = makeConnectorHttp(trustedAddresses(url), emulatorBearer);
  const connector = makeConnector({
    async call(method, address, body) {
      const called = await http.call(method, address, body, deadline);
      if (!called.ok && called.code === 'timeout') {
        const { pathname } = new URL(address);
        const conversation = /^\/v3\/conversations\/([^/]+)/.exec(pathname)?.[1];
        gaveUp(conversation ? decodeURIComponent(conversation) : pathname);
      }
      return called;
    },
  });
  const whereabouts = makeWhereabouts(tenantId);
  const delivery = makeDelivery({ appId, tenantId, connector, whereabouts, firstServiceUrl: url });
  return { name: 'teams', find: async () => ({ is: 'nobody' }), ...delivery };
}

/** The same, but that it is counted how many of its promises are open. */
function counting<Of extends object, Kind extends string>(
  open: Record<Kind, number>,
  kind: Kind,
  of: Of,
): Of {
  const counted =
    (act: (...given: unknown[]) => unknown) =>
    async (...given: unknown[]) => {
      open[kind] += 1;
      try {
        return await act(...given);
      } finally {
        open[kind] -= 1;
      }
    };
  return new Proxy(of, {
    get(target, name) {
      const part: unknown = Reflect.get(target, name);
      return typeof part === 'function' ? counted(part.bind(target)) : part;
    },
  });
}
