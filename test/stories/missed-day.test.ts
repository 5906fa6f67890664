import { type Company, openCompany } from '../support/company';
import { bringsIn, dayAhead, inWords } from '../support/membership-file';
import { ada, dana, eve } from '../support/people';
import { benefits } from '../support/sample';
import type { Somebody } from '../support/somebody';

const office = 'Office 365 E3';
const token = 'CFFCE-FAKE2-9QK7M-C3XJT-4HRBD';
const day = 86_400_000;
const over = 'The last day to activate it is over';

describe.each(['slack', 'teams'] as const)('a key at which nobody looked in time, in %s', (platform) => {
  const lastDay = dayAhead(8);
  let company: Company;
  let admin: Somebody;
  let holder: Somebody;

  beforeAll(async () => {
    company = await openCompany({
      benefits: benefits.filter(({ benefit }) => benefit === office),
      keys: [{ benefit: office, key: token, key_type: 'token', seats: 5 }],
    });
    await bringsIn(company, [`cloud,${office},5,seat,key,${lastDay}`], { ends: dayAhead(300) });
    const approver = company.at(platform, dana);
    [admin, holder] = [company.at(platform, ada), company.at(platform, eve)];
    for (const who of [admin, holder, approver]) await who.asks('help');
    await holder.opensFormFor(office);
    await holder.fills({ Quantity: '5', Reason: 'The new team' }, 'Request');
    await holder.closesWindow();
    await approver.sees(`Eve Employee asks for ${office}`);
    await approver.presses('Approve', 'Eve Employee');
    await holder.sees(`${office} is yours`);
  });
  afterAll(() => company.close());

  const toldOf = (who: Somebody) => who.messages().filter((message) => message.includes(over));

  test('before it is over, the warning has the way to the key in it', async () => {
    await company.moveTime(7 * day);
    await holder.sees(/have not looked at its key yet[\s\S]*Show key/);
  });

  test('once it is over, the holder and the admins are told, by name', async () => {
    await company.moveTime(2 * day);
    await holder.sees(`It had to be activated by ${inWords(lastDay)}. You had not looked at its key`);
    await admin.sees(`${office} (key not looked at by Eve Employee)`);
    expect(toldOf(holder).join()).toContain('Return');
  });

  test('and never again', async () => {
    await company.moveTime(30 * day);
    await admin.asks('help');
    for (const who of [holder, admin]) expect(toldOf(who)).toHaveLength(1);
  });

  test('the list and the window with the key say that the day is over, and nobody has redeemed anything', async () => {
    expect(await holder.asks('mine', office)).toContain(`not activated by ${inWords(lastDay)}`);
    await holder.presses('Show key');
    const window = await holder.sees(token);
    expect(window).toContain(`It had to be activated by ${inWords(lastDay)}`);
    expect(window).not.toContain('Redeem it by');
    await holder.closesWindow();
    // Whoever looks now has not redeemed it either: it ends with everything else.
    expect(await admin.asks('calendar', 'Grace time ends')).not.toContain('Cloud subscription ends');
    for (const who of [holder, admin]) expect(who.complaints()).toEqual([]);
  });
});
