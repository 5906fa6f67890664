import { type Company, openCompany } from '../support/company';
import { ada, dana, eve, mei } from '../support/people';
import { benefits } from '../support/sample';
import type { Somebody } from '../support/somebody';

describe.each(['slack', 'teams'] as const)('looking things up in %s', (platform) => {
  let company: Company;
  let eveHere: Somebody;
  let meiHere: Somebody;

  beforeAll(async () => {
    company = await openCompany();
    eveHere = company.at(platform, eve);
    meiHere = company.at(platform, mei);
  });
  afterAll(() => company.close());

  test.each([
    ['list software', 'Visio Professional 2024', 'Microsoft Azure credit'],
    ['list cloud', 'Microsoft Azure credit', 'Visio Professional 2024'],
    ['list visual studio', 'Visual Studio Enterprise Subscription', 'Microsoft Azure credit'],
    ['list support', 'Product support incidents', 'Visio Professional 2024'],
  ])('“%s” shows %s and nothing of another category', async (words, shown, hidden) => {
    const card = await eveHere.asks(words);
    expect(card).toContain('What the company has: ');
    expect(card).toContain(shown);
    expect(card).not.toContain(hidden);
  });

  test('“show” gives the details', async () => {
    await eveHere.types('show windows server 2025');
    const card = await eveHere.sees('Special instructions');
    for (const fact of [
      '16 of 16 left (cores)',
      'Partner Success Core',
      '31 December 2099',
      'Install from the image',
      'English, Chinese (Traditional)',
      'x64, arm64',
      'Download: English, x64',
      'Any one of: Dana Decider, Omar Okay',
    ])
      expect(card).toContain(fact);
  });

  test.each([
    ['I need a Windows Server key', 'Windows Server 2025 Standard'],
    ['can I get visio please?', 'Visio Professional 2024'],
    ['I need Visual Studio', 'Visual Studio Enterprise Subscription'],
    ['I need help with SQL Server', 'SQL Server 2022 Standard'],
  ])('plain words lead to the right card: “%s”', async (words, benefit) => {
    await eveHere.says(words);
    await eveHere.sees(new RegExp(`^${benefit}$[\\s\\S]*Request`, 'm'));
  });

  test.each([
    ['我需要 Visio 金鑰', 'Visio Professional 2024', '申請'],
    ['我需要 Visual Studio', 'Visual Studio Enterprise Subscription', '申請'],
    ['清單 軟體', '公司擁有的權益：軟體', '剩餘'],
    ['說明', '會員資格權益', '清單'],
    ['我的', '您持有的權益', '您目前沒有持有任何權益'],
  ])('in Chinese: 「%s」', async (words, shown, also) => {
    await meiHere.says(words);
    await meiHere.sees(shown);
    await meiHere.sees(also);
  });

  test('words nobody understands are answered kindly', async () => {
    await eveHere.says('xyzzy plugh');
    await eveHere.sees('I did not understand that. Type “help” to see what I can do.');
  });

  test('“mine”, “requests”, “queue” and “help” answer before there is anything to show', async () => {
    await eveHere.types('mine');
    await eveHere.sees('You hold nothing yet.');
    await eveHere.types('requests');
    await eveHere.sees('You have not asked for anything yet.');
    await eveHere.types('help');
    const hers = await eveHere.sees('what you hold, and your keys');
    for (const others of ['For those who approve', 'what waits for your decision', 'For admins'])
      expect(hers).not.toContain(others);
    const approver = company.at(platform, dana);
    const his = await approver.asks('help', 'what waits for your decision');
    expect(his).not.toContain('For admins');
    await approver.types('queue');
    await approver.sees('Nothing waits for you.');
  });

  test('whoever says hello reads what it is in a sentence, and has a button for what they can do', async () => {
    const greeting = await eveHere.asks(platform === 'teams' ? 'hello' : 'hi there', 'What would you like');
    expect(greeting).toContain('Look it up, ask for it, and it comes to you here.');
    expect(greeting.length).toBeLessThan(600);
    for (const label of ['Request a benefit', 'What I hold']) expect(greeting).toContain(label);
    for (const label of ['Stock', 'What waits for me']) expect(greeting).not.toContain(label);
    const keeper = company.at(platform, ada);
    expect(await keeper.asks('hello', 'What would you like')).toContain('Stock');
  });

  test('nothing went wrong in the client', () => {
    for (const one of [eveHere, meiHere]) expect(one.complaints()).toEqual([]);
    expect(company.teams.ledger.warnings()).toEqual([]);
  });
});

describe.each(['slack', 'teams'] as const)('a long list in %s', (platform) => {
  let company: Company;
  beforeAll(async () => {
    const many = Array.from({ length: 130 }, (_, at) => ({
      category: 'software',
      benefit: `Product number ${String(at + 1).padStart(3, '0')} with a rather long name, as Microsoft likes them`,
      quantity: 10,
      unit: 'licence',
      delivery: 'none',
    }));
    company = await openCompany({ benefits: [...many, ...benefits], keys: [] });
  });
  afterAll(() => company.close());

  test('is turned page by page, and every benefit stands on exactly one page', async () => {
    const reader = company.at(platform, eve);
    await reader.types('list');
    const seen: string[] = [];
    for (let page = 1; ; page++) {
      const screen = await reader.sees(new RegExp(`Page ${page} of \\d`));
      const of = Number(/Page \d+ of (\d+)/.exec(screen)?.[1]);
      seen.push(...(screen.match(/Product number \d{3}/g) ?? []));
      if (page === of) break;
      await reader.presses('Next');
    }
    expect(seen).toHaveLength(130);
    expect(new Set(seen).size).toBe(130);
    expect(company.teams.ledger.warnings()).toEqual([]);
    expect(reader.complaints()).toEqual([]);
  });
});

describe.each(['slack', 'teams'] as const)('a whole membership in %s', (platform) => {
  let company: Company;
  beforeAll(async () => {
    const category = (at: number) =>
      at < 32 ? 'software' : at < 38 ? 'cloud' : at < 39 ? 'visual-studio' : 'support';
    const rows = Array.from({ length: 41 }, (_, at) => ({
      category: category(at),
      benefit: `Enterprise Server ${at + 1} of forty-one`,
      quantity: 10,
      unit: 'licence',
      delivery: 'none',
    }));
    company = await openCompany({ benefits: rows, keys: [] });
  });
  afterAll(() => company.close());

  test('as large as an Action Pack shows its four categories at one glance', async () => {
    const list = await company.at(platform, eve).asks('list');
    for (const heading of ['Software', 'Cloud services', 'Visual Studio subscriptions', 'Support'])
      expect(list).toContain(heading);
    expect(list.match(/of forty-one/g)).toHaveLength(41);
    expect(list).not.toContain('Page 1');
    expect(company.teams.ledger.warnings()).toEqual([]);
  });
});
