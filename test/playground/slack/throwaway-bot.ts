import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSlack, type Slack, type SlackSettings } from '../../../playground/slack';

type Tree = Record<string, unknown>;

/** An answer of the Web API; `ts` only where the method gives one. */
type ApiResult = Tree & { ok: boolean; status: number; ts: string; error?: string };

/** What stands at a path of a parsed body (`actions.0.value`), as text. */
export function dig(tree: unknown, path: string): string {
  return String(path.split('.').reduce((inner, name) => (inner as Tree | undefined)?.[name], tree));
}

type Heard = { headers: Record<string, string>; raw: string; body: Tree };
type Reply =
  | { status?: number; headers?: Record<string, string>; body?: unknown }
  | 'hang'
  | 'reset'
  | undefined;

export const ann = { id: 'U0ANN', name: 'ann', realName: 'Ann Chen', email: 'ann@contoso.example' };
export const bob = {
  id: 'U0BOB',
  name: 'bob',
  realName: 'Bob Stone',
  email: 'bob@contoso.example',
  locale: 'zh-TW' as const,
};

/** A Slack and a bot of a few lines: the bot hears everything and answers what `reply` says (200 and nothing by default). */
export type Scene = {
  slack: Slack;
  heard: Heard[];
  /** Calls the Web API as the bot does. */
  call: (method: string, args?: Record<string, unknown>) => Promise<ApiResult>;
  clock: { ms: number };
  reply: (to: (heard: Heard) => Reply | Promise<Reply>) => void;
  end: () => Promise<void>;
};

export const token = 'xoxb-throwaway';

export async function scene(settings: Partial<SlackSettings> = {}): Promise<Scene> {
  const heard: Heard[] = [];
  let reply: (to: Heard) => Reply | Promise<Reply> = () => undefined;
  const bot = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', async () => {
      const raw = Buffer.concat(parts).toString('utf8');
      const message: Heard = { headers: request.headers as Record<string, string>, raw, body: bodyOf(raw) };
      heard.push(message);
      const answer = await reply(message);
      if (answer === 'hang') return;
      if (answer === 'reset') {
        request.socket.destroy();
        return;
      }
      const body = answer?.body === undefined ? '' : answer.body;
      const json = typeof body !== 'string';
      response.writeHead(answer?.status ?? 200, {
        ...(json ? { 'content-type': 'application/json' } : {}),
        ...answer?.headers,
      });
      response.end(json ? JSON.stringify(body) : body);
    });
  });
  const clock = { ms: Date.UTC(2026, 0, 15, 9) };
  const slack = createSlack({
    botUrl: `${await listening(bot)}/slack/events`,
    signingSecret: 'signing-secret',
    botToken: token,
    people: [ann, bob],
    now: () => clock.ms,
    ownEvents: false,
    ...settings,
  });
  const origin = await slack.listen();
  return {
    slack,
    heard,
    clock,
    reply: (to) => {
      reply = to;
    },
    call: async (method, args = {}) => {
      const response = await fetch(`${origin}/api/${method}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(args),
      });
      return { ...((await response.json()) as ApiResult), status: response.status };
    },
    end: async () => {
      await slack.stop();
      bot.closeAllConnections();
      await new Promise((resolve) => bot.close(resolve));
    },
  };
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function bodyOf(raw: string): Record<string, unknown> {
  if (raw.startsWith('{')) return JSON.parse(raw);
  const form = Object.fromEntries(new URLSearchParams(raw));
  return form.payload === undefined ? form : JSON.parse(form.payload);
}

/** A modal with one required text field, as small as Slack takes. */
export function modal(more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'Request' },
    submit: { type: 'plain_text', text: 'Send' },
    blocks: [
      {
        type: 'input',
        block_id: 'reason',
        label: { type: 'plain_text', text: 'Reason' },
        element: { type: 'plain_text_input', action_id: 'text' },
      },
    ],
    ...more,
  };
}

export function button(text: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { type: 'button', action_id: 'go', text: { type: 'plain_text', text }, ...more };
}

export function section(text: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { type: 'section', text: { type: 'mrkdwn', text }, ...more };
}
