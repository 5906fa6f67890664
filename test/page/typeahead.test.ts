import type { Page } from 'playwright-core';
import { describeInBrowser } from './browser';
import { become, lastMessage, useStage } from './stage';

/** What the page asks the app while somebody types. */
function watchLookUps(page: Page): { dataset: string; text: string }[] {
  const asked: { dataset: string; text: string }[] = [];
  page.on('request', (request) => {
    if (!request.url().includes('/page/act')) return;
    const what = request.postDataJSON() as { do: string; dataset: string; text: string };
    if (what.do === 'teams.look-up') asked.push({ dataset: what.dataset, text: what.text });
  });
  return asked;
}

describeInBrowser('a field of Teams that looks things up', () => {
  const stage = useStage();

  it('a benefit beyond the first fifteen is found by typing, and asked for', async () => {
    const { page, misdeeds } = await stage.open({ width: 1280 });
    await become(page, 'Grace Okafor');
    const asked = watchLookUps(page);
    await page.getByRole('button', { name: 'Share from Partner Benefits' }).click();
    await page
      .getByRole('group', { name: 'Share from Partner Benefits' })
      .getByRole('button', { name: 'Request a benefit' })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Request a benefit' });
    const box = dialog.getByRole('combobox', { name: /^Benefit/ });
    await box.click();
    await dialog.getByRole('option').first().waitFor();
    const atFirst = await dialog.getByRole('option').allTextContents();
    expect(atFirst).toHaveLength(15);
    expect(atFirst).not.toContain('Visual Studio Enterprise Subscription');

    await box.fill('enterprise sub');
    await dialog.getByRole('option', { name: 'Visual Studio Enterprise Subscription' }).click();
    // What was written in one go is one question.
    expect(asked).toEqual([{ dataset: 'benefits', text: 'enterprise sub' }]);
    await dialog.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('dialog').getByText('Visual Studio Enterprise Subscription').first().waitFor();
    await page.getByLabel(/^Reason/).waitFor();
    expect(misdeeds).toEqual([]);
    await page.context().close();
  }, 240_000);

  it('an admin finds somebody by a part of the name, and the arrow keys choose', async () => {
    const { page, misdeeds } = await stage.open({ width: 1280 });
    await become(page, 'Max Weber');
    const asked = watchLookUps(page);
    await page.getByRole('combobox', { name: 'Message in Teams' }).fill('home');
    await page.keyboard.press('Enter');
    await page.locator('#teams').getByRole('button', { name: 'Find a person' }).click();
    const dialog = page.getByRole('dialog', { name: 'Find a person' });
    const box = dialog.getByRole('combobox', { name: /^Person/ });
    await box.fill('okaf');
    await dialog.getByRole('option', { name: /Grace Okafor/ }).waitFor();
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    await box.press('ArrowDown');
    await box.press('Enter');
    expect(await box.inputValue()).toMatch(/Grace Okafor/);
    expect(asked).toEqual([{ dataset: 'people', text: 'okaf' }]);
    await dialog.getByRole('button', { name: 'Next' }).click();
    await lastMessage(page, 'teams', 'grace@contoso.example').getByText('Holds nothing.').waitFor();
    expect(misdeeds).toEqual([]);
    await page.context().close();
  }, 240_000);
});
