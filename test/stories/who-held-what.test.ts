import { auditExportVerb } from '../../src/cli/audit-export';
import type { HeldOn } from '../../src/core/held-on';
import { type Company, openCompany, wrappingKey } from '../support/company';
import { gets } from '../support/gets';
import { bringsIn, dayAhead, inWords } from '../support/membership-file';
import { ada, dana, eve, mei } from '../support/people';
import type { Somebody } from '../support/somebody';

const visio = 'Visio Professional 2024';
const studio = 'Visual Studio Enterprise Subscription';
const cal = 'Windows Server CAL';
const inADay = 86_400_000;
const rows = [
  `software,${visio},2,licence,key,`,
  `software,${cal},10,CAL,none,`,
  `visual-studio,${studio},3,subscription,assign,`,
];
const keyOf = (number: number) => `VSWPR-FAKE${number}-9QK7M-C3XJT-4HRBD`;

/** What an auditor is given: the list of a day, on the bot's own clock. */
async function exported(company: Company, day: string): Promise<HeldOn[]> {
  const { ok, json } = await auditExportVerb.run({
    words: [],
    options: { 'as-of': day, json: true },
    env: {
      DATABASE_URL: company.database.url,
      KEY_ENCRYPTION_KEYS: wrappingKey,
      CLOCK_URL: company.config.clockUrl,
    },
    say: () => {},
  });
  expect(ok).toBe(true);
  return json.holdings as HeldOn[];
}
const inShort = ({ person, benefit, quantity, end }: HeldOn): string =>
  `${person.name}: ${quantity} ${benefit.name}${end ? `, ${end.how}` : ''}`;

describe.each(['slack', 'teams'] as const)('an auditor asks who held what, and an admin in %s', (on) => {
  let company: Company;
  let admin: Somebody;
  let employee: Somebody;
  let approver: Somebody;
  let gone = 0;
  const comesTheDay = async (days: number) => {
    await company.moveTime((days - gone) * inADay);
    gone = days;
  };
  const closesAll = async (who: Somebody) => {
    while (who.window() !== undefined) await who.closesWindow();
  };
  async function opens(words: string, button: string) {
    if (on === 'slack') return admin.types(words);
    await admin.asks(words);
    await admin.presses(button);
  }

  beforeAll(async () => {
    company = await openCompany();
    await bringsIn(company, rows, { ends: dayAhead(10), 'grace-days': '0' });
    [admin, employee, approver] = [ada, eve, dana].map((one) => company.at(on, one)) as [
      Somebody,
      Somebody,
      Somebody,
    ];
    for (const one of [admin, employee, approver, company.at(on, mei)]) await one.says('help');

    // The first day: a key that is looked at, and something that nobody asked for.
    await gets(employee, approver, ['visio', visio]);
    await employee.presses('Show key');
    await employee.sees(keyOf(2));
    await closesAll(employee);
    await opens('assign cal to mei lin', 'Assign');
    await admin.fills({ Quantity: '2', Reason: 'For the lab' }, 'Assign');
    await admin.sees(`${cal}: assigned`);
    await closesAll(admin);

    // The next one: it is moved; and something is set up in Partner Center.
    await comesTheDay(1);
    await opens('reassign cal from mei lin to omar okay', 'Reassign');
    await admin.fills({ Reason: 'The lab has moved' }, 'Reassign');
    await admin.sees('Omar Okay has it now');
    await closesAll(admin);
    await gets(employee, approver, ['visual studio enterprise', studio]);
    await admin.sees(`Set up ${studio} for Eve Employee`);
    await admin.presses('Done', `Set up ${studio}`);
    await admin.fills({ Evidence: 'Subscription 4711' }, 'Done');
    await closesAll(admin);
    await employee.sees(`${studio} is yours`);

    // A key does not work, and another takes its place; then it is given back. At last the membership is over.
    await comesTheDay(2);
    await employee.presses('Show key', visio);
    await employee.sees(keyOf(2));
    await employee.presses('This key does not work');
    await employee.sees('An admin looks into your key');
    await employee.fills({ Reason: 'Windows says 0xC004C008' }, 'This key does not work');
    await employee.sees(`Another key for ${visio} is yours`);
    await closesAll(employee);
    await comesTheDay(3);
    if (on === 'slack') await employee.types('return visio');
    else {
      await employee.asks('return visio');
      await employee.presses('Return');
    }
    await employee.fills({}, 'Return');
    await employee.sees(`You gave back ${visio}`);
    await closesAll(employee);
    await comesTheDay(11);
    await employee.sees(`${studio} has lapsed`);
  }, 240_000);
  afterAll(() => company.close());

  const ofEve = `Eve Employee: 1 ${visio}`;
  const studioOfEve = `Eve Employee: 1 ${studio}`;
  const [calOfMei, calOfOmar] = [`Mei Lin: 2 ${cal}`, `Omar Okay: 2 ${cal}`];

  test('gives them the list of any day, as it stood at its end, with what ended during it', async () => {
    const days: Array<[day: number, held: string[]]> = [
      [-1, []],
      [0, [ofEve, calOfMei]],
      [1, [ofEve, studioOfEve, `${calOfMei}, reassigned`, calOfOmar]],
      [2, [ofEve, studioOfEve, calOfOmar]],
      [3, [`${ofEve}, returned`, studioOfEve, calOfOmar]],
      [4, [studioOfEve, calOfOmar]],
      [10, [studioOfEve, calOfOmar]],
      [11, [`${studioOfEve}, lapsed`, `${calOfOmar}, lapsed`]],
    ];
    for (const [day, held] of days)
      expect([day, (await exported(company, dayAhead(day))).map(inShort).sort()]).toEqual([day, held.sort()]);
  });

  test('who said yes, what proves it, and who saw a key when; never the key', async () => {
    const list = await exported(company, dayAhead(2));
    const of = (benefit: string) => list.find((one) => one.benefit.name === benefit) as HeldOn;
    expect(of(visio)).toMatchObject({
      package: { name: 'Partner Success Core', partnerId: '1234567', ends: dayAhead(10) },
      asked: { way: 'asked', by: { name: 'Eve Employee', email: eve.email } },
      approval: { is: 'people', said: [{ by: { name: 'Dana Decider' } }] },
    });
    expect(of(visio).shown.map(({ to, at }) => `${to.name} ${at.slice(0, 10)}`)).toEqual([
      `Eve Employee ${dayAhead(0)}`,
      `Eve Employee ${dayAhead(2)}`,
    ]);
    expect(of(studio).done).toMatchObject([{ by: { name: 'Ada Admin' }, evidence: 'Subscription 4711' }]);
    expect(of(cal)).toMatchObject({
      asked: { way: 'reassigned', from: { name: 'Mei Lin' }, reason: 'The lab has moved' },
      approval: { is: 'admin', by: { name: 'Ada Admin' } },
    });
    expect(JSON.stringify(list)).not.toContain('FAKE');
  });

  test('looks a day up in the chat: by benefit, and by person', async () => {
    const who = await admin.asks(`who holds cal on ${dayAhead(1)}`);
    expect(who).toContain(`Who held ${cal} on ${inWords(dayAhead(1))}`);
    expect(who).toMatch(/Mei Lin[\s\S]*2 CAL[\s\S]*assigned by Ada Admin · Passed on to somebody else/);
    expect(who).toMatch(/Omar Okay[\s\S]*2 CAL[\s\S]*reassigned by Ada Admin/);
    const what = await admin.asks(`what holds eve employee on ${inWords(dayAhead(0))}`);
    expect(what).toContain(`What Eve Employee held on ${inWords(dayAhead(0))}`);
    expect(what).toMatch(
      /Visio[\s\S]*approved by Dana Decider · rule “any one approver” \(version 0\) · key shown once/,
    );
    expect(what).not.toContain(studio);
    await admin.asks('what holds eve employee', 'Holds nothing.');
    await admin.asks(`who holds visio on ${dayAhead(40)}`, 'has not come yet');
    // A day that cannot be read is never taken for today.
    await admin.asks('who holds visio on monday', 'I cannot tell which day “monday” is.');
    await admin.asks('what did eve employee hold last week?', 'I cannot tell which day “last week” is.');
  });

  test('nobody else can look back', async () => {
    const day = dayAhead(1);
    for (const who of [employee, approver])
      for (const words of [`who holds cal on ${day}`, `what holds mei lin on ${day}`, 'what holds mei lin'])
        expect(await who.asks(words)).toContain('Only an admin can do this.');
  });
});
