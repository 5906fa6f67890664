import { type Card, plainText } from '../../src/core/card';
import { cardsIn } from '../core/every-card';
import { type Chat, shapes, slackChat, teamsChat } from './chats';

const card: Card = {
  title: 'Approved',
  place: 'here',
  locale: 'en',
  blocks: [{ type: 'text', text: 'It is yours.' }],
};

/** What is promised of every chat behind `bot/platform.ts`, whichever it is. */
describe.each([
  ['slack', slackChat],
  ['teams', teamsChat],
] as const)('%s', (_, open) => {
  let chat: Chat;
  beforeEach(async () => {
    chat = await open();
  });
  afterEach(() => chat.close());

  test('a message that is gone is said to be, after one try, and not tried again', async () => {
    chat.is('message gone');
    expect(await chat.platform.redraw(chat.posted, card)).toMatchObject({
      sent: false,
      tryAgain: false,
      gone: true,
    });
    expect(chat.calls()).toBe(1);
  });

  test.each(['deliver', 'redraw'] as const)(
    'told to wait, %s says for how long, and has tried once',
    async (how) => {
      chat.is('wait seven seconds');
      expect(await act(how)).toMatchObject({ sent: false, tryAgain: true, after: 7_000 });
      expect(chat.calls()).toBe(1);
    },
  );

  test.each(['deliver', 'redraw'] as const)(
    'no token is in the reason of %s, nor in the log',
    async (how) => {
      chat.is('an error page that repeats our token');
      const outcome = await act(how);
      expect(outcome).toMatchObject({ sent: false, reason: expect.stringMatching(/^[A-Za-z0-9_]{1,60}$/) });
      expect(`${JSON.stringify(outcome)}${chat.log()}`).not.toContain(chat.token);
    },
  );

  test('what an operator is told of a failure holds no token', async () => {
    chat.is('a refusal that repeats our token');
    await chat.fails();
    expect(chat.log()).not.toContain(chat.token);
  });

  const act = (how: 'deliver' | 'redraw') =>
    how === 'deliver' ? chat.platform.deliver(chat.account, card) : chat.platform.redraw(chat.posted, card);
});

/** What is promised of everything either chat draws. */
describe.each(['slack', 'teams'] as const)('drawn for %s', (name) => {
  test.each(cardsIn('en').concat(cardsIn('zh-TW')))(
    '%s: its buttons and forms bring back the commands they were drawn from',
    (_, drawn) => {
      expect(sorted(shapes[name](drawn).carried)).toEqual(sorted(commandsOf(drawn, name)));
    },
  );

  test('a text that is too long is cut, and shows that it was', () => {
    const long = 'word '.repeat(20_000);
    const { drawn } = shapes[name]({
      ...card,
      title: long,
      blocks: [
        { type: 'text', text: long },
        { type: 'facts', facts: [['Reason', long]] },
        { type: 'row', title: long, text: long },
      ],
    });
    const shown = texts(drawn).filter((text) => text.includes('word'));
    expect(shown.length).toBeGreaterThan(2);
    for (const text of shown) expect(text.trim().endsWith('…')).toBe(true);
    expect(JSON.stringify(drawn).length).toBeLessThan(28_000);
  });

  test.each(cardsIn('en').concat(cardsIn('zh-TW')))(
    '%s: can be read by those who see neither colour nor card',
    (_, one) => {
      expect(plainText(one).trim()).not.toBe('');
      const { drawn, told } = shapes[name](one);
      const json = JSON.stringify(drawn);
      // It begins with the title, which a window has room for a part of.
      expect(letters(one.title)).not.toBe('');
      const begins = letters(one.title).slice(0, 5);
      expect(letters(String(told ?? '')).slice(0, begins.length)).toBe(begins);
      // No part of a card is told from another by its colour, and no button by its look: labels are.
      expect(json).not.toMatch(/"color":|"attachments":\[\{"color|"style":"(good|attention|warning|accent)"/);
      const labels = one.blocks.flatMap((block) =>
        block.type === 'buttons' ? block.buttons : block.type === 'row' && block.button ? [block.button] : [],
      );
      const said = labels.map(({ label, about }) => `${label} ${about ?? ''}`);
      expect(new Set(said).size).toBe(said.length);
    },
  );
});

/**
 * The commands a chat carries for a card. Slack sends what is typed into a search by itself, Teams has a button for it; and Teams asks by
 * itself what each reader sees of a card that several have.
 */
const commandsOf = ({ blocks, each }: Card, chat: 'slack' | 'teams'): object[] => [
  ...(each && chat === 'teams' ? [each.look] : []),
  ...blocks.flatMap((block): object[] => {
    switch (block.type) {
      case 'buttons':
        return block.buttons.flatMap((button) => ('press' in button ? [button.press] : []));
      case 'row':
        return block.button && 'press' in block.button ? [block.button.press] : [];
      case 'form':
        return [block.press];
      case 'search':
        return chat === 'teams' ? [{ type: 'home' }] : [];
      default:
        return [];
    }
  }),
];

const sorted = (all: unknown[]): string[] => all.map((one) => JSON.stringify(one, sortedKeys)).sort();
const sortedKeys = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** Without the marks that a chat escapes in its own way. */
const letters = (text: string): string => text.replace(/&\w+;|[^\p{L}\p{N}]/gu, '');

/** Every text that is read. */
function texts(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'text' && typeof value === 'string' ? [value] : texts(value),
  );
}
