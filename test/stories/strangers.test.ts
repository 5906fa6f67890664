import { type Company, openCompany } from '../support/company';
import { ada, dana, eve } from '../support/people';
import type { Somebody } from '../support/somebody';

describe.each(['slack', 'teams'] as const)('in %s', (platform) => {
  let company: Company;
  beforeEach(async () => {
    company = await openCompany();
  });
  afterEach(() => company.close());

  const become = (change: 'guest' | 'gone') => {
    if (platform === 'slack')
      company.slack.change(eve.slackId, change === 'guest' ? { is_restricted: true } : { is_stranger: true });
    else {
      const person = company.teams.person(eve.teamsId);
      if (change === 'guest') person.userRole = 'guest';
      else person.inRoster = false;
    }
  };

  test.each(['guest', 'gone'] as const)(
    'somebody who is a %s gets one polite card and nothing else',
    async (change) => {
      become(change);
      const stranger = company.at(platform, eve);
      await stranger.types('list');
      const screen = await stranger.sees('I only serve members of this company');
      expect(screen).not.toContain('Visio');
    },
  );

  test('an approver who lost the role between the card and the press decides nothing', async () => {
    const [employee, approver]: [Somebody, Somebody] = [
      company.at(platform, eve),
      company.at(platform, dana),
    ];
    await approver.says('help');
    await employee.opensFormFor('visio');
    await employee.fills({ Reason: 'Diagrams' }, 'Request');
    await approver.sees('Eve Employee asks for Visio Professional 2024');
    await demote(company, dana.email);
    await approver.presses('Approve');
    await approver.sees('Only an approver can decide this.');
    await employee.closesWindow();
    await employee.types('requests');
    await employee.sees('Waits for');
  });

  test('a directory that does not answer refuses a decision, and says so', async () => {
    const [employee, approver]: [Somebody, Somebody] = [
      company.at(platform, eve),
      company.at(platform, dana),
    ];
    await approver.says('help');
    await employee.opensFormFor('visio');
    await employee.fills({ Reason: 'Diagrams' }, 'Request');
    await approver.sees('Eve Employee asks for Visio Professional 2024');
    if (platform === 'slack')
      company.slack.faults.every((call) => (call.method === 'users.info' ? { status: 503 } : undefined));
    else company.teams.faults.push((call) => (call.operation === 'member' ? { status: 503 } : undefined));
    await approver.presses('Approve');
    await approver.sees('I could not check who you are just now, so nothing was done.');
  });

  test('Show key of somebody else’s key is refused', async () => {
    const [employee, approver, admin] = [eve, dana, ada].map((one) => company.at(platform, one)) as [
      Somebody,
      Somebody,
      Somebody,
    ];
    await approver.says('help');
    await admin.says('help');
    await employee.opensFormFor('visio');
    await employee.fills({ Reason: 'Diagrams' }, 'Request');
    await employee.closesWindow();
    await approver.sees('Eve Employee asks for Visio Professional 2024');
    await approver.presses('Approve');
    await employee.sees('Visio Professional 2024 is yours');
    const pressed = await pressAsSomebodyElse(company, platform);
    expect(pressed).toContain('This key belongs to somebody else');
    expect(pressed).not.toMatch(/FAKE/);
  });
});

async function demote(company: Company, email: string): Promise<void> {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: company.database.url });
  await client.connect();
  await client.query(`update people set role = 'employee' where email = $1`, [email]);
  await client.end();
}

/** The press of Eve's button, exactly as she would send it, but by the admin: only the verified sender differs. */
async function pressAsSomebodyElse(company: Company, platform: 'slack' | 'teams'): Promise<string> {
  const admin = company.at(platform, ada);
  const copy = { label: 'Show key' };
  if (platform === 'slack') {
    const source = company.slack.messages(eve.slackId).find(({ reading }) => reading.includes('is yours'));
    const target = company.slack.messages(ada.slackId).at(-1);
    if (!source || !target) throw new Error('no message to press');
    target.blocks.push(...source.blocks);
    await company.slack.press(ada.slackId, target, copy);
    return admin.sees('belongs to somebody else');
  }
  const source = company.teams.messages(company.teams.person(eve.teamsId)).at(-1);
  const own = company.teams.chat(company.teams.person(ada.teamsId)).messages.at(-1);
  if (!source || !own) throw new Error('no message to press');
  own.cards = source.cards;
  await company.teams.press(company.teams.person(ada.teamsId), own, copy);
  return admin.sees('belongs to somebody else');
}
