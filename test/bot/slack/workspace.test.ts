import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { createSlack, readView, type Slack as Workspace } from '../../../playground/slack';
import { makeServer } from '../../../src/bot/http';
import { makeSlack, type Slack } from '../../../src/bot/slack';
import type { Card } from '../../../src/core/card';
import type { Handle } from '../../../src/handlers/handle';
import type { Account } from '../../../src/store/store';
import { card, home } from './fake-slack';

const key = 'XXXXX-FAKEX-XXXXX-XXXXX-XXXXX';
const benefit = '3f2b8f0e-6a51-4a57-9a53-0c7e2f1f9a10';

/** A bot of four cards, enough to walk through every surface Slack has for us. */
const cards: Record<string, (input: Record<string, unknown>) => Card> = {
  say: ({ text, dialog }) => (text === 'request' && dialog ? form : offer),
  show: () => card({ title: 'Windows 11', blocks: [{ type: 'text', text: '4 of 5 left' }] }),
  list: () => card({ title: 'Not now', place: 'beside', blocks: [] }),
  ask: () => form,
  request: ({ reason, language }) =>
    card({ title: 'Asked', blocks: [{ type: 'text', text: `In ${language}, as ${reason}` }] }),
  'show-key': () =>
    card({ title: 'Your key', place: 'dialog', blocks: [{ type: 'code', label: 'Windows 11', text: key }] }),
};
const offer = card({
  title: 'Windows 11',
  blocks: [
    {
      type: 'buttons',
      buttons: [
        { label: 'Details', press: { type: 'show', benefit } },
        { label: 'Other', press: { type: 'list' } },
        { label: 'Request', press: { type: 'ask', benefit } },
        { label: 'Show key', press: { type: 'show-key', holding: benefit } },
      ],
    },
  ],
});
const form = card({
  title: 'Request Windows 11',
  place: 'dialog',
  blocks: [
    {
      type: 'form',
      submit: 'Request',
      press: { type: 'request', request: benefit, benefit },
      fields: [
        {
          name: 'language',
          label: 'Language',
          kind: 'choice',
          choices: ['English', 'German'].map((value) => ({ value, label: value })),
          initial: 'English',
        },
        { name: 'reason', label: 'Reason', kind: 'text', lines: 'many', most: 1000 },
      ],
    },
  ],
});

let workspace: Workspace;
let bot: Slack;
let server: Server;
const standings: unknown[] = [];
const left = jest.fn(async (_home: string, _user: string) => {});

beforeAll(async () => {
  workspace = createSlack({
    botUrl: 'http://127.0.0.1:1',
    signingSecret: 'secret-of-the-workspace',
    botToken: 'xoxb-workspace',
    teamId: home,
    retryDelaysMs: [0, 0, 0],
    people: [
      { id: 'U1', name: 'ada' },
      { id: 'U2', name: 'guest', is_restricted: true },
      { id: 'U3', name: 'visitor', team_id: 'T0OTHER', is_stranger: true },
      { id: 'U4', name: 'dana' },
    ],
  });
  workspace.addChannel({ id: 'C1', name: 'general', members: ['U1', 'U2', 'U3', workspace.app.botUserId] });
  const origin = await workspace.listen();

  const handle: Handle = Object.assign(
    async (input: unknown, from: { profile: unknown }) => {
      standings.push(from.profile);
      const command = input as { type: string };
      return { card: (cards[command.type] as (typeof cards)[string])(command) };
    },
    { working: () => card() },
  );
  bot = makeSlack({
    config: {
      botToken: 'xoxb-workspace',
      signingSecret: 'secret-of-the-workspace',
      teamIds: [home],
      apiUrl: `${origin}/api/`,
    },
    handle,
    log: pino({ enabled: false }),
    left,
  });
  server = makeServer(bot.routes, () => {}).listen(0, '127.0.0.1');
  await once(server, 'listening');
  workspace.botUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  await bot.start();
});
afterAll(async () => {
  await bot.stop();
  server.close();
  server.closeAllConnections();
  await workspace.stop();
});

const lastIn = (channel: string) => workspace.messages('U1', channel).at(-1);
const frontOf = () => {
  const view = workspace.views('U1').at(-1);
  return view && readView(view);
};

test('a command, a button in its answer, a form and its answer', async () => {
  await workspace.slash('U1', 'C1', '/benefits', 'windows');
  expect(lastIn('C1')).toMatchObject({ ephemeral: true, reading: expect.stringContaining('Windows 11') });

  const at = () => ({ channel: 'C1', ts: lastIn('C1')?.ts as string });
  await workspace.press('U1', at(), { label: 'Other' });
  await workspace.until('a word beside', () => lastIn('C1')?.reading.includes('Not now'));
  expect(workspace.messages('U1', 'C1')).toHaveLength(2);

  await workspace.slash('U1', 'C1', '/benefits', 'request');
  const view = await workspace.until('a form', () => workspace.views('U1').at(-1));
  await workspace.submit('U1', view.id, { language: 'German', reason: 'for the lab' });
  expect(frontOf()).toContain('In German, as for the lab');
});

test('a direct message, a card replaced in its place, and a key in a window', async () => {
  const im = workspace.conversations('U1').find(({ kind }) => kind === 'im')?.id as string;
  await workspace.say('U1', im, 'windows');
  await workspace.until('an answer', () => lastIn('im')?.author.isBot);
  const at = { channel: im, ts: lastIn('im')?.ts as string };

  await workspace.press('U1', at, { label: 'Show key' });
  await workspace.until('a window', () => frontOf()?.includes(key));
  expect(JSON.stringify(workspace.messages('U1', 'im'))).not.toContain(key);

  await workspace.press('U1', at, { label: 'Details' });
  await workspace.until('the details', () => lastIn('im')?.reading.includes('4 of 5 left'));
  expect(workspace.messages('U1', 'im')).toHaveLength(2);
});

test('a notice is a direct message, and can be drawn again', async () => {
  const account: Account = { platform: 'slack', home, user: 'U1', address: null };
  const outcome = await bot.platform.deliver(account, card({ title: 'Approved' }));
  expect(outcome).toMatchObject({ sent: true });
  if (!outcome.sent) return;
  await bot.platform.redraw(outcome.posted, card({ title: 'Cancelled' }));
  expect(lastIn('im')?.reading).toContain('Cancelled');
  expect(await bot.platform.check()).toEqual({ ok: true });
});

test('a guest and a visitor are strangers', async () => {
  standings.length = 0;
  await workspace.slash('U2', 'C1', '/benefits', 'list');
  await workspace.slash('U3', 'C1', '/benefits', 'list');
  expect(standings).toMatchObject([{ standing: 'stranger' }, { standing: 'stranger' }]);
});

test('a member who is deactivated has left, also when that could not be remembered at once; a visitor has not', async () => {
  left.mockRejectedValueOnce(new Error('the database is away'));
  await workspace.deactivate('U4');
  await workspace.settled();
  await workspace.reactivate('U4');
  await workspace.deactivate('U3');
  expect(left.mock.calls).toEqual([
    [home, 'U4'],
    [home, 'U4'],
  ]);
  const answers = workspace.ledger
    .deliveries('event_callback')
    .filter(({ body }) => (body.event as { type: string }).type === 'user_change')
    .map(({ answer }) => answer?.kind === 'answered' && answer.status);
  expect(answers).toEqual([500, 200, 200, 200]);
});
