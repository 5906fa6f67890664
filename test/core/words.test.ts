import { sentences as slackSentences } from '../../src/bot/slack/words';
import { words as teamsWords } from '../../src/bot/teams/words';
import { localeOf, wordsIn } from '../../src/core/words';

/** Facts for every sentence that takes some: names keep their letters in every language. */
const sample: Record<string, unknown[]> = {
  day: ['2027-01-14'],
  moment: ['2026-11-20T09:30:00.000Z'],
  hour: ['2026-11-20T09:30:00.000Z'],
  list: [['Ada', 'Ben']],
  inLine: [3, 'Visio'],
  'complaints.no-file': [{ path: '/Visio.csv' }],
  'complaints.not-later': [{ of: { read: '2026-11-20', exported: '2026-11-02' } }],
  // What stands between sentences differs; a mark of Chinese that English may hold too tells that it does.
  sentences: [['Ada', '、']],
  labelled: ['Ada', '、'],
  aside: ['Ada', '、'],
  several: [['Ada', '、']],
  between: ['Quantity', 1, 16],
  unit: ['licence', 2],
  'catalogue.left': [3, 10, 'x'],
  'report.times': ['2 h', '3 h', 4],
  'report.takes': [7200],
  'report.held': ['▰▱', 50, 1, 2],
  'catalogue.page': [2, 3],
  'form.quantityHint': [3, 'x'],
  'assigning.answer': ['Visio', 2, 3],
  'assigning.moveReady': ['Visio', 'Ada', 'Ben'],
  'left.nowAsked': ['Ada', 'Visio', 'Ben'],
  'token.extendTo': [5, 12, '2027-01-14'],
  'asked.nextOf': [2, 'Ada, Ben'],
  'policy.range': [1, 3],
  'policy.when': [['Ada', 'Ben']],
  'policy.escalate': [24, 'Ada'],
  'policy.stage': [1, 2, 'Ada', 'Ben'],
  'heldOn.hint': ['2026-11-20', 'UTC'],
  'heldOn.byRule': ['1 June 2026', 'Ada', 3],
  'review.someOf': ['Ada', 1, 2],
  'review.ofAsked': [8, '16 x'],
  'review.passedText': ['Ada', 2, 3],
  'review.standsInText': ['Ada', '1 December 2026', '14 December 2026'],
  ...Object.fromEntries(
    ['package', 'grace', 'token', 'unused', 'waiting'].map((what) => [
      `lapsing.${what}`,
      ['Visio', '14 January 2027', 30],
    ]),
  ),
};
/** The facts of a refusal, all of them: each takes what it needs. */
const refusalFacts = [
  {
    benefit: 'Visio',
    on: '2027-01-14',
    from: '2026-01-15',
    left: 2,
    incident: '4f1c',
    choices: ['x64', 'arm64'],
    names: ['Ada Lindqvist', 'Ada Admin'],
    person: 'Ada',
    said: 'Ada',
    domain: 'gmail.com',
    days: 90,
    times: 5,
    carries: 25,
    active: 5,
    given: 51,
    most: 50,
    waitsFor: ['Ada', 'Ben'],
    reason: 'Ada',
    least: 20,
  },
];

/** The same of what is wrong with a file. */
const complaintFacts = [
  {
    path: 'Visio.csv',
    most: 3_000_000,
    kind: 'zip',
    of: 'benefits',
    encoding: 'Latin-1',
    root: 'html',
    name: 'Value',
    columns: ['email', 'role'],
    column: 'email',
    position: 3,
    known: ['email', 'role'],
    found: 3,
    expected: 4,
    choices: ['key', 'none'],
    firstLine: 7,
    held: 5,
    by: ['Ada'],
    quantity: 3,
    package: 'Core',
    benefit: 'Visio',
    nearest: 'Visio Professional',
    person: 'Ada',
    leaving: 12,
  },
];

const factsOf: Record<string, unknown[]> = { refusals: refusalFacts, complaints: complaintFacts };

/** Every sentence by its path, called with sample facts. */
function spoken(words: unknown, path: string[] = []): Array<[path: string, text: string]> {
  const name = path.join('.');
  if (typeof words === 'string') return [[name, words]];
  if (typeof words === 'function') {
    const facts = sample[name] ?? factsOf[String(path[0])] ?? ['Visio', 'Ada'];
    return [[name, words(...facts)]];
  }
  return Object.entries(words as object).flatMap(([key, inner]) => spoken(inner, [...path, key]));
}

/** Core's sentences, and the few that only one platform has. */
const tables = {
  core: { en: wordsIn('en'), 'zh-TW': wordsIn('zh-TW') },
  slack: slackSentences,
  teams: teamsWords,
};

describe.each(Object.entries(tables))('what %s says', (_, table) => {
  const english = spoken(table.en);
  const chinese = spoken(table['zh-TW']);

  test('is said in both languages, sentence by sentence', () => {
    expect(chinese.map(([path]) => path)).toEqual(english.map(([path]) => path));
  });

  test('is nowhere empty, and nowhere lacks a fact', () => {
    for (const [path, text] of [...english, ...chinese]) {
      expect([path, text.trim()]).not.toEqual([path, '']);
      expect([path, text]).toEqual([path, expect.not.stringMatching(/undefined|null|NaN|\[object|Invalid/)]);
    }
  });

  test('is nowhere the same in both', () => {
    const inEnglish = new Map(english);
    const same = chinese.filter(([path, text]) => inEnglish.get(path) === text);
    expect(same).toEqual([]);
  });

  test('holds no Chinese in English, and Chinese in every Chinese sentence', () => {
    for (const [path, text] of english)
      expect([path, text]).toEqual([path, expect.not.stringMatching(/[\p{Script=Han}「」，。：]/u)]);
    for (const [path, text] of chinese)
      expect([path, text]).toEqual([path, expect.stringMatching(/[\p{Script=Han}、]/u)]);
  });

  test('keeps the marks of each language: wide ones between Chinese, narrow ones in English', () => {
    for (const [path, text] of chinese) {
      expect([path, text]).toEqual([
        path,
        expect.not.stringMatching(/\p{Script=Han} ?[,.;:!?()]|[,;:!?()] ?\p{Script=Han}/u),
      ]);
      // Wide letters and digits are slips of an input method; a blank beside a wide mark is one too many.
      expect([path, text]).toEqual([
        path,
        expect.not.stringMatching(/[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\u3000]/u),
      ]);
      expect([path, text]).toEqual([
        path,
        expect.not.stringMatching(/[，。：；、「」（）] | [，。：；、」（）]/u),
      ]);
    }
    for (const [path, text] of english)
      expect([path, text]).toEqual([path, expect.not.stringMatching(/[\uFF00-\uFFEF]| {2}| [,.;:!?]/u)]);
  });

  test('speaks to a person in one manner', () => {
    for (const [path, text] of chinese)
      expect([path, text]).toEqual([path, expect.not.stringMatching(/[你妳]/u)]);
  });
});

test('the Chinese is Traditional Chinese', () => {
  // Letters that only Simplified Chinese has, of words a bot like this one uses.
  const simplified =
    /[们这个请权许须输说开关没发现让书账户节录编辑进选择网师级单张给绝认证项简体东车门问时间长买卖页]/u;
  expect(spoken(wordsIn('zh-TW')).filter(([, text]) => simplified.test(text))).toEqual([]);
});

test('a benefit that somebody got is told in other words than a decision that goes to a colleague', () => {
  for (const locale of ['en', 'zh-TW'] as const) {
    const { states, buttons } = wordsIn(locale);
    const [verb = ''] = buttons.handOver.split(' ');
    expect(Object.values(states).filter((state) => state.toLowerCase().includes(verb.toLowerCase()))).toEqual(
      [],
    );
  }
});

test.each([
  ['zh-TW', 'zh-TW'],
  ['zh-Hant-TW', 'zh-TW'],
  ['ZH', 'zh-TW'],
  ['zh-CN', 'zh-TW'],
  ['en-GB', 'en'],
  ['de', 'en'],
  ['', 'en'],
  [undefined, 'en'],
])('whoever has %s is spoken to in %s', (tag, locale) => {
  expect(localeOf(tag)).toBe(locale);
});

test.each([
  ['en', '14 January 2027', '20 Nov 2026'],
  ['zh-TW', '2027年1月14日', '2026年11月20日'],
] as const)('days in %s', (locale, day, moment) => {
  expect(wordsIn(locale).day('2027-01-14')).toBe(day);
  expect(wordsIn(locale).moment('2026-11-20T23:59:59.999Z')).toBe(moment);
});

test.each([
  ['core', 1, 'core', '個核心'],
  ['core', 2, 'cores', '個核心'],
  ['CAL', 10, 'CAL', '份 CAL'],
  ['USD per month', 100, 'USD per month', '美元／月'],
  ['gizmo', 2, 'gizmos', '（gizmo）'],
])('units: %s, %d of it', (unit, quantity, en, zhTW) => {
  expect([wordsIn('en').unit(unit, quantity), wordsIn('zh-TW').unit(unit, quantity)]).toEqual([en, zhTW]);
});
