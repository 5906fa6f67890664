import pino from 'pino';
import type { Platform } from '../../src/bot/platform';
import { slackPlatform } from '../../src/bot/slack/deliver';
import * as slack from '../../src/bot/slack/view';
import { clientsOf } from '../../src/bot/slack/web-api';
import { everywhere } from '../../src/bot/slack/workspaces';
import { commandIn } from '../../src/bot/teams/form';
import * as teams from '../../src/bot/teams/message';
import type { Card } from '../../src/core/card';
import type { Account, Posted } from '../../src/store/store';
import { home, startWebApi, token } from '../bot/slack/fake-slack';
import { stage, tenantId, until } from '../bot/teams/stage';

/** What a chat does with the next calls, instead of taking what it is told. */
export type Mood =
  | 'message gone'
  | 'wait seven seconds'
  | 'an error page that repeats our token'
  | 'a refusal that repeats our token';

/** One chat, as everything that is promised of both is asked of it. */
export interface Chat {
  platform: Platform;
  account: Account;
  posted: Posted;
  is(mood: Mood): void;
  /** How many calls it has had. */
  calls(): number;
  /** Lets something fail of which an operator is told, and waits until it stands in the log. */
  fails(): Promise<void>;
  /** Everything that was logged. */
  log(): string;
  /** What stands in the place of our token in everything that is said of it. */
  token: string;
  close(): Promise<void>;
}

export async function slackChat(): Promise<Chat> {
  const api = await startWebApi();
  const lines: string[] = [];
  const log = pino({ base: null }, { write: (line: string) => void lines.push(line) });
  const workspaces = everywhere(clientsOf(token, `${api.url}/api/`, log));
  const answers = {
    'message gone': () => ({ ok: false, error: 'message_not_found' }),
    'wait seven seconds': () => ({ status: 429, headers: { 'retry-after': '7' } }),
    'an error page that repeats our token': () => ({ status: 200, body: `<p>Bearer ${token}</p>` }),
    'a refusal that repeats our token': () => ({
      ok: false,
      error: 'invalid_arguments',
      response_metadata: {
        warnings: [`Bearer ${token} is bad`],
        messages: [`[ERROR] Bearer ${token} is bad`],
      },
    }),
  };
  const platform = slackPlatform(workspaces, new Set([home]));
  const account: Account = { platform: 'slack', home, user: 'U1', address: { channel: 'D-U1' } };
  return {
    platform,
    account,
    async fails() {
      await platform.deliver(account, { title: 'Approved', blocks: [], place: 'here', locale: 'en' });
      expect(lines).not.toEqual([]);
    },
    posted: { platform: 'slack', ref: { channel: 'D-U1', ts: '1700000000.000100' } },
    is(mood) {
      for (const method of ['chat.update', 'chat.postMessage']) api.answers[method] = answers[mood];
    },
    calls: () => api.calls.length,
    log: () => lines.join(''),
    token,
    close: () => api.stop(),
  };
}

export async function teamsChat(): Promise<Chat> {
  const on = await stage();
  const ada = on.tenant.person('Ada Lin');
  const conversationId = on.tenant.chat(ada).id;
  const { serviceUrl } = on.tenant;
  const secret = 'emulator';
  const answers = {
    'message gone': {
      status: 404,
      body: { error: { code: 'ActivityNotFoundInConversation', message: 'x' } },
    },
    'wait seven seconds': { status: 429, headers: { 'retry-after': '7' } },
    'an error page that repeats our token': {
      status: 502,
      body: { error: { code: `Bearer ${secret} is bad` } },
    },
    'a refusal that repeats our token': {
      status: 403,
      body: { error: { code: `Bearer ${secret} is bad`, message: `Bearer ${secret}` } },
    },
  };
  return {
    platform: on.teams.platform,
    account: {
      platform: 'teams',
      home: tenantId,
      user: ada.aadObjectId,
      address: { serviceUrl, conversationId, tenantId, mri: ada.id, aadObjectId: ada.aadObjectId },
    },
    posted: { platform: 'teams', ref: { serviceUrl, conversationId, activityId: '1' } },
    is(mood) {
      // The keys by which Teams signs are not part of what is promised.
      on.tenant.faults.push(({ operation }) => (operation === 'keys' ? undefined : answers[mood]));
    },
    calls: () => on.tenant.ledger.entries.filter(({ direction }) => direction === 'from bot').length,
    async fails() {
      await on.tenant.say(ada, on.tenant.chat(ada), 'list');
      await until('a line in the log', () => on.log().includes('could not be delivered'));
    },
    log: () => on.log(),
    token: secret,
    close: () => on.close(),
  };
}

/**
 * A card as each chat shows it: what would be sent, the commands that its buttons and forms carry back to us, and what is told to whoever
 * does not see it.
 */
export const shapes = {
  slack: (card: Card) => {
    const drawn = slack.needsDialog(card) ? slack.modalOf(card) : slack.messageOf(card);
    const carried = [
      ...values(drawn, 'value').flatMap((value) => (isCommand(value) ? [JSON.parse(value)] : [])),
      ...values(drawn, 'private_metadata').map((value) => JSON.parse(String(value))),
    ];
    // A window has a title, a message the words of its notification.
    const { text, title } = drawn as { text?: string; title?: { text: string } };
    return { drawn, carried, told: text ?? title?.text };
  },
  teams: (card: Card) => {
    const drawn = card.place === 'dialog' ? teams.dialogOf(card) : teams.messageOf(card);
    const [fallback] = values(drawn, 'fallbackText');
    const [speak] = values(drawn, 'speak');
    return {
      drawn,
      carried: values(drawn, 'data').map(commandIn),
      told: fallback === speak ? speak : undefined,
    };
  },
};

const isCommand = (value: unknown): value is string =>
  typeof value === 'string' && value.startsWith('{"type":');

/** All values of this name, wherever they stand. */
function values(node: unknown, name: string): unknown[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => (key === name ? [value] : values(value, name)));
}
