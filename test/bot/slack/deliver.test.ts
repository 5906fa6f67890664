import { WebAPIRequestError } from '@slack/web-api';
import pino from 'pino';
import { slackPlatform } from '../../../src/bot/slack/deliver';
import { codeOf, failureOf } from '../../../src/bot/slack/failure';
import { clientsOf } from '../../../src/bot/slack/web-api';
import { everywhere } from '../../../src/bot/slack/workspaces';
import type { Account } from '../../../src/store/store';
import { type Answering, card, home, startWebApi, token, type WebApi } from './fake-slack';

let webApi: WebApi;
let lines: string[];
beforeEach(async () => {
  webApi = await startWebApi();
  lines = [];
});
afterEach(() => webApi.stop());

const platform = () =>
  slackPlatform(
    everywhere(
      clientsOf(
        token,
        `${webApi.url}/api/`,
        pino({ base: null }, { write: (line: string) => void lines.push(line) }),
      ),
    ),
    new Set(['T0HOME']),
  );
const ada: Account = { platform: 'slack', home, user: 'U1', address: null };
const posted = { platform: 'slack' as const, ref: { channel: 'D-U1', ts: '1700000000.000100' } };
const notice = card({ title: 'Approved', blocks: [{ type: 'text', text: 'R&D may <use> it.' }] });

test('a call in a channel mentions one person and nobody else', async () => {
  const words = 'there is something for you, <!channel>';
  const call = (user: string) =>
    platform().call({ account: { ...ada, user }, name: 'Ada', channel: 'C0HELP', words });
  expect(await call('U1')).toMatchObject({ sent: true });
  expect(webApi.of('chat.postMessage')).toMatchObject([
    { channel: 'C0HELP', text: '<@U1> there is something for you, &lt;!channel&gt;' },
  ]);
  // A people file may hold anything in the place of an id.
  expect(await call('!here')).toEqual({ sent: false, tryAgain: false, reason: 'user_not_found' });
});

describe('a card for somebody', () => {
  test('is a direct message, and says where it is', async () => {
    expect(await platform().deliver(ada, notice)).toEqual({ sent: true, posted });
    expect(webApi.calls.map(({ method }) => method)).toEqual(['conversations.open', 'chat.postMessage']);
    expect(webApi.of('chat.postMessage')).toMatchObject([
      {
        channel: 'D-U1',
        text: 'Approved\nR&amp;D may &lt;use&gt; it.',
        unfurl_links: 'false',
        unfurl_media: 'false',
      },
    ]);
  });

  test('opens the conversation once', async () => {
    const slack = platform();
    await slack.deliver(ada, notice);
    await slack.deliver(ada, notice);
    await slack.deliver({ ...ada, user: 'U2' }, notice);
    expect(webApi.of('conversations.open')).toEqual([{ users: 'U1' }, { users: 'U2' }]);
  });

  test('goes where they last spoke', async () => {
    await platform().deliver({ ...ada, address: { channel: 'D9' } }, notice);
    expect(webApi.calls).toMatchObject([{ method: 'chat.postMessage', args: { channel: 'D9' } }]);
  });

  test('opens the conversation again when the known one is gone', async () => {
    webApi.answers['chat.postMessage'] = ({ channel }) =>
      channel === 'D9'
        ? { ok: false, error: 'channel_not_found' }
        : { ok: true, channel, ts: '1700000000.000100' };
    expect(await platform().deliver({ ...ada, address: { channel: 'D9' } }, notice)).toEqual({
      sent: true,
      posted,
    });
  });

  test('never has a key in it, whatever it is given', async () => {
    const key = 'XXXXX-FAKEX-XXXXX-XXXXX-XXXXX';
    await platform().deliver(ada, card({ blocks: [{ type: 'code', label: 'Key', text: key }] }));
    expect(JSON.stringify(webApi.calls)).not.toContain(key);
  });
});

describe('a card in the place of another', () => {
  test('updates the message', async () => {
    expect(await platform().redraw(posted, notice)).toEqual({ sent: true, posted });
    expect(webApi.of('chat.update')).toMatchObject([{ channel: 'D-U1', ts: '1700000000.000100' }]);
  });

  test('of which we do not know where it is, is not tried again', async () => {
    expect(await platform().redraw({ platform: 'slack', ref: { activity: 1 } }, notice)).toEqual({
      sent: false,
      tryAgain: false,
      gone: true,
      reason: 'unknown_ref',
    });
  });
});

const says =
  (error: string): Answering =>
  () => ({ ok: false, error });
const final = (reason: string) => ({ sent: false, tryAgain: false, reason });
const again = (reason: string, more = {}) => ({ sent: false, tryAgain: true, reason, ...more });

describe.each(['chat.postMessage', 'conversations.open', 'chat.update'])('when %s', (method) => {
  test.each<[string, Answering, object]>([
    ...['message_not_found', 'cant_update_message', 'edit_window_closed'].map(
      (word): [string, Answering, object] => [`says ${word}`, says(word), { ...final(word), gone: true }],
    ),
    ...[
      'is_archived',
      'user_not_found',
      'user_disabled',
      'users_not_found',
      'not_in_channel',
      'cannot_dm_bot',
      'msg_blocks_too_long',
      'invalid_blocks',
      'invalid_arguments',
      'restricted_action',
      'a_word_of_tomorrow',
    ].map((word): [string, Answering, object] => [`says ${word}`, says(word), final(word)]),
    ...['ratelimited', 'internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'].map(
      (word): [string, Answering, object] => [`says ${word}`, says(word), again(word)],
    ),
    ...['invalid_auth', 'token_revoked', 'account_inactive', 'not_authed', 'missing_scope'].map(
      (word): [string, Answering, object] => [
        `says ${word}, which somebody has to repair`,
        says(word),
        again(word),
      ],
    ),
    [
      'asks to wait',
      () => ({ status: 429, headers: { 'retry-after': '30' } }),
      again('ratelimited', { after: 30_000 }),
    ],
    ['asks to wait without saying how long', () => ({ status: 429 }), again('failed')],
    ['is unwell', () => ({ status: 503, body: 'sorry' }), again('http_503')],
    ['answers with a page', () => ({ status: 200, body: `<p>${token}</p>` }), again('unknown_error')],
    ['breaks the line', () => 'break', again('network')],
  ])('%s', async (_, answer, outcome) => {
    webApi.answers[method] = answer;
    const slack = platform();
    const result =
      method === 'chat.update' ? await slack.redraw(posted, notice) : await slack.deliver(ada, notice);
    expect(result).toEqual(outcome);
    expect(webApi.of(method)).toHaveLength(1);
    expect(lines.join('')).not.toMatch(/xoxb|R&D/);
  });
});

test('a call that takes too long is tried again', () => {
  const slow = new WebAPIRequestError(Object.assign(new Error('aborted'), { name: 'TimeoutError' }));
  expect(failureOf(slow)).toEqual(again('timeout'));
  expect(codeOf(new TypeError('of ours'))).toBe('failed');
});

test('a channel that is not there is final', async () => {
  webApi.answers['chat.postMessage'] = says('channel_not_found');
  expect(await platform().deliver(ada, notice)).toEqual(final('channel_not_found'));
});

describe('whether Slack knows us', () => {
  test('yes', async () => expect(await platform().check()).toEqual({ ok: true }));
  test.each<[Answering, string]>([
    [says('invalid_auth'), 'invalid_auth'],
    [() => 'break', 'network'],
  ])('no: %#', async (answer, reason) => {
    webApi.answers['auth.test'] = answer;
    expect(await platform().check()).toEqual({ ok: false, reason });
  });
});
