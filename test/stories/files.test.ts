import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Company, openCompany } from '../support/company';
import { ada, dana, eve, everybody, type Figure, figure, omar } from '../support/people';
import { portalExport } from '../support/portal-export';
import type { Somebody } from '../support/somebody';

const exported = readFileSync(join(__dirname, '../imports/fixtures/export-2024.xml'));
/** So many that it would be odd if most of them left. */
const others = ['Uma One', 'Vic Two', 'Wes Three'].map((name, at) => figure(60 + at, name, 'employee'));
const wanda = figure(70, 'Wanda Watch', 'admin');
const zoe = figure(73, 'Zoe Zhou', 'admin', 'zh-TW');
const petra = figure(72, 'Petra Power', 'approver');
const mallory = figure(71, 'Mallory More', 'admin');
const peopleFile = (people: Figure[]) =>
  [
    'name,email,role,slack_id,teams_id',
    ...people.map(({ name, email, role, slackId, teamsId }) => [name, email, role, slackId, teamsId].join()),
  ].join('\n');
const studio = 'Visual Studio Enterprise Subscription';
/** A made-up key for the nth row of a file in one of the chats. */
const key = (platform: 'slack' | 'teams', nth: number) =>
  `${platform === 'slack' ? 'SLCKN' : 'TMSNN'}-FAKE${nth}-9QK7M-C3XJT-4HRBD`;
const keys = (key: string) =>
  `benefit,key,key_type,seats\nVisio Professional 2024,${key},retail,\nVisio Profesional 2024,GVNXY-FAKE3-9QK7M-C3XJT-4HRBD,retail,\nVisio Professional 2024,to be claimed,retail,\n`;

describe.each(['slack', 'teams'] as const)('a file given to the bot, in %s', (platform) => {
  let company: Company;
  let admin: Somebody;
  let employee: Somebody;
  beforeAll(async () => {
    company = await openCompany({ people: [...everybody, ...others, wanda, zoe, petra] });
    admin = company.at(platform, ada);
    employee = company.at(platform, eve);
    for (const who of [admin, employee]) await who.says('help');
  });
  afterAll(() => company.close());

  async function rows(text: string): Promise<number> {
    const client = new Client({ connectionString: company.database.url });
    await client.connect();
    const { rows } = await client.query(text);
    await client.end();
    return Number(rows[0].count);
  }
  const keysInStock = () => rows('select count(*) from product_keys');
  const keysOf = (benefit: string) =>
    rows(
      `select count(*) from product_keys join pool_benefits using (pool_id) join benefits b on b.id = benefit_id where b.name = '${benefit}'`,
    );
  const held = () => rows('select count(*) from held_files');
  /** What was answered to a form: in Slack in its window, in Teams on the card it was opened from, or below where that took long. */
  const inTheEnd = async (what: string): Promise<string> =>
    platform === 'slack'
      ? admin.sees(what)
      : company.teams.when(`the answer ${what}`, () => admin.messages().find((text) => text.includes(what)));
  /** How often a file was fetched so far. */
  const fetched = () =>
    platform === 'slack'
      ? company.slack.ledger.calls('files-pri').length
      : company.teams.ledger.entries.filter(({ kind }) => kind === 'file').length;

  test('keys: what it would do, line by line; nothing is written until Import', async () => {
    const before = await keysInStock();
    await admin.gives('more-keys.csv', keys('GVNXX-FAKE2-9QK7M-C3XJT-4HRBD'));
    const card = await admin.sees('more-keys.csv: this is what it would do');
    expect(card).toMatch(/Kind of file:?\s+Product keys/);
    expect(card).toMatch(/Rows read:?\s+3/);
    expect(card).toMatch(/New:?\s+1/);
    expect(card).toContain('Left out: a sentence, not a key · line 4');
    expect(card).toMatch(
      /Visio Profesional 2024\s+No benefit has the name · nearest: Visio Professional 2024 · line 3/,
    );
    expect(card).toContain('Please delete the file from this chat now');
    expect(await keysInStock()).toBe(before);
    expect(await held()).toBe(1);

    await admin.presses('Import', 'more-keys.csv: this is what it would do');
    await admin.sees('more-keys.csv was imported');
    expect(await keysInStock()).toBe(before + 1);
    expect(await held()).toBe(0);
  });

  const names = (...products: string[]) =>
    `benefit,key,key_type,seats\n${products.map((product, at) => `${product},${key(platform, at)},retail,`).join('\n')}\n`;

  test('a name that nobody knows: the admin says which benefit it means, and its keys are brought in', async () => {
    const before = await keysOf('Visio Professional 2024');
    await admin.gives('names.csv', names('Visio Professional 2024', 'Visio Pro', 'Something Else'));
    const asked = await admin.sees('names.csv: this is what it would do');
    expect(asked).toMatch(/New:?\s+1\s/);
    expect(asked).toMatch(/Without a benefit:?\s+2/);
    await admin.presses('Which benefit?', 'Visio Pro');
    await admin.sees('In the file it is called Visio Pro.');
    await admin.fills({ Benefit: 'Visio Professional 2024' }, 'This one');
    const now = await inTheEnd('means Visio Professional 2024');
    expect(now).toMatch(/New:?\s+2\s/);
    expect(now).toMatch(/Without a benefit:?\s+1/);
    // In Slack the window has it; the card below is older by now, and its Import shows the same before anything is done.
    if (platform === 'slack') {
      await admin.closesWindow();
      await admin.presses('Import', 'names.csv: this is what it would do');
      await admin.sees('means Visio Professional 2024');
    }
    expect(await keysOf('Visio Professional 2024')).toBe(before);
    const other = company.at(platform, wanda);
    await other.says('help');
    await admin.presses('Import', 'means Visio Professional 2024');
    expect(await admin.sees('names.csv was imported')).toContain('No benefit has the name: Something Else');
    expect(await keysOf('Visio Professional 2024')).toBe(before + 2);
    const told = await other.sees('Ada Admin imported names.csv');
    const [meant, got, left] = [
      'Keys go under a benefit of another name: Visio Pro → Visio Professional 2024',
      'New keys: Visio Professional 2024: 2',
      'No benefit has the name: Something Else',
    ].map((line) => told.lastIndexOf(line));
    expect(meant).toBeGreaterThan(-1);
    expect(got).toBeGreaterThan(meant as number);
    expect(left).toBeGreaterThan(got as number);
  });

  test('names that nobody knows: benefits are made for them when the admin says so, and not before Import', async () => {
    const fresh = `Brand New ${platform}`;
    await admin.gives('fresh.csv', names(fresh, fresh).replaceAll('9QK7M', '8QK7M'));
    await admin.sees('fresh.csv: this is what it would do');
    await admin.presses('Make them as new benefits', 'fresh.csv: this is what it would do');
    const card = await admin.sees('Benefits are made for all names that are left.');
    expect(card).toContain(`New benefit, with so many units: ${fresh}: 2`);
    expect(await rows(`select count(*) from benefits where name = '${fresh}'`)).toBe(0);
    await admin.presses('Import', 'fresh.csv: this is what it would do');
    await admin.sees('fresh.csv was imported');
    expect(await keysOf(fresh)).toBe(2);
    expect(await admin.asks(`show ${fresh}`, fresh)).toMatch(/2 of 2/);
  });

  test('keys that are known get no new benefit beside the one they have, and the card says which that is', async () => {
    const fresh = `Another Name ${platform}`;
    await admin.gives('first.csv', names('Visio Professional 2024').replaceAll('9QK7M', '7QK7M'));
    await admin.sees('first.csv: this is what it would do');
    await admin.presses('Import', 'first.csv: this is what it would do');
    await admin.sees('first.csv was imported');
    const before = await keysOf('Visio Professional 2024');
    await admin.gives('known.csv', names(fresh).replaceAll('9QK7M', '7QK7M'));
    await admin.sees('known.csv: this is what it would do');
    await admin.presses('Make them as new benefits', 'known.csv: this is what it would do');
    const card = await admin.sees(
      `stay under the benefit they have: ${fresh} → Visio Professional 2024 · line 2`,
    );
    expect(card.slice(card.lastIndexOf('known.csv: this'))).toContain('There is nothing to change.');
    expect(await keysOf('Visio Professional 2024')).toBe(before);
    expect(await rows(`select count(*) from benefits where name = '${fresh}'`)).toBe(0);
  });

  test('no benefit is made of a name that only looks like another, and the card says why', async () => {
    const odd = `W\u0456ndows ${platform}`;
    await admin.gives(
      'odd.xml',
      `<YourKey><Product_Key Name="${odd}"><Key ID="7" Type="Retail">${key(platform, 7)}</Key></Product_Key></YourKey>`,
    );
    await admin.sees('odd.xml: this is what it would do');
    await admin.presses('Make them as new benefits', 'odd.xml: this is what it would do');
    const card = await admin.sees('letters of two alphabets');
    expect(card.slice(card.lastIndexOf('odd.xml: this'))).toContain('There is nothing to change.');
    expect(await rows(`select count(*) from benefits where name = '${odd}'`)).toBe(0);
  });

  test('the same file again changes nothing, and there is nothing to press', async () => {
    await admin.gives('again.csv', keys('GVNXX-FAKE2-9QK7M-C3XJT-4HRBD'));
    const card = await admin.sees('again.csv: this is what it would do');
    expect(card.slice(card.lastIndexOf('again.csv: this'))).toContain('There is nothing to change.');
    await admin.hasNoButton('Import', 'again.csv: this is what it would do');
  });

  test('a key in the name of a file is neither repeated nor kept', async () => {
    const key = 'GVNXW-FAKE2-9QK7M-C3XJT-4HRBD';
    await admin.gives(`Visio ${key}.csv`, keys('GVNXU-FAKE2-9QK7M-C3XJT-4HRBD'));
    const card = await admin.sees('Visio [•••••].csv: this is what it would do');
    expect(card.split(key)).toHaveLength(2); // in the message of the admin alone
    expect(await rows(`select count(*) from held_files where name like '%FAKE2%'`)).toBe(0);
    expect(await rows(`select count(*) from held_files where name = 'Visio [•••••].csv'`)).toBe(1);
  });

  test('an export of Microsoft’s is told by its content, whatever it is called', async () => {
    await admin.gives('people.csv', exported);
    expect(await admin.sees('people.csv: this is what it would do')).toMatch(/Kind of file:?\s+Product keys/);
  });

  test('an export of the portal, of the day in its name', async () => {
    await admin.gives('Contoso 2026-11-02.csv', portalExport([eve]));
    expect(await admin.sees('Contoso 2026-11-02.csv: this is what it would do')).toContain(
      `New difference: Eve Employee: ${studio}`,
    );
    await admin.presses('Import', 'Contoso 2026-11-02.csv: this is what it would do');
    await admin.sees('Contoso 2026-11-02.csv was imported');
    await admin.sees(`Eve Employee has ${studio} in the portal, and not here`);
  });

  test('a level of the portal that nobody knows is asked about in the same way, and no benefit is made for it', async () => {
    await admin.gives('Contoso 2026-11-03.csv', portalExport([{ ...eve, level: 'MSDN Platforms' }]));
    const card = await admin.sees('Contoso 2026-11-03.csv: this is what it would do');
    expect(card).toMatch(/MSDN Platforms\s+No benefit has the level/);
    const now = card.slice(card.lastIndexOf('Contoso 2026-11-03.csv: this'));
    expect(now).not.toContain('Make them as new benefits');
    await admin.presses('Which benefit?', 'MSDN Platforms');
    await admin.sees('In the file it is called MSDN Platforms.');
    await admin.fills({ Benefit: studio }, 'This one');
    expect(await inTheEnd(`means ${studio}`)).not.toContain('No benefit has the level');
    await admin.closesWindow();
  });

  test('people of whom more than half are missing are for the terminal', async () => {
    await admin.gives('staff.csv', 'name,email,role\nAda Admin,ada@contoso.example,admin\n');
    const card = await admin.sees('staff.csv: this is what it would do');
    expect(card).toContain('More than half of the people would leave');
    await admin.hasNoButton('Import', 'staff.csv: this is what it would do');
  });

  test('what a file has no column for stays as it is known', async () => {
    const withIds = () =>
      rows('select count(*) from people where slack_id is not null and teams_id is not null');
    const before = await withIds();
    const named = [...everybody, ...others, wanda, zoe, petra].map(({ name, email, role }) =>
      [name, email, name === 'Uma One' ? 'approver' : role].join(),
    );
    await admin.gives('names-only.csv', ['name,email,role', ...named].join('\n'));
    const card = await admin.sees('names-only.csv: this is what it would do');
    expect(card).toMatch(/Changed:?\s+1\s/);
    expect(card).toContain('Uma One: employee → approver');
    expect(card).not.toContain('Another account or address of somebody who decides');
    await admin.presses('Import', 'names-only.csv: this is what it would do');
    await admin.sees('names-only.csv was imported');
    expect(await withIds()).toBe(before);
    expect(before).toBeGreaterThan(5);
  });

  test('what has no room on the card stands on its next page', async () => {
    const many = Array.from(
      { length: 18 },
      (_, at) => `Nina ${at + 1},nina${at + 1}@contoso.example,approver`,
    );
    const known = [...everybody, ...others, wanda, zoe, petra].map(({ name, email, role }) =>
      [name, email, name === 'Uma One' ? 'approver' : role].join(),
    );
    await admin.gives('many.csv', ['name,email,role', ...known, ...many].join('\n'));
    const card = await admin.sees('many.csv: this is what it would do');
    expect(card).toContain('Nina 15: approver');
    expect(card).not.toContain('Nina 16');
    await admin.presses('Next', 'many.csv: this is what it would do');
    const rest = await admin.sees('Nina 18: approver');
    expect(rest).toMatch(/Nina 16: approver[\s\S]*Import/);
  });

  test('who may do more, and under which account, stands first; the other admins are told what was imported', async () => {
    const other = company.at(platform, wanda);
    await other.says('help');
    const [, ...stay] = others;
    const moved = { ...petra, slackId: 'U0ELSEWHERE', teamsId: `${petra.teamsId.slice(0, -3)}999` };
    const swapped = { ...omar, email: 'omar.okay@contoso.example' };
    await admin.gives(
      'july.csv',
      peopleFile([...everybody.filter((one) => one !== omar), ...stay, wanda, zoe, moved, swapped, mallory]),
    );
    const card = await admin.sees('july.csv: this is what it would do');
    const lines = [
      'New, and more than an employee: Mallory More: admin',
      `Another account or address of somebody who decides: Petra Power (approver): Slack ${petra.slackId} → U0ELSEWHERE, Teams`,
      'Another account or address of somebody who decides: Omar Okay (approver): omar@contoso.example → omar.okay@contoso.example',
      'No longer in the file, so they leave: Uma One',
    ];
    const places = lines.map((line) => card.lastIndexOf(line));
    expect(places).toEqual([...places].sort((one, next) => one - next));
    expect(places[0]).toBeGreaterThan(-1);

    await admin.presses('Import', 'july.csv: this is what it would do');
    await admin.sees('july.csv was imported');
    const told = await other.sees('Ada Admin imported july.csv');
    for (const line of lines) expect(told).toContain(line);
    expect(told).toContain('If you did not expect this, ask Ada Admin');
  });

  test('a membership is for the package there is', async () => {
    const membership = 'category,benefit,quantity,unit,delivery\nsupport,Advisory hours,20,hour,assign\n';
    await admin.gives('membership.csv', membership);
    expect(await admin.sees('membership.csv: this is what it would do')).toMatch(
      /For the package:?\s+Partner Success Core/,
    );
    await admin.sees('New benefit, with its quantity: Advisory hours: 20');
    await admin.presses('Import', 'membership.csv: this is what it would do');
    await admin.sees('membership.csv was imported');
    expect(await admin.asks('show advisory hours', 'Advisory hours')).toContain('Advisory hours');
  });

  test('a file of another package is not taken into the one there is', async () => {
    const names = ['Alpha', 'Beta', 'Gamma', 'Delta'].map(
      (name) => `software,${name} Suite,1,licence,none\n`,
    );
    await admin.gives('other.csv', `category,benefit,quantity,unit,delivery\n${names.join('')}`);
    const card = await admin.sees('other.csv: this is what it would do');
    expect(card).toContain('More than half of its benefits are not part of “Partner Success Core”');
    await admin.hasNoButton('Import', 'other.csv: this is what it would do');
  });

  test('where the columns do not say, the admin does', async () => {
    await admin.gives('what.csv', 'first,second\n1,2\n');
    await admin.sees('What kind of file is what.csv?');
    await admin.presses('People of the company', 'What kind of file is what.csv?');
    const card = await admin.sees('what.csv was not taken');
    expect(card).toContain('The columns name, email, role are missing from the first line.');
  });

  test.each<[string, () => string | Buffer, string]>([
    ['zip.csv', () => Buffer.from('PK\u0003\u0004zip'), 'This is an Excel workbook or a ZIP archive'],
    ['lol.xml', () => '<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>', 'has a DOCTYPE'],
    ['bad.csv', () => 'name,email,role\nMia,nobody,employee\n', 'Line 2: The email is not an e-mail'],
    ['huge.csv', () => Buffer.alloc(5 * 1024 * 1024 + 1, 0x41), 'may have up to 5 MB'],
  ])('%s is refused in a sentence, and nothing stays', async (name, content, sentence) => {
    const before = await held();
    await admin.gives(name, content());
    await admin.sees(sentence);
    expect(await held()).toBe(before);
  });

  test.each<[string, string, string]>([
    ['壞.csv', 'name,email,role\nMia,nobody,employee\n', '第 2 列：email 不是電子郵件地址。'],
    ['無.csv', 'name,email,role\n', '檔案中沒有任何人員。'],
  ])('%s is refused in the language of whoever gave it', async (name, content, sentence) => {
    const reader = company.at(platform, zoe);
    await reader.gives(name, content);
    const card = await reader.sees(`未接受 ${name}`);
    expect(card).toContain(sentence);
    expect(card).not.toMatch(/Line|What is wrong/);
  });

  test('nobody but an admin gives files: one sentence, and not a byte is fetched', async () => {
    const before = fetched();
    await employee.gives('mine.csv', keys('GVNXZ-FAKE2-9QK7M-C3XJT-4HRBD'));
    const told = await employee.sees('Only an admin can do this.');
    expect(told).toContain('This is not open to you');
    expect(told).toContain('Please delete the file from this chat now');
    const approver = company.at(platform, dana);
    await approver.gives('mine.csv', keys('GVNXZ-FAKE2-9QK7M-C3XJT-4HRBD'));
    await approver.sees('Only an admin can do this.');
    expect(fetched()).toBe(before);
  });

  test('a file that nobody imports is gone after a quarter of an hour', async () => {
    await admin.gives('late.csv', keys('GVNXV-FAKE2-9QK7M-C3XJT-4HRBD'));
    await admin.sees('late.csv: this is what it would do');
    const before = await keysInStock();
    await company.moveTime(16 * 60_000);
    expect(await held()).toBe(0);
    await admin.presses('Import', 'late.csv: this is what it would do');
    await admin.sees('The file is kept for a quarter of an hour only, and is gone.');
    expect(await keysInStock()).toBe(before);
  });
});
