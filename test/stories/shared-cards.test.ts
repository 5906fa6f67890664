import { inputsOf, textOf } from '../../playground/teams/card-form';
import type { Conversation, SeenMessage } from '../../playground/teams/conversations';
import { type Company, openCompany } from '../support/company';
import { dana, eve, type Figure, mei, omar } from '../support/people';
import { query } from '../support/query';

/** What people of Teams share with each other from the compose box, and what each of them sees of it. */
describe('in a chat of several people in Teams', () => {
  let company: Company;
  let room: Conversation;
  let shared: SeenMessage;
  beforeAll(async () => {
    company = await openCompany();
    room = company.teams.openGroupChat('Project Alpha', [eve, dana, mei].map(person));
    // The app knows the Teams ids of whoever has spoken to it.
    for (const figure of [eve, dana, omar]) await company.at('teams', figure).asks('help');
  });
  afterAll(() => company.close());

  const person = ({ teamsId }: Figure) => company.teams.person(teamsId);
  const last = (figure: Figure) => company.teams.messages(person(figure), room).at(-1)!;
  const reads = (figure: Figure) => textOf(last(figure).cards[0] ?? {});
  const comesToRead = (figure: Figure, what: string | RegExp) =>
    company.teams.when(`${figure.name} reads ${what}`, () =>
      (typeof what === 'string' ? reads(figure).includes(what) : what.test(reads(figure)))
        ? reads(figure)
        : undefined,
    );
  const opens = (figure: Figure) => company.teams.refresh(person(figure), last(figure));

  async function asksAndShares(
    benefit: RegExp,
    words: string,
    values: Record<string, string>,
  ): Promise<void> {
    const employee = company.at('teams', eve);
    await employee.opensFormFor(words);
    await employee.fills(values, 'Request');
    await employee.sees(benefit);
    const { items } = await company.teams.find(person(eve), room, 'requests');
    const item = items.find(({ title }) => benefit.test(title));
    expect(await company.teams.share(person(eve), room, item!)).toMatchObject({ shows: 'message' });
  }

  async function sharesInChinese(benefit: string, values: Record<string, string>): Promise<void> {
    const inChinese = company.at('teams', mei);
    await inChinese.says(`申請 ${benefit}`);
    await inChinese.sees(new RegExp(`^${benefit}$`, 'm'));
    await inChinese.presses('申請', benefit);
    await inChinese.fills(values, '申請');
    await inChinese.sees(`您已申請 ${benefit}`);
    const { items } = await company.teams.find(person(mei), room, 'requests');
    await company.teams.share(person(mei), room, items.find(({ title }) => title.includes(benefit))!);
  }

  test('a request that was shared: everybody reads how it stands, and nobody why it was made', async () => {
    await asksAndShares(/Visio/, 'visio', { Reason: 'Something between us' });
    for (const figure of [eve, dana, mei]) {
      expect(reads(figure)).toMatch(/Eve Employee asks for Visio[\s\S]*State: Waiting for approval/);
      expect(reads(figure)).not.toContain('Something between us');
      expect(last(figure).actions).toEqual([]);
    }
    expect([eve, dana, mei].map((figure) => last(figure).refreshDue)).toEqual([true, true, false]);
  });

  test('whoever decides it sees their buttons on it, and whoever asked their own', async () => {
    await opens(dana);
    expect(reads(dana)).toContain('Something between us');
    expect(last(dana).actions.map(({ label }) => label)).toEqual(expect.arrayContaining(['Approve', 'Deny']));
    await opens(eve);
    expect(last(eve).actions.map(({ label }) => label)).toContain('Cancel request');
    expect(last(eve).actions.map(({ label }) => label)).not.toContain('Approve');
    // Whoever has no part in it looks for themself: they see no more than before.
    expect(JSON.stringify(last(mei).cards[0]?.refresh)).not.toContain(person(mei).id);
    expect(reads(mei)).not.toContain('Something between us');
    expect(last(mei).actions).toEqual([]);
  });

  test('a decision made there is everybody’s at once, and each reads what is theirs', async () => {
    await company.teams.press(person(dana), last(dana), { label: 'Approve' });
    await comesToRead(mei, 'State: Approved and delivered');
    expect(reads(mei)).not.toMatch(/Something between us|Show key|Dana Decider/);
    await opens(dana);
    expect(reads(dana)).toMatch(/Approved and delivered[\s\S]*Dana Decider/);
    await company.at('teams', eve).sees('Visio Professional 2024 is yours');
  });

  test('what was decided elsewhere: an old card shows the truth as soon as somebody opens it, and to everybody', async () => {
    await asksAndShares(/SQL/, 'sql server', { Quantity: '1', Reason: 'A small database' });
    await opens(dana);
    const approver = company.at('teams', omar);
    await approver.presses('Deny', 'SQL Server');
    await approver.fills({ Reason: 'Not this year' }, 'Deny');
    await company.at('teams', eve).sees('Not this year');
    // The button of a view that is old by now decides nothing.
    await company.teams.press(person(dana), last(dana), { label: 'Approve' });
    expect(reads(dana)).toContain('Denied');
    await opens(eve);
    await comesToRead(mei, 'State: Denied');
    expect(reads(mei)).not.toContain('Not this year');
  });

  test('what was shared stays in the language it was shared in, whoever decides it, and each reads their own view in theirs', async () => {
    await sharesInChinese('SQL Server 2022 Standard', { 數量: '1', 理由: '新主機' });
    expect(reads(eve)).toMatch(/狀態：\s*等待核准/);
    await opens(dana);
    expect(reads(dana)).toMatch(/Waiting for|Left after this/);
    await company.teams.press(person(dana), last(dana), { label: 'Approve' });
    await comesToRead(eve, /狀態：\s*已核准/);
    expect(reads(eve)).not.toContain('State:');
    await opens(dana);
    expect(reads(dana)).toContain('State: Approved');
  });

  test('so it does where it was decided in a dialog', async () => {
    await sharesInChinese('Visio Professional 2024', { 理由: '畫圖' });
    await opens(dana);
    await company.teams.press(person(dana), last(dana), { label: 'Deny' });
    await company.teams.submitDialog(person(dana), { label: 'Deny' }, { reason: 'Not this year' });
    await comesToRead(eve, /狀態：\s*已拒絕/);
    expect(reads(eve)).not.toMatch(/State:|Not this year/);
  });

  test('a benefit that was shared: each asks for it in a dialog of their own, and is answered in private', async () => {
    const { items } = await company.teams.find(person(eve), room, 'benefits', 'visual studio');
    expect(items.length).toBeGreaterThan(0);
    await company.teams.share(person(eve), room, items[0]!);
    expect(reads(mei)).toContain('Visual Studio');
    await company.teams.press(person(mei), last(mei), { label: last(mei).actions[0]!.label });
    expect(company.teams.dialog(person(eve))).toBeUndefined();
    await company.teams.submitDialog(person(mei), { label: '申請' }, { reason: '新專案' });
    await company.teams.when('word in private', () =>
      company.at('teams', mei).messages().join().includes('您已申請 Visual Studio'),
    );
    expect(
      company.teams
        .messages(person(eve), room)
        .map(({ cards }) => cards.map(textOf))
        .join(),
    ).not.toContain('新專案');
    shared = company.teams.messages(person(eve), room).at(-1)!;
  });

  test('from the compose box of a chat where the app is not: a benefit is found by its name, asked for, and the request shared', async () => {
    const elsewhere = company.teams.openGroupChat('Lunch', [eve, mei].map(person));
    elsewhere.hasBot = false;
    await company.teams.begin(person(eve), elsewhere, 'request');
    const dialog = company.teams.dialog(person(eve))!;
    const [field] = inputsOf(dialog.card!);
    expect(field).toMatchObject({
      label: 'Benefit',
      'choices.data': { type: 'Data.Query', dataset: 'benefits' },
    });
    const found = await company.teams.lookUp(person(eve), elsewhere, 'benefits', 'server cal');
    expect(found.map(({ title }) => title)).toEqual(['Windows Server CAL']);
    await company.teams.submitDialog(
      person(eve),
      { label: dialog.buttons[0]!.label },
      { [String(field!.id)]: found[0]!.value },
    );
    const sent = await company.teams.submitDialog(
      person(eve),
      { label: 'Request' },
      { reason: 'A file server' },
    );
    expect(sent).toMatchObject({ shows: 'message' });
    const [message] = company.teams.messages(person(mei), elsewhere).slice(-1);
    expect(textOf(message!.cards[0]!)).toMatch(/Eve Employee asks for Windows Server CAL[\s\S]*Waiting/);
    await company.at('teams', eve).sees('You asked for Windows Server CAL');
  });

  test('the chat of two people is no private chat with the app: each sees what is theirs, and answers go where only they read them', async () => {
    const two = company.teams.openChatOfTwo(person(omar), person(eve));
    const employee = company.at('teams', eve);
    const { items } = await company.teams.find(person(eve), two, 'requests');
    await company.teams.share(person(eve), two, items.find(({ title }) => /Server CAL/.test(title))!);
    const message = () => company.teams.messages(person(omar), two).at(-1)!;
    await company.teams.refresh(person(omar), message());
    expect(textOf(message().cards[0]!)).toContain('A file server');
    const own = { type: 'AdaptiveCard', version: '1.5', fallbackText: 'x', speak: 'x' };
    const action = { type: 'Action.Execute', verb: 'command', title: 'Mine', data: { type: 'mine' } };
    company.teams.shareForged(person(eve), two, {
      ...own,
      body: [{ type: 'ActionSet', actions: [action] }],
    });
    expect(await company.teams.press(person(omar), message(), { label: 'Mine' })).toMatchObject({
      shows: 'toast',
      text: expect.stringContaining('private chat'),
    });
    // What is said to Omar later is said in his chat with the app.
    await employee.opensFormFor('sql server');
    await employee.fills({ Quantity: '1', Reason: 'For our two alone' }, 'Request');
    await company.at('teams', omar).sees('For our two alone');
    expect(company.teams.messages(person(omar), two).filter(({ from }) => from === 'bot')).toEqual([]);
  });

  test('what belongs into the private chat is done nowhere else, and no key can be shared', async () => {
    const [holding] = await query<{ id: string }>(company.database.url, 'select id from holdings limit 1');
    const tried = await company.teams.share(person(eve), room, {
      value: { type: 'show-key', holding: holding?.id },
    });
    expect(tried).toMatchObject({ shows: 'error', text: expect.stringContaining('private chat') });
    expect((await company.teams.find(person(eve), room, 'benefits', 'qqqq xyz')).sentence).toBeDefined();
  });

  test('a benefit that was shared stays, whoever asked for it', () => {
    const now = company.teams.messages(person(eve), room).find(({ id }) => id === shared.id);
    expect(textOf(now?.cards[0] ?? {})).toMatch(/^Visual Studio/);
    expect(now?.edited).toBe(false);
  });

  test('nothing went wrong in the client', () => {
    expect(company.teams.ledger.warnings()).toEqual([]);
  });
});
