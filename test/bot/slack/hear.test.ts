import { hear } from '../../../src/bot/slack/hear';
import { command, event, home, interaction, type Json, press, submission } from './fake-slack';

const homes = new Set([home, 'T0ALSO']);
const bodyOf = (text: string): unknown => {
  if (text.startsWith('{')) return JSON.parse(text);
  const { payload, ...rest } = Object.fromEntries(new URLSearchParams(text));
  return payload ? JSON.parse(payload) : rest;
};
const heard = (text: string, ourself?: string) => hear(bodyOf(text), homes, ourself);
const words = (text: string, ourself?: string) =>
  (heard(text, ourself)?.heard.input as { text: string } | undefined)?.text;

describe('typed words', () => {
  test('after /benefits: a form can be opened at once', () => {
    expect(
      heard(command('request Windows 11', { trigger_id: 't1', response_url: 'https://r.example' })),
    ).toEqual({
      heard: {
        input: { type: 'say', text: 'request Windows 11', dialog: true },
        home,
        user: 'U1',
        address: null,
        identity: 't1',
      },
      way: { kind: 'command', trigger: 't1', responseUrl: 'https://r.example' },
      atHome: true,
    });
  });

  test('in a direct message: the conversation is the address', () => {
    expect(heard(event({ type: 'message', channel_type: 'im', text: 'mine' }, { event_id: 'Ev1' }))).toEqual({
      heard: {
        input: { type: 'say', text: 'mine', dialog: false },
        home,
        user: 'U1',
        address: { channel: 'D1' },
        identity: 'Ev1',
      },
      way: { kind: 'direct message', channel: 'D1' },
      atHome: true,
    });
  });

  test.each([
    ['in the thread of a message', { thread_ts: '1.1', ts: '2.1' }, { thread: '1.1' }, true],
    ['as the first message of a thread', { thread_ts: '1.1', ts: '1.1' }, { thread: '1.1' }, false],
    ['in no thread', { ts: '1.1' }, {}, false],
  ])('in a direct message, %s', (_, more, thread, isReply) => {
    const spoken = heard(event({ type: 'message', channel_type: 'im', text: 'until &lt;June&gt;', ...more }));
    expect(spoken?.heard.input).toEqual(
      isReply
        ? { type: 'reply', to: { channel: 'D1', ts: '1.1' }, text: 'until <June>' }
        : { type: 'say', text: 'until <June>', dialog: false },
    );
    expect(spoken?.way).toEqual({ kind: 'direct message', channel: 'D1', ...thread });
  });

  test('in a thread of a channel are no reply: there nothing of ours stands', () => {
    const spoken = heard(
      event({ type: 'app_mention', channel: 'C1', text: '<@UBOT> mine', thread_ts: '1.1' }),
    );
    expect(spoken?.heard.input).toEqual({ type: 'say', text: 'mine', dialog: false });
  });

  test('beside a mention of us', () => {
    expect(
      heard(event({ type: 'app_mention', channel: 'C1', text: '<@UBOT>  list <@U2|bob>' })),
    ).toMatchObject({
      heard: { input: { text: 'list <@slack:U2>' }, address: null },
      way: { kind: 'mention', channel: 'C1', user: 'U1' },
    });
  });

  test.each([
    ['I need R&amp;D &lt;keys&gt;', 'I need R&D <keys>'],
    ['assign Visio to <@U2|bob>', 'assign Visio to <@slack:U2>'],
    ['assign Visio to <@U2>', 'assign Visio to <@slack:U2>'],
    ['assign Visio to <@W2A|of an enterprise>', 'assign Visio to <@slack:W2A>'],
    ['<@U2|bob><@U3|U4>', '<@slack:U2><@slack:U3>'],
    ['<@U2|> and <@u2|bob> and <@B2|a bot>', '<@slack:U2> and @bob and @a bot'],
    ['&lt;@slack:U2&gt; typed is no more than a name', '<@slack:U2> typed is no more than a name'],
    ['<@slack:U2>', '@slack:U2'],
    ['<!subteam^S1|@admins>', '@admins'],
    ['write to <mailto:bob@W3|bob@W3>', 'write to bob@W3'],
    [
      'assign Visio to <mailto:bob@contoso.example|bob@contoso.example>',
      'assign Visio to bob@contoso.example',
    ],
    ['see <https://a.example/x?y=1&amp;z=2|a.example>', 'see a.example'],
    ['see <https://a.example/x?y=1&amp;z=2>', 'see https://a.example/x?y=1&z=2'],
    ['<!here> in <#C1|general>', '@here in #general'],
    ['&amp;lt; stays as it was typed', '&lt; stays as it was typed'],
    ['我需要 Visio 金鑰', '我需要 Visio 金鑰'],
    ['  trimmed  ', 'trimmed'],
    ['', ''],
  ])('%j is heard as %j', (typed, plain) => {
    expect(words(command(typed, { response_url: 'https://r.example' }))).toBe(plain);
    expect(words(event({ type: 'message', channel_type: 'im', text: typed }))).toBe(plain);
  });

  test('we are called, and never named', () => {
    const call = '<@UBOT> assign <@UBOT|benefits> to <@U2>';
    const plain = /^assign +to <@slack:U2>$/;
    const noAuthorizations = { authorizations: undefined };

    expect(words(command(call, { response_url: 'https://r.example' }), 'UBOT')).toMatch(plain);
    expect(words(event({ type: 'message', channel_type: 'im', text: call }))).toMatch(plain);
    expect(
      words(event({ type: 'message', channel_type: 'im', text: call }, noAuthorizations), 'UBOT'),
    ).toMatch(plain);
    const mention = event({ type: 'app_mention', text: '<@UBOT> who is <@U2>' }, noAuthorizations);
    expect(words(mention)).toBe('who is <@slack:U2>');
    const direct = event(
      { type: 'message', channel_type: 'im', text: '<@U2> needs Visio' },
      noAuthorizations,
    );
    expect(words(direct)).toBe('<@slack:U2> needs Visio');
  });

  test('no more than a command takes', () => {
    expect(words(event({ type: 'message', channel_type: 'im', text: 'x'.repeat(40_000) }))).toHaveLength(
      4000,
    );
  });
});

describe('a pressed button', () => {
  const input = (value: string) => heard(press(value, { response_url: 'https://r.example' }))?.heard.input;

  test('is its payload', () => expect(input('{"type":"list","page":2}')).toEqual({ type: 'list', page: 2 }));
  test('with a payload that is none of ours is passed on', () => expect(input('not JSON')).toBe('not JSON'));
  test('is named by its trigger', () => {
    expect(heard(press('{}', { trigger_id: 't2', response_url: 'https://r.example' }))?.heard.identity).toBe(
      't2',
    );
  });
});

describe('a sent form', () => {
  const values = {
    reason: { value: { type: 'plain_text_input', value: 'for the lab' } },
    language: { value: { type: 'static_select', selected_option: { value: 'German' } } },
    system: { value: { type: 'static_select', selected_option: null } },
    quantity: { value: { type: 'number_input', value: '3' } },
    evidence: { value: { type: 'plain_text_input', value: null } },
    person: { value: { type: 'users_select', selected_user: 'U2' } },
    people: { value: { type: 'multi_users_select', selected_users: ['W3', 'U4'] } },
    until: { value: { type: 'datepicker', selected_date: '2026-12-31' } },
  };

  test('is its waiting command with what was entered', () => {
    const spoken = heard(submission('{"type":"request","request":"r1","benefit":"b1"}', values));
    expect(spoken?.heard.input).toEqual({
      type: 'request',
      request: 'r1',
      benefit: 'b1',
      reason: 'for the lab',
      language: 'German',
      quantity: '3',
      person: 'slack:U2',
      people: ['slack:W3', 'slack:U4'],
      until: '2026-12-31',
    });
  });

  test('says nothing of fields left empty', () => {
    const empty = {
      person: { value: { type: 'users_select', selected_user: null } },
      people: { value: { type: 'multi_users_select', selected_users: [] } },
      until: { value: { type: 'datepicker', selected_date: null } },
    };
    expect(heard(submission('{"type":"done","task":"t1"}', empty))?.heard.input).toEqual({
      type: 'done',
      task: 't1',
    });
  });

  test('cannot change its waiting command', () => {
    const spoken = heard(
      submission('{"type":"deny","request":"r1"}', {
        request: { value: { value: 'r2' } },
        type: { value: { value: 'approve' } },
      }),
    );
    expect(spoken?.heard.input).toEqual({ type: 'deny', request: 'r1' });
  });

  test.each([
    ['broken', 'broken'],
    ['', ''],
    ['7', 7],
  ])('with a waiting command %j of nobody is passed on', (metadata, input) => {
    expect(heard(submission(metadata, values))?.heard.input).toEqual(input);
  });

  test('is named by its window and the state of it', () => {
    const view = { id: 'V1', hash: '1.a', private_metadata: '{}', state: { values: {} } };
    expect(heard(submission('', {}, { view }))?.heard.identity).toBe('V1:1.a');
  });
});

describe('nobody speaks to us', () => {
  const message = (more: Json) => event({ type: 'message', channel_type: 'im', text: 'list', ...more });
  test.each<[string, string]>([
    ['our own message', message({ user: 'UBOT' })],
    ['a message of a bot', message({ bot_id: 'B2' })],
    ['an edited message', message({ subtype: 'message_changed' })],
    ['a message in a channel', event({ type: 'message', channel_type: 'channel', text: 'list' })],
    ['our own mention of ourselves', event({ type: 'app_mention', user: 'UBOT', text: '<@UBOT>' })],
    ['a look at our page', event({ type: 'app_home_opened', tab: 'messages' })],
    [
      'a deactivated account',
      event({ type: 'user_change', user: { id: 'U1', team_id: home, deleted: true } }),
    ],
    [
      'a file in a channel',
      event({ type: 'message', subtype: 'file_share', channel_type: 'channel', text: '', files: [{}] }),
    ],
    ['an event of tomorrow', event({ type: 'something_new' })],
    ['a click on a link', press(undefined, { response_url: 'https://r.example' })],
    ['a closed window', JSON.stringify({ type: 'view_closed', user: { id: 'U1' } })],
    ['a shortcut', JSON.stringify({ type: 'shortcut', user: { id: 'U1' } })],
    ['a button nowhere', press('{}')],
    ['a body of another shape', '{}'],
  ])('in %s', (_, text) => expect(heard(text)).toBeUndefined());
});

describe('a stranger is', () => {
  const act = (more: Json) => press('{}', { response_url: 'https://r.example', ...more });
  test.each<[string, string]>([
    ['a command of another workspace', command('list', { team_id: 'T1', response_url: 'https://r.example' })],
    [
      'a message of another workspace',
      event({ type: 'message', channel_type: 'im', text: 'x' }, { team_id: 'T1' }),
    ],
    [
      'a message of a guest through Slack Connect',
      event({ type: 'message', channel_type: 'im', text: 'x', user_team: 'T1' }),
    ],
    ['a mention by somebody of another workspace', event({ type: 'app_mention', text: 'x', team: 'T1' })],
    ['a press in another workspace', act({ team: { id: 'T1' }, user: { id: 'U1', team_id: 'T1' } })],
    ['a press by somebody of another workspace', act({ user: { id: 'U1', team_id: 'T1' } })],
    ['a press by somebody of another home', act({ user: { id: 'U1', team_id: 'T0ALSO' } })],
    ['a press in no workspace', act({ team: null })],
    ['a form of another workspace', submission('{}', {}, { team: { id: 'T1' } })],
  ])('%s', (_, text) => expect(heard(text)).toMatchObject({ atHome: false }));

  test('not a member of any home, and the words of a payload prove nothing', () => {
    expect(heard(press('{"user":"U9","team":"T1"}', { response_url: 'https://r.example' }))).toMatchObject({
      heard: { home, user: 'U1' },
      atHome: true,
    });
    expect(heard(command('list', { team_id: 'T0ALSO', response_url: 'https://r.example' }))).toMatchObject({
      atHome: true,
    });
  });
});

describe('an organisation of several workspaces', () => {
  const organisation = new Set(['E0ORG', home]);
  const at = (text: string) => {
    const spoken = hear(bodyOf(text), organisation);
    return [spoken?.heard.home, spoken?.atHome];
  };
  const url = { response_url: 'https://r.example' };
  const orgWide = { is_enterprise_install: true, enterprise: { id: 'E0ORG' } };
  const seenFrom = (more: Json) => [{ user_id: 'UBOT', ...more }];

  test.each<[string, string, unknown]>([
    ['a command in a listed workspace', command('list', { ...url, is_enterprise_install: 'true' }), home],
    [
      'a command in another workspace of a listed organisation',
      command('list', {
        ...url,
        team_id: 'T7',
        enterprise_id: 'E0ORG',
        is_enterprise_install: 'true',
      }),
      'E0ORG',
    ],
    [
      'a press in another workspace of it',
      press('{}', { ...url, ...orgWide, team: { id: 'T7' }, user: { id: 'W1', team_id: 'T7' } }),
      'E0ORG',
    ],
    [
      'a press where no workspace is named',
      press('{}', { ...url, ...orgWide, team: null, user: { id: 'W1', team_id: 'T7' } }),
      'E0ORG',
    ],
    [
      'a message in another workspace of it',
      event(
        { type: 'message', channel_type: 'im', text: 'x', user: 'W1', user_team: 'T7', team: 'T7' },
        {
          team_id: 'T7',
          enterprise_id: 'E0ORG',
          authorizations: seenFrom({ is_enterprise_install: true }),
        },
      ),
      'E0ORG',
    ],
    [
      'a message of somebody of another workspace of the same organisation',
      event(
        { type: 'message', channel_type: 'im', text: 'x', user: 'W1', user_team: 'T7', team: 'T7' },
        { enterprise_id: 'E0ORG', authorizations: seenFrom({ is_enterprise_install: false }) },
      ),
      home,
    ],
    [
      'a message in a shared channel, which names the other side',
      event({ type: 'app_mention', text: 'x' }, { team_id: 'T9', context_team_id: home }),
      home,
    ],
  ])('%s is heard where we are', (_, text, where) => expect(at(text)).toEqual([where, true]));

  test.each<[string, string]>([
    [
      'in an organisation that installed us in one workspace only',
      command('list', { ...url, team_id: 'T7', enterprise_id: 'E0ORG', is_enterprise_install: 'false' }),
    ],
    [
      'who writes in an organisation that installed us in one workspace only',
      event(
        { type: 'message', channel_type: 'im', text: 'x', user: 'W1', user_team: 'T7', team: 'T7' },
        {
          team_id: 'T7',
          enterprise_id: 'E0ORG',
          authorizations: seenFrom({ is_enterprise_install: false }),
        },
      ),
    ],
    [
      'in another organisation',
      press('{}', { ...url, is_enterprise_install: true, enterprise: { id: 'E9' }, team: null }),
    ],
    [
      'of another company in a shared channel',
      event({ type: 'app_mention', text: 'x', user_team: 'T9' }, { context_team_id: home }),
    ],
  ])('somebody %s is a stranger', (_, text) => expect(at(text)[1]).toBe(false));
});

describe('what Slack offers beside messages', () => {
  const act = { team: { id: home }, user: { id: 'U1', team_id: home } };

  test('the Home tab is drawn when it is opened, and the tab of messages is not it', () => {
    const opened = (tab: string) => heard(event({ type: 'app_home_opened', tab }, { event_id: 'Ev7' }));
    expect(opened('home')).toMatchObject({
      heard: { input: { type: 'home', tab: true }, home, user: 'U1', identity: 'Ev7' },
      way: { kind: 'home', home, user: 'U1', command: { type: 'home', tab: true } },
      atHome: true,
    });
    expect(opened('messages')).toBeUndefined();
  });

  test.each<[string, Json, unknown]>([
    ['its field looks for what was typed', { block_id: 'search', value: 'visio' }, 'visio'],
    ['an empty field looks for everything', { block_id: 'search', value: null }, ''],
  ])('%s', (_, action, search) => {
    const body = press(undefined, {
      view: { id: 'V1', type: 'home' },
      actions: [{ type: 'plain_text_input', ...action }],
    });
    expect(heard(body)).toMatchObject({
      heard: { input: { type: 'home', search, tab: true } },
      way: { kind: 'home', command: { type: 'home', search, tab: true } },
    });
  });

  test('another field tells us nothing by itself', () => {
    const actions = [{ type: 'plain_text_input', block_id: 'reason', value: 'x' }];
    expect(heard(press(undefined, { view: { id: 'V1' }, actions }))).toBeUndefined();
  });

  test('a button in it opens a window, a page of it is turned in its place', () => {
    const pressed = (value: string) => heard(press(value, { view: { id: 'V1', type: 'home' } }))?.way;
    expect(pressed('{"type":"mine"}')).toMatchObject({ kind: 'button in the home', user: 'U1' });
    expect(pressed('{"type":"home","page":2}')).toMatchObject({
      kind: 'home',
      command: { type: 'home', page: 2 },
    });
  });

  test.each<[string, Json, unknown]>([
    ['everywhere', { type: 'shortcut', callback_id: 'request_benefit' }, { type: 'pick' }],
    [
      'on the message of a colleague',
      { type: 'message_action', callback_id: 'request_for_person', message: { user: 'U2' } },
      { type: 'pick', person: 'slack:U2' },
    ],
    [
      'on a message of one’s own',
      { type: 'message_action', callback_id: 'request_for_person', message: { user: 'U1' } },
      { type: 'pick' },
    ],
    [
      'on a message of a bot',
      {
        type: 'message_action',
        callback_id: 'request_for_person',
        message: { user: 'UBOT', bot_id: 'B1' },
      },
      { type: 'pick' },
    ],
  ])('a shortcut, %s', (_, body, input) => {
    const spoken = heard(interaction({ ...act, trigger_id: 't9', ...body }));
    expect(spoken?.heard).toMatchObject({ input, user: 'U1', identity: 't9' });
    expect(spoken?.way).toMatchObject({ kind: 'shortcut', trigger: 't9', user: 'U1' });
  });

  test('a shortcut of another name is none of ours', () =>
    expect(
      heard(interaction({ ...act, type: 'shortcut', callback_id: 'other', trigger_id: 't9' })),
    ).toBeUndefined());

  test('typing into a field asks for what fits', () => {
    const typing = (action_id: string) =>
      heard(interaction({ ...act, type: 'block_suggestion', block_id: 'benefit', action_id, value: 'vis' }))
        ?.heard.input;
    for (const sought of ['benefits', 'for-others', 'people', 'keyed', 'in-portal'])
      expect(typing(sought)).toEqual({ type: 'suggest', of: sought, typed: 'vis' });
    expect(typing('value')).toBeUndefined();
  });
});
