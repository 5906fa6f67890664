import { describeInBrowser } from './browser';
import { become, lastMessage, useStage } from './stage';

describeInBrowser('the compose box of Teams on the page', () => {
  const stage = useStage();

  it('a benefit is found by its name and shared in a channel, and a colleague asks for it there', async () => {
    const { page, misdeeds } = await stage.open({ width: 1280 });
    await become(page, 'Tom Becker');
    await page.locator('#teams').getByRole('button', { name: 'General' }).click();
    await page.getByRole('button', { name: 'Share from Partner Benefits' }).click();
    await page.getByRole('searchbox', { name: 'Search in Partner Benefits' }).fill('visio');
    await page.getByRole('button', { name: 'Visio Professional 2024' }).click();
    const shared = lastMessage(page, 'teams', 'Visio Professional 2024');
    await shared.getByText('How you get it').waitFor();

    await become(page, 'Grace Okafor');
    await page.locator('#teams').getByRole('button', { name: 'General' }).click();
    await lastMessage(page, 'teams', 'Visio Professional 2024')
      .getByRole('button', { name: /^Request/ })
      .click();
    await page
      .getByRole('dialog', { name: 'Request a benefit' })
      .getByLabel(/^Reason/)
      .waitFor();
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Share from Partner Benefits' }).click();
    await page
      .getByRole('group', { name: 'Share from Partner Benefits' })
      .getByRole('button', { name: 'Request a benefit' })
      .click();
    await page
      .getByRole('dialog', { name: 'Request a benefit' })
      .getByRole('combobox', { name: 'Benefit' })
      .waitFor();
    expect(misdeeds).toEqual([]);
    await page.context().close();
  }, 240_000);
});
