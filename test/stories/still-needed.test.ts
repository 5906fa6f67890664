import { Client } from 'pg';
import { type Company, openCompany } from '../support/company';
import { gets } from '../support/gets';
import { ada, dana, eve } from '../support/people';
import type { Somebody } from '../support/somebody';
import { until } from '../support/until';

const day = 86_400_000;
const visio: [string, string] = ['visio', 'Visio Professional 2024'];
const question = `Do you still need ${visio[1]}?`;
const reminder = `Reminder: do you still need ${visio[1]}?`;

/** Visio is scarce: its holders are asked after 90 days, and have 14 to answer. */
async function visioIsScarce({ database }: Company): Promise<void> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query('update benefits set still_needed_days = 90, answer_days = 14 where name = $1', [
    visio[1],
  ]);
  await client.end();
}

describe.each(['slack', 'teams'] as const)('in %s', (platform) => {
  let company: Company;
  let employee: Somebody;
  let approver: Somebody;
  let admin: Somebody;

  beforeAll(async () => {
    company = await openCompany();
    await visioIsScarce(company);
    employee = company.at(platform, eve);
    approver = company.at(platform, dana);
    admin = company.at(platform, ada);
    for (const one of [employee, approver, admin]) await one.says('help');
    await gets(employee, approver, visio);
  });
  afterAll(() => company.close());

  const times = (words: string): number => employee.messages().join('\n').split(words).length - 1;

  test('the holder is asked when the time is over, and told what happens without an answer', async () => {
    await company.moveTime(89 * day);
    expect(times(question)).toBe(0);
    await company.moveTime(1 * day + 60_000);
    const card = await employee.sees(question);
    expect(card).toContain('Without an answer it will be given back on that day');
  });

  test('“I still need it” keeps it, and takes the question away', async () => {
    await employee.presses('I still need it');
    await employee.sees(`You keep ${visio[1]}`);
    expect(times(question)).toBe(0);
    expect(await employee.asks('mine')).toContain(visio[1]);
    await company.moveTime(30 * day);
    expect(times(question)).toBe(0);
  });

  test('asked again, it reminds at half of the time and a day before, once each', async () => {
    await company.moveTime(60 * day + 60_000);
    await employee.sees(question);
    await company.moveTime(7 * day);
    await employee.sees(reminder);
    await company.moveTime(5 * day);
    expect(times(reminder)).toBe(1);
    await company.moveTime(1 * day);
    await employee.sees(new RegExp(`${escaped(reminder)}[\\s\\S]*${escaped(reminder)}`));
  });

  test('without an answer it is given back; holder and admins are told, and the buttons are gone', async () => {
    await company.moveTime(1 * day);
    // A message of its own, and in place of what was said before: that it is theirs, two questions, two reminders.
    const told = await employee.sees(new RegExp(`(${visio[1]} was given back[\\s\\S]*){6}`));
    expect(told).toContain('Nobody answered in time');
    const report = await admin.sees(`${visio[1]} of Eve Employee was given back`);
    expect(report).toContain('did not answer in time');
    await employee.asks('list software', '2 of 2 left');
    expect(times(reminder)).toBe(0);
    await employee.hasNoButton('I still need it');
    await employee.asks('mine', 'You hold nothing yet');
  });

  test('the question can be answered by giving back', async () => {
    await gets(employee, approver, visio);
    await company.moveTime(90 * day + 60_000);
    await employee.sees(question);
    await employee.presses('Return', question);
    await employee.fills({}, 'Return');
    await employee.sees(`You gave back ${visio[1]}`);
    await employee.closesWindow();
    await employee.asks('mine', 'You hold nothing yet');
  });

  test('and by typing that it goes back: the question says so, and asks for nothing any more', async () => {
    await gets(employee, approver, visio);
    await company.moveTime(90 * day + 60_000);
    await employee.sees(question);
    await employee.says('return visio');
    await employee.sees(`Give back ${visio[1]}?`);
    await employee.presses('Return', `Give back ${visio[1]}?`);
    await employee.sees('This is what it will do');
    await employee.fills({}, 'Return');
    await employee.closesWindow();
    await until('no question stands any more', () => times(question) + times(`Give back ${visio[1]}?`) === 0);
    await employee.hasNoButton('I still need it');
  });

  test('nothing went wrong in any client', () => {
    for (const one of [employee, approver, admin]) expect(one.complaints()).toEqual([]);
  });
});

const escaped = (words: string): string => words.replace(/[?]/g, '\\?');
