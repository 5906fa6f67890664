import type { ServerResponse } from 'node:http';
import { textOf } from '../../../playground/teams/card-form';
import type { Person } from '../../../playground/teams/people';
import { APP_ID, answer, attached, card, type Heard, line, type Stage, stage, TENANT_ID } from './bots';

const execute = (title: string, more = {}) => ({
  type: 'Action.Execute',
  title,
  verb: 'command',
  data: { id: 'r1' },
  ...more,
});

describe('what a person does, and what the bot hears', () => {
  let on: Stage;
  let ada: Person;
  let ben: Person;
  let heard: Heard[];
  beforeEach(async () => {
    on = await stage();
    ada = on.teams.person('Ada Lin');
    ben = on.teams.person('Ben Okoro');
    heard = [];
    hears((res) => answer(res, 200));
  });
  afterEach(() => on.close());

  const hears = (respond: (res: ServerResponse) => void) =>
    on.bot((activity, res) => {
      heard.push(activity);
      respond(res);
    });
  const botSends = async (content: object, place = on.teams.chat(ada)) => {
    const path = `/v3/conversations/${encodeURIComponent(place.id)}/activities`;
    const sent = await on.call('POST', path, {
      type: 'message',
      summary: 'A card',
      attachments: [attached(content)],
    });
    const update = (next: object) =>
      on.call('PUT', `${path}/${sent.body.id}`, {
        type: 'message',
        summary: 'A card',
        attachments: [attached(next)],
      });
    return { key: { id: sent.body.id as string, conversationId: place.id }, update };
  };
  const showsTo = (person: Person, place = on.teams.chat(person)) =>
    textOf(on.teams.messages(person, place).at(-1)?.cards[0] ?? {});

  test('a message in the chat', async () => {
    const yijun = on.teams.person('陳怡君');
    await on.teams.say(yijun, on.teams.chat(yijun), '我需要 Visio 金鑰');
    expect(heard).toEqual([
      expect.objectContaining({
        type: 'message',
        text: '我需要 Visio 金鑰',
        textFormat: 'plain',
        locale: 'zh-TW',
        channelId: 'msteams',
        serviceUrl: `${on.base}/`,
        id: expect.stringMatching(/^\d{13}$/),
        timestamp: expect.stringMatching(/Z$/),
        from: { id: yijun.id, name: '陳怡君', aadObjectId: yijun.aadObjectId },
        recipient: { id: `28:${APP_ID}`, name: on.teams.botName },
        conversation: {
          id: on.teams.chat(yijun).id,
          conversationType: 'personal',
          tenantId: TENANT_ID,
        },
        channelData: { tenant: { id: TENANT_ID } },
        entities: [expect.objectContaining({ type: 'clientInfo', locale: 'zh-TW' })],
      }),
    ]);
  });

  test('a reply in the chat quotes what it replies to', async () => {
    const { key } = await botSends({ type: 'AdaptiveCard', version: '1.5', body: [] });
    await on.teams.say(ada, on.teams.chat(ada), 'R&D, until <June>', { quoted: key.id });
    expect(heard[0]).toMatchObject({
      type: 'message',
      text: 'R&D, until <June>',
      attachments: [
        {
          contentType: 'text/html',
          content: expect.stringMatching(
            new RegExp(
              `^<blockquote itemscope="" itemtype="http://schema.skype.com/Reply" itemid="${key.id}">.*</blockquote><p>R&amp;D, until &lt;June&gt;</p>$`,
            ),
          ),
        },
      ],
    });
    expect(on.teams.messages(ada).at(-1)).toMatchObject({ replyToId: key.id });
    await on.teams.say(ada, on.teams.chat(ada), 'Thank you');
    expect(heard[1]).not.toHaveProperty('attachments');
  });

  test('in the channel the bot hears only what mentions it', async () => {
    const { channel, botName } = on.teams;
    await on.teams.say(ada, channel, 'anybody here?');
    expect(heard).toEqual([]);
    await on.teams.say(ada, channel, `@${botName} assign Visio to @Ben Okoro`);
    const activity = heard[0]!;
    expect(activity.text).toBe(`<at>${botName}</at> assign Visio to <at>Ben Okoro</at>`);
    expect(activity.conversation).toMatchObject({
      id: `${channel.id};messageid=${activity.id}`,
      conversationType: 'channel',
      tenantId: TENANT_ID,
    });
    expect(activity.channelData).toMatchObject({ channel: { id: channel.id }, tenant: { id: TENANT_ID } });
    expect(activity.entities.filter((e) => e.type === 'mention')).toEqual([
      {
        type: 'mention',
        text: `<at>${botName}</at>`,
        mentioned: { id: `28:${APP_ID}`, name: botName },
      },
      {
        type: 'mention',
        text: '<at>Ben Okoro</at>',
        mentioned: { id: ben.id, name: 'Ben Okoro', aadObjectId: ben.aadObjectId },
      },
    ]);
    expect(on.teams.messages(ben, channel).map((m) => m.text)).toHaveLength(2);
  });

  test('in the chat a colleague can be mentioned, each time with an entity of its own', async () => {
    on.teams.addPerson({ name: 'Ben', email: 'ben2@contoso.example' });
    on.teams.addPerson({ name: 'Ada (IT)', email: 'it@contoso.example' });
    await on.teams.say(
      ada,
      on.teams.chat(ada),
      'mail a@Ben.example? @Ben Okoro, @Ben and @Ada (IT), @Nobody',
    );
    expect(heard[0]?.text).toBe(
      'mail a@Ben.example? <at>Ben Okoro</at>, <at>Ben</at> and <at>Ada (IT)</at>, @Nobody',
    );
    const named = heard[0]?.entities.flatMap(
      (e) => (e as { mentioned?: { name: string } }).mentioned?.name ?? [],
    );
    expect(named).toEqual(['Ben Okoro', 'Ben', 'Ada (IT)']);
    expect(on.teams.messages(ada)[0]?.text).toContain('@Ben Okoro');
  });

  test('in a group chat too, and only its members see it', async () => {
    const group = on.teams.openGroupChat('Licences', [ada, ben]);
    await on.teams.say(ada, group, `@${on.teams.botName} list`);
    expect(heard[0]?.conversation).toMatchObject({ conversationType: 'groupChat', isGroup: true });
    const names = (person: Person) => on.teams.conversations(person).map((c) => c.name);
    expect(names(ben)).toContain('Licences');
    expect(names(on.teams.person('陳怡君'))).not.toContain('Licences');
  });

  test('a bot that is not installed hears nothing', async () => {
    await on.teams.uninstall(ada);
    await on.teams.say(ada, on.teams.chat(ada), 'hello?');
    expect(heard.map((a) => [a.type, a.action])).toEqual([['installationUpdate', 'remove']]);
    await on.teams.install(ada);
    expect(heard.slice(1).map((a) => a.type)).toEqual(['installationUpdate', 'conversationUpdate']);
    expect(heard.at(-1)?.membersAdded).toContainEqual({ id: `28:${APP_ID}` });
  });

  test('an app that comes is told by nobody’s name or clock, and once in their language', async () => {
    const chinese = on.teams.person('陳怡君');
    await on.teams.install(chinese);
    for (const { from, localTimezone, localTimestamp } of heard)
      expect({ from, localTimezone, localTimestamp }).toEqual({
        from: { id: chinese.id, aadObjectId: chinese.aadObjectId },
      });
    expect(heard.map(({ locale, entities }) => ({ locale, entities }))).toEqual([
      { locale: 'zh-TW', entities: [{ type: 'clientInfo', locale: 'zh-TW' }] },
      {},
    ]);
  });

  test('somebody anonymous has no object id', async () => {
    ada.userRole = 'anonymous';
    await on.teams.say(ada, on.teams.chat(ada), 'hello');
    expect(heard[0]?.from).toEqual({ id: ada.id, name: 'Ada Lin' });
  });

  test('Action.Execute brings the data with the inputs, and its card is for the presser only', async () => {
    const place = on.teams.channel;
    const { key, update } = await botSends(
      card([{ type: 'Input.Text', id: 'reason', label: 'Reason' }], [execute('Approve')]),
      place,
    );
    hears((res) =>
      answer(res, 200, {
        statusCode: 200,
        type: 'application/vnd.microsoft.card.adaptive',
        value: card([line('You approved')]),
      }),
    );
    const outcome = await on.teams.press(ada, key, { label: 'Approve' }, { reason: 'fine' });
    expect(outcome.shows).toBe('card');
    expect(heard[0]).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      id: expect.stringMatching(/^f:/),
      replyToId: key.id,
      from: { id: ada.id },
      value: {
        action: {
          type: 'Action.Execute',
          title: 'Approve',
          verb: 'command',
          data: { id: 'r1', reason: 'fine' },
        },
        trigger: 'manual',
      },
    });
    expect(showsTo(ada, place)).toBe('You approved');
    expect(showsTo(ben, place)).toBe('Reason\n[Approve]');
    await update(card([line('Ada approved')]));
    expect(showsTo(ada, place)).toBe('Ada approved');
    expect(showsTo(ben, place)).toBe('Ada approved');
    expect(on.teams.messages(ben, place)[0]?.edited).toBe(true);
  });

  test('an answer that is a sentence becomes a toast, and the card stays', async () => {
    const { key } = await botSends(card([line('Card')], [execute('Go')]));
    hears((res) =>
      answer(res, 200, {
        statusCode: 200,
        type: 'application/vnd.microsoft.activity.message',
        value: 'Done',
      }),
    );
    expect(await on.teams.press(ada, key, { label: 'Go' })).toEqual({ shows: 'toast', text: 'Done' });
    expect(on.teams.toasts(ada).map((t) => t.text)).toEqual(['Done']);
    expect(on.teams.toasts(ben)).toEqual([]);
    expect(showsTo(ada)).toBe('Card\n[Go]');
  });

  test('a required input holds the button back', async () => {
    const reason = {
      type: 'Input.Text',
      id: 'reason',
      label: 'Reason',
      isRequired: true,
      errorMessage: 'Say why',
    };
    const more = { type: 'Action.ShowCard', title: 'More', card: card([{ ...reason, id: 'note' }]) };
    const { key } = await botSends(card([reason], [execute('Deny'), more]));
    expect(await on.teams.press(ada, key, { label: 'Deny' })).toEqual({
      shows: 'invalid',
      problems: [{ id: 'reason', message: 'Say why' }],
    });
    expect(heard).toEqual([]);
    await on.teams.press(ada, key, { label: 'Deny' }, { reason: 'no budget', note: 'not mine' });
    expect(heard[0]?.value).toMatchObject({ action: { data: { id: 'r1', reason: 'no budget' } } });
  });

  test('Action.Submit is a message with a value; messageBack and imBack speak', async () => {
    const submit = (title: string, data: object) => ({ type: 'Action.Submit', title, data });
    const { key } = await botSends(
      card(
        [],
        [
          submit('Plain', { a: 1 }),
          submit('Back', {
            msteams: { type: 'messageBack', text: 't', displayText: 'shown', value: { b: 2 } },
          }),
          submit('Im', { msteams: { type: 'imBack', value: 'list' } }),
          { type: 'Action.OpenUrl', title: 'Link', url: 'https://contoso.example/' },
        ],
      ),
    );
    for (const label of ['Plain', 'Back', 'Im'])
      expect(await on.teams.press(ada, key, { label })).toEqual({ shows: 'nothing' });
    expect(heard.map((a) => [a.type, a.text, a.value, a.replyToId])).toEqual([
      ['message', undefined, { a: 1 }, key.id],
      ['message', 't', { b: 2 }, key.id],
      ['message', 'list', undefined, key.id],
    ]);
    expect(
      on.teams
        .messages(ada)
        .filter((m) => m.mine)
        .map((m) => m.text),
    ).toEqual(['shown', 'list']);
    expect(await on.teams.press(ada, key, { label: 'Link' })).toEqual({
      shows: 'link',
      url: 'https://contoso.example/',
    });
    expect(heard).toHaveLength(3);
  });

  test('a dialog opens, goes on, speaks and closes; the ledger does not keep what it showed', async () => {
    const { key } = await botSends(
      card(
        [],
        [{ type: 'Action.Submit', title: 'Show key', data: { id: 'h1', msteams: { type: 'task/fetch' } } }],
      ),
    );
    const step = (text: string) => ({
      task: {
        type: 'continue',
        value: {
          title: text,
          height: 'medium',
          card: attached(
            card(
              [line(text), { type: 'Input.Text', id: 'word', label: 'Word' }],
              [{ type: 'Action.Submit', title: 'Next', data: { step: text } }],
            ),
          ),
        },
      },
    });
    const answers = [
      step('SECRET-ONE'),
      step('SECRET-TWO'),
      { task: { type: 'message', value: 'SECRET-END' } },
    ];
    hears((res) => answer(res, 200, answers.shift()));
    await on.teams.press(ada, key, { label: 'Show key' });
    expect(on.teams.dialog(ada)).toMatchObject({ title: 'SECRET-ONE', height: 'medium' });
    expect(on.teams.dialog(ben)).toBeUndefined();
    expect(heard[0]).toMatchObject({
      name: 'task/fetch',
      value: { data: { id: 'h1', msteams: { type: 'task/fetch' } }, context: { theme: 'default' } },
    });
    await on.teams.submitDialog(ada, { label: 'Next' }, { word: 'w' });
    expect(heard[1]).toMatchObject({
      name: 'task/submit',
      value: { data: { step: 'SECRET-ONE', word: 'w' } },
    });
    expect(textOf(on.teams.dialog(ada)?.card ?? {})).toContain('SECRET-TWO');
    await on.teams.submitDialog(ada, { label: 'Next' });
    expect(on.teams.dialog(ada)).toMatchObject({ text: 'SECRET-END', buttons: [] });
    on.teams.closeDialog(ada);
    expect(on.teams.dialog(ada)).toBeUndefined();
    const answersKept = JSON.stringify(on.teams.ledger.entries.map((e) => [e.answer, e.warnings]));
    expect(answersKept).not.toContain('SECRET');
  });

  test('a submit that is answered by nothing closes the dialog', async () => {
    const { key } = await botSends(
      card([], [{ type: 'Action.Submit', title: 'Open', data: { msteams: { type: 'task/fetch' } } }]),
    );
    const form = attached(card([line('Form')], [{ type: 'Action.Submit', title: 'OK' }]));
    const answers: unknown[] = [
      { task: { type: 'continue', value: { title: 'Form', card: form } } },
      undefined,
    ];
    hears((res) => answer(res, 200, answers.shift()));
    await on.teams.press(ada, key, { label: 'Open' });
    expect(await on.teams.submitDialog(ada, { label: 'OK' })).toEqual({ shows: 'nothing' });
    expect(on.teams.dialog(ada)).toBeUndefined();
  });

  test('a card with refresh is refreshed for the people it names', async () => {
    const { key } = await botSends(
      {
        ...card([line('For everybody')]),
        refresh: { action: execute('Refresh', { data: { id: 'r9' } }), userIds: [ada.id] },
      },
      on.teams.channel,
    );
    const due = (person: Person) => on.teams.messages(person, on.teams.channel).at(-1)?.refreshDue;
    expect([due(ada), due(ben)]).toEqual([true, false]);
    hears((res) =>
      answer(res, 200, {
        statusCode: 200,
        type: 'application/vnd.microsoft.card.adaptive',
        value: card([line('For Ada')]),
      }),
    );
    await on.teams.refresh(ben, key);
    expect(heard).toEqual([]);
    await on.teams.refresh(ada, key);
    expect(heard[0]?.value).toMatchObject({ trigger: 'automatic', action: { data: { id: 'r9' } } });
    expect(showsTo(ada, on.teams.channel)).toBe('For Ada');
    expect(showsTo(ben, on.teams.channel)).toBe('For everybody');
  });

  test('two buttons of one name are told apart, and a missing one is named', async () => {
    const { key } = await botSends(
      card([], [execute('Go', { data: { n: 1 } }), execute('Go', { data: { n: 2 } })]),
    );
    await on.teams.press(ada, key, { label: 'Go', nth: 1 });
    await on.teams.press(ada, key, { path: 'actions.0' });
    expect(heard.map((a) => (a.value as { action: { data: { n: number } } }).action.data.n)).toEqual([2, 1]);
    await expect(on.teams.press(ada, key, { label: 'Stop' })).rejects.toThrow('there are: Go, Go');
    await expect(on.teams.press(ben, key, { label: 'Go' })).rejects.toThrow('Ben Okoro sees no message');
  });

  test('a people picker offers who is in the roster, by name or address', () => {
    ben.inRoster = false;
    expect(on.teams.suggestPeople('ada')).toEqual([{ title: 'Ada Lin', value: ada.aadObjectId }]);
    expect(on.teams.suggestPeople('ben')).toEqual([]);
    for (let i = 0; i < 20; i++) on.teams.addPerson({ name: `Zoe ${i}`, email: `z${i}@contoso.example` });
    expect(on.teams.suggestPeople('zoe')).toHaveLength(15);
  });

  const picker = (id: string, more = {}) => ({
    type: 'Input.ChoiceSet',
    id,
    label: id,
    isRequired: true,
    errorMessage: 'Choose somebody',
    choices: [],
    'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users' },
    ...more,
  });

  test('a people picker is typed into by name, address or id, and sends Entra object ids', async () => {
    const { key } = await botSends(
      card([picker('one'), picker('many', { isMultiSelect: true })], [execute('Send')]),
    );
    const yijun = on.teams.person('陳怡君');
    const press = (one: string, many: string) => on.teams.press(ada, key, { label: 'Send' }, { one, many });
    await press('Ben Okoro', `ben@contoso.example, 陳怡君,${ada.aadObjectId}, Ben Okoro`);
    expect(heard.at(-1)?.value).toMatchObject({
      action: {
        data: {
          one: ben.aadObjectId,
          many: [ben.aadObjectId, yijun.aadObjectId, ada.aadObjectId].join(','),
        },
      },
    });
    expect(await press('', 'ada@contoso.example')).toEqual({
      shows: 'invalid',
      problems: [{ id: 'one', message: 'Choose somebody' }],
    });
    expect(await press('Ben Okoro, 陳怡君', 'Ada Lin, Nobody Known')).toEqual({
      shows: 'invalid',
      problems: [
        { id: 'one', message: 'No match was found for Ben Okoro, 陳怡君' },
        { id: 'many', message: 'No match was found for Nobody Known' },
      ],
    });
    expect(heard).toHaveLength(1);
  });

  test('whoever was removed is in no roster and no picker, and cannot be reached anew', async () => {
    const { key } = await botSends(card([picker('one')], [execute('Send')]));
    on.teams.remove(ben);
    expect(on.teams.suggestPeople('ben')).toEqual([]);
    expect(await on.teams.press(ada, key, { label: 'Send' }, { one: 'Ben Okoro' })).toMatchObject({
      shows: 'invalid',
    });
    const chat = (id: string) => `/v3/conversations/${encodeURIComponent(id)}`;
    const gone = await on.call('GET', `${chat(on.teams.chat(ben).id)}/members/${ben.aadObjectId}`);
    expect([gone.status, gone.body.error.code]).toEqual([404, 'MemberNotFoundInConversation']);
    const members = await on.call('GET', `${chat(on.teams.channel.id)}/members`);
    expect(JSON.stringify(members.body)).not.toContain(ben.aadObjectId);
    const opened = await on.call('POST', '/v3/conversations', {
      members: [{ id: ben.aadObjectId }],
      tenantId: TENANT_ID,
    });
    expect(opened.status).toBe(400);
    await on.teams.say(ada, on.teams.chat(ada), 'and @Ben Okoro?');
    expect(heard.at(-1)?.text).toBe('and @Ben Okoro?');
  });

  test('one can wait for what the bot writes after its answer, and not for ever', async () => {
    hears((res) => {
      answer(res, 200);
      res.on('finish', () => void botSends(card([line('Here it is')])));
    });
    await on.teams.say(ada, on.teams.chat(ada), 'list');
    const seen = await on.teams.when('the list', () => on.teams.messages(ada).find((m) => m.from === 'bot'));
    expect(textOf(seen.cards[0] ?? {})).toBe('Here it is');
    await expect(on.teams.when('a second list', () => false, 20)).rejects.toThrow('a second list');
  });

  test('whoever watches is told of every change', async () => {
    const changes: string[] = [];
    const stop = on.teams.onChange((change) => changes.push(change.kind));
    await on.teams.say(ada, on.teams.chat(ada), 'one');
    stop();
    await on.teams.say(ada, on.teams.chat(ada), 'two');
    expect(changes).toEqual(['message']);
  });
});
