import { type Company, openCompany } from '../support/company';
import { ada, dana, eve, mei, omar } from '../support/people';
import { benefits } from '../support/sample';
import type { Somebody } from '../support/somebody';

const monthly = 'Microsoft Azure credit';
const yearly = 'Azure bulk credit';

describe.each(['slack', 'teams'] as const)('an Azure credit in %s', (on) => {
  let company: Company;
  let admin: Somebody;
  let approver: Somebody;
  let employee: Somebody;

  beforeAll(async () => {
    company = await openCompany({
      // Omar reads his mail where everybody may.
      people: [eve, mei, dana, ada, { ...omar, email: 'omar.okay@gmail.com' }],
      benefits: [
        ...benefits,
        { category: 'cloud', benefit: yearly, quantity: 6000, unit: 'USD per year', delivery: 'assign' },
      ],
    });
    admin = company.at(on, ada);
    approver = company.at(on, dana);
    employee = company.at(on, eve);
    for (const one of [admin, approver, employee, company.at(on, mei), company.at(on, omar)])
      await one.asks(one.figure.locale === 'zh-TW' ? '說明' : 'help');
  });
  afterAll(() => company.close());

  async function closesAll(who: Somebody) {
    while (who.window() !== undefined) await who.closesWindow();
  }
  async function opens(words: string, ready: string, button: string) {
    await admin.types(words);
    if (on === 'slack') return;
    await admin.sees(ready);
    await admin.presses(button, ready);
  }
  async function assigns(benefit: string, person: string) {
    await opens(`assign ${benefit} to ${person}`, `Assign ${benefit} to ${person}`, 'Assign');
    await admin.fills({ Reason: 'Trying out the cloud' }, 'Assign');
  }
  async function moves(benefit: string, from: string, to: string) {
    const ready = `Reassign ${benefit} from ${from} to ${to}`;
    await opens(`reassign ${benefit} from ${from} to ${to}`, ready, 'Reassign');
    await admin.fills({ Reason: `Now ${to} tries` }, 'Reassign');
  }
  /** The admin does the one open task in Partner Center. */
  async function doesTheTask(kind: string, person: string) {
    await admin.sees(new RegExp(`${kind}[^\\n]*${person}[\\s\\S]*Could not`));
    await admin.presses('Done', person);
    await admin.fills({ Evidence: 'Offer MS-AZR-0025P' }, 'Done');
    await closesAll(admin);
    await admin.types('tasks');
    await admin.sees('There is nothing to do.');
  }

  test('is asked for, approved and set up; its holder is told where to manage it', async () => {
    await employee.opensFormFor('microsoft azure credit');
    await employee.fills({ Reason: 'Trying out the cloud' }, 'Request');
    await employee.sees(`You asked for ${monthly}`);
    await closesAll(employee);
    await approver.sees(`Eve Employee asks for ${monthly}`);
    await approver.presses('Approve');
    await doesTheTask('Set up', 'Eve Employee');
    expect(await employee.sees(`${monthly} is yours`)).toContain('Open portal');
    await employee.types('list cloud');
    await employee.sees('0 of 100 left');
  });

  test('nobody has two', async () => {
    await assigns(yearly, 'Eve Employee');
    await admin.sees(
      `Eve Employee holds ${monthly} already, and Microsoft allows one active credit per person.`,
    );
    await closesAll(admin);
  });

  test('nor one at a free-mail address', async () => {
    await assigns(yearly, 'Omar Okay');
    await admin.sees('Microsoft assigns no Azure credit to an address at gmail.com.');
    await closesAll(admin);
    await moves(monthly, 'Eve Employee', 'Omar Okay');
    await admin.sees('An admin can bring in a company address of Omar Okay with “benefits import people”.');
    await closesAll(admin);
  });

  test('a monthly one is reassigned five times, and never again', async () => {
    let [from, to] = ['Eve Employee', 'Mei Lin'];
    for (let times = 1; times <= 5; times += 1) {
      await moves(monthly, from, to);
      await admin.sees(`${to} has it as soon as it is done in Partner Center.`);
      await closesAll(admin);
      await doesTheTask('Reassign', to);
      [from, to] = [to, from];
    }
    await moves(monthly, from, to);
    await admin.sees(`${monthly} has been reassigned 5 times already, which is the most Microsoft allows.`);
    await closesAll(admin);
  });

  test('a yearly one stays with whoever has it first', async () => {
    await assigns(yearly, 'Eve Employee');
    await admin.sees('a task for the admins is open');
    await closesAll(admin);
    await doesTheTask('Set up', 'Eve Employee');
    await moves(yearly, 'Eve Employee', 'Dana Decider');
    await admin.sees(`${yearly} is a yearly credit, which Microsoft lets nobody reassign within its year.`);
    await closesAll(admin);
  });

  test('nothing went wrong in any client', () => {
    for (const one of [admin, approver, employee]) expect(one.complaints()).toEqual([]);
    expect(company.teams.ledger.warnings()).toEqual([]);
  });
});
