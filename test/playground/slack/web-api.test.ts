import { type UsersListResponse, WebClient } from '@slack/web-api';
import { ann, bob, dig, type Scene, scene, section, token } from './throwaway-bot';

type Member = NonNullable<UsersListResponse['members']>[number];

let s: Scene;
beforeEach(async () => {
  s = await scene();
});
afterEach(() => s.end());

const raw = async (method: string, init: RequestInit) =>
  (await fetch(`${s.slack.baseUrl}/api/${method}`, init)).json();

it('wants a token and knows only its own', async () => {
  expect(await raw('auth.test', { method: 'POST' })).toEqual({ ok: false, error: 'not_authed' });
  const stranger = { authorization: 'Bearer xoxb-stranger' };
  expect(await raw('auth.test', { method: 'POST', headers: stranger })).toEqual({
    ok: false,
    error: 'invalid_auth',
  });
  expect(await s.call('auth.test')).toMatchObject({
    ok: true,
    team_id: 'T0HOME',
    user_id: 'U0BENEFITS',
    bot_id: 'B0BENEFITS',
  });
  expect(await s.call('oauth.v2.access')).toMatchObject({ ok: false, error: 'unknown_method' });
});

it('is what the official client expects, form bodies and all', async () => {
  const client = new WebClient(token, {
    slackApiUrl: `${s.slack.baseUrl}/api/`,
    retryConfig: { retries: 0 },
  });
  expect(await client.auth.test()).toMatchObject({ ok: true, user_id: 'U0BENEFITS' });
  expect((await client.users.info({ user: bob.id, include_locale: true })).user).toMatchObject({
    id: 'U0BOB',
    locale: 'zh-TW',
    is_restricted: false,
    profile: { email: 'bob@contoso.example', real_name: 'Bob Stone' },
  });
  const { channel } = await client.conversations.open({ users: ann.id });
  const posted = await client.chat.postMessage({
    channel: channel?.id ?? '',
    text: 'fallback',
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'Hello' } }],
  });
  await client.chat.update({ channel: posted.channel ?? '', ts: posted.ts ?? '', text: 'changed' });
  expect(s.slack.messages(ann.id)).toMatchObject([{ text: 'changed', blocks: [], edited: true }]);
  const members: Member[] = [];
  for await (const page of client.paginate('users.list', { limit: 2 }))
    members.push(...(page as UsersListResponse).members!);
  expect(members.map(({ id }) => id)).toEqual(['U0ANN', 'U0BOB', 'U0BENEFITS', 'USLACKBOT']);
  await expect(client.users.info({ user: 'U0NOBODY' })).rejects.toMatchObject({
    data: { error: 'user_not_found' },
  });
  expect(s.slack.ledger.calls('chat.postMessage')[0]?.headers.authorization).toBe('Bearer ***');
  expect(JSON.stringify(s.slack.ledger.entries)).not.toContain(token);
});

describe('the directory', () => {
  it('shows the locale only when asked, and a change at once', async () => {
    expect(dig(await s.call('users.info', { user: bob.id }), 'user.locale')).toBe('undefined');
    s.slack.change(bob.id, { is_restricted: true });
    expect(await s.call('users.info', { user: bob.id })).toMatchObject({ user: { is_restricted: true } });
    s.slack.change(bob.id, { deleted: true });
    expect(await s.call('users.info', { user: bob.id })).toMatchObject({ user: { deleted: true } });
    expect(await s.call('users.lookupByEmail', { email: bob.email })).toMatchObject({
      error: 'users_not_found',
    });
    await expect(s.slack.say(bob.id, 'im', 'hello')).rejects.toThrow('deactivated');
  });

  it('finds people by e-mail, whatever the case', async () => {
    expect(await s.call('users.lookupByEmail', { email: 'ANN@contoso.example' })).toMatchObject({
      user: { id: 'U0ANN' },
    });
    expect(await s.call('users.lookupByEmail', { email: 'who@contoso.example' })).toMatchObject({
      error: 'users_not_found',
    });
  });

  it('keeps e-mails and more behind scopes', async () => {
    const poor = await scene({ scopes: ['users:read'] });
    expect(dig(await poor.call('users.info', { user: ann.id }), 'user.profile.email')).toBe('undefined');
    expect(await poor.call('chat.postMessage', { channel: ann.id, text: 'x' })).toEqual({
      ok: false,
      error: 'missing_scope',
      needed: 'chat:write',
      provided: 'users:read',
      status: 200,
    });
    await poor.end();
  });

  it('refuses a cursor of its own making', async () => {
    expect(await s.call('users.list', { cursor: 'page2' })).toMatchObject({ error: 'invalid_cursor' });
    expect(await s.call('users.list', { limit: 5000 })).toMatchObject({ error: 'invalid_limit' });
  });
});

describe('a message', () => {
  it.each([
    ['to nowhere', { channel: 'C0NOWHERE', text: 'x' }, 'channel_not_found'],
    ['to nobody', { channel: 'U0NOBODY', text: 'x' }, 'channel_not_found'],
    ['to an archive', { channel: '#old', text: 'x' }, 'is_archived'],
    ['to a channel without the bot', { channel: '#secret', text: 'x' }, 'not_in_channel'],
    ['of nothing', { channel: ann.id }, 'no_text'],
    ['with broken blocks', { channel: ann.id, text: 'x', blocks: '[{' }, 'invalid_blocks_format'],
  ])('%s is refused', async (_what, args, error) => {
    s.slack.addChannel({ id: 'C0OLD', name: 'old', members: [ann.id, 'U0BENEFITS'], archived: true });
    s.slack.addChannel({ id: 'C0SECRET', name: 'secret', members: [ann.id] });
    expect(await s.call('chat.postMessage', args)).toMatchObject({ ok: false, error });
    expect(s.slack.messages(ann.id)).toEqual([]);
  });

  it('to somebody deactivated finds nobody', async () => {
    s.slack.change(bob.id, { deleted: true });
    expect(await s.call('conversations.open', { users: bob.id })).toMatchObject({ error: 'user_disabled' });
    expect(await s.call('chat.postMessage', { channel: 'D0BOB', text: 'x' })).toMatchObject({
      error: 'channel_not_found',
    });
    expect(await s.call('chat.postMessage', { channel: bob.id, text: 'x' })).toMatchObject({
      error: 'channel_not_found',
    });
  });

  it('is edited by its author only, while it is there', async () => {
    const { message } = await s.slack.say(ann.id, 'im', 'mine');
    expect(await s.call('chat.update', { channel: 'D0ANN', ts: message?.ts, text: 'x' })).toMatchObject({
      error: 'cant_update_message',
    });
    expect(await s.call('chat.update', { channel: 'D0ANN', ts: '1.000001', text: 'x' })).toMatchObject({
      error: 'message_not_found',
    });
    const whisper = await s.call('chat.postEphemeral', { channel: '#general', user: ann.id, text: 'psst' });
    expect(
      await s.call('chat.update', { channel: 'C0GENERAL', ts: whisper.message_ts, text: 'x' }),
    ).toMatchObject({ error: 'message_not_found' });
    expect(await s.call('chat.update', { channel: 'C0NONE', ts: '1.1', text: 'x' })).toMatchObject({
      error: 'channel_not_found',
    });
  });

  it('may be for one reader in a channel, who must be there', async () => {
    await s.call('chat.postEphemeral', { channel: '#general', user: ann.id, text: 'only you' });
    expect(s.slack.messages(ann.id, '#general')).toMatchObject([{ text: 'only you', ephemeral: true }]);
    expect(s.slack.messages(bob.id, '#general')).toEqual([]);
    expect(await s.call('chat.postEphemeral', { channel: 'D0ANN', user: bob.id, text: 'x' })).toMatchObject({
      error: 'user_not_in_channel',
    });
  });

  it('is read without its formatting marks, and announced by its fallback text', async () => {
    const text =
      '*R&amp;D* asks <@U0BOB> in <#C0GENERAL|general>: <https://contoso.example|the form> &lt;!channel&gt;';
    await s.call('chat.postMessage', { channel: ann.id, text: 'Bob asks', blocks: [section(text)] });
    await s.call('chat.postMessage', { channel: ann.id, blocks: [section('no fallback')] });
    expect(s.slack.messages(ann.id)[0]?.reading).toBe('R&D asks @Bob Stone in #general: the form <!channel>');
    expect(s.slack.notifications(ann.id).map((note) => note.text)).toEqual([
      'Bob asks',
      "This content can't be displayed.",
    ]);
  });
});
