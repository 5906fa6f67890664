import { type Company, openCompany } from '../support/company';
import { ada, dana, eve, omar } from '../support/people';
import { applyPolicy, policyOf, rule, stage } from '../support/policy';
import type { Somebody } from '../support/somebody';

const visio = 'Visio Professional 2024';
const sql = 'SQL Server 2022 Standard';
const dayFrom = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe.each(['slack', 'teams'] as const)('in %s', (chat) => {
  let company: Company;
  let employee: Somebody;
  let approver: Somebody;
  let delegate: Somebody;

  beforeAll(async () => {
    company = await openCompany({ people: [eve, dana, omar, ada] });
    // Dana alone is asked, so that nobody else could answer.
    await applyPolicy(
      company.database.url,
      policyOf([rule('Dana', [stage([{ is: 'person', email: dana.email }])])]),
    );
    [employee, approver, delegate] = [eve, dana, omar].map((one) => company.at(chat, one)) as [
      Somebody,
      Somebody,
      Somebody,
    ];
    for (const somebody of [employee, approver, delegate]) await somebody.says('help');
    await asksFor('visio', visio);
    await approver.sees(`Eve Employee asks for ${visio}`);
  });
  afterAll(() => company.close());

  async function asksFor(words: string, name: string, values: Record<string, string> = {}) {
    await employee.opensFormFor(words);
    await employee.fills({ Reason: 'Drawings', ...values }, 'Request');
    await employee.sees(`You asked for ${name}`);
    await employee.closesWindow();
  }

  test('whoever is away says until when, and who stands in; the delegate is told', async () => {
    if (chat === 'teams') {
      expect(await approver.asks('away')).toMatch(
        /When are you away\?\s+Say from when until when[\s\S]*\[Out of office\]/,
      );
      await approver.presses('Out of office');
    } else await approver.types('away');
    expect(await approver.sees('Stands in')).toContain('When are you away?');
    await approver.fills(
      {
        From: dayFrom(0),
        Until: dayFrom(10),
        'Stands in': omar.name,
      },
      'Out of office',
    );
    await approver.sees('Omar Okay is asked in your place');
    await approver.closesWindow();
    await delegate.sees('You stand in for Dana Decider');
  });

  test('what waits already is asked of the delegate within a minute', async () => {
    await company.moveTime(61_000);
    const card = await delegate.sees(`Eve Employee asks for ${visio}`);
    expect(card).toContain('Dana Decider is away: you answer in their place');
    await delegate.presses("I'm on it", visio);
    await approver.sees('You need not answer, but you may');
  });

  test('what is asked from now on is asked of the delegate, who answers', async () => {
    await asksFor('sql server', sql, { Quantity: '1' });
    await delegate.sees(`Eve Employee asks for ${sql}`);
    expect(approver.messages().join()).not.toContain(`asks for ${sql}`);
    await employee.types('requests');
    await employee.sees('Waits for Omar Okay');
    await delegate.presses('Approve', sql);
    await employee.sees(`${sql} is yours`);
  });

  test('whoever is back is asked again', async () => {
    await approver.types('back');
    await approver.sees('You are back');
    // Whoever asked sees so at once, before those who decide are looked for again.
    await employee.types('requests');
    await employee.sees('Waits for Dana Decider');
    await company.moveTime(61_000);
    // The next round asks them, which may take a moment more than the clock.
    await approver.sees('Hand over');
    // What they had before says no more that they need not.
    await approver.sees(/^(?![\s\S]*You need not answer)/);
    await approver.presses('Approve', visio);
    await employee.sees(`${visio} is yours`);
  });

  test('nothing went wrong in any client', () => {
    for (const somebody of [employee, approver, delegate]) expect(somebody.complaints()).toEqual([]);
  });
});
