import { check, describeInBrowser } from './browser';
import { become, lastMessage, useStage } from './stage';

describeInBrowser('giving the bot a file', () => {
  const stage = useStage();
  const file = (name: string, key: string) => ({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(`benefit,key,key_type,seats\nVisio Professional 2024,${key},retail,\n`),
  });

  it('by the paperclip of either side; the card says what it would do, and Import does it', async () => {
    const { page, misdeeds } = await stage.open({ width: 1280 });
    await become(page, 'Max Weber');
    for (const [side, name, key] of [
      ['slack', 'one.csv', 'PGFXS-FAKE2-9QK7M-C3XJT-4HRBD'],
      ['teams', 'two.csv', 'PGFXT-FAKE2-9QK7M-C3XJT-4HRBD'],
    ] as const) {
      const picking = page.waitForEvent('filechooser');
      await page.locator(`#${side}`).getByRole('button', { name: 'Give a file' }).click();
      await (await picking).setFiles(file(name, key));
      await page.locator(`#${side} .shared-file`).getByText(name).waitFor();
      const card = lastMessage(page, side, `${name}: this is what it would do`);
      await card.getByRole('button', { name: 'Import' }).click();
      await page.locator(`#${side}`).getByText(`${name} was imported`).waitFor();
    }
    expect(await check(page, 'nameless')).toEqual([]);
    expect(await check(page, 'faint')).toEqual([]);
    expect(misdeeds).toEqual([]);
    await page.context().close();
  }, 240_000);
});
