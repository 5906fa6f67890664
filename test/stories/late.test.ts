import { type Company, openCompany } from '../support/company';
import { dana, eve, mei, omar } from '../support/people';
import type { Somebody } from '../support/somebody';

const visio = 'Visio Professional 2024';
const sql = 'SQL Server 2022 Standard';
const studio = 'Visual Studio Enterprise Subscription';
const day = 86_400_000;

describe.each([
  { asks: 'slack', decides: ['slack', 'slack'] },
  { asks: 'teams', decides: ['teams', 'teams'] },
  { asks: 'slack', decides: ['slack', 'teams'] },
  { asks: 'teams', decides: ['teams', 'slack'] },
] as const)('asked in $asks, decided in $decides', ({ asks, decides: [first, second] }) => {
  let company: Company;
  let employee: Somebody;
  let colleague: Somebody;
  let approver: Somebody;
  let other: Somebody;

  beforeAll(async () => {
    company = await openCompany();
    employee = company.at(asks, eve);
    colleague = company.at(asks, mei);
    approver = company.at(first, dana);
    other = company.at(second, omar);
    for (const one of [employee, colleague, approver, other]) await one.says('help');
  });
  afterAll(() => company.close());

  /** Every request has a reason of its own, by which its cards are told apart from those of earlier ones. */
  async function asksFor(words: string, name: string, reason: string, values: Record<string, string> = {}) {
    await employee.opensFormFor(words);
    await employee.fills({ Reason: reason, ...values }, 'Request');
    await employee.sees(`You asked for ${name}`);
    while (employee.window()) await employee.closesWindow();
    for (const one of [approver, other]) await one.sees(reason);
  }
  const messagesWith = (one: Somebody, ...words: string[]): number =>
    one.messages().filter((message) => words.every((word) => message.includes(word))).length;
  /** The list of what waits, which nobody draws anew when it is decided. */
  async function looksAtTheQueue(one: Somebody): Promise<void> {
    await one.types('queue');
    await one.sees(/What waits for you[\s\S]*Eve Employee asks for/);
  }

  test('two presses in the same moment have one winner, and everybody reads who it was', async () => {
    await asksFor('visio', visio, 'A plan of the house');
    await Promise.all([approver.presses('Approve', visio), other.presses('Approve', visio)]);
    await employee.sees(`${visio} is yours`);
    const winners = await Promise.all(
      [approver, other].map(async (one) => {
        const seen = await one.sees(/Decided by:\s+(?:Dana Decider|Omar Okay)/);
        return /Decided by:\s+(Dana Decider|Omar Okay)/.exec(seen)?.[1];
      }),
    );
    expect(new Set(winners).size).toBe(1);
    for (const one of [approver, other]) expect(one.screen()).not.toContain('Not this time');
    expect(messagesWith(employee, `${visio} is yours`)).toBe(1);
    await employee.types('list software');
    await employee.sees('1 of 2 left (licences)');
  });

  test('whoever presses twice has decided once', async () => {
    await asksFor('sql server', sql, 'A small database', { Quantity: '1' });
    await Promise.all([approver.presses('Approve', sql), approver.presses('Approve', sql)]);
    await employee.sees(`${sql} is yours`);
    await approver.sees(/asks for SQL Server[\s\S]*Approved and delivered/);
    expect(approver.screen()).not.toContain('Not this time');
    expect(messagesWith(employee, `${sql} is yours`)).toBe(1);
    await employee.types('list software');
    await employee.sees(/SQL Server 2022 Standard\n1 of 2 left \(cores\)/);
  });

  test.each(['Approve', 'Deny'])('%s on an old list shows who has decided, and how', async (label) => {
    const answer = `All are in use, whoever presses ${label}`;
    await asksFor('visual studio enterprise', studio, `A build before ${label}`);
    await looksAtTheQueue(other);
    await approver.presses('Deny', `A build before ${label}`);
    await approver.fills({ Reason: answer }, 'Deny');
    while (approver.window()) await approver.closesWindow();
    await employee.sees(answer);
    await other.sees(answer);
    await other.presses(label, 'What waits for you');
    // In Teams the dialog has to open before it is known that there is nothing to fill in; it says the same.
    await other.sees(answer);
    while (other.window()) await other.closesWindow();
    await other.sees(new RegExp(`${answer}[\\s\\S]*${answer}`));
    // Both their own card and the list, in the place of which it stands now, say who it was.
    expect(messagesWith(other, answer, 'Dana Decider')).toBe(2);
    expect(other.window()).toBeUndefined();
  });

  test('whoever asked reminds those who decide once a day, and no more', async () => {
    await asksFor('visual studio enterprise', studio, 'A build of my own');
    const reminds = async () => {
      await employee.asks('requests');
      await employee.presses('Remind', studio);
    };
    const reminded = 'kindly reminds you';
    await reminds();
    for (const one of [approver, other]) await one.sees(reminded);
    expect(await employee.asks('requests')).not.toMatch(/\bRemind\b/);
    for (const one of [approver, other]) expect(messagesWith(one, reminded)).toBe(1);
    await company.moveTime(day);
    await reminds();
    for (const one of [approver, other]) await one.sees(new RegExp(`${reminded}[\\s\\S]*${reminded}`));
  });

  test('what was taken back is decided by nobody, and a late press says so', async () => {
    await looksAtTheQueue(other);
    await employee.asks('requests');
    await employee.presses('Cancel request', studio);
    await employee.sees('Cancelled by Eve Employee');
    // Every copy of the card, the first one and each reminder.
    const gone = /^(?![\s\S]*Hand over)[\s\S]*Cancelled by Eve Employee/;
    await approver.sees(gone);
    await other.presses('Approve', 'What waits for you');
    await other.sees(gone);
    await employee.asks('list visual studio');
    await employee.sees('3 of 3 left (subscriptions)');
  });

  test('of what was asked for a colleague both are told, also that it was denied', async () => {
    await asksFor('visual studio enterprise', `${studio} for Mei Lin`, 'Her new team', { Person: 'Mei Lin' });
    await colleague.sees(`Eve Employee 已為您申請 ${studio}`);
    await approver.presses('Deny', 'Her new team');
    await approver.fills({ Reason: 'She has one from her last team' }, 'Deny');
    while (approver.window()) await approver.closesWindow();
    await employee.sees(`${studio} was not approved this time`);
    await colleague.sees(`這次未能核准 ${studio}`);
    for (const one of [employee, colleague]) await one.sees('She has one from her last team');
    for (const one of [employee, colleague])
      expect(messagesWith(one, 'She has one from her last team', 'Dana Decider')).toBeGreaterThan(0);
  });

  test('nothing went wrong in any client', () => {
    for (const one of [employee, colleague, approver, other]) expect(one.complaints()).toEqual([]);
    expect(company.teams.ledger.warnings()).toEqual([]);
  });
});
