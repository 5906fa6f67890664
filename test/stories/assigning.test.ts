import { type Company, openCompany } from '../support/company';
import { ada, dana, eve, mei, omar } from '../support/people';
import type { Somebody } from '../support/somebody';

describe.each(['slack', 'teams'] as const)('an admin in %s', (on) => {
  let company: Company;
  let admin: Somebody;
  let employee: Somebody;
  let approver: Somebody;

  beforeAll(async () => {
    company = await openCompany();
    admin = company.at(on, ada);
    employee = company.at(on, eve);
    approver = company.at(on, dana);
    for (const one of [admin, employee, approver, company.at(on, mei)]) await one.says('help');
  });
  afterAll(() => company.close());

  /** In Slack a refusal lies over the form it answers. */
  async function closesAll(who: Somebody) {
    while (who.window() !== undefined) await who.closesWindow();
  }

  /** Types what opens a form, in the way of the platform, and fills it. */
  async function opens(who: Somebody, words: string, button: string) {
    if (who.on === 'slack') return who.types(words);
    await who.asks(words, `[${button}]`);
    await who.presses(button);
  }

  test('gives a key to somebody who did not ask for it', async () => {
    await opens(admin, 'assign visio to eve employee', 'Assign');
    await admin.fills({ Reason: 'For the drawings of the new office' }, 'Assign');
    await admin.sees(/Visio Professional 2024: assigned[\s\S]*Eve Employee[\s\S]*Has it now/);
    await closesAll(admin);
    const told = await employee.sees('Visio Professional 2024 is yours');
    expect(told).toContain('Ada Admin assigned this to you.');
    expect(told).not.toContain('approved your request');
    await employee.types('mine');
    await employee.sees(/What you hold[\s\S]*Visio Professional 2024/);
  });

  test('gives to several at once, and reads one answer for each', async () => {
    await opens(admin, 'assign cal to mei@contoso.example', 'Assign');
    await admin.fills(
      {
        'Names or addresses': 'Dana Decider\nomar@contoso.example\nAda Admin; Nobody Known',
        Reason: 'The file server has moved',
      },
      'Assign',
    );
    const answer = await admin.sees('Windows Server CAL: assigned to 3 of 5');
    expect(answer).toMatch(
      /Mei Lin\W+Has it now[\s\S]*Dana Decider\W+Has it now[\s\S]*Omar Okay\W+Has it now/,
    );
    expect(answer).toMatch(/Ada Admin\W+Nobody gives something to themself/);
    expect(answer).toMatch(/Nobody Known\W+I know nobody called “Nobody Known”/);
    await closesAll(admin);
    await approver.sees('Ada Admin has given it to you');
    await admin.types('list software');
    await admin.sees('7 of 10 left (CAL)');
  });

  test('does not pass over those who wait, nor give what is not there', async () => {
    await opens(admin, 'assign visio to mei lin', 'Assign');
    await admin.fills({ Reason: 'Drawings' }, 'Assign');
    await admin.sees('Visio Professional 2024: assigned');
    await closesAll(admin);
    await opens(admin, 'assign visio to omar okay', 'Assign');
    await admin.fills({ Reason: 'Drawings' }, 'Assign');
    await admin.sees('Nothing is left of Visio Professional 2024');
    await closesAll(admin);

    await approver.opensFormFor('visio');
    await approver.sees('Your request goes on the waiting list');
    await approver.fills({ Reason: 'Drawings' }, 'Request');
    await closesAll(approver);
    const other = company.at(on, omar);
    await other.types('queue');
    await other.sees('Dana Decider asks for Visio Professional 2024');
    await other.presses('Approve');
    await opens(admin, 'assign visio to omar okay', 'Assign');
    await admin.fills({ Reason: 'Drawings' }, 'Assign');
    await admin.sees('1 person waits for Visio Professional 2024');
    await closesAll(admin);
  });

  test('moves a key: the one loses it, the other has it, both are told', async () => {
    await opens(admin, 'reassign visio from eve employee to omar okay', 'Reassign');
    await admin.fills({ Reason: 'Omar draws now' }, 'Reassign');
    await admin.sees('Visio Professional 2024 goes to Omar Okay');
    await closesAll(admin);
    await company.at(on, omar).sees('Ada Admin reassigned this to you.');
    await employee.types('mine');
    await employee.sees('You hold nothing yet');
  });

  test('moves a Visual Studio subscription by a task, and not before its time', async () => {
    await opens(admin, 'assign visual studio enterprise to eve employee', 'Assign');
    await admin.fills({ Reason: 'She builds it' }, 'Assign');
    await admin.sees('a task for the admins is open');
    await closesAll(admin);
    await employee.sees('Visual Studio Enterprise Subscription is coming to you');
    await admin.types('tasks');
    await admin.sees('press Done; the person is told at once');
    await admin.presses('Done', 'Visual Studio');
    await admin.fills({ Evidence: 'Subscription 4711' }, 'Done');
    await closesAll(admin);
    await employee.sees('Visual Studio Enterprise Subscription is yours');

    await opens(admin, 'reassign visual studio enterprise from eve employee to mei lin', 'Reassign');
    await admin.fills({ Reason: 'Mei takes over' }, 'Reassign');
    await admin.sees(/can go to somebody else 90 days after it was assigned: from \d+ \w+ 20\d\d/);
    await closesAll(admin);

    await company.moveTime(91 * 86_400_000);
    await opens(admin, 'reassign visual studio enterprise from eve employee to mei lin', 'Reassign');
    await admin.fills({ Reason: 'Mei takes over' }, 'Reassign');
    await admin.sees('Mei Lin has it as soon as it is done in Partner Center.');
    await closesAll(admin);
    await company.at(on, mei).sees('即將為您設定 Visual Studio Enterprise Subscription');
    await admin.types('reassign visual studio enterprise from eve employee to omar okay');
    if (on === 'teams') {
      await admin.sees('Eve Employee to Omar Okay. The form asks for the reason.');
      await admin.presses('Reassign', 'Eve Employee to Omar Okay. The form');
    }
    await admin.sees('is on its way from Eve Employee to somebody else already');
    await closesAll(admin);
  });

  test('names people by a mention, and chooses many in the picker', async () => {
    await opens(admin, `assign sql server to ${on === 'slack' ? `<@${mei.slackId}>` : '@Mei Lin'}`, 'Assign');
    await admin.sees(/Benefit:\s+SQL Server[\s\S]*Person:\s+Mei Lin/);
    await closesAll(admin);
    await opens(admin, 'assign sql server', 'Assign');
    await admin.fills({ Person: 'Eve Employee, Omar Okay', Quantity: '1', Reason: 'Reports' }, 'Assign');
    const answer = await admin.sees('SQL Server 2022 Standard: assigned');
    expect(answer).toMatch(/Eve Employee\W+Has it now[\s\S]*Omar Okay\W+Has it now/);
    await closesAll(admin);
  });

  test('and whoever needs it no more gives it back in plain words', async () => {
    await employee.says("I don't need SQL Server any more");
    await employee.sees('Give back SQL Server 2022 Standard?');
    await employee.presses('Return', 'Give back SQL Server');
    await employee.fills({}, 'Return');
    await closesAll(employee);
    await employee.types('list software');
    await employee.sees(/SQL Server 2022 Standard\s+1 of 2 left/);
    await employee.types('return sql server');
    await employee.sees('You do not hold SQL Server 2022 Standard.');
  });

  test('takes away from somebody by name', async () => {
    await opens(admin, 'remove sql server from omar okay', 'Remove');
    await admin.fills({ Reason: 'The reports are done' }, 'Remove');
    await closesAll(admin);
    await company.at(on, omar).sees('The reports are done');
  });

  test('and nobody else may', async () => {
    await employee.types('assign visio to mei lin');
    await employee.sees('Only an admin can do this.');
    await approver.types('reassign visio from mei lin to eve employee');
    await approver.sees('Only an admin can do this.');
  });

  test('nothing went wrong in any client', () => {
    for (const one of [admin, employee, approver]) expect(one.complaints()).toEqual([]);
    expect(company.teams.ledger.warnings()).toEqual([]);
  });
});
