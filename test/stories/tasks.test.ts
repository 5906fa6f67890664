import { type Company, openCompany } from '../support/company';
import { gets } from '../support/gets';
import { ada, dana, eve, everybody, omar } from '../support/people';
import type { Somebody } from '../support/somebody';

const day = 24 * 60 * 60 * 1000;
const studio = 'Visual Studio Enterprise Subscription';
const credit = 'Microsoft Azure credit';
/** Omar does tasks too. */
const people = everybody.map((one) => (one === omar ? { ...omar, role: 'admin' as const } : one));

describe.each(['slack', 'teams'] as const)('on %s', (platform) => {
  let company: Company;
  let employee: Somebody;
  let approver: Somebody;
  let admin: Somebody;
  let otherAdmin: Somebody;

  beforeAll(async () => {
    company = await openCompany({ people });
    employee = company.at(platform, eve);
    approver = company.at(platform, dana);
    admin = company.at(platform, ada);
    otherAdmin = company.at(platform, omar);
    for (const one of [employee, approver, admin, otherAdmin]) await one.says('help');
  });
  afterAll(() => company.close());

  const task = `Set up ${studio} for Eve Employee`;

  test('a request for Visual Studio becomes a task with everything to copy', async () => {
    await gets(employee, approver, ['visual studio enterprise', studio]);
    const card = await admin.sees(task);
    expect(card).toMatch(/1\. Open Partner Center, go to Benefits, Visual Studio/);
    for (const value of [studio, 'Eve Employee', 'eve@contoso.example', 'For the client project'])
      expect(card).toContain(value);
    expect(card).toMatch(/On it[\s\S]*nobody yet/);
    await otherAdmin.sees(task);
  });

  test('“I’m on it” is seen by the other admin, who may take it over', async () => {
    await admin.presses("I'm on it", task);
    await otherAdmin.sees(/On it[\s\S]*Ada Admin/);
    await otherAdmin.presses("I'm on it", task);
    await admin.sees(/On it[\s\S]*Omar Okay/);
    await admin.types('tasks');
    await admin.sees('Omar Okay is on it');
  });

  test('only an admin sees tasks', async () => {
    for (const one of [employee, approver]) {
      expect(one.messages().join('\n')).not.toContain(task);
      await one.asks('tasks', 'Only an admin can do this.');
    }
  });

  test('the list opens the task; Done with evidence gives it to the holder, who reads where to manage it', async () => {
    await otherAdmin.types('tasks');
    await otherAdmin.sees('Tasks for the admins');
    await otherAdmin.presses('Open', task);
    await otherAdmin.sees('1. Open Partner Center');
    await otherAdmin.presses('Done', task);
    await otherAdmin.fills({ Evidence: 'Subscription 4711' }, 'Done');
    await otherAdmin.closesWindow();
    const told = await employee.sees(`${studio} is yours`);
    expect(told).toContain('Subscription 4711');
    expect(told).toContain('Open portal');
    await admin.sees(/Done by[\s\S]*Omar Okay/);
    await approver.sees('Approved and delivered');
    await admin.types('tasks');
    await admin.sees('There is nothing to do.');
    await employee.types('list visual studio');
    await employee.sees('2 of 3 left (subscriptions)');
  });

  test('Could not, with a reason: the requester reads it, can ask again, and the allocation is free', async () => {
    await gets(employee, approver, ['azure', credit]);
    await admin.sees('Set up Microsoft Azure credit for Eve Employee');
    await employee.types('list cloud');
    await employee.sees('0 of 100 left');
    await admin.presses('Could not', 'Set up Microsoft Azure credit');
    await admin.fills({ Reason: 'Partner Center does not know this address' }, 'Could not');
    await admin.closesWindow();
    const told = await employee.sees('Microsoft Azure credit could not be set up');
    expect(told).toContain('Partner Center does not know this address');
    expect(told).toContain('Ada Admin');
    await otherAdmin.sees(/Could not be done[\s\S]*Partner Center does not know this address/);
    await approver.sees('it could not be set up');
    await employee.types('list cloud');
    await employee.sees('100 of 100 left');
    await employee.presses('Request', 'Microsoft Azure credit');
    await employee.sees('Request a benefit');
    await employee.closesWindow();
  });

  test('what could not be removed has to be tried again, and nobody gets it before', async () => {
    await gets(employee, approver, ['azure', credit]);
    await admin.sees(new RegExp(`Set up ${credit}(?![\\s\\S]*Could not be done)`));
    await admin.presses('Done', `Set up ${credit}`);
    await admin.fills({}, 'Done');
    await admin.closesWindow();
    await employee.sees(`${credit} is yours`);
    expect(await employee.asks('mine')).toContain(credit);
    await employee.presses('Return', credit);
    await employee.sees('This is what it will do');
    await employee.fills({}, 'Return');
    await employee.closesWindow();

    const removal = `Remove ${credit} from Eve Employee`;
    await admin.sees(removal);
    await admin.presses('Could not', removal);
    await admin.fills({ Reason: 'The button is dimmed' }, 'Could not');
    await admin.closesWindow();
    await otherAdmin.sees(/Tried before[\s\S]*The button is dimmed/);
    await employee.asks('list cloud', '0 of 100 left');
    expect(await otherAdmin.asks('tasks')).toContain(removal);
    await otherAdmin.presses('Open', removal);
    await otherAdmin.sees(/Tried before[\s\S]*Tried before/);
    await otherAdmin.presses('Done', removal);
    await otherAdmin.fills({}, 'Done');
    await otherAdmin.closesWindow();
    await admin.sees(/Tried before[\s\S]*Done by[\s\S]*Omar Okay/);
    await employee.asks('list cloud', '100 of 100 left');
  });

  test('an overdue task reminds whoever is on it, then all admins, and every week', async () => {
    const name = 'Set up Windows Server CAL for Eve Employee';
    await gets(employee, approver, ['windows server cal', 'Windows Server CAL']);
    await admin.sees(name);
    await otherAdmin.sees(name);
    await admin.presses("I'm on it", name);
    await otherAdmin.sees(/Windows Server CAL for Eve Employee[\s\S]*On it[\s\S]*Ada Admin/);

    const reminders = (who: Somebody, words: string) => who.messages().join('\n').split(words).length - 1;
    await company.moveTime(4 * day);
    await admin.sees('This is overdue.');
    expect(reminders(otherAdmin, 'This is overdue.')).toBe(0);
    await company.moveTime(2 * day);
    await otherAdmin.sees('all admins are told');
    await admin.sees('all admins are told');
    await company.moveTime(7 * day);
    for (const one of [admin, otherAdmin]) await one.sees(/all admins are told[\s\S]*all admins are told/);
    expect(reminders(admin, 'This is overdue.')).toBe(1);
    expect(reminders(admin, 'all admins are told')).toBe(2);
    await admin.types('tasks');
    await admin.sees(/overdue since .* · Ada Admin is on it/);
  });

  test('nothing went wrong in any client', () => {
    for (const one of [employee, approver, admin, otherAdmin]) expect(one.complaints()).toEqual([]);
    expect(company.teams.ledger.warnings()).toEqual([]);
  });
});
