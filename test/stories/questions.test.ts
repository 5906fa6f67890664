import { type Company, openCompany } from '../support/company';
import { dana, eve, omar } from '../support/people';
import { query } from '../support/query';
import type { Somebody } from '../support/somebody';

const visio = 'Visio Professional 2024';

/** The last message of the bot that says this, as soon as there is one. */
async function lastOf(somebody: Somebody, words: string): Promise<string> {
  await somebody.sees(words);
  return somebody
    .messages()
    .filter((one) => one.includes(words))
    .at(-1) as string;
}

describe.each(['slack', 'teams'] as const)('in %s', (chat) => {
  let company: Company;
  let employee: Somebody;
  let approver: Somebody;
  let other: Somebody;

  beforeAll(async () => {
    company = await openCompany();
    [employee, approver, other] = [eve, dana, omar].map((figure) => company.at(chat, figure)) as [
      Somebody,
      Somebody,
      Somebody,
    ];
    for (const somebody of [employee, approver, other]) await somebody.says('help');
    await employee.opensFormFor('visio');
    await employee.fills({ Reason: 'Drawings' }, 'Request');
    await employee.sees(`You asked for ${visio}`);
    await employee.closesWindow();
    await approver.sees(`Eve Employee asks for ${visio}`);
  });
  afterAll(() => company.close());

  test('a question goes to whoever asked, and stands on every card', async () => {
    await approver.presses('Ask', visio);
    await approver.fills({ Question: 'For how long do you need it?' }, 'Ask');
    await approver.closesWindow();
    const told = await employee.sees(`Dana Decider has a question about ${visio}`);
    expect(told).toContain('For how long do you need it?');
    await other.sees('For how long do you need it?');
  });

  test('the answer comes back onto every card, and whoever asked is told', async () => {
    await employee.presses('Answer', 'For how long');
    await employee.fills({ Answer: 'Until the end of June' }, 'Answer');
    await employee.closesWindow();
    expect(await approver.sees('Your question was answered')).toContain('Until the end of June');
    await other.sees('Until the end of June');
    // Nobody answers once more what is answered: the card that asked shows the answer.
    await employee.sees('Until the end of June');
    await employee.hasNoButton('Answer', 'For how long');
  });

  test('a reply to the message counts as well, of whoever asked and of whoever decides', async () => {
    await approver.replies('And on which machine?', `Eve Employee asks for ${visio}`);
    await employee.sees('And on which machine?');
    await employee.replies('On the laptop of the studio', 'And on which machine?');
    await other.sees('On the laptop of the studio');
    // The answer to the reply is a card of its own, in reach of whoever wrote it.
    await employee.sees(/Your request for Visio[\s\S]*Add a word/);
  });

  test('what the bot answers to a reply stands where it was said', async () => {
    if (chat === 'teams') return;
    const said = company.slack.messages(employee.figure.slackId);
    const mine = said.find(({ reading }) => reading === 'On the laptop of the studio');
    const answer = await company.slack.until('an answer in the thread', () =>
      company.slack
        .messages(employee.figure.slackId)
        .find(({ fromBot, threadTs }) => fromBot && threadTs === mine?.threadTs),
    );
    expect(answer.reading).toContain(visio);
  });

  test('whoever has nothing to do with it any more says nothing about it', async () => {
    const role = (as: string) =>
      query(company.database.url, 'update people set role = $1 where email = $2', [as, omar.email]);
    await role('employee');
    await other.replies('I would not do that', `Eve Employee asks for ${visio}`);
    await other.sees('Only an approver can decide this.');
    await role('approver');
    for (const somebody of [employee, approver])
      expect(somebody.messages().join()).not.toContain('I would not do that');
    expect(await query(company.database.url, `select 1 from remarks where text like 'I would%'`)).toEqual([]);
  });

  test('a key that is pasted into a reply gets nowhere', async () => {
    await employee.replies('like VSWPR-FAKE9-9QK7M-C3XJT-4HRBD you know', 'And on which machine?');
    const card = await other.sees(/like .* you know/);
    expect(card).not.toContain('VSWPR-FAKE9');
  });

  test('a word that is a command by itself stays one, in whatever thread', async () => {
    await employee.replies('mine', 'And on which machine?');
    await employee.sees('What you hold');
  });

  test('once it is decided, whoever replies reads so, by whom, and whom to speak to', async () => {
    await approver.presses('Approve', visio);
    await employee.sees(`${visio} is yours`);
    // No card of theirs can be pressed any more, be it that the bot wrote it or that it answered with it.
    await employee.sees(/^(?![\s\S]*What was said)/);
    await other.sees('Approved and delivered');
    // These words would mean a benefit anywhere else.
    await employee.replies('I need it for Visual Studio on Monday', `${visio} is yours`);
    const told = await lastOf(employee, 'what you wrote was passed on to nobody');
    expect(told).toMatch(/Dana Decider ·/);
    expect(told).toContain('please speak to Dana Decider');
    expect(told).toContain('For anything else, write to me in a message of its own.');
    // Every card that asked shows by now what became of it.
    await other.replies('For which machine do you need Windows?', 'Approved and delivered');
    const late = await lastOf(other, 'what you wrote was passed on to nobody');
    expect(late).toMatch(/Dana Decider ·/);
    expect(late).toContain('please speak to Eve Employee');
    for (const somebody of [employee, approver])
      expect(somebody.messages().join()).not.toContain('For which machine do you need Windows?');
    expect(await query(company.database.url, `select 1 from remarks where text like '%Windows?'`)).toEqual(
      [],
    );
  });

  test('who replies that they want it no more is understood, whatever was decided', async () => {
    await employee.replies(`I don't need ${visio} any more`, `${visio} is yours`);
    await employee.sees(`Give back ${visio}?`);
  });

  test('nothing went wrong in any client', () => {
    for (const somebody of [employee, approver, other]) expect(somebody.complaints()).toEqual([]);
  });
});
