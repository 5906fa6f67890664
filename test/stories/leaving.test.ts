import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importPeopleVerb } from '../../src/cli/import-people';
import { type Company, openCompany, wrappingKey } from '../support/company';
import { gets } from '../support/gets';
import { ada, dana, eve, everybody, type Figure, mei, omar } from '../support/people';
import type { Somebody } from '../support/somebody';

const visio: [string, string] = ['visio', 'Visio Professional 2024'];
const studio: [string, string] = ['visual studio enterprise', 'Visual Studio Enterprise Subscription'];
const server = 'Windows Server 2025 Standard';

/** The people file of today, imported as an admin would. */
async function importPeople(company: Company, people: Figure[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'benefits-people-'));
  try {
    const path = join(folder, 'people.csv');
    const rows = people.map(({ name, email, role, slackId, teamsId }) =>
      [name, email, role, '', '', slackId, teamsId].join(','),
    );
    await writeFile(path, ['name,email,role,manager_email,groups,slack_id,teams_id', ...rows].join('\n'));
    const env = { DATABASE_URL: company.database.url, KEY_ENCRYPTION_KEYS: wrappingKey };
    const { ok, text } = await importPeopleVerb.run({ words: [path], options: {}, env, say: () => {} });
    if (!ok) throw new Error(text);
    return text;
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe.each(['slack', 'teams'] as const)('in %s', (platform) => {
  let company: Company;
  let employee: Somebody;
  let approver: Somebody;
  let admin: Somebody;

  beforeEach(async () => {
    company = await openCompany();
    employee = company.at(platform, eve);
    approver = company.at(platform, dana);
    admin = company.at(platform, ada);
    for (const one of [employee, approver, admin]) await one.says('help');
  });
  afterEach(() => company.close());

  /** Eve has a key and a subscription, and waits for an answer about a third. */
  async function eveHasALot(): Promise<void> {
    await gets(employee, approver, visio);
    await gets(employee, approver, studio);
    await admin.sees(`Set up ${studio[1]} for Eve Employee`);
    await admin.presses('Done', `Set up ${studio[1]}`);
    await admin.fills({ Evidence: 'Subscription 4711' }, 'Done');
    await admin.closesWindow();
    await employee.sees(`${studio[1]} is yours`);
    await employee.opensFormFor('windows server 2025');
    await employee.fills(
      { Quantity: '4', Language: 'English', 'Operating system': 'x64', Reason: 'A build machine' },
      'Request',
    );
    await employee.sees(`You asked for ${server}`);
    await employee.closesWindow();
    await approver.sees(`Eve Employee asks for ${server}`);
  }

  /** The admin reads what came back, the approver's question is closed, and the key is there for the next one. */
  async function everythingCameBack(): Promise<void> {
    const summary = await admin.sees('Eve Employee has left');
    expect(summary).toContain(`${visio[1]} × 1: free at once`);
    expect(summary).toContain(`${studio[1]} × 1: to be removed in Partner Center`);
    expect(summary).toMatch(new RegExp(`Requests that were cancelled[\\s\\S]*${server}`));
    await admin.sees(`Remove ${studio[1]} from Eve Employee`);
    await approver.sees(new RegExp(`Eve Employee asks for ${server}[\\s\\S]*the person has left`));
    await admin.asks('list software', '2 of 2 left');
    const summaries = admin.messages().join('\n').split('Eve Employee has left').length - 1;
    expect(summaries).toBe(1);
  }

  test('whoever is not in the people file any more gives everything back', async () => {
    await eveHasALot();
    const report = await importPeople(company, [mei, dana, omar, ada]);
    expect(report).toMatch(/leaving\s+1/);
    expect(report).toContain('Eve Employee <eve@contoso.example>');
    await everythingCameBack();
    // Whoever only reads is looked up once a minute.
    await company.moveTime(61_000);
    await employee.types('mine');
    await employee.sees('I only serve members of this company');

    await importPeople(company, everybody);
    await employee.asks('mine', 'You hold nothing yet');
  });

  test('what somebody was waiting for in Partner Center is no task any more', async () => {
    await gets(employee, approver, studio);
    await admin.sees(`Set up ${studio[1]} for Eve Employee`);
    await admin.asks('list visual studio', '2 of 3 left');
    await importPeople(company, [mei, dana, omar, ada]);
    await admin.sees('Eve Employee has left');
    await admin.sees(/Set up Visual Studio[\s\S]*the person has left/);
    await admin.hasNoButton('Done', `Set up ${studio[1]}`);
    await admin.asks('list visual studio', '3 of 3 left');
    await admin.asks('tasks', 'There is nothing to do.');
  });

  test('whoever is deactivated in Slack gives everything back, whichever chat they used', async () => {
    await eveHasALot();
    await company.slack.deactivate(eve.slackId);
    await everythingCameBack();
    await admin.asks('what holds eve employee', 'Eve Employee has left, and holds nothing any more.');
  });

  test('whoever is no admin any more reads nothing of admins with their next word', async () => {
    await importPeople(company, everybody);
    await admin.asks('people', 'Eve Employee');
    await importPeople(
      company,
      everybody.map((one) =>
        one.name === ada.name
          ? { ...one, role: 'employee' }
          : one.name === omar.name
            ? { ...one, role: 'admin' }
            : one,
      ),
    );
    await admin.asks('people', 'Only an admin can do this.');
  });

  test('what waited for those who have left waits for those who decide now', async () => {
    await employee.opensFormFor('visio');
    await employee.fills({ Reason: 'Drawings' }, 'Request');
    await employee.sees(`You asked for ${visio[1]}`);
    await employee.closesWindow();
    await importPeople(company, [eve, mei, dana, ada]);
    await approver.sees(`Eve Employee asks for ${visio[1]}`);
    await importPeople(company, [eve, mei, ada]);
    const summary = await admin.sees('Dana Decider has left');
    expect(summary).toContain(`${visio[1]} for Eve Employee: now waits for Ada Admin`);
    await employee.asks('requests', 'Waits for Ada Admin');
    await admin.presses('Approve', `Eve Employee asks for ${visio[1]}`);
    await employee.sees(`${visio[1]} is yours`);
  });

  test('whom Slack took away is back when they speak again as a member', async () => {
    await company.slack.deactivate(eve.slackId);
    await company.slack.settled();
    await company.slack.reactivate(eve.slackId);
    await company.moveTime(3 * 60_000);
    const inSlack = company.at('slack', eve);
    if (platform === 'teams') {
      await employee.asks('mine', 'I only serve members of this company');
      await inSlack.types('mine');
      await inSlack.sees('You hold nothing yet');
    }
    await employee.asks('mine', 'You hold nothing yet');
    expect(await admin.sees('Eve Employee is back')).toContain('Their role is the one they had: Employee.');
  });
});
