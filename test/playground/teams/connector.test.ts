import { handClock } from '../../../playground/teams/clock';
import type { BotAccess } from '../../../playground/teams/people';
import { attached, card, line, type Stage, stage, TENANT_ID } from './bots';

describe('the connector that the bot calls', () => {
  let on: Stage;
  beforeEach(async () => {
    on = await stage();
  });
  afterEach(() => on.close());
  const chatPath = (name = 'Ada Lin') =>
    `/v3/conversations/${encodeURIComponent(on.teams.chat(on.teams.person(name)).id)}`;
  const message = (text: string) => ({ type: 'message', text });
  const open = (member: string, more = {}) =>
    on.call('POST', '/v3/conversations', {
      isGroup: false,
      members: [{ id: member }],
      tenantId: TENANT_ID,
      ...more,
    });

  test('takes only its own bearer', async () => {
    for (const headers of [{}, { authorization: 'Bearer other' }, { authorization: 'emulator' }]) {
      const refused = await on.call('POST', `${chatPath()}/activities`, message('hi'), headers);
      expect(refused.status).toBe(401);
    }
    expect(on.teams.messages(on.teams.person('Ada Lin'))).toEqual([]);
  });

  test('opens one chat per person, by either of their ids', async () => {
    const ada = on.teams.person('Ada Lin');
    const byTeamsId = await open(ada.id);
    const byObjectId = await open(ada.aadObjectId);
    expect(byTeamsId.status).toBe(201);
    expect(byTeamsId.body).toMatchObject({ id: expect.stringMatching(/^a:1/), serviceUrl: `${on.base}/` });
    expect(byObjectId.body.id).toBe(byTeamsId.body.id);
    expect((await open(on.teams.person('Ben Okoro').id)).body.id).not.toBe(byTeamsId.body.id);
  });

  test('opens no chat without the tenant, for another tenant, or with a stranger', async () => {
    const ada = on.teams.person('Ada Lin');
    expect((await open(ada.id, { tenantId: undefined })).status).toBe(400);
    expect((await open(ada.id, { tenantId: '00000000-0000-4000-8000-000000000000' })).status).toBe(400);
    expect((await open('29:nobody')).status).toBe(400);
    const inChannelData = { tenantId: undefined, channelData: { tenant: { id: TENANT_ID } } };
    expect((await open(ada.id, inChannelData)).status).toBe(201);
  });

  test('a message is sent, updated and deleted', async () => {
    const ada = on.teams.person('Ada Lin');
    const sent = await on.call('POST', `${chatPath()}/activities`, message('one'));
    expect(sent.status).toBe(201);
    const path = `${chatPath()}/activities/${sent.body.id}`;
    const reply = await on.call('POST', path, message('two'));
    expect(reply.status).toBe(201);
    expect(reply.body.id).not.toBe(sent.body.id);
    expect((await on.call('PUT', path, message('one, changed'))).status).toBe(200);
    expect(on.teams.messages(ada).map((m) => [m.text, m.edited, m.replyToId])).toEqual([
      ['one, changed', true, undefined],
      ['two', false, sent.body.id],
    ]);
    expect((await on.call('DELETE', path)).status).toBe(200);
    expect(on.teams.messages(ada)[0]).toMatchObject({ deleted: true, text: '' });
    const gone = await on.call('PUT', path, message('again'));
    expect([gone.status, gone.body.error.code]).toEqual([404, 'ActivityNotFoundInConversation']);
  });

  test('nobody’s own message can be updated by the bot', async () => {
    const ada = on.teams.person('Ada Lin');
    await on.teams.say(ada, on.teams.chat(ada), 'mine');
    const [mine] = on.teams.messages(ada);
    expect((await on.call('PUT', `${chatPath()}/activities/${mine?.id}`, message('yours'))).status).toBe(404);
    expect(on.teams.messages(ada)[0]?.text).toBe('mine');
  });

  test('ids are unique within a conversation, and only there', async () => {
    const still = await stage({ clock: handClock() });
    const ids = async (name: string) => {
      const path = `/v3/conversations/${encodeURIComponent(still.teams.chat(still.teams.person(name)).id)}/activities`;
      const one = await still.call('POST', path, message('one'));
      const two = await still.call('POST', path, message('two'));
      return [one.body.id, two.body.id];
    };
    const [adas, bens] = [await ids('Ada Lin'), await ids('Ben Okoro')];
    expect(adas[0]).not.toBe(adas[1]);
    expect(bens).toEqual(adas);
    await still.close();
  });

  test('typing shows until the next message', async () => {
    const ada = on.teams.person('Ada Lin');
    const isTyping = () => on.teams.conversations(ada).find((c) => c.kind === 'personal')?.botIsTyping;
    expect((await on.call('POST', `${chatPath()}/activities`, { type: 'typing' })).status).toBe(201);
    expect(isTyping()).toBe(true);
    await on.call('POST', `${chatPath()}/activities`, message('here'));
    expect(isTyping()).toBe(false);
    expect(on.teams.messages(ada)).toHaveLength(1);
  });

  test('posts a thread into the channel, and answers in it', async () => {
    const { channel } = on.teams;
    expect(channel.id).toMatch(/^19:.*@thread\.tacv2$/);
    const started = await on.call('POST', '/v3/conversations', {
      isGroup: true,
      channelData: { channel: { id: channel.id } },
      activity: message('news'),
    });
    expect(started.status).toBe(201);
    expect(started.body.id).toBe(`${channel.id};messageid=${started.body.activityId}`);
    await on.call(
      'POST',
      `/v3/conversations/${encodeURIComponent(started.body.id)}/activities`,
      message('more'),
    );
    const seen = on.teams.messages(on.teams.person('Ben Okoro'), channel);
    expect(seen.map((m) => [m.text, m.threadId])).toEqual([
      ['news', started.body.activityId],
      ['more', started.body.activityId],
    ]);
  });

  test('knows the members, by either id, with what a decision needs', async () => {
    const ada = on.teams.person('Ada Lin');
    ada.userRole = 'guest';
    for (const id of [ada.id, ada.aadObjectId]) {
      const found = await on.call('GET', `${chatPath()}/members/${encodeURIComponent(id)}`);
      expect(found.body).toMatchObject({
        id: ada.id,
        objectId: ada.aadObjectId,
        email: 'ada@contoso.example',
        userRole: 'guest',
        tenantId: TENANT_ID,
      });
    }
    const other = await on.call('GET', `${chatPath()}/members/${on.teams.person('Ben Okoro').aadObjectId}`);
    expect([other.status, other.body.error.code]).toEqual([404, 'MemberNotFoundInConversation']);
    ada.inRoster = false;
    expect((await on.call('GET', `${chatPath()}/members/${ada.aadObjectId}`)).status).toBe(404);
  });

  test('pages through a long roster', async () => {
    for (let i = 0; i < 60; i++) on.teams.addPerson({ name: `Person ${i}`, email: `p${i}@contoso.example` });
    const path = `/v3/conversations/${encodeURIComponent(on.teams.channel.id)}/pagedmembers?pageSize=50`;
    const first = (await on.call('GET', path)).body;
    const second = (await on.call('GET', `${path}&continuationToken=${first.continuationToken}`)).body;
    expect([first.members.length, second.members.length]).toEqual([50, 13]);
    expect(second.continuationToken).toBeUndefined();
  });

  // conversation-messages, "Status codes from agent conversational APIs"
  test.each<[string, number, (s: Stage) => void]>([
    [
      'BotNotInConversationRoster',
      403,
      (s) => Object.assign(s.teams.person('Ada Lin'), { installed: false }),
    ],
    ...(
      [
        ['ConversationBlockedByUser', 'blockedByUser'],
        ['BotDisabledByAdmin', 'disabledByAdmin'],
        ['MessageWritesBlocked', 'writesBlocked'],
      ] as [string, BotAccess][]
    ).map(([code, botAccess]): [string, number, (s: Stage) => void] => [
      code,
      403,
      (s) => Object.assign(s.teams.person('Ada Lin'), { botAccess }),
    ]),
  ])('%s when it is so', async (code, status, make) => {
    make(on);
    const activities = await on.call('POST', `${chatPath()}/activities`, message('hi'));
    const opening = await open(on.teams.person('Ada Lin').id);
    for (const refused of [activities, opening])
      expect([refused.status, refused.body.error.code]).toEqual([status, code]);
    expect(on.teams.messages(on.teams.person('Ada Lin'))).toEqual([]);
  });

  test('ConversationNotFound, and what is no address at all', async () => {
    const lost = await on.call('POST', '/v3/conversations/a%3Anothing/activities', message('hi'));
    expect([lost.status, lost.body.error.code]).toEqual([404, 'ConversationNotFound']);
    expect((await on.call('GET', '/v3/everything')).status).toBe(404);
    expect((await fetch(`${on.base}/other`)).status).toBe(404);
  });

  test('what is not JSON, and what is neither text nor card, is refused', async () => {
    const broken = await fetch(`${on.base}${chatPath()}/activities`, {
      method: 'POST',
      body: '{',
      headers: { authorization: 'Bearer emulator' },
    });
    expect(broken.status).toBe(400);
    expect((await on.call('POST', `${chatPath()}/activities`, { type: 'message' })).status).toBe(400);
    expect((await on.call('POST', `${chatPath()}/activities`, { type: 'event', name: 'x' })).status).toBe(
      400,
    );
  });

  // format-your-bot-messages: 100 KB, the whole payload in UTF-16
  test('MessageSizeTooBig above 100 KB in UTF-16, a warning above 28 KB of card', async () => {
    const wide = (length: number) => ({
      type: 'message',
      summary: 'long',
      attachments: [attached(card([line('x'.repeat(length))]))],
    });
    const small = await on.call('POST', `${chatPath()}/activities`, wide(20_000));
    expect([small.status, on.teams.ledger.warnings()]).toEqual([201, []]);
    const large = await on.call('POST', `${chatPath()}/activities`, wide(40_000));
    expect(large.status).toBe(201);
    expect(on.teams.ledger.warnings()).toEqual([expect.stringContaining('over the budget of 28672')]);
    for (const [method, path] of [
      ['POST', `${chatPath()}/activities`],
      ['PUT', `${chatPath()}/activities/${small.body.id}`],
    ] as const) {
      const refused = await on.call(method, path, wide(52_000));
      expect([refused.status, refused.body.error.code]).toEqual([413, 'MessageSizeTooBig']);
    }
  });

  test('a scripted fault comes instead of the answer, before the work or after it', async () => {
    const ada = on.teams.person('Ada Lin');
    const text = () => on.teams.messages(ada).map((m) => m.text);
    const { faults } = on.teams;
    faults.push((call) =>
      call.operation === 'send'
        ? { status: 412, body: { error: { code: 'PreconditionFailed', message: 'again' } } }
        : undefined,
    );
    expect((await on.call('POST', `${chatPath()}/activities`, message('one'))).status).toBe(412);
    expect(text()).toEqual([]);
    faults[0] = () => ({ status: 502, accept: true, headers: { 'retry-after': '3' } });
    const accepted = await on.call('POST', `${chatPath()}/activities`, message('two'));
    expect([accepted.status, accepted.headers.get('retry-after')]).toEqual([502, '3']);
    expect(text()).toEqual(['two']);
    faults[0] = () => 'reset';
    await expect(on.call('POST', `${chatPath()}/activities`, message('three'))).rejects.toThrow();
    faults[0] = () => 'hang';
    const hanging = fetch(`${on.base}${chatPath()}/activities`, {
      method: 'POST',
      body: '{}',
      signal: AbortSignal.timeout(200),
    });
    await expect(hanging).rejects.toThrow();
    expect(text()).toEqual(['two']);
    faults.pop();
    expect((await on.call('POST', `${chatPath()}/activities`, message('four'))).status).toBe(201);
  });

  test('the chats outlive a restart', async () => {
    const ada = on.teams.person('Ada Lin');
    const sent = await on.call('POST', `${chatPath()}/activities`, message('kept'));
    on.teams.person('Ben Okoro').userRole = 'guest';
    const again = await stage({ memory: on.teams.remember() });
    const same = again.teams.person('Ada Lin');
    expect(same.id).toBe(ada.id);
    expect(again.teams.person('Ben Okoro').userRole).toBe('guest');
    const path = `/v3/conversations/${encodeURIComponent(again.teams.chat(same).id)}/activities/${sent.body.id}`;
    expect((await again.call('PUT', path, message('changed'))).status).toBe(200);
    expect(again.teams.messages(same).map((m) => m.text)).toEqual(['changed']);
    expect(on.teams.messages(ada).map((m) => m.text)).toEqual(['kept']);
    await again.close();
  });
});
