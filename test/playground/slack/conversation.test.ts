import { ann, bob, button, dig, modal, type Scene, scene, section } from './throwaway-bot';

let s: Scene;
beforeEach(async () => {
  s = await scene();
});
afterEach(() => s.end());

describe('a slash command', () => {
  it('reaches the bot as a signed form and is answered to the asker alone', async () => {
    s.reply(() => ({ body: { text: 'Two Windows 11 keys left' } }));
    const outcome = await s.slack.slash(ann.id, '#general', '/benefits', 'list software');

    expect(s.heard[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(s.heard[0]?.body).toMatchObject({
      command: '/benefits',
      text: 'list software',
      user_id: 'U0ANN',
      user_name: 'ann',
      team_id: 'T0HOME',
      channel_id: 'C0GENERAL',
      channel_name: 'general',
      trigger_id: expect.stringMatching(/^\d+\.\d+\.[0-9a-f]{32}$/),
      response_url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/slack\/response\/\w+$/),
    });
    expect(s.heard[0]?.body).not.toHaveProperty('enterprise_id');
    expect(outcome.message?.text).toBe('Two Windows 11 keys left');
    expect(s.slack.messages(ann.id, '#general')).toMatchObject([
      { ephemeral: true, author: { isBot: true } },
    ]);
    expect(s.slack.messages(bob.id, '#general')).toEqual([]);
  });

  it.each([
    ['plain text', 'Hello', [{ text: 'Hello', ephemeral: true }]],
    ['nothing', '', []],
    [
      'for the channel',
      { response_type: 'in_channel', text: 'Hello' },
      [{ text: 'Hello', ephemeral: false }],
    ],
    ['blocks', { blocks: [section('Hello *you*')] }, [{ reading: 'Hello you' }]],
  ])('shows an answer that is %s', async (_kind, body, expected) => {
    s.reply(() => ({ body }));
    await s.slack.slash(ann.id, 'im', '/benefits');
    expect(s.slack.messages(ann.id)).toMatchObject(expected);
    expect(s.slack.messages(ann.id)).toHaveLength(expected.length);
  });

  it('writes mentions, channels and entities as Slack does', async () => {
    await s.slack.slash(
      ann.id,
      'im',
      '/benefits',
      'assign "R&D <1>" to @bob in #general, cc bob@contoso.example; @Bob Stone, <@U0ANN> and @Bob Stoner',
    );
    expect(s.heard[0]?.body.text).toBe(
      'assign "R&amp;D &lt;1&gt;" to <@U0BOB|bob> in <#C0GENERAL|general>, cc <mailto:bob@contoso.example|bob@contoso.example>; <@U0BOB|bob>, <@U0ANN|ann> and @Bob Stoner',
    );
  });
});

describe('a message', () => {
  it('in the direct message is an event the bot can answer by the Web API', async () => {
    s.reply(async ({ body }) => {
      await s.call('chat.postMessage', { channel: dig(body, 'event.channel'), text: 'Here is what we have' });
    });
    await s.slack.say(ann.id, 'im', 'I need a <Windows> key & more');

    expect(s.heard[0]?.headers['content-type']).toBe('application/json');
    expect(s.heard[0]?.body).toMatchObject({
      type: 'event_callback',
      team_id: 'T0HOME',
      api_app_id: 'A0BENEFITS',
      event_id: expect.stringMatching(/^Ev\w+$/),
      authorizations: [{ team_id: 'T0HOME', user_id: 'U0BENEFITS', is_bot: true }],
      event: {
        type: 'message',
        channel_type: 'im',
        channel: 'D0ANN',
        user: 'U0ANN',
        text: 'I need a &lt;Windows&gt; key &amp; more',
      },
    });
    expect(s.slack.messages(ann.id).map(({ author, text }) => [author.name, text])).toEqual([
      ['Ann Chen', 'I need a &lt;Windows&gt; key &amp; more'],
      ['Benefits', 'Here is what we have'],
    ]);
    expect(s.slack.messages(bob.id)).toEqual([]);
    expect(s.slack.notifications(ann.id)).toMatchObject([{ text: 'Here is what we have' }]);
  });

  it('in a channel reaches the bot only when it is mentioned', async () => {
    const quiet = await s.slack.say(ann.id, '#general', 'lunch?');
    const mention = await s.slack.say(ann.id, '#general', '@benefits help');
    expect([quiet.sent, mention.sent]).toEqual([false, true]);
    expect(s.heard.map(({ body }) => [dig(body, 'event.type'), dig(body, 'event.text')])).toEqual([
      ['app_mention', '<@U0BENEFITS> help'],
    ]);
    expect(s.slack.messages(bob.id, '#general')).toHaveLength(2);
  });

  it('in a thread names the message it stands under', async () => {
    const { ts } = await s.call('chat.postMessage', { channel: ann.id, text: 'How long do you need it?' });
    const { message } = await s.slack.say(ann.id, 'im', 'Until June', ts as string);
    expect(s.heard.map(({ body }) => body.event)).toMatchObject([{ text: 'Until June', thread_ts: ts }]);
    expect(dig(s.heard[0]?.body as object, 'event.ts')).toBe(message?.ts);
    expect(s.slack.messages(ann.id).at(-1)).toMatchObject({ threadTs: ts });
    await s.slack.say(ann.id, 'im', 'Thank you');
    expect(s.heard[1]?.body.event).not.toHaveProperty('thread_ts');
  });

  it('of the bot itself comes back as an event, and so does its edit', async () => {
    const own = await scene({ ownEvents: true });
    const { ts } = await own.call('chat.postMessage', { channel: ann.id, text: 'one' });
    await own.call('chat.update', { channel: 'D0ANN', ts, text: 'two' });
    await own.call('chat.postMessage', { channel: '#general', text: 'not heard' });
    await own.slack.settled();
    expect(own.heard.map(({ body }) => body.event)).toMatchObject([
      { type: 'message', bot_id: 'B0BENEFITS', user: 'U0BENEFITS', text: 'one' },
      { type: 'message', subtype: 'message_changed', message: { text: 'two' } },
    ]);
    await own.end();
  });
});

describe('a button', () => {
  const card = [
    section('Windows 11'),
    { type: 'actions', block_id: 'row', elements: [button('Request', { value: 'b1' })] },
  ];

  it('tells the bot who pressed what and where', async () => {
    const { ts } = await s.call('chat.postMessage', { channel: ann.id, text: 'Windows 11', blocks: card });
    await s.slack.press(ann.id, { channel: 'D0ANN', ts }, { label: 'Request' });
    expect(s.heard[0]?.body).toMatchObject({
      type: 'block_actions',
      user: { id: 'U0ANN', username: 'ann', name: 'ann', team_id: 'T0HOME' },
      team: { id: 'T0HOME' },
      api_app_id: 'A0BENEFITS',
      container: { type: 'message', message_ts: ts, channel_id: 'D0ANN', is_ephemeral: false },
      channel: { id: 'D0ANN', name: 'directmessage' },
      message: { ts, text: 'Windows 11', bot_id: 'B0BENEFITS', blocks: [{}, { block_id: 'row' }] },
      actions: [
        { type: 'button', action_id: 'go', block_id: 'row', value: 'b1', action_ts: expect.any(String) },
      ],
      state: { values: {} },
      response_url: expect.stringContaining('/slack/response/'),
      trigger_id: expect.any(String),
    });
  });

  it('on an ephemeral message brings no message, and its response_url replaces it', async () => {
    s.reply(() => ({ body: { blocks: card } }));
    const { message } = await s.slack.slash(ann.id, '#general', '/benefits');
    s.reply(async ({ body }) => {
      await fetch(dig(body, 'response_url'), {
        method: 'POST',
        body: JSON.stringify({ replace_original: true, text: 'Done' }),
        headers: { 'content-type': 'application/json' },
      });
    });
    await s.slack.press(ann.id, message!, 'go');
    expect(s.heard[1]?.body.container).toMatchObject({ is_ephemeral: true });
    expect(s.heard[1]?.body).not.toHaveProperty('message');
    expect(s.slack.messages(ann.id, '#general')).toMatchObject([
      { text: 'Done', blocks: [], edited: true, ephemeral: true },
    ]);
    await expect(s.slack.press(bob.id, message!, 'go')).rejects.toThrow('does not see');
  });

  it('is found by what stands near it when there are many', async () => {
    const { ts } = await s.call('chat.postMessage', {
      channel: ann.id,
      text: 'list',
      blocks: [
        section('Windows 11', { accessory: button('Request', { value: 'w' }) }),
        section('Visio', { accessory: button('Request', { value: 'v' }) }),
      ],
    });
    await s.slack.press(ann.id, { channel: 'D0ANN', ts }, { label: 'Request', near: 'Visio' });
    expect(dig(s.heard[0]?.body, 'actions.0.value')).toBe('v');
    await expect(s.slack.press(ann.id, { channel: 'D0ANN', ts }, { label: 'Request' })).rejects.toThrow(
      'More than one thing',
    );
  });
});

describe('a modal', () => {
  const openOn = (view: Record<string, unknown>) =>
    s.reply(async ({ body }) => {
      if (body.command) await s.call('views.open', { trigger_id: dig(body, 'trigger_id'), view });
    });

  it('opens, keeps what is filled in, and closes on an empty answer', async () => {
    openOn(modal({ callback_id: 'ask', private_metadata: 'm1' }));
    await s.slack.slash(ann.id, 'im', '/benefits', 'request windows');
    const [view] = s.slack.views(ann.id);
    expect(await s.slack.submit(ann.id, view!.id)).toMatchObject({
      sent: false,
      errors: { reason: expect.stringContaining('required') },
    });
    await s.slack.submit(ann.id, view!.id, { Reason: 'A new laptop' });
    expect(s.heard[1]?.body).toMatchObject({
      type: 'view_submission',
      user: { id: 'U0ANN' },
      view: {
        id: view!.id,
        callback_id: 'ask',
        private_metadata: 'm1',
        hash: expect.any(String),
        root_view_id: view!.id,
        previous_view_id: null,
        state: { values: { reason: { text: { type: 'plain_text_input', value: 'A new laptop' } } } },
      },
      response_urls: [],
    });
    expect(s.slack.views(ann.id)).toEqual([]);
  });

  it.each([
    ['errors', { response_action: 'errors', errors: { reason: 'Say more' } }, ['Request']],
    [
      'update',
      { response_action: 'update', view: modal({ title: { type: 'plain_text', text: 'Thanks' } }) },
      ['Thanks'],
    ],
    [
      'push',
      { response_action: 'push', view: modal({ title: { type: 'plain_text', text: 'Sure?' } }) },
      ['Request', 'Sure?'],
    ],
    ['clear', { response_action: 'clear' }, []],
  ])('obeys %s', async (_action, body, titles) => {
    openOn(modal());
    await s.slack.slash(ann.id, 'im', '/benefits');
    s.reply(() => ({ body }));
    const outcome = await s.slack.submit(ann.id, s.slack.views(ann.id)[0]!.id, { reason: 'because' });
    expect(s.slack.views(ann.id).map((view) => view.title?.text)).toEqual(titles);
    expect(outcome.warning).toBeUndefined();
    if (_action === 'errors') expect(s.slack.views(ann.id)[0]?.errors).toEqual({ reason: 'Say more' });
  });

  it('tells the bot that it was closed when the bot wants to know', async () => {
    openOn(modal({ notify_on_close: true }));
    await s.slack.slash(ann.id, 'im', '/benefits');
    await s.slack.close(ann.id, s.slack.views(ann.id)[0]!.id);
    expect(s.heard[1]?.body).toMatchObject({ type: 'view_closed', is_cleared: false });
    openOn(modal());
    await s.slack.slash(ann.id, 'im', '/benefits');
    expect(await s.slack.close(ann.id, s.slack.views(ann.id)[0]!.id)).toEqual({ sent: false });
  });

  it('asks for the options of an external select when they are not known yet', async () => {
    openOn(
      modal({
        blocks: [
          {
            type: 'input',
            block_id: 'benefit',
            label: { type: 'plain_text', text: 'Benefit' },
            element: { type: 'external_select', action_id: 'which' },
          },
        ],
      }),
    );
    await s.slack.slash(ann.id, 'im', '/benefits');
    s.reply(() => ({ body: { options: [{ text: { type: 'plain_text', text: 'Visio' }, value: 'b7' }] } }));
    await s.slack.submit(ann.id, s.slack.views(ann.id)[0]!.id, { Benefit: 'Visio' });
    expect(s.heard.map(({ body }) => body.type ?? body.command)).toEqual([
      '/benefits',
      'block_suggestion',
      'view_submission',
    ]);
  });

  it('is submitted only in front', async () => {
    openOn(modal());
    await s.slack.slash(ann.id, 'im', '/benefits');
    s.reply(() => ({ body: { response_action: 'push', view: modal() } }));
    const first = s.slack.views(ann.id)[0]!.id;
    await s.slack.submit(ann.id, first, { Reason: 'x' });
    await expect(s.slack.submit(ann.id, first)).rejects.toThrow('not the modal in front');
  });

  it('fetches the options of an external select', async () => {
    openOn(
      modal({
        blocks: [
          {
            type: 'input',
            block_id: 'benefit',
            label: { type: 'plain_text', text: 'Benefit' },
            element: { type: 'external_select', action_id: 'which', min_query_length: 2 },
          },
        ],
      }),
    );
    await s.slack.slash(ann.id, 'im', '/benefits');
    const [view] = s.slack.views(ann.id);
    s.reply(({ body }) =>
      body.type === 'block_suggestion'
        ? { body: { options: [{ text: { type: 'plain_text', text: 'Visio' }, value: 'b7' }] } }
        : undefined,
    );
    expect(await s.slack.suggest(ann.id, view!.id, 'which', 'v')).toEqual({ sent: false, options: [] });
    const { options } = await s.slack.suggest(ann.id, view!.id, 'which', 'vis');
    expect(options).toMatchObject([{ value: 'b7' }]);
    expect(s.heard[1]?.body).toMatchObject({
      type: 'block_suggestion',
      action_id: 'which',
      block_id: 'benefit',
      value: 'vis',
    });
    s.reply(() => ({
      body: {
        options: Array.from({ length: 101 }, (_, i) => ({
          text: { type: 'plain_text', text: 'o' },
          value: `${i}`,
        })),
      },
    }));
    expect(await s.slack.suggest(ann.id, view!.id, 'which', 'all')).toMatchObject({
      options: [],
      warning: 'Result could not be loaded.',
    });
    await s.slack.submit(ann.id, view!.id, { Benefit: 'Visio' });
    expect(dig(s.heard.at(-1)?.body, 'view.state.values.benefit.which.selected_option.value')).toBe('b7');
  });
});

it('opens the Home tab the bot publishes', async () => {
  s.reply(async ({ body }) => {
    await s.call('views.publish', {
      user_id: dig(body, 'event.user'),
      view: { type: 'home', blocks: [section('Your benefits')] },
    });
  });
  await s.slack.openHome(ann.id);
  expect(s.heard[0]?.body.event).toMatchObject({
    type: 'app_home_opened',
    user: 'U0ANN',
    tab: 'home',
    channel: 'D0ANN',
  });
  expect(s.slack.home(ann.id)?.blocks).toMatchObject([{ type: 'section' }]);
});

it('sends shortcuts, global and on a message', async () => {
  const { ts } = await s.call('chat.postMessage', { channel: '#general', text: 'hi' });
  await s.slack.shortcut(ann.id, 'ask');
  await s.slack.shortcut(ann.id, 'ask_about', { channel: 'C0GENERAL', ts });
  expect(s.heard.map(({ body }) => body)).toMatchObject([
    { type: 'shortcut', callback_id: 'ask', trigger_id: expect.any(String) },
    { type: 'message_action', callback_id: 'ask_about', message_ts: ts, channel: { id: 'C0GENERAL' } },
  ]);
});
