import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { understand } from '../../src/core/understand';
import { firstWord, typedWords } from '../../src/core/understanding/command-words';
import { actsInEnglish } from '../../src/core/understanding/english/acts';
import { plain } from '../../src/core/understanding/written';
import { wordsIn } from '../../src/core/words';

/** Whatever we tell people to type is understood as it stands, in both languages, in the same way. */
const visio = {
  id: '3f2b8f0e-6a51-4a57-9a53-0c7e2f1f9a10',
  name: 'Visio Professional 2024',
  category: 'software',
  keyed: true,
} as const;
const root = join(__dirname, '..', '..');

/** What a hint comes to when it is typed: the benefit and the people in it are named, what may be left out is. */
const typed = (hint: string): string =>
  hint
    .replace(/\[[^\]]*\]/g, '')
    .replace(/<(benefit|權益)>/g, visio.name)
    .replace(/<(person|people|人員)>/g, 'Mei Lin')
    .trim();

/** What it means, without what it is about. */
const meaning = (hint: string): string => {
  const meant = understand(typed(hint), [visio]);
  if (meant.is === 'command') return meant.command.type;
  if (meant.is === 'to-do') return `to ${meant.act}`;
  return meant.is === 'benefit' ? meant.wants : meant.is;
};

const helpIn = (locale: 'en' | 'zh-TW') => {
  const { words, deciderWords, adminWords } = wordsIn(locale).help;
  return [...words, ...deciderWords, ...adminWords].map(([hint]) => hint);
};

test.each(helpIn('en').map((hint, n) => [hint, helpIn('zh-TW')[n] as string]))(
  'help: “%s” and “%s” are understood, and mean the same',
  (en, zhTW) => {
    expect(meaning(en)).not.toBe('unclear');
    expect(meaning(zhTW)).toBe(meaning(en));
  },
);

/** Every word that is typed by name begins a line of the help, and every act that has a word of ours stands in one. */
const strictActs = [...new Set(actsInEnglish.filter(({ strict }) => strict).map(({ act }) => act))];

describe.each(['en', 'zh-TW'] as const)('the help in %s', (locale) => {
  const hints = helpIn(locale).map(typed);
  // Whoever reads the help has found that word.
  test.each(typedWords.filter((word) => word !== 'help'))('names “%s”, which can be typed', (word) => {
    expect(hints.map((hint) => firstWord(plain(hint))?.word)).toContain(word);
  });

  test.each(strictActs)('says how to “%s”', (act) => {
    expect(hints.map(meaning)).toContain(`to ${act}`);
  });
});

const manifest = JSON.parse(readFileSync(join(root, 'manifest/teams/manifest.json'), 'utf8'));
const inTeams: string[] = manifest.bots.flatMap(
  ({ commandLists }: { commandLists: Array<{ commands: Array<{ title: string }> }> }) =>
    commandLists.flatMap(({ commands }) => commands.map(({ title }) => title)),
);
const inSlack: string[] = JSON.parse(readFileSync(join(root, 'manifest/slack.json'), 'utf8'))
  .features.slash_commands[0].usage_hint.split('|')
  .map((hint: string) => hint.trim());

test.each([...inTeams, ...inSlack])('the chats offer “%s”, and it is understood', (hint) => {
  expect(meaning(hint)).not.toBe('unclear');
});

test('what one chat offers by itself, the other does too, and the help names all of it', () => {
  const own = (all: string[]) => new Set(all.map(meaning));
  const help = own([...helpIn('en'), 'help']);
  expect([...own([...inTeams, ...inSlack])].filter((meant) => !help.has(meant))).toEqual([]);
});
