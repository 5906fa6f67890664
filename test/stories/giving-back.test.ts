import { type Company, openCompany } from '../support/company';
import { gets } from '../support/gets';
import { ada, dana, eve } from '../support/people';
import { canary } from '../support/sample';
import type { Somebody } from '../support/somebody';

const day = 86_400_000;
const visio: [string, string] = ['visio', 'Visio Professional 2024'];
const server: [string, string] = ['windows server 2025', 'Windows Server 2025 Standard'];
const studio: [string, string] = ['visual studio enterprise', 'Visual Studio Enterprise Subscription'];

describe.each(['slack', 'teams'] as const)('in %s', (platform) => {
  let company: Company;
  let employee: Somebody;
  let approver: Somebody;
  let admin: Somebody;

  beforeAll(async () => {
    company = await openCompany();
    employee = company.at(platform, eve);
    approver = company.at(platform, dana);
    admin = company.at(platform, ada);
    for (const one of [employee, approver, admin]) await one.says('help');
  });
  afterAll(() => company.close());

  /** Opens the form with which something is given back, and reads it. */
  async function wantsToReturn(name: string): Promise<string> {
    expect(await employee.asks('mine')).toContain(name);
    await employee.presses('Return', name);
    return employee.sees('This is what it will do');
  }

  test('a key goes back: the form says so, and the list shows one more', async () => {
    await gets(employee, approver, visio);
    await employee.asks('list software', '1 of 2 left');
    expect(await wantsToReturn(visio[1])).toContain('The key can go to somebody else');
    await employee.fills({ Reason: 'The drawings are done' }, 'Return');
    const done = await employee.sees('You gave back Visio Professional 2024');
    expect(done).toContain('The drawings are done');
    await employee.closesWindow();
    await employee.asks('list software', '2 of 2 left');
    await employee.seesNoMore('Visio Professional 2024 is yours');
    const asked = await employee.asks('requests', 'Your requests');
    expect(asked).toMatch(/Approved and delivered · Given back on \d+ \w+ \d{4}/);
  });

  test('an older card that still has Show key shows nothing any more', async () => {
    await gets(employee, approver, visio);
    await employee.asks('mine');
    await wantsToReturn(visio[1]);
    await employee.fills({}, 'Return');
    await employee.sees('You gave back Visio Professional 2024');
    await employee.closesWindow();
    await employee.presses('Show key');
    expect(await employee.sees('You no longer have Visio Professional 2024')).not.toContain('FAKE');
    await employee.closesWindow();
    await employee.asks('mine', 'You hold nothing yet');
  });

  test('of a MAK whose key was shown the activation is gone', async () => {
    await gets(employee, approver, server, { Quantity: '4', Language: 'English', 'Operating system': 'x64' });
    await employee.asks('list software', '12 of 16 left (cores)');
    await employee.asks('mine');
    await employee.presses('Show key', server[1]);
    await employee.sees(canary);
    await employee.closesWindow();
    expect(await wantsToReturn(server[1])).toContain('its activation counts as used');
    await employee.fills({}, 'Return');
    await employee.sees(`You gave back ${server[1]}`);
    await employee.closesWindow();
    await employee.asks('list software', '15 of 16 left (cores)');
  });

  test('an admin takes back with a reason, which the holder reads', async () => {
    await gets(employee, approver, visio);
    await admin.asks('stock');
    await admin.presses('Who has it', visio[1]);
    await admin.sees(/Visio Professional 2024[\s\S]*Eve Employee/);
    await admin.presses('Details', 'Eve Employee');
    await admin.sees('Remove');
    await admin.presses('Remove');
    expect(await admin.sees('This is what it will do')).toContain(
      'Eve Employee cannot open it here any more',
    );
    await admin.fills({ Reason: 'The project is over' }, 'Remove');
    await admin.sees('Visio Professional 2024 of Eve Employee was taken back');
    await admin.closesWindow();
    // A message of its own, and in place of the one that said that it is theirs; in Teams the card with which they asked follows, too.
    const times = platform === 'teams' ? 3 : 2;
    const told = await employee.sees(
      new RegExp(
        `(Visio Professional 2024 was taken back\\n[\\s\\S]*Reason:\\s+The project is over[\\s\\S]*){${times}}`,
      ),
    );
    expect(told).toContain('Ada Admin took it back');
    expect(told).toContain('The project is over');
    await employee.seesNoMore('Visio Professional 2024 is yours');
    await employee.asks('mine', 'You hold nothing yet');
    expect(await employee.asks('requests', 'Your requests')).toMatch(
      /Approved and delivered · Taken back by an admin on \d+ \w+ \d{4}/,
    );
  });

  test('the card that asks an admin whether it is taken back says that it was, and asks no more', async () => {
    await gets(employee, approver, visio);
    await admin.says('remove visio from eve employee');
    await admin.sees('The form asks');
    await admin.presses('Remove', 'The form asks');
    await admin.fills({ Reason: 'Another project' }, 'Remove');
    await admin.closesWindow();
    await admin.seesNoMore('The form asks');
    await admin.sees(/of Eve Employee was taken back[\s\S]*Another project/);
    await employee.asks('list software', '2 of 2 left');
  });

  test('a subscription is removed by an admin, and waits for its 90 days', async () => {
    await gets(employee, approver, studio);
    await admin.sees(`Set up ${studio[1]} for Eve Employee`);
    await admin.presses('Done', `Set up ${studio[1]}`);
    await admin.fills({ Evidence: 'Subscription 4711' }, 'Done');
    await admin.closesWindow();
    await employee.sees(`${studio[1]} is yours`);

    const form = await wantsToReturn(studio[1]);
    expect(form).toContain('An admin removes it in Partner Center');
    expect(form).toContain('it may go to somebody else only from');
    await employee.fills({ Reason: 'Another team now' }, 'Return');
    await employee.sees(`You gave back ${studio[1]}`);
    await employee.closesWindow();
    await employee.asks('list visual studio', '2 of 3 left');

    await admin.sees(`Remove ${studio[1]} from Eve Employee`);
    await admin.presses('Done', `Remove ${studio[1]}`);
    await admin.fills({}, 'Done');
    await admin.closesWindow();
    await admin.sees(/Remove Visual Studio[\s\S]*Done by/);
    await employee.asks('list visual studio', '2 of 3 left');

    await company.moveTime(90 * day);
    await comesTo(employee, 'list visual studio', '3 of 3 left');
  });

  test('nothing went wrong in any client', () => {
    for (const one of [employee, approver, admin]) expect(one.complaints()).toEqual([]);
  });
});

/** Asks until the answer is this: what the clock does comes within a second of its time. */
async function comesTo(who: Somebody, words: string, answer: string): Promise<void> {
  const until = Date.now() + 10_000;
  while (!(await who.asks(words)).includes(answer))
    if (Date.now() > until) throw new Error(`Never an answer with “${answer}”:\n${who.screen()}`);
}
