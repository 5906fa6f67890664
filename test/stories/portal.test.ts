import { type Company, openCompany } from '../support/company';
import { ada, dana, eve, mei, omar } from '../support/people';
import { bringsInExport } from '../support/portal-export';
import type { Somebody } from '../support/somebody';

const studio = 'Visual Studio Enterprise Subscription';
const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const today = new Date().toISOString().slice(0, 10);
const gus = { name: 'Gus Gone', email: 'gus@contoso.example' };

describe.each(['slack', 'teams'] as const)('an export of Microsoft’s portal, in %s', (platform) => {
  let company: Company;
  let admin: Somebody;
  let holder: Somebody;
  let approver: Somebody;
  beforeAll(async () => {
    company = await openCompany();
    [admin, holder, approver] = [
      company.at(platform, ada),
      company.at(platform, eve),
      company.at(platform, dana),
    ];
    for (const who of [admin, holder, approver]) await who.says('help');
    // Mei is given one here that nobody assigns in the portal.
    const words = `assign ${studio} to ${mei.email}`;
    if (platform === 'slack') await admin.types(words);
    else {
      await admin.asks(words, '[Assign]');
      await admin.presses('Assign');
    }
    await admin.fills({ Reason: 'New in the team' }, 'Assign');
    await admin.closesWindow();
    await admin.sees(`Set up ${studio} for Mei Lin`);
    await admin.presses('Done', `Set up ${studio} for Mei Lin`);
    await admin.fills({ Evidence: 'Order 17' }, 'Done');
    await admin.closesWindow();
    const brought = await bringsInExport(company, [eve, gus], yesterday);
    expect(brought).toMatchObject({ rows: 2, new: 3, same: 0, known: false });
  });
  afterAll(() => company.close());

  const cards = (title: string) => admin.messages().filter((text) => text.includes(title));
  const meis = `Mei Lin holds ${studio} here, and does not have it in the portal`;
  const eves = `Eve Employee has ${studio} in the portal, and not here`;
  const gone = `Gus Gone is gone, and still has ${studio} in the portal`;

  test('every difference is a card, and what is assigned there is noted down here', async () => {
    for (const title of [meis, eves, gone]) await admin.sees(title);
    await admin.presses('Agree', eves);
    await admin.sees(/Noted down here by Ada Admin/);
    const told = await holder.sees(`${studio} is yours`);
    expect(told).toContain(`From the portal's export of ${yesterday}: assigned there on 2026-06-01`);
    expect(await holder.asks('mine', 'What you hold')).toContain(studio);
  });

  test('what has to be done there says how, and waits for a newer export', async () => {
    await admin.presses('Agree', gone);
    const card = await admin.sees(/Agreed by Ada Admin/);
    expect(card).toContain('1. Open the portal and search for the address below.');
    expect(card).toContain('gus@contoso.example');
  });

  test('one that is as it should be is left, with a reason', async () => {
    await admin.presses('Leave as it is', meis);
    await admin.fills({ Reason: 'She moves next week' }, 'Leave as it is');
    await admin.closesWindow();
    await admin.sees(/Left as it is by Ada Admin/);
  });

  test('the same export again makes no second card; an older one is refused', async () => {
    const again = await bringsInExport(company, [eve, gus], yesterday);
    expect(again).toMatchObject({ known: true, new: 0, changed: 0 });
    await expect(bringsInExport(company, [], '2026-01-01')).rejects.toThrow(
      /was read already, and this one is of 2026-01-01/,
    );
    for (const title of [meis, eves, gone]) expect(cards(title)).toHaveLength(1);
  });

  test('a newer export closes what was mended there, and asks nobody again about what was left', async () => {
    const newer = await bringsInExport(company, [eve], today);
    expect(newer).toMatchObject({ new: 0, changed: 1, standing: 1, same: 1 });
    await admin.sees('Over: the export of');
    expect(await admin.asks('differences')).toContain('the portal and this ledger say the same');
    expect(cards(meis)).toHaveLength(1);
  });

  test('many at once are one card with the way to all of them', async () => {
    const crowd = Array.from({ length: 7 }, (_, at) => ({
      name: `Nobody ${at}`,
      email: `nobody${at}@contoso.example`,
    }));
    const { new: found } = await bringsInExport(company, [eve, ...crowd], today);
    // Seven whom nobody knows, and more than the package holds.
    expect(found).toBe(8);
    await admin.sees('Microsoft’s portal differs in 8 places');
    expect(cards('Nobody 3 is gone')).toHaveLength(0);
    await admin.presses('Show them', 'differs in 8 places');
    await admin.sees('Nobody 3 is gone');
    await admin.presses('Open', 'Nobody 3 is gone');
    await admin.sees('known to nobody here');
  });

  test('nobody but an admin sees them', async () => {
    await approver.asks('differences', 'Only an admin can do this.');
    await company.at(platform, omar).asks('differences', 'Only an admin can do this.');
  });
});
