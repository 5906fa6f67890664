import { type Company, openCompany } from '../support/company';
import { ada, dana, eve, figure, omar } from '../support/people';
import { query } from '../support/query';
import type { Somebody } from '../support/somebody';

const visio = 'Visio Professional 2024';
const sql = 'SQL Server 2022 Standard';
/** The people file knows her address and no account: whichever chat she speaks in first is surely hers. */
const petra = { ...figure(7, 'Petra Prüferin', 'approver'), unnamed: true };

describe.each([
  { first: 'slack', second: 'teams' },
  { first: 'teams', second: 'slack' },
] as const)('first in $first, then in $second', ({ first, second }) => {
  let company: Company;
  let employee: Somebody;
  let here: Somebody;
  let there: Somebody;

  beforeAll(async () => {
    company = await openCompany({ people: [eve, dana, omar, petra] });
    employee = company.at(first, eve);
    here = company.at(first, petra);
    there = company.at(second, petra);
    await here.asks('help');
    await there.asks('help');
    await asksFor('visio', visio);
  });
  afterAll(() => company.close());

  async function asksFor(words: string, name: string, values: Record<string, string> = {}) {
    await employee.opensFormFor(words);
    await employee.fills({ Reason: 'Drawings', ...values }, 'Request');
    await employee.sees(`You asked for ${name}`);
    await employee.closesWindow();
  }

  test('an address alone is not enough to decide with', async () => {
    await there.sees(`Eve Employee asks for ${visio}`);
    await there.asks('queue', 'by your e-mail address only');
    await there.asks('link', 'by your e-mail address only');
    await there.presses('Approve', visio);
    await there.sees(/by your e-mail address only[\s\S]*by your e-mail address only/);
  });

  test('the code of one chat, typed in the same chat, proves nothing', async () => {
    const code = await codeFrom(here);
    expect(await here.asks(code)).toContain('Please type the code in the other chat');
  });

  test('a code lasts ten minutes', async () => {
    const code = await codeFrom(here);
    await company.moveTime(11 * 60_000);
    expect(await there.asks(code)).toContain('its ten minutes are over');
    await there.asks('queue', 'by your e-mail address only');
  });

  test('typed in the other chat it links both accounts, once', async () => {
    const code = await codeFrom(here);
    expect(await there.asks(code.toLowerCase().replace('-', ' '))).toContain('Your accounts are linked');
    expect(await there.asks(code)).toContain('does not fit');
    // The ledger has it once, in the words of the chat that was linked, and about her.
    const rows = await query(
      company.database.url,
      `select p.name, a.by_person = a.person_id as "byHer", a.why
         from audit a join people p on p.id = a.person_id where a.action = 'person.linked'`,
    );
    expect(rows).toEqual([{ name: petra.name, byHer: true, why: second }]);
    expect(await there.asks('queue')).toContain(visio);
    await there.presses('Approve', visio);
    await employee.sees(`${visio} is yours`);
  });

  test('the other account is still the same person', async () => {
    await there.opensFormFor('sql server');
    await there.fills({ Quantity: '1', Reason: 'A database' }, 'Request');
    await there.sees(`You asked for ${sql}`);
    await there.closesWindow();
    expect(await here.asks('queue')).not.toContain(sql);
  });

  test('whoever guesses is stopped after five', async () => {
    for (let guess = 0; guess < 4; guess++) await there.asks(`link 00000-0000${guess}`);
    const code = await codeFrom(here);
    expect(await there.asks(code)).toContain('Too many codes did not fit');
  });

  /** The words that a chat asks to be typed in the other one. */
  async function codeFrom(somebody: Somebody): Promise<string> {
    const answer = await somebody.asks('link');
    const [words] = /link [0-9A-Z]{5}-[0-9A-Z]{5}/.exec(answer) ?? [];
    if (!words) throw new Error(`there is no code in: ${answer}`);
    return words;
  }
});

/** One address that two accounts of a chat show proves of nobody who they are. */
describe.each([
  { first: 'slack', second: 'teams' },
  { first: 'teams', second: 'slack' },
] as const)('two people with one address, first in $first, then in $second', ({ first, second }) => {
  const shared = 'front.desk@contoso.example';
  let company: Company;
  let [one, other]: Somebody[] = [];
  let there: Somebody;
  let approver: Somebody;

  beforeAll(async () => {
    // Nobody of them is in the people file.
    company = await openCompany({ people: [eve, dana] });
    for (const { slackId, teamsId } of [ada, omar]) {
      company.slack.change(slackId, { email: shared });
      company.teams.person(teamsId).email = shared;
    }
    [one, other] = [ada, omar].map((figure) => company.at(first, figure));
    there = company.at(second, omar);
    approver = company.at(first, dana);
    await approver.asks('help');
    for (const [somebody, reason] of [
      [one, 'The first desk draws'],
      [other, 'The second desk draws'],
    ] as const) {
      await somebody?.asks('help');
      await somebody?.opensFormFor('visio');
      await somebody?.fills({ Reason: reason }, 'Request');
      await somebody?.sees(`You asked for ${visio}`);
      while (somebody?.window()) await somebody.closesWindow();
    }
  });
  afterAll(() => company.close());

  test('neither is matched with an account of the other chat', async () => {
    expect(await there.asks('requests')).not.toContain(visio);
    await approver.sees('The second desk draws');
    await approver.presses('Approve', 'The second desk draws');
    await other?.sees(`${visio} is yours`);
    expect(await there.asks('mine')).not.toContain(visio);
    for (const somebody of [one, there])
      expect(somebody?.messages().join()).not.toContain(`${visio} is yours`);
  });

  test('and neither decides for the other', async () => {
    await query(company.database.url, `update people set role = 'approver' where email = $1`, [shared]);
    await other?.opensFormFor('sql server');
    await other?.fills({ Quantity: '1', Reason: 'The front desk counts' }, 'Request');
    await other?.sees(`You asked for ${sql}`);
    while (other?.window()) await other.closesWindow();
    await approver.sees('The front desk counts');
    for (const somebody of [one, there]) {
      expect(await somebody?.asks('queue')).not.toContain('The front desk counts');
      expect(somebody?.messages().join()).not.toContain('The front desk counts');
    }
  });
});
