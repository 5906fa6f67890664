import { pickForm } from '../../../src/core/views/pick';
import { wordsIn } from '../../../src/core/words';
import type { Reply } from '../../../src/handlers/handle';
import {
  type Bot,
  card,
  command,
  event,
  home,
  interaction,
  type Json,
  press,
  type Sent,
  send,
  startBot,
  startWebApi,
  submission,
  until,
  type WebApi,
} from './fake-slack';

const key = 'XXXXX-FAKEX-XXXXX-XXXXX-XXXXX';
const ask = { type: 'list' };

const here = card();
const beside = card({ title: 'Not yours', place: 'beside' });
const form = card({
  title: 'Request',
  place: 'dialog',
  blocks: [
    {
      type: 'form',
      submit: 'Request',
      press: { type: 'request', request: 'r1', benefit: 'b1' },
      fields: [{ name: 'reason', label: 'Reason', kind: 'text', lines: 'many', most: 1000 }],
    },
  ],
});
const shown = card({
  title: 'Your key',
  place: 'dialog',
  blocks: [{ type: 'code', label: 'Key', text: key }],
});

let webApi: WebApi;
let bot: Bot;
/** The same with hardly any patience. */
let hasty: Bot;
/** What became of the card that shows a key. */
let seen: boolean[];

beforeEach(async () => {
  webApi = await startWebApi();
  bot = await startBot(webApi);
  hasty = await startBot(webApi, {}, 10);
  seen = [];
});
afterEach(async () => {
  // Wherever a key may be shown, it is never in a message.
  const messages = webApi.calls.filter(({ method }) => !method.startsWith('views.'));
  expect(JSON.stringify([messages, bot.logged, hasty.logged])).not.toContain(key);
  await bot.stop();
  await hasty.stop();
  await webApi.stop();
});

const reply = (given: Reply['card']): Reply => ({
  card: given,
  seen: async (shown) => void seen.push(shown),
});

/** Says something, lets the bot answer with a card, and waits until all of its answer is out. */
async function say(given: Reply['card'], body: string, type: 'form' | 'json' = 'form'): Promise<Sent> {
  bot.replies(() => reply(given));
  const sent = await send(bot.url, body, type);
  await until(() => seen.length > 0);
  return sent;
}

/** The same, with a reply that comes only after Slack had its acknowledgement. */
async function sayLate(given: Reply['card'], body: string, type: 'form' | 'json' = 'form'): Promise<Sent> {
  let come: ((reply: Reply) => void) | undefined;
  hasty.replies(
    () =>
      new Promise((resolve) => {
        come = resolve;
      }),
  );
  const sent = await send(hasty.url, body, type);
  await until(() => come !== undefined);
  come?.(reply(given));
  await until(() => seen.length > 0);
  return sent;
}

const titleOf = (message: Json | undefined) =>
  (message as { blocks: Array<{ text?: { text: string } }> }).blocks[0]?.text?.text;
const viewTitle = (call: Json) => (call as { view: { title: { text: string } } }).view.title.text;
const sorry = 'The window could not be opened in time. Please try once more.';
const expired = () => ({ ok: false, error: 'expired_trigger_id' });

describe('a slash command', () => {
  const typed = () => command('list', { response_url: webApi.responseUrl });

  test('is answered in the acknowledgement, for the person alone', async () => {
    const { status, body } = await say(here, typed());
    expect(status).toBe(200);
    expect(body).toEqual({
      response_type: 'ephemeral',
      text: 'Benefits\nFour of them are left.',
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: 'Benefits', emoji: false } },
        { type: 'section', text: { type: 'plain_text', text: 'Four of them are left.', emoji: false } },
      ],
    });
    expect(webApi.calls.map(({ method }) => method)).toEqual(['users.info']);
  });

  test.each(['dialog', 'here'] as const)('opens a form at once, placed %s', async (place) => {
    expect(await say({ ...form, place }, typed())).toEqual({ status: 200, body: undefined });
    expect(webApi.of('views.open')).toMatchObject([
      {
        trigger_id: expect.stringContaining('trigger-'),
        view: { type: 'modal', submit: { text: 'Request' } },
      },
    ]);
    expect(seen).toEqual([true]);
  });

  test('says so when the window does not open in time', async () => {
    webApi.answers['views.open'] = expired;
    await say(shown, typed());
    expect(seen).toEqual([false]);
    await until(() => webApi.of('response-url').length > 0);
    expect(webApi.of('response-url')).toMatchObject([{ response_type: 'ephemeral', text: sorry }]);
    expect(bot.logged.join('')).toContain('"code":"expired_trigger_id"');
  });

  test('that takes long is told so, and answered by its response URL', async () => {
    const { body } = await sayLate(here, typed());
    expect(titleOf(body)).toBe('Working on it');
    expect(webApi.of('response-url')).toMatchObject([
      { response_type: 'ephemeral', text: 'Benefits\nFour of them are left.' },
    ]);
  });

  test('that takes long does not show a key: its window can no longer be opened', async () => {
    await sayLate(shown, typed());
    expect(seen).toEqual([false]);
    expect(webApi.of('views.open')).toEqual([]);
    expect(webApi.of('response-url')).toMatchObject([{ text: sorry }]);
  });
});

describe('a direct message', () => {
  const typed = (more: Json = {}) => event({ type: 'message', channel_type: 'im', text: 'list', ...more });

  test('is acknowledged and answered by a message', async () => {
    expect(await say(here, typed(), 'json')).toEqual({ status: 200, body: undefined });
    expect(webApi.of('chat.postMessage')).toMatchObject([
      {
        channel: 'D1',
        text: 'Benefits\nFour of them are left.',
        unfurl_links: 'false',
        unfurl_media: 'false',
      },
    ]);
  });

  test('in a thread is answered in the thread', async () => {
    await say(here, typed({ thread_ts: '1700000000.000001' }), 'json');
    expect(webApi.of('chat.postMessage')).toMatchObject([{ thread_ts: '1700000000.000001' }]);
  });

  test('cannot open a window: it says how to get one', async () => {
    await say(shown, typed(), 'json');
    expect(seen).toEqual([false]);
    expect(webApi.of('chat.postMessage')).toMatchObject([
      { text: 'This opens in a window. Please type /benefits followed by the same words.' },
    ]);
  });

  test('that takes long gets its answer in the place of "working on it"', async () => {
    await sayLate(here, typed(), 'json');
    expect(webApi.of('chat.postMessage').map(titleOf)).toEqual(['Working on it']);
    expect(webApi.of('chat.update')).toMatchObject([{ channel: 'D1', ts: '1700000000.000100' }]);
    expect(webApi.of('chat.update').map(titleOf)).toEqual(['Benefits']);
  });

  test('that Slack sends again is answered once, unless we failed', async () => {
    const again = typed();
    // The same event in other bytes, as a later second would sign it.
    const later = again.replace('{', '{ ');
    bot.replies(() => {
      throw new Error('out of order');
    });
    expect((await send(bot.url, again, 'json')).status).toBe(500);
    await say(here, again, 'json');
    expect(await send(bot.url, later, 'json', { 'x-slack-retry-num': '1' })).toMatchObject({ status: 200 });
    expect(webApi.of('chat.postMessage')).toHaveLength(1);
    expect(bot.heard).toHaveLength(2);
  });

  test('is acknowledged only after it was heard', async () => {
    bot.replies(() => {
      throw new Error('out of order');
    });
    expect(await send(bot.url, typed(), 'json')).toEqual({ status: 500, body: undefined });
  });
});

test('a mention in a channel is answered to the person alone', async () => {
  await say(here, event({ type: 'app_mention', channel: 'C1', text: '<@UBOT> list' }), 'json');
  expect(webApi.of('chat.postEphemeral')).toMatchObject([{ channel: 'C1', user: 'U1' }]);
  expect(webApi.of('chat.postMessage')).toEqual([]);
});

describe('a button in a message', () => {
  const pressed = () => press(JSON.stringify(ask), { response_url: webApi.responseUrl });

  test('puts the answer in the place of the card', async () => {
    expect(await say(here, pressed())).toEqual({ status: 200, body: undefined });
    expect(webApi.of('response-url')).toMatchObject([{ replace_original: true }]);
    expect(webApi.of('response-url').map(titleOf)).toEqual(['Benefits']);
  });

  test('leaves the card and answers beside it', async () => {
    await say(beside, pressed());
    expect(webApi.of('response-url')).toMatchObject([
      { response_type: 'ephemeral', replace_original: false },
    ]);
  });

  test('opens a window that shows a key', async () => {
    await say(shown, pressed());
    expect(seen).toEqual([true]);
    expect(JSON.stringify(webApi.of('views.open'))).toContain(key);
    expect(webApi.of('response-url')).toEqual([]);
  });

  test('shows no key when its window does not open', async () => {
    webApi.answers['views.open'] = expired;
    await say(shown, pressed());
    await until(() => webApi.of('response-url').length > 0);
    expect(seen).toEqual([false]);
    expect(webApi.of('response-url')).toMatchObject([{ text: sorry, replace_original: false }]);
  });

  test('that takes long says so beside the card, then replaces it', async () => {
    await sayLate(here, pressed());
    expect(webApi.of('response-url').map(titleOf)).toEqual(['Working on it', 'Benefits']);
    expect(webApi.of('response-url')).toMatchObject([
      { replace_original: false },
      { replace_original: true },
    ]);
  });

  test('that takes long to show a key asks for another press and keeps the card', async () => {
    await sayLate({ ...shown, place: 'here' }, pressed());
    expect(seen).toEqual([false]);
    expect(webApi.of('response-url').at(-1)).toMatchObject({ text: sorry, replace_original: false });
  });

  test('is acknowledged even if Slack takes no answer, and the log has the code alone', async () => {
    webApi.answers['response-url'] = () => ({ status: 404, body: 'used_url' });
    expect((await say(here, pressed())).status).toBe(200);
    expect(bot.logged.map((line) => JSON.parse(line))).toMatchObject([{ call: 'message', code: 'http_404' }]);
  });
});

describe('a button in a window', () => {
  const pressed = () => press(JSON.stringify(ask), { view: { id: 'V1' } });

  test('puts the answer in the place of the window', async () => {
    await say(here, pressed());
    expect(webApi.of('views.update')).toMatchObject([
      { view_id: 'V1', view: { title: { text: 'Benefits' } } },
    ]);
  });

  test.each([
    ['a refusal', beside, 'Not yours'],
    ['a form', form, 'Request'],
  ])('lays %s over the window', async (_, given, title) => {
    await say(given, pressed());
    expect(webApi.of('views.push').map(viewTitle)).toEqual([title]);
    expect(webApi.of('views.update')).toEqual([]);
  });

  test('takes the place of the window when no more windows fit', async () => {
    webApi.answers['views.push'] = () => ({ ok: false, error: 'push_limit_reached' });
    await say(shown, pressed());
    expect(webApi.of('views.update').map(viewTitle)).toEqual(['Your key']);
    expect(seen).toEqual([true]);
  });

  test('that takes long updates the window', async () => {
    await sayLate(form, pressed());
    expect(webApi.of('views.push')).toEqual([]);
    expect(webApi.of('views.update').map(viewTitle)).toEqual(['Request']);
  });
});

describe('a form', () => {
  const sentIn = () => submission(JSON.stringify({ type: 'deny', request: 'r1', version: 1 }), {});

  test.each([
    [here, 'update'],
    [shown, 'update'],
    [beside, 'push'],
  ] as const)('becomes the answer; a refusal lies over it: %#', async (given, response_action) => {
    const { body } = await say(given, sentIn());
    expect(body).toMatchObject({
      response_action,
      view: { type: 'modal', title: { text: given.title } },
    });
    expect(body?.view).not.toHaveProperty('submit');
    expect(webApi.calls.map(({ method }) => method)).toEqual(['users.info']);
    expect(seen).toEqual([true]);
  });

  test('that takes long says so, then becomes the answer', async () => {
    const { body } = await sayLate(here, sentIn());
    expect(body).toMatchObject({ response_action: 'update', view: { title: { text: 'Working on it' } } });
    expect(webApi.of('views.update')).toMatchObject([
      { view_id: 'V1', view: { title: { text: 'Benefits' } } },
    ]);
  });
});

describe('what comes into a window', () => {
  const asking = () =>
    press('{"type":"ask","benefit":"3f2b8f0e-6a51-4a57-9a53-000000000100"}', {
      response_url: webApi.responseUrl,
    });
  const form = card({ title: 'Request a benefit', place: 'dialog' });

  test('and is late finds one that says so, and takes its place as it was drawn last', async () => {
    webApi.answers['views.open'] = () => ({ ok: true, view: { id: 'V7', hash: 'h7' } });
    await sayLate(form, asking());
    expect(webApi.of('views.open').map(viewTitle)).toEqual(['Working on it']);
    expect(webApi.of('views.update')).toMatchObject([{ view_id: 'V7', hash: 'h7' }]);
    expect(webApi.of('views.update').map(viewTitle)).toEqual(['Request a benefit']);
    expect(webApi.of('response-url')).toEqual([]);
    expect(seen).toEqual([true]);
  });

  test('and is late, from inside a window, lies over it', async () => {
    webApi.answers['views.push'] = () => ({ ok: true, view: { id: 'V8', hash: 'h8' } });
    await sayLate(form, press('{"type":"away-form"}', { view: { id: 'V1' } }));
    expect(webApi.of('views.push').map(viewTitle)).toEqual(['Working on it']);
    expect(webApi.of('views.update')).toMatchObject([{ view_id: 'V8', hash: 'h8' }]);
  });

  test('that was closed meanwhile is said to be pressed again', async () => {
    webApi.answers['views.open'] = () => ({ ok: true, view: { id: 'V7', hash: 'h7' } });
    webApi.answers['views.update'] = () => ({ ok: false, error: 'not_found' });
    await sayLate(form, asking());
    await until(() => webApi.of('response-url').length > 0);
    expect(webApi.of('response-url')).toMatchObject([{ text: sorry }]);
    expect(seen).toEqual([false]);
  });
});

describe('beside messages', () => {
  const act = { team: { id: home }, user: { id: 'U1', team_id: home } };

  test('a shortcut opens a window; where it does not open, a message says so', async () => {
    const shortcut = () =>
      interaction({
        ...act,
        type: 'shortcut',
        callback_id: 'request_benefit',
        trigger_id: `s${Math.random()}`,
      });
    await say(card({ title: 'Request a benefit', place: 'dialog' }), shortcut());
    expect(webApi.of('views.open').map(viewTitle)).toEqual(['Request a benefit']);
    webApi.answers['views.open'] = expired;
    seen.length = 0;
    await say(card({ title: 'Request a benefit', place: 'dialog' }), shortcut());
    await until(() => webApi.of('chat.postMessage').length > 0);
    expect(webApi.of('chat.postMessage')).toMatchObject([{ channel: 'U1', text: sorry }]);
  });

  test('what somebody is typing is answered with what fits, and with nothing by a refusal', async () => {
    const typing = (value: string) =>
      interaction({ ...act, type: 'block_suggestion', block_id: 'benefit', action_id: 'benefits', value });
    const fitting = Array.from({ length: 101 }, (_, at) => ({ value: `b${at}`, label: `Benefit ${at}` }));
    bot.replies(() => ({ card: pickForm({ words: wordsIn('en'), locale: 'en', now: '' }, fitting) }));
    const { body } = await send(bot.url, typing('ben'));
    expect((body as { options: unknown[] }).options).toHaveLength(100);
    expect((body as { options: unknown[] }).options[0]).toMatchObject({
      text: { text: 'Benefit 0' },
      value: 'b0',
    });
    bot.replies(() => ({ card: card({ place: 'beside' }) }));
    expect((await send(bot.url, typing('bene'))).body).toEqual({ options: [] });
  });
});
