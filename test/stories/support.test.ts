import { type Company, openCompany } from '../support/company';
import { ada, dana, eve, omar } from '../support/people';
import type { Somebody } from '../support/somebody';

const day = 24 * 60 * 60 * 1000;
const name = 'Product support incidents';

describe.each(['slack', 'teams'] as const)('on %s', (platform) => {
  let company: Company;
  let employee: Somebody;
  let approver: Somebody;
  let admin: Somebody;

  beforeAll(async () => {
    company = await openCompany();
    employee = company.at(platform, eve);
    approver = company.at(platform, dana);
    admin = company.at(platform, ada);
    for (const one of [employee, approver, admin, company.at(platform, omar)]) await one.says('help');
  });
  afterAll(() => company.close());

  const asksWith = async (email: string) => {
    await employee.opensFormFor('support incidents');
    await employee.fills(
      { Quantity: '5', 'Alternative e-mail': email, Reason: 'The payroll server' },
      'Request',
    );
  };

  test.each([
    ['of the company’s account', 'partner@contoso.example', 'Partner Center account'],
    ['of the person', 'Eve@contoso.example', 'differ from the person’s own'],
  ])('the second address must not be that %s', async (_, email, refusal) => {
    await asksWith(email);
    await employee.sees(refusal);
    await employee.closesWindow();
  });

  test('asked and approved: the card says that Microsoft writes to both addresses', async () => {
    await asksWith('eve.private@fabrikam.example');
    await employee.sees(`You asked for ${name}`);
    await employee.closesWindow();
    await approver.sees(`Eve Employee asks for ${name}`);
    await approver.presses('Approve', name);
    await employee.sees(`${name} is approved`);
    await employee.sees(/Microsoft writes to both addresses: .*eve\.private@fabrikam\.example/);
  });

  test('activated by an admin: it is with Microsoft, and everybody sees so', async () => {
    const card = await admin.sees(`Activate ${name} for Eve Employee`);
    for (const value of ['eve@contoso.example', 'eve.private@fabrikam.example'])
      expect(card).toContain(value);
    await admin.presses('Done', `Activate ${name}`);
    await admin.fills({}, 'Done');
    await admin.closesWindow();
    await employee.sees(`${name} is with Microsoft`);
    await employee.sees('usually within 5 days');
    await employee.types('requests');
    await employee.sees(/[Ww]ith Microsoft since/);
    await approver.sees('With Microsoft, which activates it');
    await admin.sees(`Note down the IDs of ${name} for Eve Employee`);
  });

  test('when it takes longer than that, the admins are reminded and the person is told once', async () => {
    await company.moveTime(6 * day);
    await admin.sees('Microsoft takes longer than usual. Please look');
    await employee.sees(`${name} is still with Microsoft`);
    await company.moveTime(3 * day);
    await admin.sees('all admins are told');
    expect(employee.messages().join('\n').split('is still with Microsoft')).toHaveLength(2);
  });

  test('with both IDs it is active, and the holder reads them', async () => {
    await admin.presses('Done', `Note down the IDs of ${name}`);
    await admin.fills({ 'Access ID': 'A-77001', 'Contract ID': 'C-90210' }, 'Done');
    await admin.closesWindow();
    const told = await employee.sees(`${name} is yours`);
    expect(told).toContain('A-77001');
    expect(told).toContain('C-90210');
    expect(approver.messages().join()).not.toContain('C-90210');
  });

  test('incidents are counted down, with who used them for what', async () => {
    const notes = async (quantity: string, what: string) => {
      await employee.presses('Write down use');
      await employee.fills({ Quantity: quantity, 'What for?': what }, 'Write down use');
    };
    await notes('2', 'Case 4711, payroll');
    await employee.sees('3 of 5 incidents left');
    await employee.closesWindow();
    await employee.presses('Write down use');
    await employee.fills(
      { Quantity: '3', Person: 'Mei Lin', 'What for?': 'Case 4712, backup' },
      'Write down use',
    );
    const screen = await employee.sees('0 of 5 incidents left');
    expect(screen).toMatch(/3 incidents[\s\S]*Case 4712, backup[\s\S]*2 incidents[\s\S]*Case 4711, payroll/);
    expect(screen).toMatch(/Case 4712, backup · Mei Lin[\s\S]*Case 4711, payroll · Eve Employee/);
    await employee.closesWindow();
    await notes('1', 'One too many');
    await employee.sees(`Only 0 of your ${name} are left`);
  });

  test('nothing went wrong in any client', () => {
    for (const one of [approver, admin]) expect(one.complaints()).toEqual([]);
    expect(company.teams.ledger.warnings()).toEqual([]);
  });
});
