import type { Page } from 'playwright-core';
import type { Screen } from './steps';

/**
 * The page of the Agents Playground, as a person uses it: its private chat is open when it comes up. Its log repeats what was sent within
 * longer lines, so words count only where they stand alone.
 */
export function screenOf(page: Page): Screen {
  const saying = (words: string) => page.getByText(words, { exact: true });
  return {
    async write(text) {
      await page.locator('[contenteditable="true"]').first().fill(text);
      await page.getByRole('button', { name: 'Send Message' }).click();
    },
    press: (label) => page.getByRole('button', { name: label }).last().click(),
    shows: (words) => saying(words).last().waitFor(),
    hides: (words) => saying(words).first().waitFor({ state: 'detached' }),
  };
}
