import { textOf } from '../../playground/teams/card-form';
import type { Conversation } from '../../playground/teams/conversations';
import type { Person } from '../../playground/teams/people';
import { type Company, openCompany } from '../support/company';
import { dana, eve, type Figure } from '../support/people';
import { query } from '../support/query';

const strangers = [
  ['a guest', { name: 'Gil Guest', email: 'gil@fabrikam.example', userRole: 'guest' }],
  [
    'somebody of another tenant',
    {
      name: 'Una Elsewhere',
      email: 'una@fabrikam.example',
      tenantId: '77777777-7777-4888-9999-aaaaaaaaaaaa',
    },
  ],
] as const;

/** Chats of Teams have people in them who are not of the company: they read what colleagues share there, and get nothing by themselves. */
describe.each(strangers)('%s in a chat with colleagues in Teams', (_who, given) => {
  const refusal = 'I only serve members of this company';
  const secret = 'Something between us';
  let company: Company;
  let room: Conversation;
  let stranger: Person;
  let benefit: string;
  beforeAll(async () => {
    company = await openCompany();
    stranger = company.teams.addPerson(given);
    room = company.teams.openGroupChat('With Fabrikam', [person(eve), person(dana), stranger]);
    for (const figure of [eve, dana]) await company.at('teams', figure).asks('help');
    const employee = company.at('teams', eve);
    await employee.opensFormFor('visio');
    await employee.fills({ Reason: secret }, 'Request');
    await employee.sees('You asked for Visio');
    const { items } = await company.teams.find(person(eve), room, 'requests');
    await company.teams.share(person(eve), room, items[0]!);
    const rows = await query<{ id: string }>(
      company.database.url,
      `select id from benefits where name like 'Visio%'`,
    );
    benefit = rows[0]!.id;
  });
  afterAll(() => company.close());

  const person = ({ teamsId }: Figure) => company.teams.person(teamsId);
  const requests = () => query(company.database.url, 'select id, state from requests');
  /** All that the bot has put before the eyes of whoever is a stranger, but for what a colleague shared. */
  const botSaid = (chat: Conversation) =>
    company.teams
      .messages(stranger, chat)
      .filter(({ from }) => from === 'bot')
      .map(({ text, cards }) => [text, ...cards.map(textOf)].join('\n'));
  const sharedCard = () =>
    company.teams.messages(stranger, room).find(({ from, cards }) => from !== 'bot' && cards.length > 0)!;

  test('who mentions the bot is answered by no benefit, neither there nor in private', async () => {
    await company.teams.say(stranger, room, `@${company.teams.botName} list`);
    await company.teams.when('a word of the bot', () => botSaid(room).length > 0);
    const all = [...botSaid(room), ...botSaid(company.teams.chat(stranger))];
    expect(all.join()).not.toMatch(/Visio|Windows|Visual Studio/);
    expect(await requests()).toHaveLength(1);
  });

  test('who opens a shared request sees no more than everybody, and cannot press anything', async () => {
    // The card has no view of theirs, so their client asks for none.
    const outcome = await company.teams.refresh(stranger, sharedCard());
    expect(outcome).toEqual({ shows: 'nothing' });
    expect(textOf(sharedCard().cards[0]!)).not.toContain(secret);
    expect(sharedCard().actions).toEqual([]);
  });

  test.each(['benefits', 'requests'])('the compose box finds none of the %s', async (command) => {
    const { items, sentence } = await company.teams.find(stranger, room, command, 'visio');
    expect(items).toEqual([]);
    expect(sentence).toContain(refusal);
  });

  test('the compose box shares no card, whatever its line says', async () => {
    const [request] = (await requests()) as [{ id: string }];
    for (const value of [
      { type: 'share', benefit },
      { type: 'share-request', request: request.id },
      { type: 'shared', request: request.id },
    ]) {
      const outcome = await company.teams.share(stranger, room, { value });
      expect(outcome).toMatchObject({ shows: 'error', text: expect.stringContaining(refusal) });
    }
  });

  test('the compose box opens no form, and a field of one offers nothing', async () => {
    const outcome = await company.teams.begin(stranger, room, 'request');
    expect(JSON.stringify([outcome, company.teams.dialog(stranger)])).toContain(refusal);
    expect(company.teams.dialog(stranger)?.card ?? {}).not.toHaveProperty('choices.data');
    expect(await company.teams.lookUp(stranger, room, 'benefits', 'visio')).toEqual([]);
    expect(await requests()).toEqual([expect.objectContaining({ state: 'pending' })]);
  });
});
