import type { Conversation } from '../../../playground/teams/conversations';
import type { Person } from '../../../playground/teams/people';
import { card, type Stage, signed, stage, until } from './stage';

/** The app comes into a chat and goes: who is greeted, how often, and what is kept of a chat that is gone. */
describe('coming and going in Teams', () => {
  let on: Stage;
  let ada: Person;
  let group: Conversation;
  beforeEach(async () => {
    on = await stage();
    on.house(() => ({ card: card('What I can do') }));
    ada = on.tenant.person('Ada Lin');
    group = on.tenant.openGroupChat('Licences', [ada, on.tenant.person('Gil Guest')]);
  });
  afterEach(() => on.close());

  const inChat = (chat = on.tenant.chat(ada)) =>
    on.tenant.messages(ada, chat).filter(({ from }) => from === 'bot');
  const greeted = (chat?: Conversation) => until('a greeting', () => inChat(chat)[0]);
  /** Nothing was asked of the house because of what was told of this chat, and the one greeting stands. */
  const nothingOf = (chat: string) =>
    inChat().length === 1 && on.asked.every(({ identity }) => !identity.includes(chat));
  const tellings = () =>
    on.tenant.ledger.entries.filter(({ kind }) => /^(installation|conversation)Update/.test(kind));
  /** Every telling once more, as Teams repeats it and with an id of its own; then a word, whose answer comes after all that came before. */
  async function everythingComesAgain(): Promise<void> {
    for (const entry of tellings()) {
      await on.tenant.redeliver(entry);
      await on.tenant.redeliver(entry, `f:again-${entry.n}`);
    }
    await on.teams.stop();
  }

  test('in a private chat: one greeting, however often it is told', async () => {
    await on.tenant.install(ada);
    await greeted();
    expect(tellings()).toHaveLength(2);
    await everythingComesAgain();
    expect(inChat().map(({ notification }) => notification)).toEqual(['What I can do']);
  });

  test.each(['a group', 'a team'])(
    'in the chat of %s: one short greeting, and nothing of anybody',
    async (where) => {
      const chat = where === 'a team' ? on.tenant.channel : group;
      await on.tenant.addTo(chat, ada);
      await greeted(chat);
      await everythingComesAgain();
      expect(inChat(chat).map(({ text, cards }) => [text, cards])).toEqual([
        [expect.stringMatching(/Mention me here, or write to me in a private chat/), []],
      ]);
      expect(on.asked).toEqual([]);
    },
  );

  test('in the language of whoever added it', async () => {
    const yijun = on.tenant.person('陳怡君');
    const chat = on.tenant.openGroupChat('授權', [yijun]);
    await on.tenant.addTo(chat, yijun);
    const said = await until('a greeting', () =>
      on.tenant.messages(yijun, chat).find(({ from }) => from === 'bot'),
    );
    expect(said.text).toContain('請在這裡提及我，或在私人聊天中傳訊息給我');
  });

  test('taken away, it answers nothing and writes there no more; back again, it greets again', async () => {
    await on.tenant.addTo(group, ada);
    await greeted(group);
    const sent = () => on.tenant.ledger.entries.filter(({ kind }) => kind === 'send').length;
    const before = [tellings().length, sent()] as const;
    await on.tenant.removeFrom(group, ada);
    const goings = tellings().slice(before[0]);
    expect(goings.map(({ status, answer }) => [status, answer])).toEqual([
      [200, undefined],
      [200, undefined],
    ]);
    for (const entry of goings) await on.tenant.redeliver(entry, `f:again-${entry.n}`);
    await on.teams.stop();
    expect(sent()).toBe(before[1]);

    await on.tenant.addTo(group, ada);
    await until('another greeting', () => inChat(group)[1]);
  });

  test('a private chat that was taken away is dropped, where it is kept and where it is remembered', async () => {
    await on.tenant.say(ada, on.tenant.chat(ada), 'hello');
    await until('an answer', () => inChat()[0]);
    expect(on.removed).toEqual([]);
    await on.tenant.uninstall(ada);
    expect(on.removed).toEqual([on.tenant.chat(ada).id]);

    const start = on.tenant.ledger.entries.length;
    const account = { platform: 'teams', home: null, user: ada.aadObjectId, address: null } as const;
    const lost = await on.teams.platform.deliver(account, card('For you'));
    expect(lost).toMatchObject({ sent: false, tryAgain: false });
    const called = () => on.tenant.ledger.entries.slice(start).map(({ kind }) => kind);
    expect(called()).toEqual(['create']);

    ada.installed = true;
    expect(await on.teams.platform.deliver(account, card('For you'))).toMatchObject({ sent: true });
    expect(called()).toEqual(['create', 'create', 'send']);
  });

  test.each(['membersAdded', 'membersRemoved'])(
    'somebody else among the %s is none of ours',
    async (part) => {
      await on.tenant.install(ada);
      await greeted();
      const { membersAdded: _, ...told } = tellings().at(-1)!.body as Record<string, unknown>;
      const { id } = on.tenant.person('Ben Okoro');
      const other = { conversation: { ...(told.conversation as object), id: 'a:other' }, id: `f:${part}` };
      expect(await on.tenant.post(signed(on, { ...told, ...other, [part]: [{ id }] }))).toMatchObject({
        status: 200,
      });
      await on.teams.stop();
      expect(on.removed).toEqual([]);
      expect(nothingOf('a:other')).toBe(true);
    },
  );

  test.each(['add-upgrade', 'remove-upgrade'])('a new version of the app is no news: %s', async (action) => {
    await on.tenant.install(ada);
    await greeted();
    const told = tellings()[0]!.body as Record<string, unknown>;
    const other = {
      conversation: { ...(told.conversation as object), id: 'a:other' },
      id: `f:${action}`,
      action,
    };
    expect(await on.tenant.post(signed(on, { ...told, ...other }))).toMatchObject({ status: 200 });
    await on.teams.stop();
    expect(on.removed).toEqual([]);
    expect(nothingOf('a:other')).toBe(true);
  });
});
