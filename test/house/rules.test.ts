import { files, textOf } from './files';
import {
  exportsAreDescribed,
  filesStayShort,
  keysAreMadeUp,
  namesSaySomething,
  nothingIsLeftBehind,
  type Rule,
} from './rules';

/** Texts that break a rule on purpose, to see that it is heeded. */
const planted = ['test/house/rules.test.ts'];
/** Breaches with a reason. */
const granted: Record<string, string> = {
  'playground/bot-process.ts': 'it starts and ends the process of the bot',
  'src/bot/teams/service-url.ts': "“service URL” is the Bot Framework's own term",
  'test/page/browser.ts': 'without a browser the page cannot be tested; where CI is set that is red',
};

const texts = files.filter((path) =>
  /\.(ts|mjs|cjs|js|json|jsonc|md|csv|xml|html|css|svg|snap|yml|sh)$/.test(path),
);
const breaches = (rule: Rule, paths: string[]): string[] =>
  paths
    .filter((path) => !planted.includes(path) && !(path in granted))
    .flatMap((path) => rule(path, textOf(path)).map((breach) => `${path}: ${breach}`));

describe('in the whole repository', () => {
  test.each<[string, Rule, string[]]>([
    ['every name says something', namesSaySomething, files],
    ['files stay short', filesStayShort, texts],
    ['nothing is left behind', nothingIsLeftBehind, texts],
    ['every key is made up', keysAreMadeUp, texts],
    ['every export is described', exportsAreDescribed, texts],
  ])('%s', (_, rule, paths) => {
    expect(breaches(rule, paths)).toEqual([]);
  });
});

test('every breach that is granted is still there', () => {
  const rules = [namesSaySomething, filesStayShort, nothingIsLeftBehind, keysAreMadeUp, exportsAreDescribed];
  const needless = Object.keys(granted).filter(
    (path) => !files.includes(path) || rules.every((rule) => rule(path, textOf(path)).length === 0),
  );
  expect(needless).toEqual([]);
});

describe('a breach is found', () => {
  test.each<[Rule, path: string, text: string, breach: RegExp]>([
    [namesSaySomething, 'src/core/utils.ts', '', /“utils”/],
    [namesSaySomething, 'src/helpers/ask.ts', '', /“helpers”/],
    [namesSaySomething, 'playground/bot-process.ts', '', /“process”/],
    [namesSaySomething, 'src/core/requestManager.ts', '', /“manager”/],
    [filesStayShort, 'src/core/request.ts', 'x\n'.repeat(251), /251 lines/],
    [nothingIsLeftBehind, 'README.md', 'see /home/jane/notes', /path of one machine/],
    [nothingIsLeftBehind, 'README.md', 'see /Users/jane/notes', /path of one machine/],
    [nothingIsLeftBehind, 'src/a.ts', '// TODO: later', /still to be done/],
    [nothingIsLeftBehind, 'test/a.test.ts', "test.only('x', () => {})", /one test alone/],
    [nothingIsLeftBehind, 'test/a.test.ts', "describe.skip('x', () => {})", /does not run/],
    [nothingIsLeftBehind, 'test/a.test.ts', "xit('x', () => {})", /does not run/],
    [nothingIsLeftBehind, 'src/a.ts', '// @ts-ignore\nlet a;', /switched off/],
    [keysAreMadeUp, 'a.csv', 'Visio,VK7JG-NPHTM-C97JM-9MPGT-3V66T', /real key/],
    [keysAreMadeUp, 'a.csv', 'vk7jg-nphtm-c97jm-9mpgt-3v66t', /real key/],
    [
      exportsAreDescribed,
      'src/a.ts',
      '/** About all. */\nimport a from "b";\nexport const one = 1;',
      /one has no/,
    ],
    [exportsAreDescribed, 'src/a.ts', '/* loud */ export function one() {}', /one has no/],
    [exportsAreDescribed, 'src/a.ts', '// 說明\nexport async function one() {}', /one has no/],
    [exportsAreDescribed, 'src/a.ts', 'export class One {}', /One has no/],
  ])('%p in %s: %j', (rule, path, text, breach) => {
    expect(rule(path, text)).toEqual([expect.stringMatching(breach)]);
  });

  test.each<[Rule, path: string, text: string]>([
    [namesSaySomething, 'src/core/request.ts', ''],
    [namesSaySomething, 'docs/decisions/database.md', ''],
    [filesStayShort, 'src/core/request.ts', 'x\n'.repeat(250)],
    [filesStayShort, 'test/core/words.test.ts', 'x\n'.repeat(400)],
    [nothingIsLeftBehind, 'src/a.ts', "'https://a.example/home/jane/' + '/homework/' + './work/'"],
    [
      keysAreMadeUp,
      'a.csv',
      'VSWPR-FAKE2-9QK7M-C3XJT-4HRBD XXXXX-XXXXX-XXXXX-XXXXX-XXXXX 3f2b8f0e-6a51-4a57-9a53-0c7e2f1f9a10',
    ],
    [
      exportsAreDescribed,
      'src/a.ts',
      '// 說明\n/** One. */\nexport const one = 1;\nexport type Two = 2;\nexport interface Three {}',
    ],
    [exportsAreDescribed, 'playground/a.ts', 'export const one = 1;'],
  ])('%p lets %s pass: %j', (rule, path, text) => {
    expect(rule(path, text)).toEqual([]);
  });
});
