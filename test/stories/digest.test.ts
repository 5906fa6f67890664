import { type Company, openCompany } from '../support/company';
import { dana, eve, figure, mei } from '../support/people';
import { applyPolicy, policyOf } from '../support/policy';
import type { Somebody } from '../support/somebody';

const visio = 'Visio Professional 2024';
/** Enough people to keep somebody busy. */
const askers = [1, 2, 3, 4].map((number) => figure(20 + number, `Asker${number} Anders`, 'employee'));

describe.each(['slack', 'teams'] as const)('in %s', (chat) => {
  let company: Company;
  let approver: Somebody;

  beforeAll(async () => {
    company = await openCompany({ people: [eve, mei, dana, ...askers] });
    await applyPolicy(company.database.url, policyOf([], { digestAbove: 2 }));
    approver = company.at(chat, dana);
    await approver.says('help');
  });
  afterAll(() => company.close());

  async function asks(number: number): Promise<void> {
    const employee = company.at(chat, askers[number - 1] as typeof eve);
    await employee.opensFormFor('visio');
    await employee.fills({ Reason: `Drawing number ${number}` }, 'Request');
    await employee.sees(`You asked for ${visio}`);
    await employee.closesWindow();
  }
  const singles = (): number =>
    approver.messages().filter((message) => message.includes('You are asked because')).length;

  test('few requests come one by one', async () => {
    await asks(1);
    await asks(2);
    await approver.sees(`Asker2 Anders asks for ${visio}`);
    expect(singles()).toBe(2);
  });

  test('more than two come in one message, with a decision per row', async () => {
    await asks(3);
    const digest = await approver.sees('3 requests wait for you');
    for (const number of [1, 2, 3]) expect(digest).toContain(`Drawing number ${number}`);
    expect(singles()).toBe(2);
  });

  test('what comes next is written into it, without another message', async () => {
    await asks(4);
    await approver.sees('4 requests wait for you');
    expect(approver.messages().filter((message) => message.includes('requests wait for you'))).toHaveLength(
      1,
    );
  });

  test('a decision in it leaves the others to be decided', async () => {
    await approver.presses('Approve', 'Asker1 Anders asks for');
    await approver.sees('3 requests wait for you');
    await company.at(chat, askers[0] as typeof eve).sees(`${visio} is yours`);
    const left = approver.messages().find((message) => message.includes('3 requests wait for you'));
    expect(left).not.toContain('Drawing number 1');
    expect(left).toContain('Drawing number 4');
  });

  test('what still waits after a working day comes once more, as a reminder that says since when', async () => {
    await company.moveTime(4 * 24 * 3_600_000);
    const reminder = await approver.sees('Reminder: 3 requests still wait for you');
    expect(reminder).toMatch(/The oldest has waited since \d+ \w+ \d{4}/);
    expect(approver.messages().filter((message) => message.includes('Reminder: '))).toHaveLength(1);
    const first = approver.messages().filter((message) => message.includes('3 requests wait for you'));
    expect(first.join()).not.toContain('The oldest has waited');
  });

  test('nothing went wrong in the client', () => {
    expect(approver.complaints()).toEqual([]);
  });
});
