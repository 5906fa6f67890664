import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { serveFile } from '../../../playground/http/files';
import { stored } from '../../../playground/slack/block-kit/block';
import { messageOf, modalOf } from '../../../src/bot/slack/view';
import type { Block } from '../../../src/core/card';
import { card } from '../../bot/slack/fake-slack';
import { describeInBrowser, launch } from '../../page/browser';

const project = join(__dirname, '../../..');
const people = [
  { key: 'ada@contoso.example', name: 'Ada <b>Lovelace</b>', sides: ['slack', 'teams'] },
  { key: 'bob@contoso.example', name: 'Bob Stone', sides: ['slack'] },
  { key: 'wei@contoso.example', name: '陳偉', sides: ['slack'] },
  { key: 'tim@contoso.example', name: 'Tim of Teams', sides: ['teams'] },
];

describeInBrowser('the page draws', () => {
  let server: Server;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      if (await serveFile(project, request.url ?? '', response)) return;
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Fields</title>');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    browser = await launch();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    server.closeAllConnections();
    server.close();
  });
  beforeEach(async () => {
    page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  });
  afterEach(() => page.close());

  /** Draws a card as Slack would, alone on the page. */
  async function draw(blocks: Block[], as: 'message' | 'window'): Promise<void> {
    const drawn = as === 'window' ? modalOf(card({ place: 'dialog', blocks })) : messageOf(card({ blocks }));
    await page.evaluate(`(async () => {
      const { store } = await import('/page/store.js');
      const { blocks } = await import('/page/slack/blocks.js');
      const { valuesIn } = await import('/page/slack/inputs.js');
      store.sight = { people: ${JSON.stringify(people)} };
      document.body.replaceChildren(blocks(${JSON.stringify(stored(drawn.blocks))}, () => Promise.resolve({})));
      globalThis.entered = () => valuesIn(document.body);
    })()`);
  }
  const entered = () => page.evaluate('entered()');

  const form: Block = {
    type: 'form',
    submit: 'Send',
    press: { type: 'done', task: 't1' },
    fields: [
      { name: 'person', label: 'For whom', kind: 'person' },
      { name: 'people', label: 'And for', hint: 'Up to twenty.', kind: 'people', most: 20 },
      { name: 'until', label: 'Until', kind: 'day', initial: '2026-12-31', optional: true },
    ],
  };

  test('a person, people and a day, each with its name, and tells what was put in', async () => {
    await draw([form], 'window');
    expect(await entered()).toEqual({ person: null, people: [], until: '2026-12-31' });

    const one = page.getByRole('combobox', { name: 'For whom', exact: true });
    expect(await one.getByRole('option').allTextContents()).toEqual([
      'Choose a person',
      'Ada <b>Lovelace</b>',
      'Bob Stone',
      '陳偉',
    ]);
    await one.selectOption('Bob Stone');
    const several = page.getByRole('group', { name: 'And for' });
    expect(await several.getByRole('checkbox').count()).toBe(3);
    await several.getByRole('checkbox', { name: 'Ada <b>Lovelace</b>' }).check();
    await several.getByLabel('陳偉').check();
    await page.getByLabel('Until (optional)').fill('2027-01-31');

    expect(await entered()).toEqual({
      person: 'bob@contoso.example',
      people: ['ada@contoso.example', 'wei@contoso.example'],
      until: '2027-01-31',
    });
    await page.getByLabel('Until (optional)').fill('');
    expect(await entered()).toMatchObject({ until: null });
  });

  test('people as a field that the keyboard reaches', async () => {
    await draw([form], 'window');
    const several = page.getByRole('group', { name: 'And for' });
    await several.focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await entered()).toMatchObject({ people: ['ada@contoso.example'] });
  });

  test.each([
    ['/benefits assign Visio to @', ['Ada <b>Lovelace</b>', 'Bob Stone', '陳偉']],
    ['assign Visio to @bob', ['Bob Stone']],
    ['assign Visio to @Bob Stone ', []],
    ['write to bob@contoso', []],
    ['@', []],
  ])('who could be meant by %j', async (typed, names) => {
    const ways = (await page.evaluate(`import('/page/slack/members.js').then(async ({ mentionsFor }) => {
      const { store } = await import('/page/store.js');
      store.sight = { people: ${JSON.stringify(people)} };
      return mentionsFor(${JSON.stringify(typed)});
    })`)) as Array<{ insert: string }>;
    const before = typed.slice(0, typed.indexOf('@'));
    expect(ways.map(({ insert }) => insert)).toEqual(names.map((name) => `${before}@${name} `));
  });

  test('what is to be copied, each with a button of its own name', async () => {
    const values: Block[] = [
      { type: 'copy', label: 'E-mail', text: 'ada@contoso.example' },
      { type: 'copy', label: 'Benefit', text: '<i>Visio</i> *bold*' },
    ];
    await draw(values, 'message');
    expect(await page.locator('pre').allTextContents()).toEqual([
      'ada@contoso.example',
      '<i>Visio</i> *bold*',
    ]);
    expect(await page.getByText('E-mail', { exact: true }).evaluate((node) => node.tagName)).toBe('STRONG');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy Benefit' }).click();
    await page.getByRole('button', { name: 'Copied Benefit' }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('<i>Visio</i> *bold*');
  });
});
