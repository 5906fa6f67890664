import fc from 'fast-check';
import { checkedMessage } from '../../playground/slack/block-kit/message';
import { textOf } from '../../playground/teams/card-form';
import { judgeCard } from '../../playground/teams/card-laws';
import * as slack from '../../src/bot/slack/view';
import { messageOf } from '../../src/bot/teams/message';
import { categories, type Stocked } from '../../src/core/benefit';
import { type Block, type Card, plainText } from '../../src/core/card';
import { ownPolicy } from '../../src/core/policy/policy';
import { list, type View } from '../../src/core/views/catalogue';
import { cardFor } from '../../src/core/views/for-notice';
import { mine } from '../../src/core/views/holdings';
import { home } from '../../src/core/views/home';
import { pageOf } from '../../src/core/views/paging';
import { policy } from '../../src/core/views/policy';
import { nothingKnown, queue, requests } from '../../src/core/views/requests';
import { inFull } from '../../src/core/views/reviewing';
import { tasks } from '../../src/core/views/tasks';
import { wordsIn } from '../../src/core/words';
import {
  approved,
  course,
  dana,
  denied,
  holding,
  id,
  named,
  now,
  openTask,
  pending,
  server,
} from './examples';

/** Names as people and membership files really have them, and the heaviest that can come in. */
const letters = ['長', 'W', '&', '"', '🙂', '\\', '<'];
const names = fc.oneof(
  fc.string({ minLength: 1, maxLength: 60 }),
  fc.constantFrom('Windows Server 2025 Standard', '微軟合作夥伴權益', 'R&D <"tools">'),
  fc
    .tuple(fc.constantFrom(...letters), fc.integer({ min: 1, max: 200 }))
    .map(([letter, times]) => letter.repeat(times)),
);
const prose = fc.oneof(
  names,
  fc
    .tuple(fc.constantFrom(...letters), fc.integer({ min: 1, max: 1000 }))
    .map(([letter, times]) => letter.repeat(times).slice(0, 1000)),
);

const draw = (text: string): Block[] => [{ type: 'text', text }];

test('every row stands on exactly one page, in order', () => {
  fc.assert(
    fc.property(fc.array(prose, { maxLength: 200, size: 'max' }), (rows) => {
      const { pages } = pageOf(rows, 1, draw);
      const all = Array.from({ length: pages }, (_, at) => pageOf(rows, at + 1, draw));
      expect(all.flatMap((page) => page.rows)).toEqual(rows);
      expect(all.map(({ page }) => page)).toEqual(all.map((_, at) => at + 1));
      if (rows.length > 0) for (const page of all) expect(page.rows.length).toBeGreaterThan(0);
    }),
    { numRuns: 60 },
  );
});

test('a page that has room is filled: short rows are not spread over many pages', () => {
  expect(pageOf(Array(42).fill('Visio'), 1, draw).pages).toBe(1);
  expect(pageOf(Array(43).fill('Visio'), 1, draw).pages).toBe(2);
  expect(pageOf(Array(42).fill('Visio'), 1, draw, draw('Your open requests')).pages).toBe(2);
});

test('what stands on the first page alone takes room there, and not on those after it', () => {
  const rows = Array.from({ length: 90 }, (_, at) => `Visio ${at}`);
  const first = Array.from({ length: 30 }, () => draw('You hold it')).flat();
  const lengths = [1, 2, 3].map((page) => pageOf(rows, page, draw, draw('All of it'), { first }).rows.length);
  expect(lengths).toEqual([11, 41, 38]);
});

test('whoever turns the page of the catalogue at home finds that page filled', () => {
  const view: View = { words: wordsIn('en'), locale: 'en', now };
  const found = Array.from({ length: 120 }, (_, at) => ({ ...server, id: id(at), name: `Windows ${at}` }));
  const facts = { holdings: Array(3).fill(holding), open: [], standing: nothingKnown, found, search: '' };
  const rows = (page: number) => home(view, facts, page).blocks.filter(({ type }) => type === 'row').length;
  expect(rows(2)).toBeGreaterThan(rows(1) - facts.holdings.length);
});

test('a tab takes more than a message, and is sent whole', () => {
  const view: View = { words: wordsIn('zh-TW'), locale: 'zh-TW', now };
  const found = Array.from({ length: 200 }, (_, at) => ({ ...server, id: id(at), name: '微'.repeat(120) }));
  const facts = { holdings: Array(3).fill(holding), open: [], standing: nothingKnown, found, search: '' };
  for (let page = 1; page === 1 || turnsTo(home(view, facts, page - 1, true), page); page++) {
    const drawn = home(view, facts, page, true);
    const rows = drawn.blocks.filter(({ type }) => type === 'row').length;
    const sections = slack.homeOf(drawn).blocks.filter((block) => 'accessory' in block).length;
    expect(sections).toBe(rows);
    if (page === 2) expect(rows).toBeGreaterThan(42);
  }
});

const long = 'w'.repeat(9_000);
test.each([
  [-3, 1],
  [0, 1],
  [1, 1],
  [3, 3],
  [99, 3],
])('page %d of three is page %d', (asked, given) => {
  expect(pageOf(['a', 'b', 'c'], asked, (row) => draw(row + long))).toEqual({
    rows: ['abc'[given - 1]],
    page: given,
    pages: 3,
  });
});

test('nothing is one empty page', () => {
  expect(pageOf([], 1, draw)).toEqual({ rows: [], page: 1, pages: 1 });
});

/** Whatever stands in the rows, a page is sent whole: no platform cuts anything off, and no row is missing. */
describe('no page is larger than a platform takes', () => {
  const some = fc.array(fc.tuple(names, prose), { minLength: 1, maxLength: 30 });
  const locales = fc.constantFrom('en' as const, 'zh-TW' as const);
  const benefitOf = ([name]: [string, string], at: number): Stocked => ({
    ...server,
    id: id(at),
    name,
    category: categories[at % categories.length] as Stocked['category'],
  });
  const pendingOf = ([name, reason]: [string, string], at: number) => ({
    ...pending,
    id: id(at),
    benefit: { ...pending.benefit, name },
    requester: { id: id(1), name },
    reason,
  });
  const holds = Array.from({ length: 12 }, (_, at) => `Visual Studio Enterprise Subscription ${at}`);

  const lists: Record<string, (view: View, rows: Array<[string, string]>, page: number) => Card> = {
    list: (view, rows, page) => list(view, rows.map(benefitOf), undefined, page),
    mine: (view, rows, page) =>
      mine(
        view,
        rows.map(([name], at) => ({ ...holding, id: id(at), benefit: { ...holding.benefit, name } })),
        rows.slice(0, 9).map(pendingOf),
        page,
      ),
    requests: (view, rows, page) => requests(view, rows.map(pendingOf), page),
    'denied requests': (view, rows, page) =>
      requests(
        view,
        rows.map((row, at) => ({
          ...denied,
          ...pendingOf(row, at),
          state: 'denied' as const,
          version: 2,
          by: denied.by,
          at: now,
          why: row[1],
        })),
        page,
      ),
    queue: (view, rows, page) =>
      queue(
        view,
        {
          waiting: rows.map((row, at) => ({
            request: pendingOf(row, at),
            background: { leftAfter: 3, holds },
          })),
          others: [],
        },
        page,
      ),
    'queue of an admin': (view, rows, page) =>
      queue(
        view,
        {
          waiting: rows
            .slice(0, 2)
            .map((row, at) => ({ request: pendingOf(row, at), background: { leftAfter: 3, holds } })),
          others: rows.slice(2).map((row, at) => pendingOf(row, at + 2)),
        },
        page,
      ),
    digest: (view, rows) =>
      cardFor(view, {
        kind: 'digest',
        again: true,
        waiting: rows.map((row, at) => ({
          request: pendingOf(row, at),
          background: { leftAfter: 3, holds },
        })),
      }),
    rules: (view, rows, page) =>
      policy(
        view,
        {
          ...ownPolicy,
          version: 1,
          rules: rows.map(([name, reason]) => ({
            name,
            when: { benefit: [name], group: [name] },
            yields: { is: 'refuse', reason },
          })),
        },
        page,
      ),
    tasks: (view, rows, page) =>
      tasks(
        view,
        rows.map(([name, reason], at) => ({
          ...openTask,
          id: id(at),
          duty: {
            kind: 'set-up',
            request: {
              ...approved,
              benefit: { ...approved.benefit, name },
              requester: { ...approved.requester, name },
              reason,
            },
          },
        })),
        page,
      ),
  };

  test.each(Object.keys(lists))('%s', (name) => {
    const draw = lists[name] as (typeof lists)[string];
    const everyPageIsWhole = (rows: Array<[string, string]>, locale: View['locale']) => {
      const view: View = { words: wordsIn(locale), locale, now };
      for (let page = 1; page === 1 || turnsTo(draw(view, rows, page - 1), page); page++) {
        goesThroughSlackWhole(draw(view, rows, page));
        goesThroughTeamsWhole(draw(view, rows, page));
      }
    };
    // The longest there can be of every weight of letter, and then any mixture.
    for (const letter of letters)
      for (const [length, count] of [
        [1, 50],
        [12, 50],
        [40, 20],
        [200, 10],
      ] as const)
        everyPageIsWhole(Array(count).fill([letter.repeat(length), letter.repeat(length * 5)]), 'zh-TW');
    fc.assert(fc.property(some, locales, everyPageIsWhole), { numRuns: 5, endOnFailure: true });
  });
});

/** Of one request a card says all that those who decide need, however much people write in either language. */
test.each(['長', 'W'])(
  'the card of a request of which all say as much as they may is sent whole: %s',
  (letter) => {
    const text = letter.repeat(1000);
    const remarks = Array.from({ length: 9 }, (_, at) => ({
      id: id(at),
      by: named(dana),
      kind: 'question' as const,
      text,
      at: now,
    }));
    const request = { ...pending, reason: text, course: { ...course, remarks } };
    const view: View = { words: wordsIn('zh-TW'), locale: 'zh-TW', now };
    const background = { leftAfter: 3, holds: [] };
    const reading = { background, reader: dana.id, theirs: false, mayDecide: true, mayOverride: true };
    for (const card of [
      cardFor(view, { kind: 'to-decide', request, background, reader: dana.id, again: 'answered' }),
      inFull(view, request, reading),
    ]) {
      goesThroughSlackWhole(card);
      goesThroughTeamsWhole(card);
    }
  },
);

const turnsTo = (card: Card, page: number): boolean =>
  card.blocks.some(
    (block) =>
      block.type === 'buttons' &&
      block.buttons.some(
        (button) => 'press' in button && 'page' in button.press && button.press.page === page,
      ),
  );

function goesThroughSlackWhole(card: Card): void {
  const { blocks, text } = slack.messageOf(card);
  checkedMessage({ blocks, text }, 'total');
  const rows = (all: readonly Block[]) => all.filter(({ type }) => type === 'row').length;
  const pressed = blocks.filter((block) => block.type === 'actions').length;
  expect(blocks.length - 1).toBeGreaterThanOrEqual(rows(card.blocks));
  expect(pressed).toBe(card.blocks.filter(({ type }) => type === 'buttons').length);
  expect(JSON.stringify(blocks)).not.toMatch(/There is more than Slack|內容超出/);
}

function goesThroughTeamsWhole(card: Card): void {
  const message = messageOf(card) as { attachments: [{ content: { body: unknown[] } }] };
  const drawn = message.attachments[0].content;
  expect(judgeCard(drawn)).toEqual({ errors: [], warnings: [] });
  // What is left out or shortened is marked with this sign, which the words themselves may hold too.
  const cuts = (text: string) => text.split('…').length;
  expect(cuts(textOf(drawn))).toBe(cuts(plainText(card)));
  const acts = JSON.stringify(drawn).split('"Action.').length;
  const buttons = card.blocks.flatMap((block) =>
    block.type === 'buttons' ? block.buttons : block.type === 'row' && block.button ? [block.button] : [],
  );
  expect(acts - 1).toBe(buttons.length);
}
