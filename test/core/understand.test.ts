import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Category } from '../../src/core/benefit';
import { type NamedBenefit, type Understood, understand } from '../../src/core/understand';

/** The rows of a membership, by the columns that matter here. */
function membership(file: string): NamedBenefit[] {
  const rows: Array<{ benefit: string; category: Category; delivery: string }> = parse(
    readFileSync(join(__dirname, file)),
    { columns: true },
  );
  return rows.map(({ benefit, category, delivery }) => ({
    id: benefit,
    name: benefit,
    category,
    keyed: delivery === 'key',
  }));
}
/** The membership a newcomer sees. */
const sample = membership('../../playground/sample/membership.csv');
/** A membership as long as an Action Pack, with names as alike as theirs. */
const actionPack = membership('fixtures/long-membership.csv');

/** What was understood, in few words: `list software`, `show Visio …`, `ask Visio …`, `perhaps show: …`. */
function inWords(understood: Understood): string {
  switch (understood.is) {
    case 'unclear':
      return 'unclear';
    case 'command': {
      const { type, ...rest } = understood.command;
      return [type, ...Object.values(rest)].join(' ');
    }
    case 'to-press':
      return `perhaps ${understood.command.type}`;
    case 'perhaps':
      return understood.meanings.map(inWords).join(' or ');
    case 'to-do': {
      const { act, benefits, sure } = understood;
      const people = 'from' in understood ? ` from ${understood.from}` : '';
      const to = 'to' in understood ? ` to ${understood.to}` : '';
      const whose = 'whose' in understood ? understood.whose : '';
      const on =
        'on' in understood && understood.on
          ? ` on ${typeof understood.on === 'string' ? understood.on : `“${understood.on.unread}”`}`
          : '';
      return `${sure || whose ? '' : 'perhaps '}${act} ${whose}${benefits.join(' | ')}${people}${to}${on}`;
    }
    case 'benefit': {
      const { sure, wants, benefits, quantity, to } = understood;
      const whom = to ? ` for ${to}` : '';
      return `${sure ? '' : 'perhaps '}${wants}: ${quantity ? `${quantity} of ` : ''}${benefits.join(' | ')}${whom}`;
    }
  }
}

const anywhere: Array<[typed: string, meant: string]> = [
  ['', 'menu'],
  ['menu', 'menu'],
  ['選單', 'menu'],
  ['home', 'home'],
  ['首頁', 'home'],
  ['help', 'help'],
  ['?', 'help'],
  ['？', 'help'],
  ['Hello', 'menu'],
  ['說明', 'help'],
  ['list', 'list'],
  ['LIST', 'list'],
  ['  list  ', 'list'],
  ['list.', 'list'],
  ['清單', 'list'],
  ['權益', 'list'],
  ['list software', 'list software'],
  ['Software', 'list software'],
  ['清單 軟體', 'list software'],
  ['清單軟體', 'list software'],
  ['軟體權益', 'list software'],
  ['list cloud', 'list cloud'],
  ['list cloud services', 'list cloud'],
  ['雲端', 'list cloud'],
  ['list Visual Studio', 'list visual-studio'],
  ['list visual-studio', 'list visual-studio'],
  ['visual studio subscriptions', 'list visual-studio'],
  ['vs', 'list visual-studio'],
  ['VS 訂閱', 'list visual-studio'],
  ['Visual Studio 訂閱', 'list visual-studio'],
  ['list support', 'list support'],
  ['支援', 'list support'],
  ['mine', 'mine'],
  ['my', 'mine'],
  ['我的', 'mine'],
  ['我的金鑰', 'mine'],
  ['requests', 'requests'],
  ['Requests!', 'requests'],
  ['申請紀錄', 'requests'],
  ['我的申請', 'requests'],
  ['cancel', 'requests'],
  ['取消', 'requests'],
  ['queue', 'queue'],
  ['待辦', 'queue'],
  ['tasks', 'tasks'],
  ['工作', 'tasks'],
  ['stock', 'stock'],
  ['庫存', 'stock'],
  ['people', 'people'],
  ['人員', 'people'],
  ['calendar', 'calendar'],
  ['What lapses?', 'calendar'],
  ['what lapses when', 'calendar'],
  ['ledger', 'ledger'],
  ['帳冊', 'ledger'],
  ['report', 'report'],
  ['報表', 'report'],
  ['行事曆', 'calendar'],
  ['到期', 'calendar'],
  ['return', 'perhaps return '],
  ['歸還', 'perhaps return '],
  ['who has time?', 'unclear'],
  ['誰有空', 'unclear'],
  ['give my regards to the team', 'unclear'],
  ['request', 'list'],
  ['show', 'list'],
  ['申請', 'list'],
  ['ＬＩＳＴ', 'list'],
  ['list\u200B', 'list'],
  ['list\u00A0software', 'list software'],
  ['what is the weather', 'unclear'],
  ['今天天氣如何', 'unclear'],
  ['🙂', 'unclear'],
  ['-----', 'unclear'],
];

describe.each([
  ['the sample', sample],
  ['an Action Pack', actionPack],
])('with %s, words of the bot', (_, benefits) => {
  test.each(anywhere)('%j means %s', (typed, meant) => {
    expect(inWords(understand(typed, benefits))).toBe(meant);
  });
});

describe('with the sample', () => {
  test.each([
    ['show visio', 'show: Visio Professional 2024'],
    ['Visio', 'show: Visio Professional 2024'],
    ['顯示 Visio', 'show: Visio Professional 2024'],
    ['顯示Visio', 'show: Visio Professional 2024'],
    ['request visio', 'ask: Visio Professional 2024'],
    ['申請 Visio', 'ask: Visio Professional 2024'],
    ['request sql server', 'ask: SQL Server 2022 Standard'],
    ['request SQL Server 2022 Standard', 'ask: SQL Server 2022 Standard'],
    ['show windows server 2025 cal', 'show: Windows Server 2025 CAL'],
    ['I need a Windows Server 2025 CAL', 'ask: Windows Server 2025 CAL'],
    ['I need 2 Windows Server 2025 CAL', 'ask: 2 of Windows Server 2025 CAL'],
    ['we need 2 Windows Server 2025 CALs', 'ask: 2 of Windows Server 2025 CAL'],
    ['request 12 Windows Server 2025 CAL please', 'ask: 12 of Windows Server 2025 CAL'],
    ['我需要 2 個 Windows Server 2025 CAL', 'ask: 2 of Windows Server 2025 CAL'],
    ['申請2份Windows Server 2025 CAL', 'ask: 2 of Windows Server 2025 CAL'],
    ['「我需要 Visio 金鑰」', 'ask: Visio Professional 2024'],
    ['我需要 Visio 金鑰', 'ask: Visio Professional 2024'],
    ['我需要Visio金鑰', 'ask: Visio Professional 2024'],
    ['請給我一組 Windows 11 的金鑰', 'ask: Windows 11 Enterprise'],
    ['I need a Windows 11 key', 'ask: Windows 11 Enterprise'],
    ['can I have a licence for project please?', 'ask: Project Professional 2024'],
    ['my laptop needs visio', 'ask: Visio Professional 2024'],
    ['how much azure credit is left?', 'show: Microsoft Azure credit'],
    [
      '我需要 Visual Studio',
      'ask: Visual Studio Enterprise Subscription | Visual Studio Professional Subscription',
    ],
    ['I need visual studio enterprise', 'ask: Visual Studio Enterprise Subscription'],
    ['power bi', 'show: Power BI Pro'],
    ['show vizio', 'perhaps show: Visio Professional 2024'],
    ['request sharepiont', 'perhaps ask: SharePoint Server Subscription Edition'],
    ['I need a vizio key', 'perhaps ask: Visio Professional 2024'],
    ['show groove', 'perhaps show: '],
    ['cancel visio', 'cancel Visio Professional 2024'],
  ])('%j means %s', (typed, meant) => {
    expect(inWords(understand(typed, sample))).toBe(meant);
  });

  test('a Windows Server key is one of the servers, and never a CAL without a key', () => {
    expect(inWords(understand('I need a Windows Server key', sample))).toMatch(/^ask: Windows Server 20.. /);
    expect(inWords(understand('I need a Windows Server key', sample))).not.toContain(
      'Windows Server 2025 CAL',
    );
  });
});

const visio = 'Visio Professional 2024';
const enterprise = 'Visual Studio Enterprise Subscription';

describe('what people have, with the sample', () => {
  test.each([
    ['return visio', `return ${visio}`],
    ['Return my Visio licence, please', `return ${visio}`],
    ['give back visio', `return ${visio}`],
    ['give visio back', `return ${visio}`],
    ["I don't need Visio any more", `return ${visio}`],
    ['I don’t need Visio anymore.', `return ${visio}`],
    ['I do not need the Visio key any longer', `return ${visio}`],
    ['I no longer need visio', `return ${visio}`],
    ["I'm done with visio, thanks", `return ${visio}`],
    ['return vizio', `perhaps return ${visio}`],
    ['歸還 Visio', `return ${visio}`],
    ['我要歸還我的Visio', `return ${visio}`],
    ['我不需要 Visio 了', `return ${visio}`],
    ['不再需要Visio', `return ${visio}`],
    ['Visio 不用了', `return ${visio}`],
    ['我的 Visio 我不用了', `return ${visio}`],

    ['assign visio to Eve Employee', `assign ${visio} to Eve Employee`],
    [
      'Please assign Visio to Eve, Mei and dana@contoso.example',
      `assign ${visio} to Eve, Mei and dana@contoso.example`,
    ],
    ['assign visio to\nEve\nMei Lin', `assign ${visio} to Eve, Mei Lin`],
    ['assign visio to <@slack:U0PERSON1>', `assign ${visio} to <@slack:U0PERSON1>`],
    ['give visio to Eve', `assign ${visio} to Eve`],
    ['assign visio', `assign ${visio} to `],
    ['assign vizio to Eve', `perhaps assign ${visio} to Eve`],
    ['assign groove to Eve', 'perhaps assign  to Eve'],
    ['指派 Visio 給 Eve', `assign ${visio} to Eve`],
    ['指派Visio給林美、Eve', `assign ${visio} to 林美、Eve`],
    ['請把 Visio 指派給 林美', `assign ${visio} to 林美`],
    [
      '將 Visio 指派給 <@teams:7a1f0c52-2c55-4d5b-9a0e-5d5f3a1c1001>',
      `assign ${visio} to <@teams:7a1f0c52-2c55-4d5b-9a0e-5d5f3a1c1001>`,
    ],

    [
      'reassign visual studio enterprise from Eve Employee to Mei Lin',
      `reassign ${enterprise} from Eve Employee to Mei Lin`,
    ],
    [
      'move visio from eve@contoso.example to <@slack:U0PERSON2>',
      `reassign ${visio} from eve@contoso.example to <@slack:U0PERSON2>`,
    ],
    ['重新指派 Visio 從 林美 給 Eve', `reassign ${visio} from 林美 to Eve`],
    ['把 Visio 從林美轉給 Eve', `reassign ${visio} from 林美 to Eve`],
    ['將林美的 Visio 改給 Eve', `reassign ${visio} from 林美 to Eve`],
    ['reassign visio', `holders ${visio}`],

    ['remove visio from Eve Employee', `remove ${visio} from Eve Employee`],
    ['take visio away from Eve', `remove ${visio} from Eve`],
    ['take back visio from Eve', `remove ${visio} from Eve`],
    ['remove visio from me', `return ${visio}`],
    ['移除 林美 的 Visio', `remove ${visio} from 林美`],
    ['收回林美的Visio', `remove ${visio} from 林美`],
    ['從林美收回 Visio', `remove ${visio} from 林美`],
    ['remove visio', `holders ${visio}`],

    ['who holds visio', `holders ${visio}`],
    ['Who has a Visio licence?', `holders ${visio}`],
    ['誰持有 Visio', `holders ${visio}`],
    ['誰有 Visio？', `holders ${visio}`],
    ['who holds visio on 2026-06-30', `holders ${visio} on 2026-06-30`],
    ['Who held a Visio licence on 30 June 2026?', `holders ${visio} on 2026-06-30`],
    ['on June 30th, 2026 who had visio', `holders ${visio} on 2026-06-30`],
    ['誰在 2026-06-30 持有 Visio？', `holders ${visio} on 2026-06-30`],
    ['2026年6月30日 誰持有 Visio', `holders ${visio} on 2026-06-30`],
    // No such day, a day that is another one elsewhere, and days that nobody can be sure of: never the answer of today.
    ['who holds visio on 2026-02-30', `holders ${visio} on “2026-02-30”`],
    ['who holds visio on 6/7/2026', `holders ${visio} on “6/7/2026”`],
    ['who holds visio on 29.11.2026', `holders ${visio} on “29.11.2026”`],
    ['who holds visio on 29 Nov', `holders ${visio} on “29 Nov”`],
    ['who holds visio on monday?', `holders ${visio} on “monday”`],
    ['who had visio yesterday', `holders ${visio} on “yesterday”`],
    ['who held visio last month?', `holders ${visio} on “last month”`],
    ['昨天誰持有 Visio？', `holders ${visio} on “昨天”`],
    ['6月30日誰持有 Visio', `holders ${visio} on “6月30日”`],
    ['what does Eve hold on friday', 'holdings Eve on “friday”'],
    ['who held visio at the end of the month', `holders ${visio} on “the end of the month”`],
    // What is to be done is done on no day, and not every number is one.
    ['remove visio from Eve on friday', `remove ${visio} from Eve on friday`],
    ['reassign visio from Eve to Omar on monday', `reassign ${visio} from Eve to Omar on monday`],
    ['who holds visio on 2 machines', `holders ${visio}`],
    ['who has visio on first floor', `holders ${visio}`],
    ['誰持有 Visio 3號機的授權', `perhaps holders ${visio}`],
    ['林美上個月持有什麼？', 'holdings 林美 on “上個月”'],
    ['what holds Eve Employee', 'holdings Eve Employee'],
    ['What does Eve hold?', 'holdings Eve'],
    ['what did eve@contoso.example hold on 1 Feb 2026', 'holdings eve@contoso.example on 2026-02-01'],
    ['what holds <@slack:U0PERSON2> on 2026-06-30', 'holdings <@slack:U0PERSON2> on 2026-06-30'],
    ['林美持有什麼', 'holdings 林美'],
    ['林美在2026/6/30持有什麼？', 'holdings 林美 on 2026-06-30'],
    // A day beside what is to be done is a word like others.
    ['assign visio to Eve on 2026-06-30', `assign ${visio} to Eve on 2026-06-30`],

    ['give me a visio key', `ask: ${visio}`],
    ['assign me a visio key', `ask: ${visio}`],
  ])('%j means %s', (typed, meant) => {
    expect(inWords(understand(typed, sample))).toBe(meant);
  });

  test('fifty pasted names are all read', () => {
    const names = Array.from({ length: 50 }, (_, at) => `Person Number ${at}`);
    const understood = understand(`assign visio to ${names.join('\n')}`, sample);
    expect(inWords(understood)).toBe(`assign ${visio} to ${names.join(', ')}`);
  });
});

describe('with an Action Pack', () => {
  test.each([
    ['show visio', 'show: Visio Professional 2019'],
    ['我需要 Visio 金鑰', 'ask: Visio Professional 2019'],
    ['request sql server', 'ask: SQL Server 2019 Standard | SQL Server 2019 CAL'],
    ['request sql server key', 'ask: SQL Server 2019 Standard'],
    ['exchange', 'show: Exchange Server 2019 Standard | Exchange Server 2019 Standard CAL'],
    ['I need an Exchange key', 'ask: Exchange Server 2019 Standard'],
    ['Exchange Server 2019 Standard', 'show: Exchange Server 2019 Standard'],
    ['Exchange Server 2019 Standard CAL', 'show: Exchange Server 2019 Standard CAL'],
    ['sharepoint cal', 'show: SharePoint Server 2019 Enterprise CAL'],
    ['posready', 'show: Windows Embedded POSReady 7'],
    ['office 365', 'show: Office 365 E3'],
    ['intune', 'show: Microsoft Intune'],
    ['hadoop', 'show: Machine Learning Server for Hadoop'],
    [
      'show exchagne server',
      'perhaps show: Exchange Server 2019 Standard | Exchange Server 2019 Standard CAL',
    ],
    ['I need a wnidows embeded posready key', 'perhaps ask: Windows Embedded POSReady 7'],
  ])('%j means %s', (typed, meant) => {
    expect(inWords(understand(typed, actionPack))).toBe(meant);
  });

  test('several that fit are all offered, three at most', () => {
    const understood = understand('windows server', actionPack);
    expect(understood).toMatchObject({ is: 'benefit', sure: true });
    expect(understood.is === 'benefit' && understood.benefits).toHaveLength(3);
  });
});

test('whatever is typed, the answer comes at once', () => {
  const many = Array.from({ length: 1000 }, (_, at) => ({
    ...(actionPack[at % actionPack.length] as NamedBenefit),
    id: String(at),
  }));
  const begun = performance.now();
  understand('key '.repeat(1000), many);
  understand('windows server '.repeat(250), many);
  understand('的'.repeat(4000), many);
  understand('show '.concat('x'.repeat(3990)), many);
  understand(`reassign ${'x from '.repeat(500)}`, many);
  understand('把的'.repeat(2000), many);
  understand(`重新指派${'從給'.repeat(1900)}`, many);
  understand('2026年6月30日'.repeat(400), many);
  understand('持有什麼'.repeat(1000), many);
  expect(performance.now() - begun).toBeLessThan(2000);
});

/** Each would take a second and more where a run of signs is tried from every place in it. */
test.each([
  ['hearts before politeness', `${'❤'.repeat(3_800)}x${' ok please thanks cheers'.repeat(3)}`],
  ['lines before a question', `${'_'.repeat(3_900)}x${'嗎'.repeat(50)}`],
  ['marks before thanks', `${'!'.repeat(3_800)}給${'嗎謝謝'.repeat(60)}`],
  ['marks before nothing', `${'! '.repeat(1_950)}x ok`],
])('a long message of %s keeps nobody waiting', (_, text) => {
  const before = process.cpuUsage();
  understand(text, actionPack);
  const { user } = process.cpuUsage(before);
  expect(user / 1_000).toBeLessThan(700);
});

/** As long as a message can be that is compared with examples, of words that are in none. */
test.each([
  ['strange words', 'from qzzmore to wxxneed of vbbhave '.repeat(14)],
  ['strange names', 'Qzzmore Wxxneed Vbbhave '.repeat(20)],
  ['Chinese', '把佩珊的給冠宇,從志豪轉'.repeat(40)],
  ['slips', 'wnat visoi sahrepoint windwos '.repeat(16)],
])('three hundred signs of %s are compared at once', (_, text) => {
  const said = text.slice(0, 299);
  understand(said, actionPack);
  // The quickest of several: whatever else the machine does makes it slower, and nothing makes it quicker.
  const runs = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    understand(said, actionPack);
    return process.cpuUsage(before).user;
  });
  expect(Math.min(...runs) / 1_000).toBeLessThan(50);
});
