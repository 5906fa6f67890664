import { type Company, openCompany } from '../support/company';
import { ada, dana, eve, omar } from '../support/people';
import { applyPolicy, policyOf, rule, stage } from '../support/policy';
import type { Somebody } from '../support/somebody';

const visio = 'Visio Professional 2024';
const hour = 3_600_000;

describe.each(['slack', 'teams'] as const)('in %s', (chat) => {
  let company: Company;
  let employee: Somebody;
  let [approver, other, admin]: Somebody[] = [];

  beforeAll(async () => {
    company = await openCompany({ people: [eve, dana, omar, ada] });
    await applyPolicy(
      company.database.url,
      policyOf(
        [
          rule('in time', [
            stage([{ is: 'approvers' }], {
              silence: { remind: 8, escalate: { after: 100, to: [{ is: 'admins' }] }, expire: 400 },
            }),
          ]),
        ],
        { hours: { from: '09:00', to: '17:00', days: [1, 2, 3, 4, 5], zone: 'UTC' } },
      ),
    );
    employee = company.at(chat, eve);
    [approver, other, admin] = [dana, omar, ada].map((figure) => company.at(chat, figure));
    for (const somebody of [employee, approver, other, admin]) await somebody?.says('help');
    await toMonday();
  });
  afterAll(() => company.close());

  /** Moves to the next Monday, ten in the morning in Greenwich. */
  async function toMonday(): Promise<void> {
    const now = new Date();
    const monday = new Date(now);
    monday.setUTCHours(10, 0, 0, 0);
    do monday.setUTCDate(monday.getUTCDate() + 1);
    while (monday.getUTCDay() !== 1);
    await company.moveTime(monday.getTime() - now.getTime());
  }

  async function asksFor(words: string, name: string, values: Record<string, string> = {}) {
    await employee.opensFormFor(words);
    await employee.fills({ Reason: 'Drawings', ...values }, 'Request');
    await employee.sees(`You asked for ${name}`);
    await employee.closesWindow();
    await approver?.sees(`Eve Employee asks for ${name}`);
  }
  /** How many messages about it somebody has: the first one, and each reminder. */
  const cards = (somebody: Somebody | undefined, name = visio): number =>
    somebody?.messages().filter((message) => message.includes(`Eve Employee asks for ${name}`)).length ?? 0;

  test('whoever is silent is reminded in their working hours, and ever more rarely', async () => {
    await asksFor('visio', visio);
    // Monday ten o'clock and eight working hours are Tuesday ten o'clock; in the night nobody is reminded.
    await company.moveTime(13 * hour);
    expect(cards(approver)).toBe(1);
    await company.moveTime(11 * hour + 120_000);
    for (const somebody of [approver, other]) await somebody?.sees('A reminder: this still waits for you');
    // The next one comes after sixteen working hours: Thursday ten o'clock.
    await company.moveTime(24 * hour);
    expect(cards(approver)).toBe(2);
  });

  test('where somebody is on it, only they are reminded', async () => {
    await approver?.presses("I'm on it", visio);
    await other?.sees(/On it:\s+Dana Decider/);
    await company.moveTime(24 * hour + 120_000);
    await approver?.sees('A reminder: this still waits for you');
    expect([cards(approver), cards(other)]).toEqual([3, 2]);
  });

  test('in the end others are asked too, and everybody sees so', async () => {
    expect(cards(admin)).toBe(0);
    await company.moveTime(30 * hour);
    const card = await admin?.sees(`Eve Employee asks for ${visio}`);
    expect(card).toContain('Nobody has answered in time');
    await approver?.sees(/Also asked: [^.]*Ada Admin/);
    await employee.types('requests');
    await employee.sees(/Waits for [^\n]*Ada Admin/);
  });

  test('whoever asked may remind them, once a day', async () => {
    await employee.presses('Remind', visio);
    expect(await employee.sees('Reminded: ')).toMatch(/Reminded: [^\n]*Dana Decider/);
    for (const somebody of [approver, other, admin]) await somebody?.sees('Eve Employee kindly reminds you');
    expect(await employee.asks('requests')).not.toMatch(/\bRemind\b/);
  });

  test('when the time that the rules give is over, nothing comes of it, and whoever asked is told', async () => {
    await company.moveTime(300 * hour);
    const told = await employee.sees('Nobody answered in the time that the rules give');
    expect(told).toContain(visio);
    // Every copy says so, the first one and each reminder.
    for (const somebody of [approver, other, admin]) {
      await somebody?.sees('Ended: nobody answered in time');
      await somebody?.sees(/^(?![\s\S]*Hand over)/);
    }
    await asksFor('visio', visio);
  });

  test('nothing went wrong in any client', () => {
    for (const somebody of [employee, approver, other, admin]) expect(somebody?.complaints()).toEqual([]);
  });
});
