import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import type { Card } from '../../src/core/card';
import { cardsIn, everyCard } from '../core/every-card';
import { drawn, examples } from '../gallery/examples';
import { galleryOf } from '../gallery/gallery';
import { lettersOf, naughty, typedAllOver } from '../gallery/naughty';
import { check, describeInBrowser, launch } from './browser';

/** Every card in a real browser: Slack's shape by the playground's page, the one of Teams by Microsoft's own renderer. */
describeInBrowser('every card, drawn', () => {
  const folder = mkdtempSync(join(tmpdir(), 'benefits-gallery-'));
  const misdeeds: string[] = [];
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const file = join(folder, 'gallery.html');
    writeFileSync(file, galleryOf(examples()));
    browser = await launch();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: 'light' });
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) misdeeds.push(message.text());
    });
    page.on('pageerror', ({ message }) => misdeeds.push(`threw: ${message}`));
    page.on('request', (request) => {
      if (!/^(data:|file:.*gallery\.html$)/.test(request.url())) misdeeds.push(`asked for ${request.url()}`);
    });
    await page.goto(pathToFileURL(file).href);
    await page.locator('main.gallery').waitFor();
    const inPage = require.resolve('../gallery/in-test.js');
    await page.addScriptTag({ path: inPage });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });
  afterEach(() => expect(misdeeds.splice(0)).toEqual([]));

  test('has its pictures, with words for whoever does not see them, and without asking anybody', async () => {
    const named = 'article.example[data-name="the report of the last days"]';
    const pictures = await page.$$eval(`${named} img`, (all) =>
      all.map((one) => ({
        width: (one as unknown as { naturalWidth: number }).naturalWidth,
        isSaid: (one.getAttribute('alt') ?? '').length > 20,
        isOurs: one.getAttribute('src')?.startsWith('data:image/png;base64,'),
      })),
    );
    // Three charts, in two chats and two languages.
    expect(pictures).toEqual(Array.from({ length: 12 }, () => ({ width: 720, isSaid: true, isOurs: true })));
    expect(await page.$$(`${named.replace('[', ':not([').replace(']', '])')} img`)).toEqual([]);
  });

  test('stands in the gallery, in both languages, and is more than an empty frame', async () => {
    const there = await page.$$eval('article.example', (all) =>
      all.map((one) => {
        const shown = [...one.querySelectorAll('section')].map((part) => part.textContent?.trim() ?? '');
        return [
          one.getAttribute('data-name'),
          one.getAttribute('data-locale'),
          shown.every((text) => text !== ''),
        ];
      }),
    );
    expect(there).toHaveLength(Object.keys(everyCard).length * 2);
    expect(there).toEqual(
      expect.arrayContaining(
        Object.keys(everyCard).flatMap((name) => ['en', 'zh-TW'].map((locale) => [name, locale, true])),
      ),
    );
  });

  test('can be used by everybody: every control has a name, and no two things one id', async () => {
    expect(await check(page, 'nameless')).toEqual([]);
    expect(await check(page, 'repeatedIds')).toEqual([]);
  });

  test('keeps an empty form, says at each field what is missing, and sends what was filled in with its command', async () => {
    const wrong = (await page.evaluate('inTest.forms()')) as { forms: number; wrong: string[] };
    expect(wrong.wrong).toEqual([]);
    expect(wrong.forms).toBeGreaterThan(20);
  });

  test('shows what somebody typed letter by letter, and nothing of it is a link, a mention, a picture or a template', async () => {
    const cards = [
      ...cardsIn('en'),
      ...naughty.map((): [string, Card] => ['every kind of block', ofEverything]),
    ];
    // Every text on a card of every kind of block, and each card with another text in every run.
    const turn = Math.floor(Math.random() * naughty.length);
    const all = cards.flatMap(([name, card], n) => {
      const text = naughty[(name === 'every kind of block' ? n : n + turn) % naughty.length] as string;
      // Words of the same length that nobody could take for anything else stand in as many places.
      const mere = text.replace(/\S/g, '木');
      return [mere, text].map((words) => ({
        text,
        letters: lettersOf(words),
        // As they are before anybody has typed anything.
        pictures: drawn(name, card).pictures,
        example: drawn(name, typedAllOver(card, words)),
      }));
    });
    expect(await page.evaluate(`inTest.typed(${JSON.stringify(all)})`)).toEqual([]);
  });
});

/** A card of all that a card can have. */
const ofEverything: Card = {
  title: '',
  place: 'dialog',
  locale: 'en',
  blocks: [
    { type: 'text', text: '' },
    { type: 'text', text: '', weak: true },
    { type: 'heading', text: '' },
    { type: 'facts', facts: [['', '']] },
    { type: 'row', title: '', text: '', button: { label: 'Request', about: '', press: { type: 'help' } } },
    { type: 'copy', label: '', text: '' },
    {
      type: 'chart',
      title: '',
      legend: '',
      bars: [{ nth: 1, name: '', value: 1, whole: 2, says: '' }],
    },
    { type: 'code', label: '', text: '' },
    {
      type: 'form',
      submit: 'Send',
      press: { type: 'away' },
      fields: [
        { name: 'what', label: '', hint: '', kind: 'text', lines: 'one', most: 99 },
        { name: 'level', label: '', hint: '', kind: 'choice', choices: [{ value: 'x', label: '' }] },
      ],
    },
  ],
};
