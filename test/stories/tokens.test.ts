import { type Company, openCompany } from '../support/company';
import { ada, dana, eve, mei, omar } from '../support/people';
import { benefits } from '../support/sample';
import type { Somebody } from '../support/somebody';

const office = 'Office 365 E3';
const token = 'CFFCE-FAKE2-9QK7M-C3XJT-4HRBD';
const sample = {
  benefits: benefits.map((row) => (row.benefit === office ? { ...row, activate_by: '2099-06-30' } : row)),
};

/** In Slack the windows lie over each other. */
async function closesAll(who: Somebody): Promise<void> {
  while (who.window()) await who.closesWindow();
}

describe.each(['slack', 'teams'] as const)('in %s', (platform) => {
  let company: Company;
  let holder: Somebody;
  let approver: Somebody;

  beforeAll(async () => {
    company = await openCompany(sample);
    holder = company.at(platform, eve);
    approver = company.at(platform, dana);
    for (const one of [approver, company.at(platform, omar), company.at(platform, ada)])
      await one.asks('help');
    await asksAndIsApproved(holder);
  });
  afterAll(() => company.close());
  afterEach(() => closesAll(holder));

  async function asksAndIsApproved(who: Somebody): Promise<void> {
    await who.opensFormFor(office);
    await who.fills({ Quantity: '5', Reason: 'The new team' }, 'Request');
    await who.sees(`You asked for ${office}`);
    await who.closesWindow();
    await approver.sees(`${who.figure.name} asks for ${office}`);
    await approver.presses('Approve', who.figure.name);
    await who.sees(`${office} is yours`);
  }

  async function plans(values: Record<string, string>): Promise<void> {
    await holder.presses('Show key');
    await holder.sees(token);
    await holder.presses('Add or extend');
    await holder.sees('Seats active now');
    await holder.fills(values, 'Work it out');
  }

  test('what the holder must know stands before the token', async () => {
    await holder.presses('Show key');
    const window = await holder.sees(token);
    const before = window.slice(0, window.indexOf(token));
    for (const fact of [
      'This key carries 5 seats. It is redeemed once',
      'Redeem it by 30 June 2099',
      'Microsoft asks whether to add seats or to extend',
      'only once, within 30 days',
      'private window',
    ])
      expect(before).toContain(fact);
    for (const label of ['Add or extend', 'New subscription', 'Active subscription'])
      expect(window).toContain(label);
    expect(holder.messages().join()).not.toContain(token);
  });

  test('both ways, each with the day on which the seats then end', async () => {
    await plans({ 'Seats active now': '5', 'They run until': '2099-06-30' });
    const shown = await holder.sees('12 months longer');
    expect(shown).toContain('5 seats as before, 12 months longer: until 30 June 2100');
    expect(shown).toMatch(/10 seats, all of them until \d+ \w+ 20\d\d/);
    expect(shown).toContain('within 30 days');
  });

  test('without the end of the active seats, only what is sure is said', async () => {
    await plans({ 'Seats active now': '10' });
    const shown = await holder.sees('6 months longer');
    expect(shown).toContain('15 seats');
    expect(shown).not.toMatch(/until \d/);
  });

  test('nothing active: a subscription of its own', async () => {
    await plans({ 'Seats active now': '0' });
    expect(await holder.sees('a new subscription begins')).toMatch(/5 seats until \d+ \w+ 20\d\d/);
  });

  test('a token above three times the active seats is refused before it is wasted', async () => {
    await plans({ 'Seats active now': '1', 'They run until': '2099-06-30' });
    await holder.sees('5 seats are more than three times your 1 active ones');
  });

  test('nothing went wrong in the client', () => {
    expect(holder.complaints()).toEqual([]);
  });

  test('says it in Chinese to whoever reads Chinese', async () => {
    const other = await openCompany(sample);
    try {
      const reader = other.at(platform, mei);
      const decider = other.at(platform, dana);
      await decider.asks('help');
      await reader.opensFormFor(office).catch(() => undefined);
      if (!reader.window()) await reader.presses('申請');
      await reader.fills({ 數量: '5', 理由: '新團隊' }, '申請');
      await decider.sees(`Mei Lin asks for ${office}`);
      await closesAll(reader);
      await decider.presses('Approve', 'Mei Lin');
      await reader.sees('顯示金鑰');
      await reader.presses('顯示金鑰');
      expect(await reader.sees(token)).toContain('2099年6月30日');
      await reader.presses('新增或延長');
      await reader.sees('目前使用中的授權數');
      await reader.fills({ 目前使用中的授權數: '5', 使用期限到: '2099-06-30' }, '計算');
      await reader.sees('延長 12 個月，到 2100年6月30日 為止');
      expect(reader.complaints()).toEqual([]);
    } finally {
      await other.close();
    }
  });
});
