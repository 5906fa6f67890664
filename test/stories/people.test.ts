import { type Company, openCompany } from '../support/company';
import { ada, dana, eve, mei, omar } from '../support/people';
import type { Somebody } from '../support/somebody';

describe.each(['slack', 'teams'] as const)('the people in %s', (on) => {
  let company: Company;
  let admin: Somebody;
  let newcomer: Somebody;

  beforeAll(async () => {
    // Mei is in the chat, but in no file: nobody here knows her yet.
    company = await openCompany({ people: [eve, dana, omar, ada] });
    admin = company.at(on, ada);
    newcomer = company.at(on, mei);
    await admin.asks('help');
  });
  afterAll(() => company.close());

  async function closesAll(who: Somebody) {
    while (who.window() !== undefined) await who.closesWindow();
  }
  async function adds(name: string, email: string) {
    await admin.asks('people');
    await admin.presses('Add person');
    await admin.fills({ Name: name, 'E-mail': email }, 'Add person');
  }

  test('an admin sees everybody, with role and address', async () => {
    const list = await admin.asks('people');
    for (const { name, email } of [eve, dana, omar, ada]) {
      expect(list).toContain(name);
      expect(list).toContain(email);
    }
    expect(list).toContain('Approver · dana@contoso.example');
    expect(list).not.toContain('Mei Lin');
  });

  test('nobody else does', async () => {
    const employee = company.at(on, eve);
    await employee.asks('people', 'Only an admin can do this.');
    expect(await company.at(on, dana).asks('people')).toContain('Only an admin can do this.');
  });

  test('an address must be one, and nobody else’s', async () => {
    await adds('Mei Lin', 'mei at contoso');
    await admin.sees('“mei at contoso” is not an e-mail address.');
    await closesAll(admin);
    await adds('Mei Lin', 'EVE@contoso.example');
    await admin.sees('This address belongs to Eve Employee already.');
    await closesAll(admin);
  });

  test('somebody added before they ever spoke is given a subscription', async () => {
    await adds('Mei Lin', 'mei@contoso.example');
    await admin.sees('Mei Lin was added');
    await closesAll(admin);
    await admin.types('assign visual studio enterprise to mei@contoso.example');
    if (on === 'teams') {
      await admin.sees('The form asks for the reason.');
      await admin.presses('Assign', 'to Mei Lin');
    }
    await admin.fills({ Reason: 'She starts on Monday' }, 'Assign');
    await admin.sees('a task for the admins is open');
    await closesAll(admin);
    await admin.types('tasks');
    await admin.sees('press Done; the person is told at once');
    await admin.presses('Done', 'Mei Lin');
    await admin.fills({ Evidence: 'Subscription 4711' }, 'Done');
    await closesAll(admin);
    await admin.sees('Done by');
  });

  test('and finds it under “mine” with her first words', async () => {
    expect(await newcomer.asks('我的')).toMatch(/Visual Studio Enterprise Subscription/);
  });

  test('a card of one person shows what they hold, to be moved or taken back', async () => {
    await admin.asks('people');
    await admin.presses('Details', 'Mei Lin');
    const card = await admin.sees(/Holds[\s\S]*Visual Studio Enterprise Subscription/);
    expect(card).toContain('Employee · mei@contoso.example');
    expect(card).toContain('Reassign');
    expect(card).toContain('Remove');
  });

  test('nothing went wrong in any client', () => {
    for (const one of [admin, newcomer]) expect(one.complaints()).toEqual([]);
    expect(company.teams.ledger.warnings()).toEqual([]);
  });
});
