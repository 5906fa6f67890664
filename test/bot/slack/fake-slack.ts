import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'node:querystring';
import pino from 'pino';
import { makeServer } from '../../../src/bot/http';
import { makeSlack, type Slack, type SlackConfig } from '../../../src/bot/slack';
import type { Card } from '../../../src/core/card';
import type { Handle, Reply } from '../../../src/handlers/handle';
import type { Sender } from '../../../src/store/store';

export const secret = 'signing-secret-of-the-tests';
export const token = 'xoxb-token-of-the-tests';
export const home = 'T0HOME';

export type Json = Record<string, unknown>;
export interface Call {
  method: string;
  args: Json;
}

/** What a Web API method answers: a body, or a status with headers, or a connection that breaks. */
export type Answering = (
  args: Json,
) => Json | { status: number; headers?: Record<string, string>; body?: string } | 'break';

const member = {
  id: 'U1',
  name: 'ada',
  real_name: 'Ada Lovelace',
  team_id: home,
  tz: 'Europe/London',
  locale: 'en-GB',
  is_email_confirmed: true,
  profile: { email: 'ada@contoso.example' },
};

const ordinary: Record<string, Answering> = {
  'auth.test': () => ({ ok: true, team_id: home, user_id: 'UBOT', bot_id: 'BBOT' }),
  'users.info': ({ user }) => ({ ok: true, user: { ...member, id: user } }),
  'conversations.open': ({ users }) => ({ ok: true, channel: { id: `D-${users}` } }),
  'chat.postMessage': ({ channel }) => ({ ok: true, channel, ts: '1700000000.000100' }),
};

/** The Web API and response URLs, as far as these tests speak to them: every call is kept, answers can be set. */
export async function startWebApi() {
  const calls: Call[] = [];
  const answers: Record<string, Answering> = {};
  const server = createServer(async (request, response) => {
    const method = (request.url ?? '').replace(/^\/(api\/)?/, '');
    const args = argsOf(await textOf(request));
    const answering = answers[method] ?? ordinary[method] ?? (() => ({ ok: true }));
    const answer = answering(args);
    calls.push({ method, args });
    if (answer === 'break') return void request.socket.destroy();
    if ('status' in answer && typeof answer.status === 'number') {
      response
        .writeHead(answer.status, answer.headers as Record<string, string>)
        .end(String(answer.body ?? ''));
      return;
    }
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer));
  });
  const url = await listen(server);
  return {
    url,
    calls,
    answers,
    responseUrl: `${url}/response-url`,
    /** The arguments of the calls of one method, in order. */
    of: (method: string) => calls.filter((call) => call.method === method).map(({ args }) => args),
    stop: () => stop(server),
  };
}
export type WebApi = Awaited<ReturnType<typeof startWebApi>>;

/** A bot whose every answer is set by the test, behind the real Bolt and the real HTTP server. */
export async function startBot(
  webApi: WebApi,
  config: Partial<SlackConfig> = {},
  patience?: number,
  left?: (home: string, user: string) => Promise<void>,
) {
  const heard: Array<{ input: unknown; from: Sender; identity: string }> = [];
  const logged: string[] = [];
  const errors: unknown[] = [];
  let reply: (input: unknown) => Reply | Promise<Reply> = () => ({ card: card() });

  const handle: Handle = Object.assign(
    async (input: unknown, from: Sender, identity: string) => {
      heard.push({ input, from, identity });
      return reply(input);
    },
    { working: () => card({ title: 'Working on it', blocks: [] }) },
  );
  const log = pino({ base: null }, { write: (line: string) => void logged.push(line) });
  const slack: Slack = makeSlack({
    config: {
      botToken: token,
      signingSecret: secret,
      teamIds: [home],
      apiUrl: `${webApi.url}/api/`,
      ...config,
    },
    handle,
    log,
    ...(patience === undefined ? {} : { patience }),
    ...(left ? { left } : {}),
  });
  const server = makeServer(slack.routes, (error) => errors.push(error));
  const url = `${await listen(server)}/slack/events`;
  return {
    slack,
    heard,
    logged,
    errors,
    url,
    /** The next replies, whatever is said. */
    replies: (next: typeof reply) => {
      reply = next;
    },
    stop: async () => {
      await slack.stop();
      await stop(server);
    },
  };
}
export type Bot = Awaited<ReturnType<typeof startBot>>;

export const card = (more: Partial<Card> = {}): Card => ({
  title: 'Benefits',
  blocks: [{ type: 'text', text: 'Four of them are left.' }],
  place: 'here',
  locale: 'en',
  ...more,
});

let count = 0;
/** A word that no other request has, so that two of them are never the same bytes. */
const fresh = (prefix: string): string => `${prefix}${++count}`;

export const signature = (body: string, timestamp: number, key = secret): string =>
  `v0=${createHmac('sha256', key).update(`v0:${timestamp}:${body}`).digest('hex')}`;

export interface Sent {
  status: number;
  body: Json | undefined;
}

/** Posts a body as Slack does, signed with the time of now unless told otherwise. */
export async function send(
  url: string,
  body: string,
  type: 'form' | 'json' = 'form',
  headers: Record<string, string> = {},
): Promise<Sent> {
  const timestamp = Math.floor(Date.now() / 1000);
  return post(url, body, {
    'content-type': type === 'form' ? 'application/x-www-form-urlencoded' : 'application/json',
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': signature(body, timestamp),
    ...headers,
  });
}

export async function post(
  url: string,
  body: string | Buffer,
  headers: Record<string, string>,
): Promise<Sent> {
  const response = await fetch(url, { method: 'POST', headers, body });
  const text = await response.text();
  return { status: response.status, body: text ? (JSON.parse(text) as Json) : undefined };
}

export const command = (text: string, more: Record<string, string> = {}): string =>
  new URLSearchParams({
    command: '/benefits',
    text,
    team_id: home,
    user_id: 'U1',
    channel_id: 'C1',
    trigger_id: fresh('trigger-'),
    ...more,
  }).toString();

export const interaction = (payload: Json): string =>
  new URLSearchParams({ payload: JSON.stringify(payload) }).toString();

export const press = (value: string | undefined, more: Json = {}): string =>
  interaction({
    type: 'block_actions',
    team: { id: home },
    user: { id: 'U1', team_id: home },
    trigger_id: fresh('trigger-'),
    actions: [
      {
        type: 'button',
        action_id: 'press:1',
        ...(value === undefined ? { url: 'https://a.example' } : { value }),
      },
    ],
    ...more,
  });

export const submission = (metadata: string, values: Json, more: Json = {}): string =>
  interaction({
    type: 'view_submission',
    team: { id: home },
    user: { id: 'U1', team_id: home },
    view: { id: 'V1', hash: fresh('hash-'), private_metadata: metadata, state: { values } },
    ...more,
  });

export const event = (given: Json, more: Json = {}): string =>
  JSON.stringify({
    type: 'event_callback',
    team_id: home,
    event_id: fresh('Ev'),
    authorizations: [{ team_id: home, user_id: 'UBOT', is_bot: true, is_enterprise_install: false }],
    event: { channel: 'D1', user: 'U1', ts: '1700000000.000200', team: home, ...given },
    ...more,
  });

/** Resolves as soon as something is true; rejects when it is not within 10 s. */
export async function until(isTrue: () => boolean): Promise<void> {
  const end = Date.now() + 10_000;
  while (!isTrue()) {
    if (Date.now() > end) throw new Error(`in vain: ${isTrue}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function stop(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

/** The arguments of a call: a JSON body (response URLs) or a form in which objects are written as JSON (Web API). */
function argsOf(text: string): Json {
  if (text.startsWith('{')) return JSON.parse(text) as Json;
  return Object.fromEntries(
    Object.entries(parse(text)).map(([name, value]) => [
      name,
      typeof value === 'string' && /^[[{]/.test(value) ? JSON.parse(value) : value,
    ]),
  );
}
