import { type Company, openCompany } from '../support/company';
import { ada, dana, eve, mei, omar } from '../support/people';
import type { Somebody } from '../support/somebody';

const visio = 'Visio Professional 2024';
const sql = 'SQL Server 2022 Standard';

describe.each(['slack', 'teams'] as const)('in %s', (chat) => {
  let company: Company;
  let employee: Somebody;
  let [approver, other, admin]: Somebody[] = [];

  beforeAll(async () => {
    company = await openCompany();
    employee = company.at(chat, eve);
    [approver, other, admin] = [dana, omar, ada].map((figure) => company.at(chat, figure));
    for (const somebody of [employee, approver, other, admin]) await somebody?.says('help');
  });
  afterAll(() => company.close());

  async function asksFor(words: string, name: string, values: Record<string, string> = {}) {
    await employee.opensFormFor(words);
    await employee.fills({ Reason: 'Drawings', ...values }, 'Request');
    await employee.sees(`You asked for ${name}`);
    await employee.closesWindow();
    await approver?.sees(`Eve Employee asks for ${name}`);
    await other?.sees(`Eve Employee asks for ${name}`);
  }

  test('whoever is on it is seen by the others', async () => {
    await asksFor('visio', visio);
    await approver?.presses("I'm on it", visio);
    await approver?.sees(/On it:\s+Dana Decider/);
    await other?.sees(/On it:\s+Dana Decider/);
  });

  test('a colleague who may gets it handed over, and answers in that place', async () => {
    await approver?.presses('Hand over', visio);
    await approver?.fills({ Person: ada.name }, 'Hand over');
    expect(await approver?.sees('You have handed it over to Ada Admin.')).not.toContain(
      'Dana Decider has handed',
    );
    while (approver?.window()) await approver.closesWindow();
    await approver?.sees('You have handed it over to Ada Admin.');
    await other?.sees(/Dana Decider has handed it over to Ada Admin\.[\s\S]*Also asked: Ada Admin/);
    const card = await admin?.sees('It was handed to you.');
    expect(card).toContain('you answer in the place of Dana Decider');
    // Whoever has handed it over is not on it any more, and it does not wait for them; they may answer all the same.
    for (const somebody of [admin, other]) await somebody?.sees(/^(?![\s\S]*On it:)/);
    const queue = await approver?.asks('queue');
    expect(queue).toMatch(
      /Nothing waits for you\.[\s\S]*You need not answer these, but you may[\s\S]*Drawings/,
    );
    await admin?.presses('Approve', visio);
    await employee.sees(`${visio} is yours`);
    for (const somebody of [approver, other]) {
      const seen = await somebody?.sees('Approved and delivered');
      expect(seen).toContain('Ada Admin');
    }
  });

  test('nobody hands it to somebody who may not, nor to whoever asked', async () => {
    await asksFor('sql server', sql, { Quantity: '1' });
    for (const { name } of [mei, eve, dana]) {
      await approver?.presses('Hand over', sql);
      const said = await approver?.fills({ Person: name }, 'Hand over').then(
        () => approver?.complaints().splice(0).join(),
        (error: Error) => error.message,
      );
      expect(said).toMatch(/it offers: Ada Admin, Omar Okay|Person is needed/);
      while (approver?.window()) await approver.closesWindow();
    }
    expect(admin?.messages().join()).not.toContain(`asks for ${sql}`);
  });

  test('whoever comes late reads who was faster', async () => {
    await Promise.all([approver?.presses('Approve', sql), other?.presses('Approve', sql)]);
    await employee.sees(`${sql} is yours`);
    for (const somebody of [approver, other]) {
      const seen = await somebody?.sees(/asks for SQL Server[\s\S]*Approved and delivered/);
      expect(seen).toMatch(/Decided by:\s+(Dana Decider|Omar Okay)/);
    }
  });

  test('nothing went wrong in any client', () => {
    for (const somebody of [employee, approver, other, admin]) expect(somebody?.complaints()).toEqual([]);
  });
});
