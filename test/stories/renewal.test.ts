import { type Company, openCompany } from '../support/company';
import { bringsIn, dayAhead, inWords } from '../support/membership-file';
import { ada, dana, eve, omar } from '../support/people';
import type { Somebody } from '../support/somebody';

const day = 86_400_000;
const visio = 'software,Visio Professional 2024,2,licence,key,';
const cal = 'software,Windows Server CAL,10,CAL,none,';
const copilot = 'cloud,GitHub Copilot,3,seat,assign,';
const sample = {
  benefits: [
    {
      category: 'software',
      benefit: 'Visio Professional 2024',
      quantity: 2,
      unit: 'licence',
      delivery: 'key',
    },
    { category: 'software', benefit: 'Windows Server CAL', quantity: 10, unit: 'CAL', delivery: 'none' },
  ],
  keys: [
    { benefit: 'Visio Professional 2024', key: 'VSWPR-FAKE2-9QK7M-C3XJT-4HRBD', key_type: 'retail' },
    { benefit: 'Visio Professional 2024', key: 'VSWPR-FAKE3-9QK7M-C3XJT-4HRBD', key_type: 'retail' },
  ],
};

describe.each(['slack', 'teams'] as const)('a renewal, in %s', (platform) => {
  let company: Company;
  let admin: Somebody;
  let holder: Somebody;
  let other: Somebody;
  let approver: Somebody;
  const ends = dayAhead(10);
  const starts = dayAhead(11);
  const nextEnds = dayAhead(375);

  async function gets(who: Somebody) {
    await who.opensFormFor('visio');
    await who.fills({ Reason: 'Diagrams' }, 'Request');
    await who.closesWindow();
    await approver.sees(`${who.figure.name} asks for`);
    await approver.presses('Approve', who.figure.name);
    await who.sees('Visio Professional 2024 is yours');
  }

  beforeAll(async () => {
    company = await openCompany(sample);
    await bringsIn(company, [visio, cal], { ends });
    [admin, holder, other, approver] = [
      company.at(platform, ada),
      company.at(platform, eve),
      company.at(platform, omar),
      company.at(platform, dana),
    ];
    for (const who of [admin, holder, other, approver]) await who.says('help');
    await gets(holder);
    await gets(other);
  });
  afterAll(() => company.close());

  test('one whose allocation is smaller than what people hold is refused, and names them', async () => {
    const smaller = visio.replace(',2,', ',1,');
    await expect(
      bringsIn(company, [smaller, copilot], { starts, ends: nextEnds, renews: true }),
    ).rejects.toThrow(
      'Line 2: 2 of this benefit are held (by Eve Employee, Omar Okay), so its quantity cannot become 1.',
    );
    expect(await admin.asks('calendar')).toContain(inWords(ends));
  });

  test('carries over who holds what, and says so', async () => {
    const said = await bringsIn(company, [visio, copilot], { starts, ends: nextEnds, renews: true });
    expect(said).toMatch(/renewed/);
    expect(said).toMatch(/No longer part of the package:\n {2}Windows Server CAL/);
    expect(said).toMatch(/Carried over:\n {2}Visio Professional 2024: 2/);
    const calendar = await admin.asks('calendar');
    expect(calendar).toContain(`${inWords(nextEnds)} · Package ends`);
    expect(calendar).not.toContain(inWords(ends));
  });

  test('in what is left of the old term, and in the new one, all goes on', async () => {
    await holder.asks('show copilot', '3 of 3');
    await company.moveTime(45 * day);
    await holder.types('mine');
    await holder.presses('Show key');
    expect(await holder.sees('Your key')).toMatch(/VSWPR-FAKE\d/);
    await holder.closesWindow();
    await other.types('mine');
    await other.sees('Visio Professional 2024');
  });

  test('what the new term lacks is not given any more, and the refusal says since when', async () => {
    await holder.types('request CAL');
    await holder.sees(`no longer part of the membership since ${inWords(starts)}`);
    for (const who of [admin, holder, other]) expect(who.complaints()).toEqual([]);
  });

  test('the warnings begin afresh with the new dates', async () => {
    await company.moveTime((315 - 45) * day);
    await holder.sees(`Partner Success Core ends on ${inWords(nextEnds)}, in 60 days.`);
    await admin.sees(`${inWords(nextEnds)} · Package ends`);
  });
});
