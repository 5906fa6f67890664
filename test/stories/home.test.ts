import { readView } from '../../playground/slack';
import { connect } from '../../src/store/database';
import { openStore } from '../../src/store/open';
import { openVault } from '../../src/store/vault';
import { type Company, openCompany, wrappingKey } from '../support/company';
import { ada, dana, eve, omar } from '../support/people';

/** The Home tab of Slack: everything that matters to somebody on one page, which is true without being opened again. */
describe('the Home tab in Slack', () => {
  let company: Company;
  beforeAll(async () => {
    company = await openCompany();
  });
  afterAll(() => company.close());

  const page = (user: string) => {
    const view = company.slack.home(user);
    return view ? readView(view) : '';
  };
  const shows = (user: string, what: string | RegExp) =>
    company.slack.until(`the page shows ${what}`, () => {
      const text = page(user);
      return (typeof what === 'string' ? text.includes(what) : what.test(text)) && text;
    });
  const open = async (user: string) => {
    await company.slack.openHome(user);
    return shows(user, 'Your benefits');
  };
  const press = (user: string, label: string, near?: string) =>
    company.slack.press(user, company.slack.home(user)?.id as string, { label, ...(near && { near }) });

  test('shows somebody new that they hold nothing, and the catalogue', async () => {
    const text = await open(eve.slackId);
    expect(text).toContain('You hold nothing yet.');
    expect(text).toContain('Visio Professional 2024');
    expect(text).not.toContain('What waits for you');
    expect(text).not.toContain('Tasks for the admins');
  });

  test('an approver sees what waits, an admin what is to be done and what lapses', async () => {
    expect(await open(dana.slackId)).toMatch(/What waits for you[\s\S]*Nothing waits for you\./);
    const admins = await open(ada.slackId);
    for (const part of ['Tasks for the admins', 'There is nothing to do.', 'What lapses next', 'Stock'])
      expect(admins).toContain(part);
    expect(admins).toMatch(/The last 30 days[\s\S]*Asked for:\s+0\b/);
  });

  test('finds what is typed into its field, and everything when that is empty', async () => {
    const view = () => company.slack.home(eve.slackId)?.id as string;
    await company.slack.press(eve.slackId, view(), { action_id: 'value', block_id: 'search' }, 'vizio');
    const found = await shows(eve.slackId, '1 benefit fits “vizio”');
    expect(found).toContain('Visio Professional 2024');
    expect(found).not.toContain('Windows Server');
    await company.slack.press(eve.slackId, view(), { action_id: 'value', block_id: 'search' }, '');
    expect(await shows(eve.slackId, 'Windows Server')).not.toContain('“vizio”');
  });

  test('a request made from it stands on it, and on the page of whoever decides, without anybody opening it again', async () => {
    await press(eve.slackId, 'Request', 'Visio Professional 2024');
    const her = company.at('slack', eve);
    await her.fills({ Reason: 'For the drawings' }, 'Request');
    await her.sees('You asked for Visio Professional 2024');
    await her.closesWindow();
    await shows(eve.slackId, /Your open requests[\s\S]*Visio Professional 2024[\s\S]*Waits for/);
    await shows(dana.slackId, /What waits for you[\s\S]*Eve Employee asks for Visio Professional 2024/);
  });

  test('what waits is decided from it, and then the asker’s page shows the key’s button', async () => {
    await press(dana.slackId, 'Open', 'Eve Employee asks for Visio Professional 2024');
    const him = company.at('slack', dana);
    await him.sees('Left after this');
    await him.presses('Approve');
    await shows(dana.slackId, 'Nothing waits for you.');
    const hers = await shows(eve.slackId, /What you hold[\s\S]*approved by Dana Decider/);
    expect(hers).not.toContain('Your open requests');
    await press(eve.slackId, 'Show key', 'Visio Professional 2024');
    const her = company.at('slack', eve);
    await her.sees('Your key');
    expect(page(eve.slackId)).not.toMatch(/FAKE/);
    await her.closesWindow();
  });

  test('the numbers on an admin’s page are true without opening it again, and lead to the whole report', async () => {
    await company.moveTime(3 * 60_000);
    await shows(ada.slackId, /The last 30 days[\s\S]*Asked for:\s+1\b[\s\S]*From asking to having:\s+\d/);
    await press(ada.slackId, 'Report');
    const admin = company.at('slack', ada);
    expect(await admin.sees('How much is in use')).toContain('Who answers how fast');
    await admin.closesWindow();
  });

  test('where somebody last spoke stays where they are told: a page that is drawn anew is no word of theirs', async () => {
    const elsewhere = company.at('teams', dana);
    await elsewhere.asks('queue');
    const inSlack = company.slack.messages(dana.slackId).length;
    const asking = company.at('teams', omar);
    await asking.opensFormFor('visio');
    await asking.fills({ Reason: 'For the lab' }, 'Request');
    await elsewhere.sees('Omar Okay asks for Visio Professional 2024');
    await shows(dana.slackId, 'Omar Okay asks for Visio Professional 2024');
    expect(company.slack.messages(dana.slackId)).toHaveLength(inSlack);
  });

  test('of somebody who is forgotten nothing stands there any more: their page is emptied, those of others are drawn anew', async () => {
    await open(omar.slackId);
    const sql = connect(company.database.url, 'unhurried', 1);
    const key = Buffer.from(wrappingKey.slice(2), 'base64');
    const { ledger } = openStore(sql, await openVault(sql, new Map([[1, key]]), new Date()), new Set());
    const { id } = await sql('people').where({ email: omar.email }).first('id');
    await ledger.forget(id, undefined, new Date());
    expect(await shows(omar.slackId, 'Nothing is kept about you here')).not.toContain('Visio');
    await sql.destroy();
    await company.slack.until('Dana’s page without him', () => !page(dana.slackId).includes('Omar Okay'));
    expect(page(dana.slackId)).toContain('What waits for you');
  });

  test('a stranger reads one sentence', async () => {
    company.slack.addPerson({ ...strangersFace });
    await company.slack.openHome(strangersFace.id);
    await company.slack.until('a sentence', () => page(strangersFace.id));
    expect(page(strangersFace.id)).toContain('I only serve members of this company');
    expect(page(strangersFace.id)).not.toContain('Visio');
  });

  test('nothing went wrong', () => {
    expect(company.log()).not.toMatch(/slack-answer-not-taken|slack-home-not-drawn|turn-failed/);
  });
});

const strangersFace = {
  id: 'U0GUEST9',
  name: 'guest9',
  realName: 'Guest Nine',
  email: 'g9@x.example',
  is_restricted: true,
};
