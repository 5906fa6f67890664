import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { createSlack, type Slack } from '../../../playground/slack';
import { ann, bob, button, modal, section } from './throwaway-bot';

/** A real Bolt app against the local Slack, over HTTP both ways: the shapes are what Bolt's own code expects. */
let slack: Slack;
let server: Server;
const seen: string[] = [];
const picker = modal({
  callback_id: 'ask',
  notify_on_close: true,
  blocks: [
    {
      type: 'input',
      label: { type: 'plain_text', text: 'Benefit' },
      element: { type: 'external_select', action_id: 'which' },
    },
  ],
});

beforeAll(async () => {
  slack = createSlack({
    botUrl: '',
    signingSecret: 'signing-secret',
    botToken: 'xoxb-bolt',
    people: [ann, bob],
    answerWithinMs: 1_000,
  });
  const origin = await slack.listen();
  const receiver = new HTTPReceiver({ signingSecret: 'signing-secret', logLevel: LogLevel.ERROR });
  const app = new App({
    token: 'xoxb-bolt',
    receiver,
    convoStore: false,
    deferInitialization: true,
    clientOptions: { slackApiUrl: `${origin}/api/`, retryConfig: { retries: 0 } },
  });
  app.command('/benefits', async ({ ack, command, client }) => {
    seen.push(`command ${command.text}`);
    if (command.text === 'pick') {
      await client.views.open({ trigger_id: command.trigger_id, view: picker as never });
      return ack();
    }
    if (command.text === 'request')
      await client.views.open({
        trigger_id: command.trigger_id,
        view: modal({ callback_id: 'ask' }) as never,
      });
    await ack(
      command.text === 'request'
        ? undefined
        : {
            text: 'List',
            blocks: [section('Windows 11', { accessory: button('Details', { value: 'b1' }) })] as never,
          },
    );
  });
  app.action({ type: 'block_actions', action_id: 'go' }, async ({ ack, action, body, respond }) => {
    await ack();
    seen.push(`action ${'value' in action ? action.value : ''} by ${body.user.id}`);
    await respond({ replace_original: true, text: 'Two left' });
  });
  app.view('ask', async ({ ack, view, body, client }) => {
    const reason = view.state.values.reason?.text?.value;
    if (reason === 'no') return ack({ response_action: 'errors', errors: { reason: 'Say why' } });
    await ack();
    await client.chat.postMessage({ channel: body.user.id, text: `Asked: ${reason}` });
  });
  app.view({ callback_id: 'ask', type: 'view_closed' }, async ({ ack }) => ack());
  app.options('which', async ({ ack, options }) =>
    ack({ options: [{ text: { type: 'plain_text', text: `${options.value}!` }, value: 'v' }] }),
  );
  app.message(async ({ message, say }) => {
    seen.push(`message ${'text' in message ? message.text : ''}`);
    await say('I heard you');
  });
  app.event('app_mention', async ({ event, say }) => {
    await say(`Hello <@${event.user}>`);
  });
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({
      user_id: event.user,
      view: { type: 'home', blocks: [section('Home') as never] },
    });
  });
  app.shortcut('ask', async ({ ack, body }) => {
    await ack();
    seen.push(`shortcut ${body.callback_id}`);
  });
  await app.init();
  server = createServer((request, response) => receiver.requestListener(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  slack.botUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
});

afterAll(async () => {
  await slack.settled();
  await slack.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

it('answers a command, and a button on the answer replaces it', async () => {
  const { message } = await slack.slash(ann.id, '#general', '/benefits', 'list');
  expect(message).toMatchObject({ text: 'List', onlyFor: ann.id });
  await slack.press(ann.id, message!, { label: 'Details' });
  const replaced = await slack.until('the replaced list', () =>
    slack.messages(ann.id, '#general').find(({ text }) => text === 'Two left'),
  );
  expect(replaced).toMatchObject({ ts: message?.ts, ephemeral: true });
  expect(seen).toContain('action b1 by U0ANN');
});

it('opens a modal, refuses a submission, then takes it', async () => {
  await slack.slash(ann.id, 'im', '/benefits', 'request');
  const [view] = slack.views(ann.id);
  expect(await slack.submit(ann.id, view!.id, { Reason: 'no' })).toMatchObject({
    errors: { reason: 'Say why' },
  });
  await slack.submit(ann.id, view!.id, { Reason: 'a new laptop' });
  expect(slack.views(ann.id)).toEqual([]);
  await slack.until('the message', () =>
    slack.messages(ann.id).find(({ text }) => text === 'Asked: a new laptop'),
  );
});

it('offers options as they are typed, and tells that the modal was closed', async () => {
  await slack.slash(ann.id, 'im', '/benefits', 'pick');
  const [view] = slack.views(ann.id);
  const { options } = await slack.suggest(ann.id, view!.id, 'which', 'vis');
  expect(options).toMatchObject([{ text: { text: 'vis!' }, value: 'v' }]);
  expect(await slack.close(ann.id, view!.id)).toMatchObject({ sent: true, answer: { status: 200 } });
});

it('hears a direct message once and not itself', async () => {
  await slack.say(bob.id, 'im', 'hello there');
  await slack.until('an answer', () => slack.messages(bob.id).find(({ text }) => text === 'I heard you'));
  await slack.settled();
  expect(seen.filter((line) => line.startsWith('message'))).toEqual(['message hello there']);
  expect(slack.messages(bob.id)).toHaveLength(2);
});

it('hears a mention, a shortcut, and the Home tab', async () => {
  await slack.say(ann.id, '#general', '@benefits hi');
  await slack.until('an answer', () =>
    slack.messages(bob.id, '#general').find(({ text }) => text === 'Hello <@U0ANN>'),
  );
  await slack.openHome(ann.id);
  await slack.until('Home', () => slack.home(ann.id));
  await slack.shortcut(ann.id, 'ask');
  expect(seen).toContain('shortcut ask');
});

it.each([
  ['wrong', 401],
  ['missing', 401],
  ['stale', 401],
] as const)('turns away a %s signature', async (signature, status) => {
  const before = seen.length;
  const { answer } = await slack.raw.post('command=%2Fbenefits&text=raw', { signature });
  expect(answer).toMatchObject({ status });
  expect(seen).toHaveLength(before);
});

it('passes the checks of a request address', async () => {
  expect((await slack.raw.urlVerification('abc')).answer).toMatchObject({
    status: 200,
    body: '{"challenge":"abc"}',
  });
  expect((await slack.raw.sslCheck()).answer).toMatchObject({ status: 200 });
});
