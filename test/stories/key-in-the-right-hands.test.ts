import { type Company, openCompany } from '../support/company';
import { dana, eve, omar } from '../support/people';
import { canary } from '../support/sample';
import type { Somebody } from '../support/somebody';

let company: Company;

describe.each([
  { asks: 'slack', decides: 'teams' },
  { asks: 'teams', decides: 'slack' },
] as const)('asked in $asks, decided in $decides', ({ asks, decides }) => {
  let employee: Somebody;
  let approver: Somebody;
  let other: Somebody;

  beforeAll(async () => {
    company = await openCompany();
    employee = company.at(asks, eve);
    approver = company.at(decides, dana);
    other = company.at(asks, omar);
    await approver.says('help');
    await other.says('help');
  });
  afterAll(() => company.close());

  test('an employee sees what there is, by category, with what is left', async () => {
    await employee.types('list');
    const screen = await employee.sees('What the company has');
    for (const heading of ['Software', 'Cloud services', 'Visual Studio subscriptions', 'Support'])
      expect(screen).toContain(heading);
    expect(screen).toContain('16 of 16 left (cores)');
  });

  test('asks for a key and knows at once what happens next', async () => {
    await employee.opensFormFor('windows server 2025');
    await employee.fills(
      { Quantity: '4', Language: 'English', 'Operating system': 'x64', Reason: 'The new build machine' },
      'Request',
    );
    const screen = await employee.sees('You asked for Windows Server 2025 Standard');
    expect(screen).toContain('Dana Decider');
    expect(screen).toContain('Omar Okay');
    await employee.closesWindow();
  });

  test('the approver has everything needed to decide, and approves', async () => {
    const card = await approver.sees('Eve Employee asks for Windows Server 2025 Standard');
    for (const fact of [
      'The new build machine',
      '4 cores',
      'English',
      'x64',
      'Left after this',
      'Holds already',
    ])
      expect(card).toContain(fact);
    await other.sees('Eve Employee asks for Windows Server 2025 Standard');
    await approver.presses('Approve');
    await approver.sees('Approved and delivered');
  });

  test('every other copy shows who decided and has nothing to press', async () => {
    const screen = await other.sees('Approved and delivered');
    expect(screen).toContain('Dana Decider');
    await other.hasNoButton('Approve');
  });

  test('the employee is told, and sees the key in a window only', async () => {
    const told = await employee.sees('Windows Server 2025 Standard is yours');
    expect(told).toContain('can no longer return the package for a refund');
    await employee.presses('Show key');
    await employee.sees(canary);
    expect(employee.window()).toContain(canary);
    expect(employee.window()).toContain('Install from the image');
    expect(employee.messages().join()).not.toContain(canary);
    expect(employee.notifications().join()).not.toContain(canary);
    await employee.closesWindow();
  });

  test('nothing went wrong in either client', () => {
    for (const one of [employee, approver, other]) expect(one.complaints()).toEqual([]);
  });
});
