import { type Company, openCompany } from '../support/company';
import { bringsIn, dayAhead, inWords } from '../support/membership-file';
import { ada, dana, eve, mei } from '../support/people';
import type { Somebody } from '../support/somebody';

const day = 86_400_000;
const rows = ['software,Visio Professional 2024,1,licence,key,', 'software,Windows Server CAL,10,CAL,none,'];
const visio = {
  category: 'software',
  benefit: 'Visio Professional 2024',
  quantity: 1,
  unit: 'licence',
  delivery: 'key',
};
const cal = {
  category: 'software',
  benefit: 'Windows Server CAL',
  quantity: 10,
  unit: 'CAL',
  delivery: 'none',
};
const keys = [{ benefit: visio.benefit, key: 'VSWPR-FAKE2-9QK7M-C3XJT-4HRBD', key_type: 'retail' }];

const title = 'Please note what lapses soon';
const titleInChinese = '請留意即將到期的權益';
/** Waits until so many of these are there: each day's message is one more, and only then may the next day come. */
const hasHeard = (who: Somebody, times: number, of = title) =>
  who.sees(new RegExp(Array(times).fill(of).join('[^]*')));

/** The messages of a person that speak of what lapses soon, as the sentence on how many days are left. */
const warnings = (who: Somebody, title: string, words: RegExp): string[] =>
  who
    .messages()
    .filter((message) => message.includes(title))
    .map((message) => [...message.matchAll(words)].map(([found]) => found).join(' + '));

describe.each(['slack', 'teams'] as const)('what lapses, in %s', (platform) => {
  let company: Company;
  let admin: Somebody;
  let holder: Somebody;
  let waiting: Somebody;
  /** The package ends a hundred days from now; what was given may be used for thirty days more. */
  const ends = dayAhead(100);
  const graceEnds = dayAhead(130);
  let gone = 0;
  const comesTheDay = async (days: number) => {
    await company.moveTime((days - gone) * day);
    gone = days;
  };

  beforeAll(async () => {
    company = await openCompany({ benefits: [visio, cal], keys });
    await bringsIn(company, rows, { ends });
    [admin, holder, waiting] = [
      company.at(platform, ada),
      company.at(platform, eve),
      company.at(platform, mei),
    ];
    const approver = company.at(platform, dana);
    for (const who of [admin, holder, waiting, approver]) await who.says('help');
    await holder.opensFormFor('visio');
    await holder.fills({ Reason: 'Diagrams' }, 'Request');
    await holder.closesWindow();
    await approver.sees('Eve Employee asks for');
    await approver.presses('Approve', 'Eve Employee');
    await holder.sees('Visio Professional 2024 is yours');
    if (platform === 'teams') {
      await waiting.asks('request visio');
      await waiting.presses('申請');
    } else {
      await waiting.types('request visio');
      await waiting.sees('理由');
    }
    await waiting.fills({ 理由: '流程圖' }, '申請');
    await waiting.closesWindow();
    await approver.sees('Mei Lin asks for');
    await approver.presses('Approve', 'Mei Lin');
    await approver.sees(/on the waiting list/i);
  });
  afterAll(() => company.close());

  test('the calendar tells the admins what lapses when, and nobody else', async () => {
    const calendar = await admin.asks('calendar');
    expect(calendar).toContain(`${inWords(ends)} · Package ends · Partner Success Core`);
    expect(calendar).toContain('in 100 days');
    expect(calendar).toContain('2 benefits · held: Visio Professional 2024 (1)');
    expect(calendar.indexOf('Package ends')).toBeLessThan(calendar.indexOf('Grace time ends'));
    expect(calendar).toContain(inWords(graceEnds));
    await holder.types('calendar');
    await holder.sees('Only an admin can do this.');
  });

  test('sixty days before: the admins, the holder, and whoever still waits, each in their language', async () => {
    await comesTheDay(40);
    const told = await admin.sees(title);
    expect(told).toContain(`${inWords(ends)} · Package ends · Partner Success Core`);
    expect(told).toContain('2 benefits');
    await holder.sees(`Partner Success Core ends on ${inWords(ends)}, in 60 days.`);
    await waiting.sees('您正在等候這項權益');
  });

  test('then at thirty, fourteen, seven and one day; the same again before the grace time ends', async () => {
    let heard = 1;
    for (const [after, left] of [
      [70, 30],
      [86, 14],
      [93, 7],
      [99, 1],
    ] as const) {
      await comesTheDay(after);
      heard += 1;
      for (const who of [admin, holder]) await hasHeard(who, heard);
      await hasHeard(waiting, heard, titleInChinese);
      await holder.sees(
        `Partner Success Core ends on ${inWords(ends)}, ${left === 1 ? 'tomorrow' : `in ${left} days`}`,
      );
    }
    for (const [after, left] of [
      [100, 30],
      [116, 14],
      [123, 7],
      [129, 1],
    ] as const) {
      await comesTheDay(after);
      heard += 1;
      for (const who of [admin, holder]) await hasHeard(who, heard);
      await holder.sees(
        `you can use this until ${inWords(graceEnds)}, ${left === 1 ? 'tomorrow' : `in ${left} days`}`,
      );
    }
  });

  test('after the package nothing is given, and the refusal names the day', async () => {
    await holder.types('request CAL');
    await holder.sees(`could be given until ${inWords(ends)}`);
  });

  test('nobody was told anything twice, nor twice a day', async () => {
    const words = /in \d+ days|tomorrow/g;
    const schedule = [
      'in 60 days',
      'in 30 days + in 60 days',
      'in 14 days',
      'in 7 days',
      'tomorrow',
      'in 30 days',
      'in 14 days',
      'in 7 days',
      'tomorrow',
    ];
    expect(warnings(holder, title, words)).toEqual(schedule);
    expect(warnings(admin, title, words)).toEqual(schedule);
    // Whoever waits is told of the last day on which it can be given, not of the grace time.
    expect(warnings(waiting, titleInChinese, /還有 \d+ 天|明天/g)).toEqual([
      '還有 60 天',
      '還有 30 天',
      '還有 14 天',
      '還有 7 天',
      '明天',
    ]);
  });

  test('after the grace time everything ends, and what was waited for comes to nothing', async () => {
    await comesTheDay(130);
    await holder.types('mine');
    await holder.sees('Visio Professional 2024');
    await comesTheDay(131);
    await waiting.sees('權益已到期');
    await holder.sees('Visio Professional 2024 has lapsed');
    await admin.asks('help');
    await holder.types('request visio');
    await holder.sees(`so did its grace time on ${inWords(graceEnds)}`);
    expect((await holder.asks('mine')).match(/Show key/g)).toBeNull();
    await admin.asks('calendar', 'Nothing lapses');
    for (const who of [admin, holder, waiting]) expect(who.complaints()).toEqual([]);
  });
});
