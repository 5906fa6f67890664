import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NewPerson } from '../../../playground/teams/people';
import type { Teams as Tenant } from '../../../playground/teams/teams';
import { createTeams } from '../../../playground/teams/tenant';
import { channelClaims, channelKeys, sign } from '../../../playground/teams/tokens';
import { makeServer } from '../../../src/bot/http';
import type { Draw } from '../../../src/bot/pictures/pictures';
import { makeTeams, type Teams } from '../../../src/bot/teams';
import type { Card } from '../../../src/core/card';
import type { Handle, Reply } from '../../../src/handlers/handle';
import { makeLog } from '../../../src/log';
import type { Sender } from '../../../src/store/store';

export const appId = '11111111-2222-4333-8444-555555555555';
export const tenantId = '66666666-7777-4888-9999-aaaaaaaaaaaa';
export const otherTenant = '77777777-7777-4888-9999-aaaaaaaaaaaa';

const people: NewPerson[] = [
  { name: 'Ada Lin', email: 'ada@contoso.example' },
  { name: 'Ben Okoro', email: 'ben@contoso.example' },
  { name: '陳怡君', email: 'yijun@contoso.example', locale: 'zh-TW' },
  { name: 'Gil Guest', email: 'gil@fabrikam.example', userRole: 'guest' },
  { name: 'Una Known', email: 'una@nowhere.example', userRole: 'anonymous' },
];

/** What the house was asked, word for word. */
export interface Asked {
  input: unknown;
  from: Sender;
  identity: string;
}

export interface Stage {
  tenant: Tenant;
  teams: Teams;
  botUrl: string;
  tenantUrl: string;
  asked: Asked[];
  /** Conversations from which the app was taken. */
  removed: string[];
  /** Everything that was logged. */
  log(): string;
  /** Decides what the house says from now on. */
  house(say: (asked: Asked) => Reply | Promise<Reply>): void;
  close(): Promise<void>;
}

/** A card of a few words. */
export const card = (title: string, more: Partial<Card> = {}): Card => ({
  title,
  blocks: [],
  place: 'here',
  locale: 'en',
  ...more,
});

/** A Teams tenant, our bot, and between bot and house a test that says what the house would say. */
export async function stage(
  given: { patience?: number; tenantId?: string; draw?: Draw } = {},
): Promise<Stage> {
  const asked: Asked[] = [];
  const removed: string[] = [];
  const lines: string[] = [];
  let say: (asked: Asked) => Reply | Promise<Reply> = ({ input }) => ({
    card: card('Heard', { blocks: [{ type: 'text', text: JSON.stringify(input) }] }),
  });
  const handle: Handle = Object.assign(
    async (input: unknown, from: Sender, identity: string) => {
      const one = { input, from, identity };
      asked.push(one);
      return say(one);
    },
    { working: () => card('Working on it') },
  );

  let tenant: Tenant;
  const tenantServer = createServer(async (request, response) => {
    if (!(await tenant.handle(request, response))) response.writeHead(404).end();
  });
  const tenantUrl = await listen(tenantServer);
  const teams = makeTeams({
    config: { appId, appPassword: 'not used', tenantId: given.tenantId ?? tenantId, emulatorUrl: tenantUrl },
    handle,
    log: makeLog('debug', { write: (line: string) => void lines.push(line) }),
    removed: async (conversation) => void removed.push(conversation),
    ...(given.patience === undefined ? {} : { patience: given.patience }),
    ...(given.draw && { draw: given.draw }),
  });
  const botServer = makeServer({ 'POST /api/messages': teams.route }, () => undefined);
  const botUrl = `${await listen(botServer)}/api/messages`;
  tenant = createTeams({ botUrl, baseUrl: tenantUrl, appId, tenantId, people });

  return {
    tenant,
    teams,
    botUrl,
    tenantUrl,
    asked,
    removed,
    log: () => lines.join(''),
    house: (next) => {
      say = next;
    },
    async close() {
      await teams.stop();
      for (const server of [botServer, tenantServer]) {
        server.closeAllConnections();
        await new Promise((done) => server.close(done));
      }
    },
  };
}

export async function listen(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** An activity as the channel would send it, whatever stands in it. */
export function signed(on: Stage, body: Record<string, unknown>) {
  const claims = channelClaims(appId, on.tenant.serviceUrl, Date.now());
  return {
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${sign(claims, channelKeys().teams)}`,
    },
    body: JSON.stringify(body),
  };
}

/** Waits until something is so; says what it waited for when it never is. */
export async function until<T>(what: string, look: () => T | undefined | false): Promise<T> {
  const end = Date.now() + 5_000;
  for (;;) {
    const found = look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`never: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export const uuid = randomUUID;
