import { check, describeInBrowser } from './browser';
import { become, lastMessage, useStage } from './stage';

describeInBrowser('the Home tab and the shortcuts of the app', () => {
  const stage = useStage();

  it('shows what matters, finds what is typed, and opens what is pressed', async () => {
    const { page, misdeeds } = await stage.open({ width: 1280 });
    const home = page.locator('#slack').getByRole('tabpanel', { name: 'Home' });
    await page.getByRole('tab', { name: 'Home' }).click();
    await home.getByText('You hold nothing yet.').waitFor();
    expect(await page.locator('#slack .messages').isVisible()).toBe(false);
    expect(await check(page, 'nameless')).toEqual([]);
    expect(await check(page, 'faint')).toEqual([]);
    expect(await check(page, 'repeatedIds')).toEqual([]);

    const field = home.getByLabel('Search the catalogue');
    await field.fill('vizio');
    await field.press('Enter');
    await home.getByText('“vizio”').waitFor();
    expect(await home.getByRole('button', { name: /^Request/ }).count()).toBe(1);
    expect(await field.inputValue()).toBe('vizio');

    await home.getByRole('button', { name: /^Request/ }).click();
    const form = page.getByRole('dialog', { name: 'Request a benefit' });
    await form.getByLabel('Reason').waitFor();
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'hidden' });

    // Somebody else sees their own, without a press.
    await become(page, 'Tom Becker');
    await home.getByText('You hold nothing yet.').waitFor();

    await page.getByRole('tab', { name: 'Messages' }).click();
    await page.locator('#slack .messages').waitFor();
    expect(misdeeds).toEqual([]);
    await page.context().close();
  }, 120_000);

  it('a shortcut opens the form, and its field looks up what is typed', async () => {
    const { page, misdeeds } = await stage.open({ width: 1280 });
    await page.locator('#slack').getByRole('button', { name: 'Request a benefit' }).click();
    const pick = page.getByRole('dialog', { name: 'Request a benefit' });
    const benefit = pick.getByRole('combobox', { name: 'Benefit' });
    await benefit.fill('azure');
    await pick.locator('datalist option[value="Microsoft Azure credit"]').waitFor({ state: 'attached' });
    await benefit.fill('Microsoft Azure credit');
    await pick.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('dialog').getByLabel('Reason').waitFor();
    await page.keyboard.press('Escape');

    // What somebody wrote in a channel leads to the form for that person.
    await page
      .getByRole('button', { name: /general/ })
      .first()
      .click();
    await page.getByRole('combobox', { name: 'Message in Slack' }).fill('I start on Monday');
    await page.keyboard.press('Enter');
    await lastMessage(page, 'slack', 'I start on Monday').waitFor();
    await become(page, 'Tom Becker');
    await page
      .locator('#slack')
      .getByRole('button', { name: /general/ })
      .first()
      .click();
    await lastMessage(page, 'slack', 'I start on Monday')
      .getByRole('button', { name: 'Request a benefit for Ada Lindqvist' })
      .click();
    const forHer = page.getByRole('dialog', { name: 'Request a benefit' });
    await forHer.getByText('For Ada Lindqvist').waitFor();
    await forHer.getByRole('combobox', { name: 'Benefit' }).fill('Visual Studio Enterprise Subscription');
    await forHer.getByRole('button', { name: 'Next' }).click();
    const person = page.getByRole('dialog').getByLabel('Person');
    await person.waitFor();
    expect(await person.locator('option:checked').textContent()).toBe('Ada Lindqvist');
    expect(misdeeds).toEqual([]);
    await page.context().close();
  }, 120_000);
});
