import { Client } from 'pg';
import { type Company, openCompany } from '../support/company';
import { ada, dana, eve } from '../support/people';
import { benefits } from '../support/sample';
import type { Somebody } from '../support/somebody';

const visio = 'Visio Professional 2024';
const studio = 'Visual Studio Enterprise Subscription';

/** As `benefits set` leaves it. */
async function warnBelow(company: Company, benefit: string, below: number): Promise<void> {
  const client = new Client({ connectionString: company.database.url });
  await client.connect();
  await client.query('update benefits set low_stock = $1 where name = $2', [below, benefit]);
  await client.end();
}

describe.each(['slack', 'teams'] as const)('in %s', (platform) => {
  let company: Company;
  let admin: Somebody;
  let approver: Somebody;
  let employee: Somebody;

  beforeEach(async () => {
    company = await openCompany();
    admin = company.at(platform, ada);
    approver = company.at(platform, dana);
    employee = company.at(platform, eve);
    await admin.asks('help');
    await approver.asks('help');
  });
  afterEach(() => company.close());

  async function isGiven(benefit: string, named: string): Promise<void> {
    await employee.opensFormFor(named);
    await employee.fills({ Reason: 'For the client project' }, 'Request');
    await employee.sees(`You asked for ${benefit}`);
    await employee.closesWindow();
    await approver.sees(`Eve Employee asks for ${benefit}`);
    await approver.presses('Approve', benefit);
    await employee.sees(new RegExp(`${benefit} is (yours|approved)`));
  }

  test('an admin sees what is bought, given and free, and who has it', async () => {
    await isGiven(visio, 'visio');
    const stock = await admin.asks('stock');
    expect(stock).toMatch(
      /Visio Professional 2024[\s\S]*?2 bought \(licences\) · 1 given · 1 free · Keys: 2 in all = 1 free \+ 1 given/,
    );
    expect(stock).toMatch(
      /Visual Studio Enterprise Subscription[\s\S]*?3 bought \(subscriptions\) · 0 given · 3 free/,
    );
    await admin.presses('Who has it', visio);
    const holders = await admin.sees(`Who has ${visio}`);
    expect(holders).toMatch(/Eve Employee[\s\S]*1 licence · since .* approved by Dana Decider/);
    await admin.presses('Details', 'Eve Employee');
    const one = await admin.sees(`${visio} of Eve Employee`);
    expect(one).toContain('Reassign');
    expect(one).toContain('Remove');
    expect(one).not.toContain('Show key');
  });

  test('what is being set up counts as given, and says so', async () => {
    await isGiven(studio, 'visual studio enterprise');
    await admin.sees(`Set up ${studio} for Eve Employee`);
    expect(await admin.asks('stock')).toMatch(/3 bought \(subscriptions\) · 1 given · 2 free/);
    await admin.presses('Who has it', studio);
    expect(await admin.sees('Nobody has it.')).toMatch(
      /Being set up[\s\S]*Eve Employee[\s\S]*approved by Dana Decider/,
    );
  });

  test('nobody else sees the stock, nor what somebody else has', async () => {
    await employee.asks('stock', 'Only an admin can do this.');
    await approver.asks('stock', 'Only an admin can do this.');
  });

  test('an admin assigns from the details of a benefit, and nobody else', async () => {
    await admin.types('show visio');
    expect(await admin.sees('Who approves')).toMatch(/Request[\s\S]*Assign[\s\S]*Who has it/);
    await employee.types('show visio');
    expect(await employee.sees('Who approves')).not.toContain('Assign');
  });

  test('the admins are warned once when little is left, and again after there was enough', async () => {
    await warnBelow(company, visio, 2);
    await isGiven(visio, 'visio');
    const warning = await admin.sees(`Little is left of ${visio}`);
    expect(warning).toMatch(/Left: +1 licence/);
    expect(warning).toMatch(/Warns below: +2 licences/);
    await admin.asks('stock', 'Low: fewer than 2 left');
    await company.moveTime(3_000);
    const warnings = () => admin.messages().filter((message) => message.includes('Little is left')).length;
    expect(warnings()).toBe(1);
    await warnBelow(company, visio, 1);
    await company.moveTime(3_000);
    await warnBelow(company, visio, 2);
    await admin.sees(/Little is left[\s\S]*Little is left/);
    expect(approver.messages().join()).not.toContain('Little is left');
  });

  test('500 benefits are shown at once, page by page', async () => {
    const [row] = benefits;
    if (!row) throw new Error('the sample is empty');
    await company.close();
    company = await openCompany({
      benefits: Array.from({ length: 500 }, (_, at) => ({ ...row, benefit: `Product ${at + 1}` })),
      keys: [],
    });
    admin = company.at(platform, ada);
    const started = performance.now();
    await admin.asks('stock', 'Page 1 of ');
    expect(performance.now() - started).toBeLessThan(1_500);
    await admin.presses('Next');
    await admin.sees('Page 2 of ');
  });
});
