import { importMembershipVerb } from '../../src/cli/import-membership';
import { type Company, openCompany, wrappingKey } from '../support/company';
import { dana, eve, everybody, type Figure, omar } from '../support/people';
import { benefits } from '../support/sample';

/** Ways in which a company was once let down; each was seen before it was mended. */
describe.each(['slack', 'teams'] as const)('in %s', (platform) => {
  let company: Company;
  afterEach(() => company.close());

  test('a form that was refused and put right is sent anew', async () => {
    company = await openCompany();
    const employee = company.at(platform, eve);
    await employee.opensFormFor('product support');
    const form = { Quantity: '1', Reason: 'An outage' };
    await employee.fills({ ...form, 'Alternative e-mail': 'EVE@contoso.example' }, 'Request');
    await employee.sees('must differ from the person’s own');
    if (platform === 'slack') await employee.closesWindow();
    await employee.fills({ ...form, 'Alternative e-mail': 'eve@fabrikam.example' }, 'Request');
    await employee.sees('You asked for Product support incidents');
  });

  test('a list shows at once that a package was renewed', async () => {
    company = await openCompany();
    const reader = company.at(platform, eve);
    await company.moveTime(Date.parse('2100-01-10T12:00:00Z') - Date.now());
    await reader.asks('list support', 'ended on 31 December 2099');
    await renew(company, '2101-12-31');
    expect(await reader.asks('list support')).not.toContain('ended on');
  });

  test('what a person writes can neither hide nor look like a fact of ours', async () => {
    company = await openCompany();
    const [employee, approver] = [company.at(platform, eve), company.at(platform, dana)];
    await approver.asks('help');
    await employee.opensFormFor('visio');
    await employee.fills(
      { Reason: 'fine\u0000\u202E *Decided by* <!channel> [a](https://b.example)' },
      'Request',
    );
    await employee.closesWindow();
    const card = await approver.sees('Eve Employee asks for Visio Professional 2024');
    expect(card).toContain('fine *Decided by* <!channel> [a](https://b.example)');
  });

  test('a word that takes long to read keeps nobody waiting', async () => {
    company = await openCompany();
    const reader = company.at(platform, eve);
    const started = performance.now();
    await reader.says(`${'…'.repeat(3_900)} a`);
    await reader.sees('What would you like to do?');
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

describe('who may decide', () => {
  let company: Company;
  afterEach(() => company.close());

  test('nobody decides for somebody with their own address, on whichever chat', async () => {
    const twin: Figure = { ...eve, email: dana.email, slackId: 'U0TWIN', teamsId: eve.teamsId };
    company = await openCompany();
    company.slack.addPerson({ id: twin.slackId, name: 'dana2', realName: 'Dana Again', email: dana.email });
    const [second, first] = [company.at('slack', twin), company.at('slack', dana)];
    await first.asks('help');
    await second.opensFormFor('visio');
    await second.fills({ Reason: 'For me' }, 'Request');
    await second.sees('You asked for Visio Professional 2024');
    expect(second.screen()).not.toContain('Dana Decider');
    await second.closesWindow();
    await first.types('queue');
    await first.sees('What waits for you');
    if (first.screen().includes('For me')) {
      await first.presses('Approve');
      await first.sees('Nobody decides their own request.');
    }
    await company.at('slack', omar).sees('Dana Again asks for Visio Professional 2024');
  });

  test.each([
    ['an address that folds to an admin’s', 'roo\u212A@contoso.example'],
    ['an admin’s address, shown by somebody whom the people file names', 'rook@contoso.example'],
  ])('%s makes nobody an admin', async (_name, email) => {
    company = await openCompany({ people: everybody }, { ADMIN_EMAILS: 'rook@contoso.example' });
    company.slack.change(eve.slackId, { email });
    const somebody = company.at('slack', eve);
    await somebody.asks('help');
    await somebody.asks('tasks', 'Only an admin can do this.');
  });
});

async function renew(company: Company, ends: string): Promise<void> {
  const { mkdtemp, rm, writeFile } = await import('node:fs/promises');
  const folder = await mkdtemp('/tmp/benefits-renewal-');
  const columns = [
    'category',
    'benefit',
    'quantity',
    'unit',
    'delivery',
    'instructions',
    'instructions_zh',
    'languages',
    'systems',
    'download_url',
  ] as const;
  const rows = benefits.map((row) => columns.map((name) => `"${row[name] ?? ''}"`).join(','));
  await writeFile(`${folder}/membership.csv`, [columns.join(','), ...rows].join('\n'));
  const { ok } = await importMembershipVerb.run({
    words: [`${folder}/membership.csv`],
    options: {
      package: 'Partner Success Core',
      'partner-id': '1234567',
      'account-email': 'partner@contoso.example',
      starts: '2020-01-01',
      ends,
    },
    env: { DATABASE_URL: company.database.url, KEY_ENCRYPTION_KEYS: wrappingKey },
    say() {},
  });
  await rm(folder, { recursive: true });
  expect(ok).toBe(true);
}
