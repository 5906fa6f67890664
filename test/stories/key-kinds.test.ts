import { type Company, openCompany } from '../support/company';
import { ada, dana, eve, omar } from '../support/people';
import type { Sample, SampleBenefit } from '../support/sample';
import type { Somebody } from '../support/somebody';

const software = (benefit: string, more: Partial<SampleBenefit> = {}): SampleBenefit => ({
  category: 'software',
  benefit,
  quantity: 5,
  unit: 'licence',
  delivery: 'key',
  ...more,
});
const project = { name: 'Project Professional 2024', key: 'PRJCT-FAKE2-9QK7M-C3XJT-4HRBD' };
const windows = { name: 'Windows 11 Enterprise', key: 'WNDWS-FAKE2-9QK7M-C3XJT-4HRBD' };
const sql = { name: 'SQL Server 2022 Developer', key: 'SQLDV-FAKE2-9QK7M-C3XJT-4HRBD' };
const custom = {
  name: 'Azure DevOps Server',
  key: 'Sign in with your work account; the product asks for nothing else.',
};
const server = { name: 'Exchange Server 2019', key: 'EXCHG-FAKE2-9QK7M-C3XJT-4HRBD' };
const cal = 'Windows Server CAL';

/** One benefit of each kind. There is room in every allocation: what runs out are the keys. */
const sample: Sample = {
  benefits: [
    software(project.name),
    software(windows.name),
    software(sql.name),
    software(custom.name),
    software(server.name, {
      languages: 'English; Chinese (Traditional)',
      systems: 'x64; arm64',
      download_url: 'https://download.contoso.example/exchange/{language}/{system}.iso',
    }),
    software(cal, { unit: 'CAL', delivery: 'none' }),
  ],
  keys: [
    { benefit: project.name, key: project.key, key_type: 'retail', seats: 2 },
    { benefit: windows.name, key: windows.key, key_type: 'mak', seats: 2 },
    { benefit: sql.name, key: sql.key, key_type: 'static' },
    { benefit: custom.name, key: custom.key, key_type: 'custom' },
    { benefit: server.name, key: server.key, key_type: 'retail' },
  ],
};

/** In Slack the windows lie over each other. */
async function closesAll(who: Somebody): Promise<void> {
  while (who.window()) await who.closesWindow();
}

describe.each(['slack', 'teams'] as const)('in %s', (platform) => {
  let company: Company;
  let people: [Somebody, Somebody, Somebody];
  let approver: Somebody;

  beforeAll(async () => {
    company = await openCompany(sample);
    people = [eve, omar, ada].map((one) => company.at(platform, one)) as [Somebody, Somebody, Somebody];
    approver = company.at(platform, dana);
    for (const one of [approver, ...people]) await one.asks('help');
  });
  afterAll(() => company.close());

  async function asksAndIsApproved(who: Somebody, benefit: string, values: Record<string, string> = {}) {
    await who.opensFormFor(benefit);
    await who.fills({ Reason: 'For the client project', ...values }, 'Request');
    await who.sees(`You asked for ${benefit}`);
    await closesAll(who);
    await approver.sees(`${who.figure.name} asks for ${benefit}`);
    await approver.presses('Approve', `${who.figure.name} asks for ${benefit}`);
    await who.sees(new RegExp(`${benefit} is (yours|approved)`));
  }

  /** What the window shows with the key, which stands nowhere else. */
  async function opens(who: Somebody, { name, key }: { name: string; key: string }): Promise<string> {
    await who.presses('Show key', `${name} is yours`);
    const window = await who.sees(key);
    await closesAll(who);
    expect(who.messages().join()).not.toContain(key);
    return window;
  }

  /** What the window in front was sent as. */
  const linksOf = ({ figure }: Somebody): string =>
    JSON.stringify(
      platform === 'slack'
        ? company.slack.views(figure.slackId)
        : company.teams.dialog(company.teams.person(figure.teamsId)),
    );

  test('a retail key of two seats serves two people, and says that its activations are few', async () => {
    const [first, second, third] = people;
    for (const one of [first, second]) {
      await asksAndIsApproved(one, project.name);
      expect(await opens(one, project)).toContain('activated a few times only');
    }
    await asksAndIsApproved(third, project.name);
    await third.sees(`${project.name} is approved; on the waiting list`);
    expect(third.messages().join()).not.toContain(`${project.name} is yours`);
  });

  test('a MAK of two activations is never given a third time', async () => {
    const [first, second, third] = people;
    for (const one of [first, second]) {
      await asksAndIsApproved(one, windows.name);
      expect(await opens(one, windows)).toContain('Microsoft never grants more');
    }
    await asksAndIsApproved(third, windows.name);
    await third.sees(`${windows.name} is approved; on the waiting list`);
    await third.asks('show windows 11', '0 of 5 left');
  });

  test('a static key is the same for all, and is not used up', async () => {
    for (const one of people) {
      await asksAndIsApproved(one, sql.name);
      expect(await opens(one, sql)).toContain('the same for everybody in the company');
    }
    const [first] = people;
    await first.asks('show sql server', '2 of 5 left');
  });

  test('a custom key is an instruction in place of a key', async () => {
    const [holder] = people;
    await asksAndIsApproved(holder, custom.name);
    const window = await opens(holder, custom);
    expect(window).toContain('Instead of a key');
    expect(window).not.toContain('Product key');
  });

  test('language and operating system are chosen, and the right download is shown', async () => {
    const [holder] = people;
    await asksAndIsApproved(holder, server.name, {
      Language: 'Chinese (Traditional)',
      'Operating system': 'arm64',
    });
    await holder.presses('Show key', `${server.name} is yours`);
    expect(await holder.sees(server.key)).toContain('Download: Chinese (Traditional), arm64');
    expect(linksOf(holder)).toContain(
      'https://download.contoso.example/exchange/Chinese%20(Traditional)/arm64.iso',
    );
    await closesAll(holder);
  });

  test('CALs have no key: an admin has a task', async () => {
    const [holder, , admin] = people;
    await asksAndIsApproved(holder, cal, { Quantity: '3' });
    await admin.sees(new RegExp(`${cal}.*Eve Employee`));
    expect(holder.messages().at(-1)).not.toContain('Show key');
  });

  test('a shared key that does not work stays, and an admin has a task', async () => {
    const [holder, , admin] = people;
    await holder.presses('Show key', `${sql.name} is yours`);
    await holder.sees(sql.key);
    await holder.presses('This key does not work');
    await holder.sees('An admin looks into your key');
    await holder.fills({ Reason: 'Setup says it is not valid' }, 'This key does not work');
    await holder.sees('Everybody in the company uses this key');
    await closesAll(holder);
    await opens(holder, sql);
    await admin.sees('Setup says it is not valid');
  });

  test('nothing went wrong in any client', () => {
    for (const one of [approver, ...people]) expect(one.complaints()).toEqual([]);
  });
});
