import { inputsOf, textOf } from '../../../playground/teams/card-form';
import type { Json } from '../../../playground/teams/json';
import type { Outcome } from '../../../playground/teams/outcome';
import type { Person } from '../../../playground/teams/people';
import type { Card } from '../../../src/core/card';
import type { Reply } from '../../../src/handlers/handle';
import { type Asked, card, type Stage, signed, stage, tenantId, until, uuid } from './stage';

const benefit = uuid();
const holding = uuid();
const request = uuid();
const key = 'XXXXX-FAKE1-XXXXX-XXXXX-XXXXX';

const menu = card('Windows 11', {
  blocks: [
    {
      type: 'buttons',
      buttons: [
        { label: 'Request', style: 'primary', press: { type: 'ask', benefit } },
        { label: 'Show key', press: { type: 'show-key', holding } },
        { label: 'Cancel request', style: 'danger', press: { type: 'cancel', request } },
      ],
    },
  ],
});
const form = card('Ask for Windows 11', {
  place: 'dialog',
  blocks: [
    {
      type: 'form',
      submit: 'Request',
      press: { type: 'request', request, benefit },
      fields: [
        { name: 'quantity', label: 'Quantity', kind: 'number', least: 1, most: 5, initial: 1 },
        {
          name: 'language',
          label: 'Language',
          kind: 'choice',
          choices: ['English', 'Chinese'].map((value) => ({ value, label: value })),
        },
        { name: 'reason', label: 'Reason', kind: 'text', lines: 'many', most: 1000 },
      ],
    },
  ],
});
const theKey = card('Your key', { place: 'dialog', blocks: [{ type: 'code', label: 'Key', text: key }] });
const no = card('Too late', {
  place: 'beside',
  blocks: [{ type: 'text', text: 'Ben has decided already.' }],
});

const shown = (outcome: Outcome): Json => (outcome.shows === 'card' ? outcome.card : {});
const typeOf = ({ input }: Asked): unknown => (input as { type?: unknown }).type;

/** What somebody in Teams sees, over HTTP, through the SDK, for every way in which the bot can be spoken to. */
describe('an answer in Teams', () => {
  let on: Stage;
  let ada: Person;
  beforeAll(async () => {
    on = await stage({ patience: 300 });
    ada = on.tenant.person('Ada Lin');
  });
  beforeEach(() => on.house(() => ({ card: menu })));
  afterAll(() => on.close());

  const messages = (person = ada) => on.tenant.messages(person).filter(({ from }) => from === 'bot');
  const textsAfter = async (act: () => Promise<unknown>, person = ada) => {
    const before = messages(person).length;
    const outcome = await act();
    await until('a message of the bot', () => messages(person).length > before);
    const last = messages(person).at(-1)!;
    return { outcome, last, text: textOf(last.cards[0] ?? {}) };
  };
  const say = (text: string) => textsAfter(() => on.tenant.say(ada, on.tenant.chat(ada), text));
  const givenMenu = async () => (await say('menu')).last;

  test('typed words become a command, and its card a message with a notification', async () => {
    const { last, text } = await say(' show&nbsp;Windows 11 ');
    expect(on.asked.at(-1)).toMatchObject({
      input: { type: 'say', text: 'show Windows 11', dialog: false },
      from: {
        platform: 'teams',
        home: tenantId,
        user: ada.aadObjectId,
        address: { serviceUrl: on.tenant.serviceUrl, conversationId: on.tenant.chat(ada).id, mri: ada.id },
        profile: { standing: 'member', name: 'Ada Lin', email: 'ada@contoso.example', locale: 'en' },
      },
    });
    expect(text).toBe('Windows 11\n[Request]\n[Show key]\n[Cancel request]');
    expect(last.notification).toBe('Windows 11');
  });

  test('200 comes first, and the message after it', async () => {
    const start = on.tenant.ledger.entries.length;
    await say('hello');
    const calls = on.tenant.ledger.entries.slice(start).map(({ kind, status }) => [kind, status]);
    expect(calls.at(-1)).toEqual(['send', 201]);
    expect(calls[0]).toEqual(['message', 200]);
  });

  test('a button carries its command, and the answer takes the place of its card', async () => {
    const message = await givenMenu();
    on.house(() => ({ card: card('Cancelled') }));
    const outcome = await on.tenant.press(ada, message, { label: 'Cancel request' });
    expect(on.asked.at(-1)?.input).toEqual({ type: 'cancel', request });
    expect(outcome).toMatchObject({ shows: 'card' });
    expect(textOf(shown(outcome))).toBe('Cancelled');
  });

  test('a button that leads to a form opens it in a dialog, over the card', async () => {
    const message = await givenMenu();
    on.house(() => ({ card: form }));
    const outcome = await on.tenant.press(ada, message, { label: 'Request' });
    expect(on.asked.at(-1)?.input).toEqual({ type: 'ask', benefit });
    expect(outcome).toMatchObject({ shows: 'dialog', dialog: { title: 'Ask for Windows 11' } });
    expect(textOf(on.tenant.dialog(ada)?.card ?? {})).toContain('Quantity\nLanguage\nReason\n[Request]');
    expect(textOf(messages().at(-1)!.cards[0]!)).toContain('[Request]');
    on.tenant.closeDialog(ada);
  });

  test('a form in a card refuses what is missing, and sends what was filled in', async () => {
    on.house(() => ({ card: form }));
    const { last } = await say('request Windows 11');
    const asked = on.asked.length;
    expect(await on.tenant.press(ada, last, { label: 'Request' }, { language: 'English' })).toEqual({
      shows: 'invalid',
      problems: [{ id: 'reason', message: 'Reason is needed.' }],
    });
    expect(on.asked.length).toBe(asked);

    on.house(() => ({ card: card('Asked') }));
    const filled = { language: 'English', reason: 'A new laptop', quantity: '2' };
    expect(await on.tenant.press(ada, last, { label: 'Request' }, filled)).toMatchObject({ shows: 'card' });
    expect(on.asked.at(-1)?.input).toEqual({ type: 'request', request, benefit, ...filled });
  });

  test('a form that asks for people: names are typed, and the house gets who they are', async () => {
    const ben = on.tenant.person('Ben Okoro');
    const yijun = on.tenant.person('陳怡君');
    const handing = card('Hand over', {
      blocks: [
        {
          type: 'form',
          submit: 'Hand over',
          press: { type: 'done', task: request, person: 'as it was' },
          fields: [
            { name: 'people', label: 'People', kind: 'people', most: 5 },
            { name: 'person', label: 'Person', kind: 'person', optional: true },
            { name: 'until', label: 'Until', kind: 'day' },
            { name: 'evidence', label: 'Evidence', kind: 'text', lines: 'one', most: 80, optional: true },
          ],
        },
      ],
    });
    on.house(() => ({ card: handing }));
    const { last } = await say('assign');
    const hand = (filled: Record<string, string>) =>
      on.tenant.press(ada, last, { label: 'Hand over' }, filled);
    const asked = on.asked.length;
    expect(await hand({ until: '' })).toEqual({
      shows: 'invalid',
      problems: [
        { id: 'people', message: 'People is needed.' },
        { id: 'until', message: 'Until is needed.' },
      ],
    });
    expect(on.asked.length).toBe(asked);

    on.house(() => ({ card: card('Done') }));
    await hand({ people: 'Ben Okoro, yijun@contoso.example', person: 'Ada Lin', until: '2027-01-14' });
    const { input, from } = on.asked.at(-1)!;
    expect(input).toEqual({
      type: 'done',
      task: request,
      person: 'as it was',
      people: [`teams:${ben.aadObjectId}`, `teams:${yijun.aadObjectId}`],
      until: '2027-01-14',
    });
    expect(from.named).toMatchObject([
      {
        user: ben.aadObjectId,
        profile: { standing: 'member', name: 'Ben Okoro', email: 'ben@contoso.example' },
      },
      { user: yijun.aadObjectId, profile: { standing: 'member', name: '陳怡君' } },
    ]);
  });

  test('a colleague who is mentioned is looked up, whether they ever spoke or not', async () => {
    const zoe = on.tenant.addPerson({ name: 'Zoe Park', email: 'zoe@contoso.example' });
    const mal = on.tenant.addPerson({ name: 'Mal Away', email: 'mal@contoso.example', installed: false });
    await say('assign Visio to @Zoe Park, @Mal Away');
    expect(on.asked.at(-1)?.input).toMatchObject({
      text: `assign Visio to <@teams:${zoe.aadObjectId}>, <@teams:${mal.aadObjectId}>`,
    });
    expect(on.asked.at(-1)?.from.named).toEqual([
      {
        ref: `teams:${zoe.aadObjectId}`,
        user: zoe.aadObjectId,
        profile: { standing: 'member', name: 'Zoe Park', email: 'zoe@contoso.example', locale: 'en' },
      },
      // Nobody can ask after somebody who has no chat with the app.
      {
        ref: `teams:${mal.aadObjectId}`,
        user: mal.aadObjectId,
        profile: { standing: 'unknown', locale: 'en' },
      },
    ]);
  });

  test('a refusal is shown beside the card, which stays', async () => {
    const message = await givenMenu();
    on.house(() => ({ card: no }));
    expect(await on.tenant.press(ada, message, { label: 'Cancel request' })).toEqual({
      shows: 'toast',
      text: 'Too late\nBen has decided already.',
    });
    expect(textOf(messages().at(-1)!.cards[0]!)).toContain('[Cancel request]');
  });

  test('Show key opens a dialog with the key, says that it was seen, and writes it nowhere else', async () => {
    const message = await givenMenu();
    const seen: boolean[] = [];
    on.house(() => ({ card: theKey, seen: async (shown) => void seen.push(shown) }));
    const outcome = await on.tenant.press(ada, message, { label: 'Show key' });
    expect(on.asked.at(-1)?.input).toEqual({ type: 'show-key', holding });
    expect(outcome).toMatchObject({ shows: 'dialog', dialog: { title: 'Your key' } });
    expect(textOf(on.tenant.dialog(ada)?.card ?? {})).toBe(`Your key\nKey\n${key}`);
    await until('word that it was seen', () => seen.length > 0);
    expect(seen).toEqual([true]);
    expect(JSON.stringify(on.tenant.messages(ada))).not.toContain(key);
    on.tenant.closeDialog(ada);
  });

  test('a refusal to show a key is a dialog too', async () => {
    const message = await givenMenu();
    on.house(() => ({ card: no }));
    expect(await on.tenant.press(ada, message, { label: 'Show key' })).toMatchObject({ shows: 'dialog' });
    expect(textOf(on.tenant.dialog(ada)?.card ?? {})).toBe('Too late\nBen has decided already.');
    on.tenant.closeDialog(ada);
  });

  test('a key never stands in a message or in a card in the chat, whatever the house says', async () => {
    const message = await givenMenu();
    const seen: boolean[] = [];
    on.house(() => ({ card: theKey, seen: async (shown) => void seen.push(shown) }));
    const { text } = await say('show key');
    expect(text).toContain('This is shown in a dialog only.');
    await on.tenant.press(ada, message, { label: 'Cancel request' });
    await until('word that it was not seen', () => seen.length === 2);
    expect(seen).toEqual([false, false]);
    expect(JSON.stringify([on.tenant.messages(ada), on.tenant.ledger.entries])).not.toContain(key);
  });

  const filled = { language: 'English', reason: 'A new laptop' };
  const sendForm = async (message: Awaited<ReturnType<typeof givenMenu>>, answer: Reply) => {
    on.house(() => ({ card: form }));
    await on.tenant.press(ada, message, { label: 'Request' });
    on.house(() => answer);
    return on.tenant.submitDialog(ada, { label: 'Request' }, filled);
  };

  test('a form is sent from its dialog, which closes; the answer takes the place of the card below it', async () => {
    const message = await givenMenu();
    const where: unknown[] = [];
    const stands = async (posted: unknown) => void where.push(posted);
    await sendForm(message, { card: card('Asked'), stands });
    expect(on.asked.at(-1)?.input).toEqual({ type: 'request', request, benefit, quantity: '1', ...filled });
    expect(on.tenant.dialog(ada)).toBeUndefined();
    await until('the answer in its place', () => textOf(messages().at(-1)!.cards[0]!) === 'Asked');
    expect(messages().at(-1)?.id).toBe(message.id);
    await until('word of where it stands', () => where.length > 0);
    expect(where).toMatchObject([{ platform: 'teams', ref: { activityId: message.id } }]);
  });

  test('a form that is refused says why, and stays as it was filled in; the card below it stays', async () => {
    const message = await givenMenu();
    await sendForm(message, { card: no });
    const drawn = on.tenant.dialog(ada)?.card ?? {};
    expect(textOf(drawn)).toMatch(/Ben has decided already\.\nQuantity\nLanguage\nReason/);
    expect(inputsOf(drawn).map(({ id, value }) => [id, value])).toEqual([
      ['quantity', '1'],
      ['language', 'English'],
      ['reason', 'A new laptop'],
    ]);
    expect(textOf(messages().at(-1)!.cards[0]!)).toContain('[Request]');
    on.tenant.closeDialog(ada);
  });

  test('the answer to a form whose card is gone comes as a message', async () => {
    const message = await givenMenu();
    on.tenant.faults.push(({ operation }) =>
      operation === 'update'
        ? { status: 404, body: { error: { code: 'ActivityNotFoundInConversation' } } }
        : undefined,
    );
    const { text } = await textsAfter(() => sendForm(message, { card: card('Asked') }));
    expect(text).toBe('Asked');
    on.tenant.faults.pop();
  });

  test('a late answer: words first get a working card, which then becomes the answer', async () => {
    let answer: (reply: { card: Card }) => void = () => undefined;
    on.house(() => new Promise((resolve) => (answer = resolve)));
    const { last, text } = await say('list');
    expect(text).toBe('Working on it');
    answer({ card: menu });
    await until('the answer in its place', () =>
      textOf(messages().at(-1)!.cards[0]!).startsWith('Windows 11'),
    );
    expect(messages().at(-1)?.id).toBe(last.id);
  });

  test('a late answer to a button: the card works, and then becomes the answer', async () => {
    const message = await givenMenu();
    let answer: (reply: { card: Card }) => void = () => undefined;
    on.house(() => new Promise((resolve) => (answer = resolve)));
    const outcome = await on.tenant.press(ada, message, { label: 'Cancel request' });
    expect(textOf(shown(outcome))).toBe('Working on it');
    answer({ card: card('Cancelled') });
    await until('the answer in its place', () => textOf(messages().at(-1)!.cards[0]!) === 'Cancelled');
    expect(messages().at(-1)?.id).toBe(message.id);
  });

  test('a key that comes late is not shown, and the house is told so', async () => {
    const message = await givenMenu();
    const seen: boolean[] = [];
    let answer: () => void = () => undefined;
    on.house(
      () =>
        new Promise((resolve) => {
          answer = () => resolve({ card: theKey, seen: async (shown) => void seen.push(shown) });
        }),
    );
    await on.tenant.press(ada, message, { label: 'Show key' });
    expect(textOf(on.tenant.dialog(ada)?.card ?? {})).toBe('Working on it');
    answer();
    await until('word', () => seen.length > 0);
    expect(seen).toEqual([false]);
    on.tenant.closeDialog(ada);
  });

  test('in a channel the answer goes to the private chat, and the channel hears only that', async () => {
    const ben = on.tenant.person('Ben Okoro');
    const { channel } = on.tenant;
    const { text } = await textsAfter(() => on.tenant.say(ben, channel, `@${on.tenant.botName} mine`), ben);
    expect(on.asked.at(-1)).toMatchObject({ input: { type: 'say', text: 'mine' } });
    expect(text).toContain('Windows 11');
    const inChannel = await until('a word in the channel', () =>
      on.tenant.messages(ben, channel).find(({ from }) => from === 'bot'),
    );
    expect([inChannel.text, inChannel.cards]).toEqual(['I have answered you in our private chat.', []]);
  });

  test('in a channel, somebody who has no chat with the bot is told how to get one', async () => {
    const yijun = on.tenant.person('陳怡君');
    yijun.installed = false;
    const { channel } = on.tenant;
    on.house(({ from }) => ({ card: { ...menu, locale: from.profile.locale } }));
    await on.tenant.say(yijun, channel, `@${on.tenant.botName} mine`);
    const last = await until('a word in the channel', () =>
      on.tenant.messages(yijun, channel).find(({ from, text }) => from === 'bot' && text.includes('私人')),
    );
    expect(last.text).toBe('請在私人聊天中與我對話：請先將我新增到您的應用程式。');
    yijun.installed = true;
  });

  test('somebody who adds the app is greeted, once', async () => {
    const ben = on.tenant.person('Ben Okoro');
    const asked = on.asked.length;
    const before = messages(ben).length;
    await textsAfter(() => on.tenant.install(ben), ben);
    expect(new Set(on.asked.slice(asked).map(typeOf))).toEqual(new Set(['menu']));
    expect(messages(ben)).toHaveLength(before + 1);
  });

  describe('a greeting that did not come through is not lost', () => {
    let own: Stage;
    const yijun = () => own.tenant.person('陳怡君');
    beforeEach(async () => {
      own = await stage({ patience: 300 });
    });
    afterEach(() => own.close());
    const greetings = () => own.tenant.messages(yijun()).length;
    /** Teams says once more that the app came. */
    const comesAgain = async () => {
      const [came] = own.tenant.ledger.entries.filter(({ kind }) =>
        /^(installation|conversation)Update/.test(kind),
      );
      await own.tenant.redeliver(came!);
    };

    test.each<[string, () => () => void]>([
      [
        'because Teams did not take it',
        () => {
          own.tenant.faults.push(({ operation }) => (operation === 'send' ? { status: 400 } : undefined));
          return () => own.tenant.faults.pop();
        },
      ],
      [
        'because it could not be worked out',
        () => {
          own.house(() => {
            throw new Error('nothing works');
          });
          return () => own.house(() => ({ card: menu }));
        },
      ],
    ])('%s', async (_, fails) => {
      const mend = fails();
      await own.tenant.install(yijun());
      await until('a failure', () => /could not be delivered|an activity failed/.test(own.log()));
      await own.teams.stop();
      mend();
      expect(greetings()).toBe(0);
      await comesAgain();
      await until('the greeting', () => greetings() > 0);
      await comesAgain();
      await own.teams.stop();
      expect(greetings()).toBe(1);
    });
  });

  test.each([
    ['composeExtension/query', { commandId: 'people' }, undefined],
    ['adaptiveCard/action', { action: { verb: 'other' } }, 400],
    ['adaptiveCard/action', undefined, 400],
    [undefined, undefined, undefined],
  ])('an invoke that is none of ours is answered: %s %j', async (name, value, statusCode) => {
    const asked = on.asked.length;
    const honest = on.tenant.ledger.entries.filter(({ kind }) => kind.startsWith('invoke')).at(-1)!.body;
    const body = { ...(honest as Json), id: uuid(), name, value };
    const answer = await on.tenant.post(signed(on, body));
    expect(answer).toMatchObject({ status: 200, body: statusCode ? { statusCode } : {} });
    expect(on.asked.length).toBe(asked);
  });

  test.each([
    ['a bot', { from: { id: '28:other', aadObjectId: uuid() } }],
    ['a skill', { from: { id: '29:x', aadObjectId: uuid(), role: 'skill' } }],
    ['a reaction', { type: 'messageReaction' }],
    ['somebody joining', { type: 'conversationUpdate' }],
    ['the app going', { type: 'installationUpdate', action: 'remove' }],
    ['a message without an id', { id: undefined }],
  ])('%s is acknowledged in silence', async (_who, over) => {
    const asked = on.asked.length;
    const entry = on.tenant.ledger.entries.filter(({ kind }) => kind === 'message').at(-1)!;
    const body = { ...JSON.parse(JSON.stringify(entry.body)), id: uuid(), ...over };
    expect(await on.tenant.post(signed(on, body))).toMatchObject({ status: 200, text: '' });
    expect(on.asked.length).toBe(asked);
  });

  test('an answer that Teams refuses for a moment is sent again', async () => {
    let failures = 1;
    const fault = ({ operation }: { operation: string }) =>
      operation === 'send' && failures-- > 0 ? { status: 429, headers: { 'retry-after': '0' } } : undefined;
    on.tenant.faults.push(fault);
    const { text } = await say('hello');
    expect(text).toContain('Windows 11');
    on.tenant.faults.splice(on.tenant.faults.indexOf(fault), 1);
  });

  test('every call of the tenant and of the bot kept the laws', () => {
    expect(on.tenant.ledger.warnings()).toEqual([]);
  });
});
