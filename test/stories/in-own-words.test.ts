import { type Company, openCompany } from '../support/company';
import { ada, eve, mei } from '../support/people';
import type { Somebody } from '../support/somebody';

describe.each(['slack', 'teams'] as const)('in their own words in %s', (platform) => {
  let company: Company;
  let employee: Somebody;
  let inChinese: Somebody;
  let admin: Somebody;

  beforeAll(async () => {
    company = await openCompany();
    employee = company.at(platform, eve);
    inChinese = company.at(platform, mei);
    admin = company.at(platform, ada);
  });
  afterAll(() => company.close());

  test.each([
    ['hi, could I get a win svr 2025 std key please?', 'Windows Server 2025 Standard'],
    ['sql std', 'SQL Server 2022 Standard'],
    ['how many visio licences are left?', 'Visio Professional 2024'],
  ])('“%s” shows what is meant', async (words, benefit) => {
    await employee.says(words);
    await employee.sees(new RegExp(`^${benefit}$[\\s\\S]*Request`, 'm'));
  });

  test.each([
    ['我想要一組 sql std', 'SQL Server 2022 Standard'],
    ['VS 訂閱企業版還剩幾個？', 'Visual Studio Enterprise Subscription'],
  ])('「%s」 shows what is meant', async (words, benefit) => {
    await inChinese.says(words);
    await inChinese.sees(new RegExp(`^${benefit}$[\\s\\S]*申請`, 'm'));
  });

  test('a slip of the keyboard is asked about, and the button means it', async () => {
    await employee.says('I need a vizio key');
    await employee.sees(/Did you mean one of these\?[\s\S]*Request Visio Professional 2024/);
    await employee.presses('Request Visio Professional 2024');
    await employee.sees(
      /^Visio Professional 2024$[\s\S]*Special|^Visio Professional 2024$[\s\S]*Who approves/m,
    );
  });

  test('where the words may mean several things, three are offered, each by a button of its own', async () => {
    await inChinese.says('Viso 要怎麼拿，還有剩嗎');
    await inChinese.sees(
      /您是指以下哪一個？[\s\S]*(?:申請 Visio[\s\S]*查看 Visio|查看 Visio[\s\S]*申請 Visio) Professional 2024/,
    );
  });

  test('nobody comes back, gives back or gets anything by words that only sound like it', async () => {
    await employee.says('I am back from holiday');
    await employee.sees(/Are you back\?[\s\S]*I'm back/);
    await employee.says('please link my teams and slack accounts');
    const card = await employee.sees('Do you want to link your accounts?');
    expect(card).toContain('Link accounts');
    await admin.says('give mei lin a visio licence');
    await admin.sees(/Assign Visio Professional 2024 to (?:Mei Lin|林美)/);
    await inChinese.says('我的');
    await inChinese.sees('您目前沒有持有任何權益');
  });

  test('a key is for whoever asks for it', async () => {
    await employee.says('request visio for omar okay');
    await employee.sees('A key of Visio Professional 2024 comes only to whoever asks for it.');
  });

  test('for a colleague the form knows for whom it is', async () => {
    await employee.says('omar okay needs visual studio enterprise');
    await employee.sees(/^Visual Studio Enterprise Subscription$/m);
    await employee.presses('Request', 'Visual Studio Enterprise Subscription');
    await employee.sees(/Person\W+Omar Okay/);
    await employee.closesWindow();
  });

  test('nobody is offered what is for admins and would be refused', async () => {
    await employee.says('visio who');
    const about = await employee.sees('Did you mean one of these?');
    expect(about).toContain('Request Visio Professional 2024');
    expect(about).not.toContain('Who has');
    for (const [words, button] of [
      ['the seats were given out', 'Stock'],
      ['the company colleagues', 'People'],
      ['set up', 'Tasks'],
    ] as const) {
      await employee.says(words);
      const card = await employee.sees(/Did you mean one of these\?[\s\S]*What I hold/);
      expect(card).not.toContain(button);
      await admin.says(words);
      await admin.sees(new RegExp(`Did you mean one of these\\?[\\s\\S]*${button}`));
    }
    await employee.says('who has vizio');
    await employee.sees('Only an admin can do this.');
    await admin.says('who has vizio');
    await admin.sees('Who has Visio Professional 2024');
  });

  test('what no rule knows is offered by what it is like, and means whom it names', async () => {
    await employee.says('did anyone look at mine yet?');
    await employee.sees(/Did you mean one of these\?[\s\S]*My requests/);
    await employee.presses('My requests');
    await employee.sees('Your requests');
    await admin.says("what's in omar okay's name");
    await admin.sees(/Did you mean one of these\?[\s\S]*What Omar Okay has/);
    await admin.presses('What Omar Okay has');
    await admin.sees(/^Omar Okay$/m);
    // What an employee may not see is not offered to them.
    await employee.says("what's in omar okay's name");
    expect(await employee.sees('Did you mean one of these?')).not.toContain('What Omar Okay has');
  });

  test('the report, the ledger, the differences and the home can be asked for in any words', async () => {
    await admin.says('can I see the figures for this year');
    await admin.sees(/^Report$/m);
    await admin.says('the auditor is here, show me the audit trail');
    await admin.sees(/^The ledger$/m);
    await admin.says('where do we differ from the portal');
    await admin.sees(/portal/);
    await inChinese.says('回到主畫面');
    await inChinese.sees(/您的權益/);
  });

  test('nothing of ours is answered kindly, with ways to go on', async () => {
    await admin.says('the weather is lovely');
    await admin.sees(/You could say, for example:.*Who has Power BI\?/);
    await employee.says('the weather is lovely');
    const card = await employee.sees(/You could say, for example:.*What do I have\?/);
    expect(card).not.toContain('Who has');
    for (const label of ['What there is', 'What I hold', 'Help']) expect(card).toContain(label);
    await inChinese.says('今天天氣真好');
    await inChinese.sees('您可以這樣說，例如：');
  });

  test('nothing went wrong in any client', () => {
    for (const one of [employee, inChinese, admin]) expect(one.complaints()).toEqual([]);
    expect(company.teams.ledger.warnings()).toEqual([]);
  });
});
