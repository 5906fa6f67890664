import { removedKey } from '../../src/core/key-text';
import { findCanary } from '../support/canary';
import { type Company, openCompany } from '../support/company';
import { ada, dana, eve } from '../support/people';
import { canary } from '../support/sample';

const visio = 'Visio Professional 2024';
const broken = 'This key does not work';

/** The bot said nothing of the key, and keeps nothing of it. What people type stands in their own chat, whatever the bot does. */
async function onlyItsWriterHasIt({ slack, teams, database, log }: Company): Promise<void> {
  for (const ledger of [slack.ledger, teams.ledger]) {
    const said = ledger.entries.filter(({ direction }) => direction === 'from-bot');
    expect(JSON.stringify(said)).not.toMatch(/FAKE7|fake7/);
    ledger.clear();
  }
  expect(await findCanary({ url: database.url, slack, teams, log: log() })).toEqual([]);
}

/** Whoever writes a key into a text for others has not shown it to them. */
describe.each(['slack', 'teams'] as const)('in %s', (platform) => {
  let company: Company;
  afterEach(() => company.close());

  test('a key in the reason of a request and of a report is seen by nobody', async () => {
    company = await openCompany();
    const holder = company.at(platform, eve);
    const approver = company.at(platform, dana);
    const admin = company.at(platform, ada);
    for (const one of [approver, admin]) await one.asks('help');

    await holder.opensFormFor('visio');
    await holder.fills({ Reason: `Instead of ${canary}, please` }, 'Request');
    await holder.sees(`You asked for ${visio}`);
    await holder.closesWindow();
    const asked = await approver.sees(`${eve.name} asks for ${visio}`);
    expect(asked).toContain(`Instead of ${removedKey}, please`);
    await approver.presses('Approve', eve.name);
    await holder.sees(`${visio} is yours`);

    await holder.presses('Show key');
    await holder.sees(broken);
    await holder.presses(broken);
    await holder.sees('An admin looks into your key');
    await holder.fills({ Reason: `${canary.toLowerCase().replaceAll('-', ' ')}: refused` }, broken);
    await holder.sees(/Another key|There is no other key/);
    while (holder.window()) await holder.closesWindow();
    expect(await admin.sees(`${removedKey}: refused`)).toContain(visio);
    await onlyItsWriterHasIt(company);
  });

  test('a key among words that are typed to the bot is not echoed', async () => {
    company = await openCompany();
    const admin = company.at(platform, ada);
    for (const words of [
      canary,
      `my key is ${canary}`,
      `request ${canary}`,
      `assign visio to ${canary}`,
      `reassign visio from ${canary} to Mei`,
      `remove visio from ${canary.replaceAll('-', '')}`,
    ])
      expect(await admin.asks(words)).not.toContain('FAKE7');
    await onlyItsWriterHasIt(company);
  });
});
