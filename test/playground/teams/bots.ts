import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type TurnContext,
} from 'botbuilder';
import type { Teams, TeamsSettings } from '../../../playground/teams/teams';
import { createTeams } from '../../../playground/teams/tenant';

export const APP_ID = '11111111-2222-4333-8444-555555555555';
export const TENANT_ID = '66666666-7777-4888-9999-aaaaaaaaaaaa';

const people = [
  { name: 'Ada Lin', email: 'ada@contoso.example' },
  { name: 'Ben Okoro', email: 'ben@contoso.example' },
  { name: '陳怡君', email: 'yijun@contoso.example', locale: 'zh-TW' as const },
];

/** An activity as the bot gets it, as far as tests look into it. */
export type Heard = {
  type: string;
  id: string;
  name?: string;
  action?: string;
  locale?: string;
  localTimezone?: string;
  localTimestamp?: string;
  text?: string;
  replyToId?: string;
  channelId?: string;
  serviceUrl?: string;
  from: { id: string; name: string; aadObjectId?: string };
  conversation: Record<string, unknown> & { tenantId?: string };
  channelData: { tenant?: { id: string } };
  entities: { type: string }[];
  membersAdded?: { id: string }[];
  value?: unknown;
};

/** A body of the connector's or of the key documents. */
type Answered = {
  id: string;
  activityId: string;
  members: unknown[];
  continuationToken?: string;
  error: { code: string };
  issuer: string;
  jwks_uri: string;
  keys: Key[];
};
export type Key = { kid: string; kty: string; n: string; e: string; d?: string; endorsements: string[] };

/** What the bot of a test does with one activity: it may call the connector and then answers over HTTP. */
export type Turn = (activity: Heard, res: ServerResponse, req: IncomingMessage) => unknown;

export type Stage = {
  teams: Teams;
  base: string;
  /** Replaces what the bot does; by default it answers 200 with nothing. */
  bot: (turn: Turn) => void;
  /** Calls the connector as the bot would. */
  call: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<{ status: number; body: Answered; headers: Headers }>;
  close: () => Promise<void>;
};

const listen = async (server: Server) => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const readJson = async (req: IncomingMessage) => {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
};

export const answer = (res: ServerResponse, status: number, body?: unknown) => {
  res.writeHead(status, { 'content-type': 'application/json' });
  res.end(body === undefined ? '' : JSON.stringify(body));
};

/** A tenant and a bot, each on its own port. */
export async function stage(settings: Partial<TeamsSettings> = {}): Promise<Stage> {
  let turn: Turn = (_activity, res) => answer(res, 200);
  let teams: Teams;
  const botServer = createServer(async (req, res) => turn(await readJson(req), res, req));
  const tenantServer = createServer(async (req, res) => {
    if (!(await teams.handle(req, res))) answer(res, 404, 'not the tenant');
  });
  const botUrl = `${await listen(botServer)}/api/messages`;
  const base = await listen(tenantServer);
  teams = createTeams({ botUrl, baseUrl: base, appId: APP_ID, tenantId: TENANT_ID, people, ...settings });
  return {
    teams,
    base,
    bot: (next) => {
      turn = next;
    },
    async call(method, path, body, headers = { authorization: 'Bearer emulator' }) {
      const response = await fetch(base + path, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return {
        status: response.status,
        body: text === '' ? undefined : JSON.parse(text),
        headers: response.headers,
      };
    },
    async close() {
      for (const server of [botServer, tenantServer]) {
        server.closeAllConnections();
        await new Promise((done) => server.close(done));
      }
    },
  };
}

/** The real library with its real checks; only its keys come from the tenant, and its own bearer is a word. */
function realAdapter(base: string): CloudAdapter {
  class EmulatorCredentials extends ConfigurationServiceClientCredentialFactory {
    override async createCredentials() {
      const signRequest = async (request: { headers: { set(name: string, value: string): void } }) => {
        request.headers.set('authorization', 'Bearer emulator');
        return request;
      };
      return { signRequest } as never;
    }
  }
  const metadata = `${base}/v1/.well-known/openidconfiguration`;
  const auth = new ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppId: APP_ID,
      MicrosoftAppTenantId: TENANT_ID,
      ValidateAuthority: true,
      ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
      OAuthUrl: 'https://api.botframework.com',
      ToBotFromChannelOpenIdMetadataUrl: metadata,
      ToBotFromEmulatorOpenIdMetadataUrl: metadata,
      CallerId: 'urn:botframework:azure',
    } as never,
    new EmulatorCredentials({
      MicrosoftAppId: APP_ID,
      MicrosoftAppPassword: 'not used',
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppTenantId: TENANT_ID,
    }),
  );
  return new CloudAdapter(auth);
}

/** Makes the stage's bot a botbuilder bot with this logic. */
export function botbuilderBot(on: Stage, logic: (context: TurnContext) => Promise<void>): CloudAdapter {
  const adapter = realAdapter(on.base);
  on.bot((activity, res, req) => {
    const response = {
      socket: res.socket,
      status: (code: number) => {
        res.statusCode = code;
      },
      header: (name: string, value: unknown) => res.setHeader(name, String(value)),
      send: (body: unknown) => {
        res.setHeader('content-type', 'application/json');
        res.write(typeof body === 'string' ? body : JSON.stringify(body));
      },
      end: () => res.end(),
    };
    return adapter.process(
      { body: activity, headers: req.headers, method: 'POST' } as never,
      response as never,
      logic,
    );
  });
  return adapter;
}

/** An Adaptive Card of version 1.5 with this body and these actions. */
export const card = (body: unknown[], actions: unknown[] = []) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body,
  actions,
});
export const line = (text: string) => ({ type: 'TextBlock', text, wrap: true });
export const attached = (content: unknown) => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content,
});
