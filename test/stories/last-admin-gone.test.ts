import { type Company, openCompany } from '../support/company';
import { ada, dana, eve, figure } from '../support/people';
import { applyPolicy, policyOf, rule, stage } from '../support/policy';
import { query } from '../support/query';
import type { Somebody } from '../support/somebody';

const visio = 'Visio Professional 2024';
const zoe = figure(9, 'Zoe Admin', 'admin');
const bothAdmins = policyOf([rule('both admins', [stage([{ is: 'admins' }], { need: 'all' })])]);

/** All of the admins must agree, and then the last of them is gone: the request is decided all the same. */
describe.each(['slack', 'teams'] as const)('in %s', (platform) => {
  let company: Company;
  let employee: Somebody;
  let approver: Somebody;
  let admin: Somebody;
  beforeEach(async () => {
    company = await openCompany({ people: [eve, dana, ada, zoe] });
    await applyPolicy(company.database.url, bothAdmins);
    [employee, approver, admin] = [eve, dana, ada].map((one) => company.at(platform, one)) as [
      Somebody,
      Somebody,
      Somebody,
    ];
    for (const one of [approver, admin, company.at(platform, zoe)]) await one.says('help');
    await employee.opensFormFor('visio');
    await employee.fills({ Reason: 'Drawings' }, 'Request');
    await employee.sees(`You asked for ${visio}`);
    await employee.closesWindow();
    await admin.sees(`Eve Employee asks for ${visio}`);
  });
  afterEach(() => company.close());

  const leaves = (email: string) =>
    query(
      company.database.url,
      `update people set active = false, left_at = now(), left_how = 'slack' where email = '${email}'`,
    );
  const isAskedInstead = async () => {
    await company.moveTime(2 * 60_000);
    const card = await approver.sees(`Eve Employee asks for ${visio}`);
    expect(card).toContain('The rule would have asked others first, but too few of them can answer.');
    await employee.types('requests');
    await employee.sees(/Waits for Dana Decider/);
  };

  test('one has agreed and the other has left: an approver has the last word', async () => {
    await admin.presses('Approve', visio);
    // Only then she has agreed: nothing is left to press on her card.
    await admin.sees(/^(?![\s\S]*Hand over)[\s\S]*Waits for/);
    await leaves(zoe.email);
    await isAskedInstead();
    await approver.presses('Approve', visio);
    await employee.sees(`${visio} is yours`);
  });

  test('both have left: the approvers decide', async () => {
    for (const { email } of [ada, zoe]) await leaves(email);
    await isAskedInstead();
    await approver.presses('Deny', visio);
    await approver.fills({ Reason: 'Not now' }, 'Deny');
    expect(await employee.sees(`${visio} was not approved this time`)).toContain('Not now');
  });

  test('nobody is left who could: it waits, says so, and goes on as soon as somebody may', async () => {
    for (const { email } of [ada, zoe, dana]) await leaves(email);
    await company.moveTime(2 * 60_000);
    await employee.types('requests');
    expect(await employee.sees('Your requests')).toContain(visio);
    expect(employee.complaints()).toEqual([]);
    await query(
      company.database.url,
      `update people set active = true, left_at = null, left_how = null where email = '${ada.email}'`,
    );
    await company.moveTime(2 * 60_000);
    await admin.presses('Approve', visio);
    await employee.sees(`${visio} is yours`);
  });
});
