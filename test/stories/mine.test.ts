import { type Company, openCompany } from '../support/company';
import { ada, dana, eve, mei } from '../support/people';
import type { Somebody } from '../support/somebody';

const server = 'Windows Server 2025 Standard';
const studio = 'Visual Studio Enterprise Subscription';

describe.each(['slack', 'teams'] as const)('in %s', (platform) => {
  let company: Company;
  let employee: Somebody;
  let approver: Somebody;

  beforeAll(async () => {
    company = await openCompany();
    employee = company.at(platform, eve);
    approver = company.at(platform, dana);
    await approver.asks('help');
    await company.at(platform, ada).asks('help');
  });
  afterAll(() => company.close());

  async function asksFor(named: string, benefit: string, values: Record<string, string> = {}) {
    await employee.opensFormFor(named);
    await employee.fills({ Reason: 'For the client project', ...values }, 'Request');
    await employee.sees(`You asked for ${benefit}`);
    await employee.closesWindow();
    await approver.sees(`Eve Employee asks for ${benefit}`);
  }

  test('who holds nothing reads so, and who asked sees what it waits for', async () => {
    await asksFor('windows server 2025', server, {
      Quantity: '4',
      Language: 'English',
      'Operating system': 'x64',
    });
    const card = await employee.asks('mine');
    expect(card).toContain('You hold nothing yet.');
    expect(card).toContain('Your open requests');
    expect(card).toContain('Waits for Dana Decider, Omar Okay');
    expect(card).toContain('Cancel request');
  });

  test('what is approved waits for an admin, and says so', async () => {
    await asksFor('visual studio enterprise', studio);
    await approver.presses('Approve', studio);
    await employee.sees(`${studio} is approved`);
    await employee.asks('mine', 'Approved by Dana Decider; waits for an admin to set it up');
  });

  test('what one holds stands there with Show key, Return and everything else', async () => {
    await approver.presses('Approve', server);
    await employee.sees(`${server} is yours`);
    const card = await employee.asks('mine');
    expect(card).toMatch(/Windows Server 2025 Standard[\s\S]*4 cores · since .*, approved by Dana Decider/);
    for (const label of ['Show key', 'Return', 'Details']) expect(card).toContain(label);
    await employee.presses('Details');
    const details = await employee.sees('Held since');
    for (const fact of ['4 cores', 'English', 'x64', 'In use', 'This key does not work'])
      expect(details).toContain(fact);
    await employee.presses('Show key', 'Held since');
    await employee.sees('Your key');
    await employee.closesWindow();
  });

  test('in the language of its reader', async () => {
    const reader = company.at(platform, mei);
    await reader.types('我的');
    await reader.sees('您目前沒有持有任何權益');
  });

  test('nothing went wrong in any client', () => {
    for (const one of [employee, approver]) expect(one.complaints()).toEqual([]);
    expect(company.teams.ledger.warnings()).toEqual([]);
  });
});
