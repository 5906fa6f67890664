import type { Page } from 'playwright-core';
import { check, describeInBrowser } from './browser';
import { focusedOn } from './keyboard';
import { become, lastMessage, useStage } from './stage';

describeInBrowser('replying to a message of the bot', () => {
  const stage = useStage();

  const composer = (page: Page, side: 'Slack' | 'Teams') =>
    page.getByRole('combobox', { name: `Message in ${side}` });

  it('a question asked in reply in Teams, the answer in the thread in Slack', async () => {
    const { page, misdeeds } = await stage.open({ width: 1280 });
    await composer(page, 'Slack').fill('/benefits request Visio Professional 2024');
    await composer(page, 'Slack').press('Enter');
    const form = page.getByRole('dialog', { name: 'Request a benefit' });
    await form.getByLabel('Language').selectOption('English');
    await form.getByLabel('Operating system').selectOption('Windows x64');
    await form.getByLabel('Reason').fill('Drawings for the new office.');
    await form.getByRole('button', { name: 'Request' }).click();
    await page.getByRole('dialog').getByText('Now it waits for').waitFor();
    await page.keyboard.press('Escape');

    await become(page, 'Grace Okafor');
    const card = lastMessage(page, 'teams', 'asks for Visio Professional 2024');
    await card
      .getByRole('button', { name: 'Reply to “Ada Lindqvist asks for Visio Professional 2024”' })
      .click();
    expect((await focusedOn(page)).name).toBe('Message in Teams');
    const bar = page.locator('#teams .reply-bar');
    await bar.getByText('In reply to “Ada Lindqvist asks for').waitFor();
    expect(await check(page, 'nameless')).toEqual([]);
    expect(await check(page, 'faint')).toEqual([]);

    // Whoever thinks better of it speaks to the bot as always.
    await page.keyboard.press('Escape');
    await bar.waitFor({ state: 'hidden' });
    await card.getByRole('button', { name: /^Reply to/ }).click();
    await bar.getByRole('button', { name: 'Do not reply to it' }).click();
    await bar.waitFor({ state: 'hidden' });
    expect((await focusedOn(page)).name).toBe('Message in Teams');

    // Nor does it go along to somebody else.
    await card.getByRole('button', { name: /^Reply to/ }).click();
    await become(page, 'Tom Becker');
    expect(await bar.isHidden()).toBe(true);
    await become(page, 'Grace Okafor');

    await card.getByRole('button', { name: /^Reply to/ }).click();
    await composer(page, 'Teams').fill('For how long do you need it?');
    await page.keyboard.press('Enter');
    await lastMessage(page, 'teams', 'For how long do you need it?').first().waitFor();
    await page.locator('#teams .replies-to').getByText('Ada Lindqvist asks for').waitFor();
    expect(await bar.isHidden()).toBe(true);

    await become(page, 'Ada Lindqvist');
    const question = lastMessage(page, 'slack', 'Grace Okafor has a question');
    await question.getByRole('button', { name: /^Reply to/ }).click();
    await composer(page, 'Slack').fill('/benefits mine');
    await page.keyboard.press('Enter');
    await page.getByText('/benefits is not supported in threads. Sorry!').waitFor();
    await question.getByRole('button', { name: /^Reply to/ }).click();
    await composer(page, 'Slack').fill('Until the end of June');
    await page.keyboard.press('Enter');
    await page.locator('#slack .replies-to').getByText('Grace Okafor has a question').first().waitFor();

    await become(page, 'Grace Okafor');
    await lastMessage(page, 'teams', 'Your question was answered')
      .getByText('Until the end of June')
      .waitFor();
    expect(misdeeds).toEqual([]);
    await page.context().close();
  }, 240_000);
});
