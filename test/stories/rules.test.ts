import { type Company, openCompany } from '../support/company';
import { ada, dana, eve, mei } from '../support/people';
import { applyPolicy, policyOf, rule, stage } from '../support/policy';
import type { Somebody } from '../support/somebody';

const cal = 'Windows Server CAL';
const visio = 'Visio Professional 2024';
const studio = 'Visual Studio Enterprise Subscription';

const rules = policyOf(
  [
    {
      name: 'a CAL or two',
      when: { benefit: ['windows server cal'] },
      yields: { is: 'approve', limit: 2 },
    },
    {
      name: 'keys for Visio',
      when: { benefit: ['visio professional 2024'], group: ['studio'] },
      yields: { is: 'approve' },
    },
    {
      name: 'no credits',
      when: { benefit: ['microsoft azure credit'] },
      yields: { is: 'refuse', reason: 'Credits are for the lab. Please ask the lab for a sandbox.' },
    },
    rule('for others', [stage([{ is: 'admins' }])], { onBehalf: true }),
  ],
  { perDay: 5 },
);

describe.each(['slack', 'teams'] as const)('in %s', (chat) => {
  let company: Company;
  let employee: Somebody;
  let other: Somebody;
  let approver: Somebody;
  let admin: Somebody;

  beforeAll(async () => {
    company = await openCompany({
      people: [{ ...eve, groups: ['Studio'] }, { ...mei, locale: 'en-US' }, dana, ada],
    });
    await applyPolicy(company.database.url, rules);
    employee = company.at(chat, eve);
    other = company.at(chat, mei);
    approver = company.at(chat, dana);
    admin = company.at(chat, ada);
    for (const somebody of [employee, other, approver, admin]) await somebody.says('help');
  });
  afterAll(() => company.close());

  test('everybody may read the rules, in their order', async () => {
    const card = await employee.asks('policy');
    expect(card).toMatch(
      /a CAL or two[\s\S]*Approved at once, up to 2[\s\S]*no credits[\s\S]*Refused: Credits are for the lab[\s\S]*for others[\s\S]*everything else/,
    );
    // Names as the company writes them, though rules are compared in lower case.
    expect(card).toContain(`it is ${cal}`);
    expect(card).toContain(`it is ${visio}; and whoever asks is in Studio`);
  });

  test('what a rule grants is theirs at once, and the card says by which rule', async () => {
    await employee.opensFormFor('visio');
    await employee.fills({ Reason: 'Drawings' }, 'Request');
    await employee.closesWindow();
    const told = await employee.sees(`${visio} is yours`);
    expect(told).toContain('the rule “keys for Visio” approved your request');
    expect(approver.messages().join()).not.toContain(`asks for ${visio}`);
    await employee.presses('Show key');
    await employee.sees('Your key');
    await employee.closesWindow();
  });

  test('whoever looks at what somebody has reads that it was a rule that said yes', async () => {
    const byRule = /since .+ approved by the rule “keys for Visio”/;
    await admin.asks('stock');
    await admin.presses('Who has it', visio);
    await admin.sees(new RegExp(`Eve Employee[\\s\\S]*${byRule.source}`));
    await admin.asks('people', 'Eve Employee');
    await admin.presses('Details', 'Eve Employee');
    await admin.sees(new RegExp(`${byRule.source}[\\s\\S]{1,40}Reassign`));
    await admin.presses('Reassign', visio);
    expect(await admin.sees('Person')).toMatch(byRule);
    await admin.closesWindow();
  });

  test('beyond its limit a rule does not fit, and the next one asks', async () => {
    await employee.opensFormFor('server cal');
    await employee.fills({ Quantity: '3', Reason: 'Three desks' }, 'Request');
    expect(await employee.sees(`You asked for ${cal}`)).toContain('Dana Decider');
    while (employee.window()) await employee.closesWindow();
    const card = await approver.sees(`Eve Employee asks for ${cal}`);
    expect(card).toContain('everything else');
  });

  test('so many as were named with it stand in the form', async () => {
    await other.says(`I need 2 ${cal}`);
    await other.sees('由誰核准');
    await other.presses('申請', cal);
    await other.fills({ 理由: '兩張桌子' }, '申請');
    await other.sees(/數量：\s*2 份 CAL/);
    while (other.window()) await other.closesWindow();
  });

  test('what a rule refuses is refused in its words, before a form is filled in', async () => {
    const card = await employee.asks('show azure credit');
    expect(card).toMatch(/Who may have it:\s+Not open to you: Credits are for the lab/);
    await employee.hasNoButton('Request', 'Azure credit');
    await employee.asks('list cloud');
    await employee.presses('Request', 'Microsoft Azure credit');
    await employee.sees('The rules do not allow Microsoft Azure credit here: Credits are for the lab.');
    while (employee.window()) await employee.closesWindow();
  });

  test('what is asked for somebody else goes another way, and both are told', async () => {
    await employee.opensFormFor('visual studio enterprise');
    await employee.fills(
      { Person: chat === 'slack' ? mei.slackId : mei.teamsId, Reason: 'Her project' },
      'Request',
    );
    const told = await employee.sees(`You asked for ${studio} for Mei Lin`);
    expect(told).toContain('Ada Admin');
    await employee.closesWindow();
    await other.sees(studio);
    expect(approver.messages().join()).not.toContain(studio);
  });

  test('nobody asks more often on one day than the rules allow', async () => {
    const outcome = /You asked for SQL Server|as often as the rules allow/;
    for (let turn = 0, seen = ''; !seen.includes('as often as the rules allow'); turn++) {
      expect(turn).toBeLessThan(6);
      const before = employee.screen().length;
      await employee.opensFormFor('sql server');
      await employee.fills({ Quantity: '1', Reason: 'A database' }, 'Request');
      seen = await employee.sees(outcome);
      seen = seen.length > before ? seen.slice(before) : seen;
      while (employee.window()) await employee.closesWindow();
      if (seen.includes('as often as the rules allow')) break;
      await employee.types('requests');
      await employee.sees(/Your requests[\s\S]*SQL Server/);
      await employee.presses('Cancel request', 'SQL Server');
      await employee.sees('Cancelled by Eve Employee');
    }
  });
});
