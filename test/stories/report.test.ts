import { type Company, openCompany } from '../support/company';
import { gets } from '../support/gets';
import { bringsIn, dayAhead } from '../support/membership-file';
import { ada, dana, eve } from '../support/people';
import type { Somebody } from '../support/somebody';

const visio = 'Visio Professional 2024';
const cal = 'Windows Server CAL';

describe.each(['slack', 'teams'] as const)('how the membership is used, asked in %s', (on) => {
  let company: Company;
  let admin: Somebody;
  let employee: Somebody;
  let approver: Somebody;

  beforeAll(async () => {
    company = await openCompany();
    await bringsIn(company, [`software,${visio},2,licence,key,`, `software,${cal},10,CAL,none,`], {
      ends: dayAhead(60),
      'grace-days': '0',
    });
    [admin, employee, approver] = [ada, eve, dana].map((one) => company.at(on, one)) as [
      Somebody,
      Somebody,
      Somebody,
    ];
    for (const who of [admin, employee, approver]) await who.says('help');
  });
  afterAll(() => company?.close());

  test('an admin reads what is in use, how fast it went and what lapses; nobody else does', async () => {
    await admin.asks('report', 'Nobody answered a request in this time.');
    await gets(employee, approver, ['CAL', cal], { Quantity: '4' });
    const report = await admin.asks('report');
    expect(report).toContain('How much is in use');
    expect(report).toMatch(/Windows Server CAL.*▰▰▰▰▱▱▱▱▱▱ 40 % · 4 of 10 in use/s);
    expect(report).toMatch(/▱▱▱▱▱▱▱▱▱▱ 0 % · 0 of 2 in use/);
    expect(report).toMatch(/Dana Decider\W+\d+ (s|min)\b/);
    expect(report).toContain('in 60 days');
    await employee.asks('report', 'Only an admin can do this.');
  });

  test('and of the last ninety days by a press', async () => {
    await admin.asks('report');
    await admin.presses('Last 90 days');
    await admin.sees('Last 30 days');
  });
});
