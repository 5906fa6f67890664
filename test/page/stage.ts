import type { Browser, Locator, Page } from 'playwright-core';
import { launch, openPage, type Watched } from './browser';
import { built, type Home, makeHome } from './program';

/** A running playground and a browser for the tests of one file; both end with them. */
export function useStage(): { open(look: Parameters<typeof openPage>[2]): Promise<Watched> } {
  let home: Home | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    await built();
    home = await makeHome();
    [browser] = await Promise.all([launch(), home.start()]);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await home?.remove();
  }, 240_000);
  return { open: (look) => openPage(browser as Browser, (home as Home).origin, look) };
}

/** Becomes somebody else by the menu at the top. */
export async function become(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^I am / }).click();
  await page.getByRole('menuitemradio', { name: new RegExp(name) }).click();
  await page.getByRole('button', { name: new RegExp(`^I am ${name}`) }).waitFor();
}

/** The newest message on a side that says this. */
export const lastMessage = (page: Page, side: 'slack' | 'teams', text: string | RegExp): Locator =>
  page.locator(`#${side} .message`).filter({ hasText: text }).last();
