import { type Company, openCompany } from '../support/company';
import { ada, dana, eve, omar } from '../support/people';
import { applyPolicy, policyOf, rule, stage } from '../support/policy';
import { query } from '../support/query';
import type { Somebody } from '../support/somebody';

const visio = 'Visio Professional 2024';

describe.each(['slack', 'teams'] as const)('in %s', (chat) => {
  let company: Company;
  let [employee, first, second, admin]: Somebody[] = [];

  beforeAll(async () => {
    company = await openCompany({ people: [eve, dana, omar, ada] });
    await applyPolicy(
      company.database.url,
      policyOf([
        rule('one after the other', [
          stage([{ is: 'person', email: dana.email }]),
          stage([{ is: 'person', email: omar.email }]),
        ]),
      ]),
    );
    [employee, first, second, admin] = [eve, dana, omar, ada].map((one) => company.at(chat, one));
    for (const somebody of [employee, first, second, admin]) await somebody?.says('help');
    await employee?.opensFormFor('visio');
    await employee?.fills({ Reason: 'The printer shop closes at noon' }, 'Request');
    await employee?.sees(`You asked for ${visio}`);
    await employee?.closesWindow();
    await first?.sees(`Eve Employee asks for ${visio}`);
  });
  afterAll(() => company.close());

  test('an admin sees what waits for others, and whom it waits for', async () => {
    await admin?.types('queue');
    const queue = await admin?.sees('Waits for others');
    expect(queue).toContain('Nothing waits for you.');
    expect(queue).toContain('Waits for Dana Decider, since');
  });

  test('they decide alone only with a reason that says something', async () => {
    await admin?.presses('Details', visio);
    await admin?.sees('Decide alone');
    await admin?.presses('Back');
    await admin?.sees('Waits for Dana Decider, since');
    await admin?.presses('Details', visio);
    await admin?.sees('Decide alone');
    await admin?.presses('Decide alone', visio);
    await admin?.fills({ Decision: 'Approve', Reason: 'It is urgent' }, 'Decide alone');
    expect(admin?.complaints().join()).toMatch(/at least 20|at least.*20/i);
    await admin?.fills(
      { Decision: 'Approve', Reason: 'Both approvers are on a flight until tonight' },
      'Decide alone',
    );
    while (admin?.window()) await admin.closesWindow();
    const told = await employee?.sees(`${visio} is yours`);
    expect(told).toContain('Ada Admin (alone, in an emergency) approved your request');
    expect(told).toMatch(/Why alone:\s+Both approvers are on a flight until tonight/);
  });

  test('everybody who was or would have been asked is told, with the reason', async () => {
    for (const somebody of [first, second]) {
      const told = await somebody?.sees('Ada Admin decided without you');
      expect(told).toMatch(/Why alone:\s+Both approvers are on a flight until tonight/);
      expect(told).toMatch(/Decided by:\s+Ada Admin \(alone, in an emergency\)/);
    }
    await first?.hasNoButton('Approve', visio);
  });

  test('the ledger has who did it, and why', async () => {
    const noted = await query(
      company.database.url,
      `select p.name, a.why from audit a join people p on p.id = a.by_person where a.action = 'request.overridden'`,
    );
    expect(noted).toEqual([{ name: 'Ada Admin', why: 'Both approvers are on a flight until tonight' }]);
    const answered = await query(company.database.url, 'select verdict, alone, stage from reviews');
    expect(answered).toEqual([{ verdict: 'approve', alone: true, stage: 1 }]);
  });

  test('a no alone needs a reason as well, and whoever asked reads it', async () => {
    await employee?.opensFormFor('sql server');
    await employee?.fills({ Quantity: '1', Reason: 'A database for everybody' }, 'Request');
    await employee?.sees('You asked for SQL Server 2022 Standard');
    await employee?.closesWindow();
    await admin?.types('queue');
    await admin?.sees(/Waits for others[\s\S]*SQL Server 2022 Standard/);
    await admin?.presses('Details', 'SQL Server 2022 Standard');
    await admin?.sees(/A database for everybody[\s\S]*Decide alone/);
    await admin?.presses('Decide alone', 'A database for everybody');
    await admin?.fills(
      { Decision: 'Deny', Reason: 'The database was broken into an hour ago' },
      'Decide alone',
    );
    while (admin?.window()) await admin.closesWindow();
    await employee?.sees('SQL Server 2022 Standard was not approved this time');
    for (const somebody of [employee, first, second])
      await somebody?.sees('The database was broken into an hour ago');
  });

  test('nobody else may, and an admin may not in what concerns themself', async () => {
    await admin?.opensFormFor('visio');
    await admin?.fills({ Reason: 'For the office of the admins' }, 'Request');
    await admin?.sees(`You asked for ${visio}`);
    while (admin?.window()) await admin.closesWindow();
    await first?.sees('For the office of the admins');
    expect(await second?.asks('queue')).not.toContain('Waits for others');
    expect(await admin?.asks('queue')).not.toContain('Waits for others');
  });

  test('nothing went wrong in any client but for the reason that was too short', () => {
    for (const somebody of [employee, first, second]) expect(somebody?.complaints()).toEqual([]);
    expect(admin?.complaints()).toHaveLength(1);
  });
});
