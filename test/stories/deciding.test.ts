import { type Company, openCompany } from '../support/company';
import { ada, dana, eve, omar } from '../support/people';
import type { Somebody } from '../support/somebody';

describe.each([
  { asks: 'slack', decides: 'teams' },
  { asks: 'teams', decides: 'slack' },
  { asks: 'slack', decides: 'slack' },
  { asks: 'teams', decides: 'teams' },
] as const)('asked in $asks, decided in $decides', ({ asks, decides }) => {
  let company: Company;
  let employee: Somebody;
  let approver: Somebody;
  let other: Somebody;
  let admin: Somebody;

  beforeAll(async () => {
    company = await openCompany();
    employee = company.at(asks, eve);
    approver = company.at(decides, dana);
    other = company.at(decides, omar);
    admin = company.at(decides, ada);
    for (const one of [approver, other, admin]) await one.says('help');
  });
  afterAll(() => company.close());

  async function asksFor(who: Somebody, benefit: string, name: string, values: Record<string, string> = {}) {
    await who.opensFormFor(benefit);
    await who.fills({ Reason: 'For the client project', ...values }, 'Request');
    await who.sees(`You asked for ${name}`);
    await who.closesWindow();
  }

  test('a denial needs a reason, and the requester reads it', async () => {
    await asksFor(employee, 'visio', 'Visio Professional 2024');
    // What is decided before it arrives does not arrive at all.
    for (const one of [approver, other]) await one.sees('Eve Employee asks for Visio Professional 2024');
    await approver.presses('Deny', 'Visio');
    await approver.fills({ Reason: 'Please use the shared licence first' }, 'Deny');
    await approver.closesWindow();
    await other.sees('Denied');
    const told = await employee.sees('Visio Professional 2024 was not approved this time');
    expect(told).toContain('Please use the shared licence first');
    expect(told).toContain('Dana Decider');
    await employee.types('requests');
    await employee.sees('Denied by Dana Decider: Please use the shared licence first');
  });

  test('a second request for the same benefit waits for the first', async () => {
    await asksFor(employee, 'visio', 'Visio Professional 2024');
    await employee.types('request visio');
    if (asks === 'teams') await employee.presses('Request');
    await employee.sees('You have already asked for Visio Professional 2024');
  });

  test('whoever asked can take it back, and no approver can decide it any more', async () => {
    await employee.types('requests');
    await employee.sees('Waits for Dana Decider, Omar Okay');
    await approver.sees('Hand over');
    await employee.presses('Cancel request');
    await employee.sees('Cancelled by Eve Employee');
    await approver.sees('Cancelled by Eve Employee');
    await approver.hasNoButton('Approve');
  });

  test('what waits stands in the queue, and is decided there', async () => {
    await asksFor(employee, 'visio', 'Visio Professional 2024');
    await approver.types('queue');
    const queue = await approver.sees('What waits for you');
    expect(queue).toContain('For the client project');
    await approver.presses('Approve');
    await approver.sees('Approved and delivered');
    await employee.sees('Visio Professional 2024 is yours');
    await approver.types('queue');
    await approver.sees('Nothing waits for you.');
  });

  test('the holder finds it under “mine”, the approver in no list', async () => {
    await employee.types('mine');
    await employee.sees(/What you hold[\s\S]*Visio Professional 2024[\s\S]*approved by Dana Decider/);
    await employee.presses('Show key');
    expect(await employee.sees('Your key')).toMatch(/VSWPR-FAKE\d/);
    await employee.closesWindow();
  });

  test('what is not a key becomes a task for the admins, with Done', async () => {
    await asksFor(employee, 'visual studio enterprise', 'Visual Studio Enterprise Subscription');
    await approver.sees('Eve Employee asks for Visual Studio Enterprise Subscription');
    await approver.presses('Approve', 'Visual Studio');
    await employee.sees('Visual Studio Enterprise Subscription is approved');
    await admin.sees('Set up Visual Studio Enterprise Subscription for Eve Employee');
    await admin.presses('Done');
    await admin.fills({ Evidence: 'Subscription 4711' }, 'Done');
    await admin.closesWindow();
    const told = await employee.sees('Visual Studio Enterprise Subscription is yours');
    expect(told).toContain('Subscription 4711');
    await admin.sees('Done by');
    await employee.types('list visual studio');
    await employee.sees('2 of 3 left (subscriptions)');
  });

  test('nobody decides their own request, and an employee decides none', async () => {
    const asking = company.at(decides, dana);
    await asksFor(asking, 'sql server', 'SQL Server 2022 Standard', { Quantity: '1' });
    await other.sees('Dana Decider asks for SQL Server 2022 Standard');
    expect(asking.messages().join()).not.toContain('Dana Decider asks for');
    await asking.types('queue');
    await asking.sees('Nothing waits for you.');
    await employee.types('queue');
    await employee.sees('Nothing waits for you.');
    await employee.types('tasks');
    await employee.sees('Only an admin can do this.');
  });

  test('nothing went wrong in any client', () => {
    for (const one of [employee, approver, other, admin]) expect(one.complaints()).toEqual([]);
    expect(company.teams.ledger.warnings()).toEqual([]);
  });
});
