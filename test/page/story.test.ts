import { describeInBrowser } from './browser';
import { focusedOn, tabTo } from './keyboard';
import { become, lastMessage, useStage } from './stage';

const key = /[A-Z0-9]{5}-FAKE[A-Z0-9]-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}/;

describeInBrowser('the page, as a newcomer lives through it', () => {
  const stage = useStage();

  it('asked in Slack, approved in Teams, the key for one pair of eyes', async () => {
    const { page, misdeeds } = await stage.open({ width: 1280 });

    // 1. The first step of "Try it" writes the command; Enter sends it, and the form opens at once.
    await page.getByRole('button', { name: /Step 1: Ask in Slack/ }).click();
    const composer = page.getByRole('combobox', { name: 'Message in Slack' });
    await page.waitForFunction(
      `document.activeElement.value === '/benefits request Visio Professional 2024'`,
    );
    await composer.press('Enter');
    const form = page.getByRole('dialog', { name: 'Request a benefit' });
    await form.waitFor();

    // An empty form is refused beside its fields, and the first of them gets the keyboard.
    await form.getByRole('button', { name: 'Request' }).click();
    await form.getByText('Please complete this required field.').first().waitFor();
    expect((await focusedOn(page)).name).toContain('Language');
    await form.getByLabel('Language').selectOption('English');
    await form.getByLabel('Operating system').selectOption('Windows x64');
    await form.getByLabel('Reason').fill('Drawings for the new office.');
    await form.getByRole('button', { name: 'Request' }).click();
    await page.getByRole('dialog').getByText('Now it waits for').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await focusedOn(page)).name).toBe('Message in Slack');

    // The notification says for whom it is, and takes the visitor there.
    await page.getByRole('button', { name: /For Grace Okafor in Teams.*asks for Visio/s }).waitFor();

    // 2. The approver has everything on the card; after the press the card says who decided.
    await page.getByRole('button', { name: /Step 2: Approve in Teams/ }).click();
    await page.getByRole('button', { name: /^I am Grace Okafor, Approver/ }).waitFor();
    const asked = lastMessage(page, 'teams', 'asks for Visio Professional 2024');
    for (const fact of [
      'Ada Lindqvist',
      'English',
      'Windows x64',
      'Drawings for the new office.',
      '1 licence',
    ])
      await asked.getByText(fact).first().waitFor();
    await asked.getByRole('button', { name: /^Approve/ }).click();
    await asked.getByText(/Grace Okafor\W+\d/).waitFor();
    expect(await asked.getByRole('button', { name: /^Approve/ }).count()).toBe(0);

    // The other approver's copy says so too, in their language.
    await become(page, '陳美玲');
    const copy = lastMessage(page, 'teams', 'Visio Professional 2024');
    await copy.getByText(/Grace Okafor/).waitFor();
    expect(await copy.getByRole('button', { name: /核准/ }).count()).toBe(0);

    // 3. The key opens over the chat for its holder, and is nowhere else.
    await page.getByRole('button', { name: /Step 3: Show key/ }).click();
    await page.getByRole('button', { name: /^I am Ada Lindqvist/ }).waitFor();
    const granted = lastMessage(page, 'slack', 'Visio Professional 2024 is yours');
    await granted.getByRole('button', { name: /^Show key/ }).click();
    const shown = page.getByRole('dialog', { name: 'Your key' });
    await shown.waitFor();
    expect(await shown.textContent()).toMatch(key);
    await shown.getByText('Redeem the key with the work account').waitFor();
    const download = shown.getByRole('link', { name: /English, Windows x64/ });
    expect(await download.getAttribute('href')).toMatch(
      /^https:\/\/download\.contoso\.example\/visio-2024\//,
    );
    await shown.getByRole('button', { name: 'Close', exact: true }).click();
    await shown.waitFor({ state: 'detached' });
    expect((await focusedOn(page)).name).toMatch(/^Show key/);
    expect(await page.content()).not.toMatch(key);

    expect(await page.locator('.step.is-done').count()).toBe(3);
    expect(misdeeds).toEqual([]);
    await page.context().close();
  }, 240_000);

  it('asked in Teams, approved in Slack: on a narrow dark screen, by keyboard alone', async () => {
    const { page, misdeeds } = await stage.open({ width: 400, scheme: 'dark' });
    const { keyboard } = page;

    // Another person: the menu opens, the arrows go through it, Enter takes.
    const becomeByKeyboard = async (name: string) => {
      await tabTo(page, /^I am /);
      await keyboard.press('Enter');
      for (let step = 0; !(await focusedOn(page)).name.startsWith(name); step++) {
        expect(step).toBeLessThan(12);
        await keyboard.press('ArrowDown');
      }
      await keyboard.press('Enter');
      await page.getByRole('button', { name: new RegExp(`^I am ${name}`) }).waitFor();
      expect((await focusedOn(page)).name).toMatch(/^I am/);
    };
    const open = async (side: 'Slack' | 'Teams') => {
      await tabTo(page, /^(Slack|Teams)$/);
      if ((await focusedOn(page)).name !== side) await keyboard.press('ArrowRight');
      expect((await focusedOn(page)).name).toBe(side);
      expect(await page.locator(side === 'Slack' ? '#teams' : '#slack').isVisible()).toBe(false);
    };

    await becomeByKeyboard('Tom Becker');
    await open('Teams');
    await tabTo(page, 'Message in Teams');
    await keyboard.type('request proj');
    await page.getByRole('option', { name: 'request Project Professional 2024' }).waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await keyboard.press('Enter');
    await lastMessage(page, 'teams', 'Project Professional 2024')
      .getByRole('button', { name: /^Request/ })
      .waitFor();
    await tabTo(page, /^Request/, true);
    await keyboard.press('Enter');
    const form = page.getByRole('dialog', { name: 'Request a benefit' });
    await form.getByLabel(/^Reason/).waitFor();
    expect((await focusedOn(page)).name).toMatch(/^Language/);
    await keyboard.type('English');
    await tabTo(page, /^Reason/);
    await keyboard.type('A plan for the fair.');
    await tabTo(page, 'Request');
    await keyboard.press('Enter');
    await form.waitFor({ state: 'detached' });
    await page.locator('#teams').getByText('Now it waits for').waitFor();
    await focusedOn(page);

    await becomeByKeyboard('Grace Okafor');
    await open('Slack');
    await tabTo(page, 'Message in Slack');
    await keyboard.type('queue');
    await keyboard.press('Enter');
    const waiting = lastMessage(page, 'slack', 'Project Professional 2024');
    await waiting.getByRole('button', { name: /^Approve/ }).waitFor();
    await tabTo(page, /^Approve.*/, true);
    await keyboard.press('Enter');
    await lastMessage(page, 'slack', /Approved/).waitFor();
    await focusedOn(page);

    await becomeByKeyboard('Tom Becker');
    await open('Teams');
    await lastMessage(page, 'teams', 'Project Professional 2024 is yours').waitFor();
    await tabTo(page, 'Message in Teams');
    await tabTo(page, /^Show key/, true);
    await keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText(key).waitFor();
    expect(await page.locator('#teams').textContent()).not.toMatch(key);
    await keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect((await focusedOn(page)).name).toMatch(/^Show key/);
    expect(await page.content()).not.toMatch(key);
    expect(misdeeds).toEqual([]);
    await page.context().close();
  }, 240_000);

  it('the rules, and two who agree one after the other', async () => {
    const { page, misdeeds } = await stage.open({ width: 1280 });
    const composer = page.getByRole('combobox', { name: 'Message in Slack' });
    const sends = async (step: RegExp, command: string) => {
      await page.getByRole('button', { name: step }).click();
      await page.waitForFunction(`document.activeElement.value === '/benefits ${command}'`);
      await composer.press('Enter');
    };
    await page.getByRole('combobox', { name: 'What to try' }).selectOption('Ask two, one by one');
    await sends(/Step 1: Read the rules/, 'policy');
    const rules = lastMessage(page, 'slack', 'Who decides what');
    for (const words of ['Version 1.', 'When it belongs to Visual Studio', '2. the admins (any one)'])
      await rules.getByText(words).first().waitFor();

    await sends(/Step 2: Ask for a subscription/, 'request Visual Studio Enterprise Subscription');
    const form = page.getByRole('dialog', { name: 'Request a benefit' });
    await form.getByLabel('Reason').fill('The build server needs a look.');
    await form.getByRole('button', { name: 'Request' }).click();
    await page.getByRole('dialog').getByText('Now it waits for').waitFor();
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: /Step 3: Her manager agrees/ }).click();
    // Wherever she last spoke.
    const first = page
      .locator('.message')
      .filter({ hasText: 'asks for Visual Studio Enterprise Subscription' });
    for (const fact of ['Stage 1 of 2', 'Ada Lindqvist reports to you'])
      await first.getByText(fact).first().waitFor();
    await first.getByRole('button', { name: /^Approve/ }).click();

    await page.getByRole('button', { name: /Step 4: Ada sees who is next/ }).click();
    await page.getByRole('button', { name: /^I am Ada Lindqvist/ }).waitFor();
    await lastMessage(page, 'slack', 'Grace Okafor agreed')
      .getByText(/Max Weber/)
      .first()
      .waitFor();

    await page.getByRole('button', { name: /Step 5: An admin agrees/ }).click();
    const second = lastMessage(page, 'teams', 'asks for Visual Studio Enterprise Subscription');
    for (const fact of ['Stage 2 of 2', 'you are an admin']) await second.getByText(fact).first().waitFor();
    await second.getByRole('button', { name: /^Approve/ }).click();
    await second
      .getByText(/Max Weber/)
      .first()
      .waitFor();
    await second.getByRole('button', { name: /^Approve/ }).waitFor({ state: 'detached' });
    expect(misdeeds).toEqual([]);
    await page.context().close();
  }, 240_000);

  it('a shared channel: what the bot answers there is for one alone', async () => {
    const { page, misdeeds } = await stage.open({ width: 1280 });
    await page.locator('#slack').getByRole('button', { name: 'general' }).click();
    await page.getByRole('combobox', { name: 'Message in Slack' }).fill('/benefits list support');
    await page.keyboard.press('Enter');
    const answer = lastMessage(page, 'slack', 'Product support incidents');
    await answer.getByText('Only visible to you').waitFor();
    await become(page, 'Tom Becker');
    await page.locator('#slack').getByRole('button', { name: 'general' }).click();
    expect(
      await page.locator('#slack .message').filter({ hasText: 'Product support incidents' }).count(),
    ).toBe(0);
    await page.getByRole('combobox', { name: 'Message in Slack' }).fill('/nonsense');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: '/nonsense is not a valid command' }).waitFor();
    expect(misdeeds).toEqual([]);
    await page.context().close();
  }, 240_000);

  it('moves the time the bot lives in', async () => {
    const { page, misdeeds } = await stage.open({ width: 1280 });
    await page.getByRole('button', { name: 'Move the clock 90 days forward' }).click();
    await page.getByText('90 days ahead').waitFor();
    await page.getByRole('button', { name: 'Move the clock a day forward' }).click();
    await page.getByText('91 days ahead').waitFor();
    await page.getByRole('button', { name: 'Move the clock an hour forward' }).click();
    await page.getByText('91 days 1 hour ahead').waitFor();
    await page.getByRole('button', { name: 'Move the clock 30 days forward' }).click();
    await page.getByText('121 days 1 hour ahead').waitFor();
    await page.getByRole('button', { name: 'Back to the real time' }).click();
    await page.getByText(/ahead/).waitFor({ state: 'detached' });
    expect(misdeeds).toEqual([]);
    await page.context().close();
  }, 240_000);
});
