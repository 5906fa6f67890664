import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { companyIn } from '../../../playground/company';
import { makeServer } from '../../../playground/http/server';
import type { Teams } from '../../../playground/teams/teams';
import { makeWorld, type World } from '../../../playground/world';
import { messageOf } from '../../../src/bot/teams/message';
import { view } from '../../../src/bot/teams/view';
import type { Card, Field } from '../../../src/core/card';
import { check, describeInBrowser, launch, openPage } from '../../page/browser';
import { answer } from './bots';

const project = join(__dirname, '../../..');
const key = 'XXXXX-FAKE7-XXXXX-XXXXX-XXXXX';

const fields: Field[] = [
  { name: 'person', label: 'Person', kind: 'person' },
  { name: 'people', label: 'Colleagues', kind: 'people', most: 5, optional: true },
  { name: 'until', label: 'Last day', kind: 'day', initial: '2027-01-14' },
  { name: 'level', label: 'Level', kind: 'choice', choices: [{ value: 'ent', label: 'Enterprise' }] },
  { name: 'reason', label: 'Reason', kind: 'text', lines: 'many', most: 80, initial: 'As last year' },
];
const task = (title: string): Card => ({
  title,
  place: 'here',
  locale: 'en',
  blocks: [
    { type: 'copy', label: 'Address', text: '<b>*ada*</b>@contoso.example' },
    { type: 'form', fields, submit: 'Assign', press: { type: 'done', task: 't1' } },
  ],
});

/** The page of the playground with its Teams, and a bot of the test's own. */
describeInBrowser('a form of Teams on the page', () => {
  let world: World;
  let teams: Teams;
  let browser: Browser;
  let origin: string;
  const servers: Server[] = [];
  const heard: Array<{ value: { action?: { data: unknown }; data?: unknown } }> = [];
  let answers: unknown[] = [];

  const listen = async (server: Server) => {
    servers.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  };
  beforeAll(async () => {
    const bot = createServer(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      heard.push(JSON.parse(Buffer.concat(parts).toString('utf8')));
      answer(response, 200, answers.shift());
    });
    const botOrigin = await listen(bot);
    origin = await listen(makeServer(() => world, project));
    world = makeWorld({
      company: companyIn(join(project, 'playground/sample')),
      benefits: [],
      kept: {
        slackToken: 'xoxb-playground',
        slackSigningSecret: 'playground',
        teamsAppId: '11111111-2222-4333-8444-555555555555',
        teamsPassword: 'not used',
        teamsTenant: '66666666-7777-4888-9999-aaaaaaaaaaaa',
        imported: [],
        installed: true,
      },
      origin,
      botOrigin,
    });
    world.bot = 'ready';
    teams = world.teams;
    browser = await launch();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    for (const server of servers) {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    }
  });
  const ada = () => teams.person('ada@contoso.example');
  const send = async (card: Card) => {
    const sent = await fetch(
      `${origin}/v3/conversations/${encodeURIComponent(teams.chat(ada()).id)}/activities`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: 'Bearer emulator' },
        body: JSON.stringify(messageOf(card)),
      },
    );
    expect(sent.status).toBe(201);
  };
  const others = () => teams.people.filter((person) => person !== ada());

  /** Fills the form as a person does, by what stands beside its fields. */
  async function fill(form: Locator) {
    const [first, second] = others();
    expect(await form.getByLabel('Last day').inputValue()).toBe('2027-01-14');
    expect(await form.getByLabel('Reason').inputValue()).toBe('As last year');
    await form.getByRole('combobox', { name: 'Person' }).selectOption({ label: first!.name });
    const list = form.getByRole('group', { name: 'Colleagues' });
    expect(await list.getByRole('checkbox').count()).toBe(teams.people.length);
    await list.getByRole('checkbox', { name: first!.name, exact: true }).check();
    await list.getByRole('checkbox', { name: second!.name, exact: true }).check();
    await form.getByLabel('Last day').fill('2028-02-29');
    await form.getByLabel('Level').selectOption({ label: 'Enterprise' });
    return {
      person: first!.aadObjectId,
      people: `${first!.aadObjectId},${second!.aadObjectId}`,
      until: '2028-02-29',
      level: 'ent',
      reason: 'As last year',
    };
  }

  test.each(['light', 'dark'] as const)(
    'in a card, %s',
    async (scheme) => {
      const { page, misdeeds } = await openPage(browser, origin, { width: 1280, scheme });
      await send(task(`Assign, ${scheme}`));
      const form = page
        .locator('#teams .message')
        .filter({ hasText: `Assign, ${scheme}` })
        .last();
      await form.getByText('<b>*ada*</b>@contoso.example', { exact: true }).waitFor();

      // Nothing is sent while somebody is missing, and the card says so; all of it can be read and has a name.
      const before = heard.length;
      const sound = async () => {
        for (const name of ['nameless', 'faint', 'repeatedIds'] as const)
          expect(await check(page, name)).toEqual([]);
      };
      await sound();
      await form.getByRole('button', { name: 'Assign', exact: true }).click();
      await form.getByText('Person is needed.').waitFor();
      await sound();
      expect(heard.length).toBe(before);

      const values = await fill(form);
      answers = [
        {
          statusCode: 200,
          type: 'application/vnd.microsoft.card.adaptive',
          value: view({ title: 'Assigned', place: 'here', locale: 'en', blocks: [] }, 'message'),
        },
      ];
      await form.getByRole('button', { name: 'Assign', exact: true }).click();
      await page.locator('#teams .message').filter({ hasText: 'Assigned' }).last().waitFor();
      expect(heard.at(-1)?.value.action?.data).toMatchObject(values);
      expect(misdeeds).toEqual([]);
      await page.context().close();
    },
    60_000,
  );

  test('in a dialog', async () => {
    const { page, misdeeds } = await openPage(browser, origin, { width: 1280 });
    await send({
      title: 'Open',
      place: 'here',
      locale: 'en',
      blocks: [
        { type: 'buttons', buttons: [{ label: 'Show key', press: { type: 'show-key', holding: key } }] },
      ],
    });
    const card = view({ ...task('In a dialog'), place: 'dialog' }, 'dialog');
    const content = { contentType: 'application/vnd.microsoft.card.adaptive', content: card };
    answers = [
      {
        task: {
          type: 'continue',
          value: { title: 'In a dialog', height: 'medium', width: 'medium', card: content },
        },
      },
      { task: { type: 'message', value: 'Assigned' } },
    ];
    await page.locator('#teams .message').last().getByRole('button', { name: 'Show key' }).click();
    const dialog = page.getByRole('dialog', { name: 'In a dialog' });
    const values = await fill(dialog);
    await dialog.getByRole('button', { name: 'Assign', exact: true }).click();
    await page.getByRole('dialog').getByText('Assigned').waitFor();
    expect(heard.at(-1)?.value.data).toMatchObject(values);
    // A value to copy is no key: the step of the guide that shows one is still to come.
    expect(await page.locator('.step.is-done').count()).toBe(0);
    expect(misdeeds).toEqual([]);
    await page.context().close();
  }, 240_000);
});
