import { type Company, openCompany } from '../support/company';
import { dana, eve, omar } from '../support/people';
import type { Somebody } from '../support/somebody';

const server = 'Windows Server 2025 Standard';

describe.each(['slack', 'teams'] as const)('in %s', (chat) => {
  let company: Company;
  let employee: Somebody;
  let approver: Somebody;
  let other: Somebody;

  beforeAll(async () => {
    company = await openCompany();
    [employee, approver, other] = [eve, dana, omar].map((figure) => company.at(chat, figure)) as [
      Somebody,
      Somebody,
      Somebody,
    ];
    for (const somebody of [employee, approver, other]) await somebody.says('help');
    await employee.opensFormFor('windows server 2025');
    await employee.fills(
      { Quantity: '8', Language: 'English', 'Operating system': 'x64', Reason: 'The build machine' },
      'Request',
    );
    await employee.sees(`You asked for ${server}`);
    await employee.closesWindow();
    await approver.sees(`Eve Employee asks for ${server}`);
    await other.sees(`Eve Employee asks for ${server}`);
  });
  afterAll(() => company.close());

  test('a list that somebody has asked for stays as it was', async () => {
    await approver.types('queue');
    expect(await approver.sees('What waits for you')).toMatch(/Quantity:\s+8 cores/);
  });

  test('whoever asked changes it; those who decide get it anew, and answer what it is now', async () => {
    await employee.types('requests');
    await employee.sees('Your requests');
    await employee.presses('Change', server);
    await employee.fills({ Quantity: '2', Reason: 'A small build machine' }, 'Change');
    await employee.sees(/Changed on:\s+[^\n]* · Quantity 8 → 2, Reason/);
    await employee.closesWindow();
    const card = await approver.sees('Whoever asked has changed it');
    expect(card).toContain('A small build machine');
    expect(card).toMatch(/Quantity:\s+2 cores/);
    expect(card).toMatch(/Changed on:\s+[^\n]* · Quantity 8 → 2, Reason/);
  });

  test('an old card decides nothing, and shows how it stands now', async () => {
    // The list was asked for before the change, and nobody redraws a list.
    await approver.presses('Approve', 'What waits for you');
    const card = await approver.sees('has changed since');
    expect(card).toContain('Nothing was decided');
    await employee.types('requests');
    await employee.sees('Waits for Dana Decider, Omar Okay');
  });

  test('who changes it again and again disturbs nobody twice on one day, and is stopped at last', async () => {
    const calls = () => other.messages().filter((one) => one.includes('has changed it')).length;
    const before = other.messages().length;
    for (const quantity of ['3', '4', '5', '6']) {
      await employee.presses('Change', server);
      await employee.fills({ Quantity: quantity, Reason: 'It grows' }, 'Change');
      await employee.sees(new RegExp(`Quantity:\\s+${quantity} cores`));
      while (employee.window()) await employee.closesWindow();
      // Every card that they have.
      await other.sees(
        new RegExp(
          `^(?![\\s\\S]*Quantity:\\s+(?!${quantity})\\d cores)[\\s\\S]*Quantity:\\s+${quantity} cores`,
        ),
      );
    }
    expect(calls()).toBeLessThanOrEqual(1);
    expect(other.messages()).toHaveLength(before);
    await employee.presses('Change', server);
    await employee.sees('You have changed this request 5 times today');
    while (employee.window()) await employee.closesWindow();
    // A change calls on those who decide as a reminder does: after it there is none on that day.
    const requests = await employee.asks('requests');
    expect(requests).toContain('Cancel request');
    expect(requests).not.toContain('Remind');
  });

  test('fewer can be approved than were asked for', async () => {
    await other.presses('Approve fewer', server);
    await other.fills({ Quantity: '1', Reason: 'One is enough for a build' }, 'Approve');
    await other.closesWindow();
    const told = await employee.sees(`${server} is yours`);
    expect(told).toMatch(/Quantity:\s+1 of the 6 cores asked for/);
    expect(told).toContain('Omar Okay: One is enough for a build');
    for (const somebody of [approver, other])
      await somebody.sees(/1 of the 6 cores asked for[\s\S]*Approved and delivered/);
    await employee.types('list software');
    await employee.sees('15 of 16 left (cores)');
  });

  test('nothing went wrong in any client', () => {
    for (const somebody of [employee, approver, other]) expect(somebody.complaints()).toEqual([]);
  });
});
