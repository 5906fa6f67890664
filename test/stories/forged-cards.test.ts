import { textOf } from '../../playground/teams/card-form';
import type { Conversation } from '../../playground/teams/conversations';
import type { Json } from '../../playground/teams/json';
import { type Company, openCompany } from '../support/company';
import { ada, dana, eve, type Figure, mei } from '../support/people';
import { query } from '../support/query';

/**
 * A card of the compose box is sent by the client of whoever shares it, and a dialog can be written into a link: what is behind their
 * buttons can be anybody's. Eve would like Dana, who decides, and Ada, who is an admin, to decide without knowing it.
 */
describe('a card in a chat of several people in Teams that is not as we drew it', () => {
  let company: Company;
  let room: Conversation;
  let request: { id: string; version: number };
  beforeAll(async () => {
    company = await openCompany();
    room = company.teams.openGroupChat('Project Alpha', [eve, dana, ada, mei].map(person));
    for (const figure of [dana, ada]) await company.at('teams', figure).asks('help');
    const employee = company.at('teams', eve);
    await employee.opensFormFor('visio');
    await employee.fills({ Reason: 'Nobody shall look' }, 'Request');
    await employee.sees(/Visio/);
    [request] = (await query<typeof request>(company.database.url, 'select id, version from requests')) as [
      typeof request,
    ];
  });
  afterAll(() => company.close());

  const person = ({ teamsId }: Figure) => company.teams.person(teamsId);
  const last = (figure: Figure) => company.teams.messages(person(figure), room).at(-1)!;
  const reads = (figure: Figure) => textOf(last(figure).cards[0] ?? {});
  const state = async () => {
    const rows = await query<{ state: string }>(company.database.url, 'select state from requests');
    return rows.map((row) => row.state).join();
  };
  const lunch = (action: Json, more: Json = {}): Json => ({
    type: 'AdaptiveCard',
    version: '1.5',
    fallbackText: 'Lunch',
    speak: 'Lunch',
    body: [
      { type: 'TextBlock', text: 'Lunch on Friday?', wrap: true },
      { type: 'ActionSet', actions: [{ title: 'I am in', ...action }] },
    ],
    ...more,
  });
  const execute = (data: Json): Json => ({ type: 'Action.Execute', verb: 'command', data });
  const presses = async (figure: Figure, action: Json) => {
    company.teams.shareForged(person(eve), room, lunch(action));
    return company.teams.press(person(figure), last(figure), { label: 'I am in' });
  };
  const approve = () => ({ type: 'approve', request: request.id, version: request.version });
  const override = () => ({ ...approve(), type: 'override', verdict: 'approve', reason: 'Nobody is here' });

  test('a button that says one thing and decides another: whoever pressed it reads what it is about, and nothing is decided', async () => {
    expect(await presses(dana, execute(approve()))).toMatchObject({ shows: 'card' });
    expect(reads(dana)).toMatch(/Eve Employee asks for Visio[\s\S]*\[Approve\]/);
    expect(await state()).toBe('pending');
    expect(await presses(ada, execute(override()))).toMatchObject({ shows: 'card' });
    expect(await presses(ada, execute({ waiting: { press: override() } }))).toMatchObject({ shows: 'card' });
    expect(await state()).toBe('pending');
  });

  test('nor by a button that opens a dialog, by one that sends a message, or by a card that is only looked at', async () => {
    const submit = (msteams: Json) => ({ type: 'Action.Submit', data: { msteams, ...approve() } });
    expect(await presses(dana, submit({ type: 'task/fetch' }))).toMatchObject({ shows: 'dialog' });
    expect(company.teams.dialog(person(dana))?.text).toContain('nothing was done');
    await presses(dana, submit({}));
    await presses(dana, submit({ type: 'messageBack', text: 'approve', value: approve() }));
    const refresh = { action: execute(approve()), userIds: [person(dana).id] };
    company.teams.shareForged(person(eve), room, lunch(execute({ type: 'help' }), { refresh }));
    await company.teams.refresh(person(dana), last(dana));
    expect(await state()).toBe('pending');
  });

  test('what is shared cannot be another command in disguise', async () => {
    const tried = await company.teams.share(person(dana), room, { value: approve() });
    expect(tried).toMatchObject({ shows: 'error', text: expect.stringContaining('nothing was done') });
    expect(await state()).toBe('pending');
  });

  test('a dialog that a link brought decides nothing, in a room or in the private chat', async () => {
    const submit = { type: 'Action.Submit', data: { waiting: { press: override() } } };
    for (const place of [room, company.teams.chat(person(ada))]) {
      company.teams.followDialogLink(person(ada), place, lunch(submit));
      await company.teams.submitDialog(person(ada), { label: 'I am in' });
      expect(company.teams.dialog(person(ada))?.text).toContain('nothing was done');
    }
    expect(await state()).toBe('pending');
  });

  test('the seal of somebody’s own button is of no use under another hand, nor for another command', async () => {
    const look = { type: 'shared', request: request.id, version: request.version };
    const view = await presses(eve, execute(look));
    const seal = /"seal":"([\w-]{43})"/.exec(JSON.stringify(view))?.[1];
    expect(seal).toBeDefined();
    await presses(dana, execute({ ...approve(), seal: seal! }));
    await presses(dana, execute({ type: 'cancel', request: request.id, seal: seal! }));
    await presses(eve, execute({ type: 'cancel', request: request.id, seal: 'x'.repeat(43) }));
    expect(await state()).toBe('pending');
  });

  test('a message that we do not know to show a request is never drawn anew', async () => {
    const look = { type: 'shared', request: request.id, version: 999 };
    await presses(dana, execute(look));
    const refuse = { type: 'refuse', request: request.id, version: request.version };
    await presses(dana, { type: 'Action.Submit', data: { msteams: { type: 'task/fetch' }, ...refuse } });
    await company.teams.submitDialog(person(dana), { label: 'Deny' }, { reason: 'Seen in full' });
    await company.at('teams', eve).sees('Seen in full');
    expect(await state()).toBe('denied');
    expect(reads(mei)).toContain('Lunch on Friday?');
    expect(company.teams.messages(person(mei), room).filter(({ edited }) => edited)).toEqual([]);
  });

  test('nobody heard of it in the room', () => {
    expect(company.teams.messages(person(mei), room).filter(({ from }) => from === 'bot')).toEqual([]);
  });
});
