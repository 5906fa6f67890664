import { check, describeInBrowser } from './browser';
import { focusedOn } from './keyboard';
import { lastMessage, useStage } from './stage';

describeInBrowser('the page, for everybody', () => {
  const stage = useStage();

  const looks = [
    { width: 1280, scheme: 'light' },
    { width: 1280, scheme: 'dark' },
    { width: 400, scheme: 'light' },
    { width: 400, scheme: 'dark' },
  ] as const;

  it.each(looks)(
    'can be read and used by everybody: $width, $scheme',
    async (look) => {
      const { page, misdeeds } = await stage.open(look);
      const sound = async (where: string) => {
        expect([where, await check(page, 'nameless')]).toEqual([where, []]);
        expect([where, await check(page, 'faint')]).toEqual([where, []]);
        expect([where, await check(page, 'repeatedIds')]).toEqual([where, []]);
        expect([where, await page.evaluate('document.documentElement.scrollWidth <= innerWidth')]).toEqual([
          where,
          true,
        ]);
      };
      const show = async (side: 'Slack' | 'Teams') => {
        if (look.width < 860) await page.getByRole('tab', { name: side }).click();
      };
      await show('Slack');
      await sound('start');
      await page.getByRole('combobox', { name: 'Message in Slack' }).fill('/benefits ');
      await page.locator('#slack').getByRole('option').first().waitFor();
      await sound('completion');
      await page
        .getByRole('combobox', { name: 'Message in Slack' })
        .fill('/benefits show Windows 11 Enterprise');
      await page.keyboard.press('Enter');
      await lastMessage(page, 'slack', 'Special instructions').waitFor();
      await sound('answer in Slack');
      await page
        .getByRole('combobox', { name: 'Message in Slack' })
        .fill('/benefits request Windows Server 2025 Standard');
      await page.keyboard.press('Enter');
      const form = page.getByRole('dialog', { name: 'Request a benefit' });
      await form.getByRole('button', { name: 'Request' }).click();
      await form.getByText('Please complete this required field.').first().waitFor();
      await sound('form with sentences');

      // The modal keeps the keyboard, and Escape gives it back.
      for (let stop = 0; stop < 12; stop++) {
        await page.keyboard.press('Tab');
        const inside = await page.evaluate(
          'document.activeElement === document.body || document.querySelector("dialog").contains(document.activeElement)',
        );
        expect(inside).toBe(true);
      }
      await page.keyboard.press('Escape');
      await form.waitFor({ state: 'detached' });
      expect((await focusedOn(page)).name).toBe('Message in Slack');

      await show('Teams');
      await page.getByRole('combobox', { name: 'Message in Teams' }).fill('list software');
      await page.keyboard.press('Enter');
      await lastMessage(page, 'teams', 'Windows Server 2022 Standard').waitFor();
      await sound('answer in Teams');
      const benefit = page.locator('#teams').getByRole('button', { name: 'Request: Windows 11 Enterprise' });
      await benefit.last().click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(/^Reason/).waitFor();
      await dialog.getByRole('button', { name: 'Request', exact: true }).click();
      await dialog.getByText('Reason is needed.').waitFor();
      await sound('form in Teams with sentences');
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: /^I am / }).click();
      await page.getByRole('menuitemradio').first().waitFor();
      await sound('menu of people');
      await page.keyboard.press('Escape');
      expect((await focusedOn(page)).name).toMatch(/^I am/);
      expect(misdeeds).toEqual([]);
      await page.context().close();
    },
    60_000,
  );
});
