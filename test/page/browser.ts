import { existsSync, readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const found = places.find((place) => existsSync(place));

/**
 * `describe` where a browser was found. Elsewhere the tests are left out with a sentence; on the build machine, where one is
 * installed on purpose, they fail.
 */
export function describeInBrowser(name: string, tests: () => void): void {
  if (found) describe(name, tests);
  else if (process.env.CI === 'true')
    describe(name, () => {
      it('finds a Chromium', () => {
        throw new Error(`No Chromium or Chrome in any of: ${places.join(', ')}`);
      });
    });
  else {
    console.warn(`Left out, because no Chromium or Chrome was found on this machine: ${name}.`);
    describe.skip(name, tests);
  }
}

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: found as string,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** Everything a page did that it should not: what it wrote to the console, what it threw, whom it called outside this machine. */
export type Watched = { page: Page; misdeeds: string[] };

/** Opens the playground in a browser of nobody's: no memory, this size, this colour scheme. */
export async function openPage(
  browser: Browser,
  origin: string,
  look: { width: number; height?: number; scheme?: 'light' | 'dark' },
): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height ?? 800 },
    colorScheme: look.scheme ?? 'light',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const misdeeds: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) misdeeds.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => misdeeds.push(`threw: ${error.message}`));
  page.on('request', (request) => {
    const { origin: to, protocol } = new URL(request.url());
    if (to !== origin && protocol !== 'data:') misdeeds.push(`called ${to}`);
  });
  page.on('dialog', (dialog) => {
    misdeeds.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(origin);
  await page.locator('#bot[data-state=ready]').waitFor();
  return { page, misdeeds };
}

const inPage = readFileSync(require.resolve('./in-page.js'), 'utf8');

/** Runs one of the checks of `in-page.js` in the page. */
export const check = <T>(page: Page, name: 'nameless' | 'faint' | 'repeatedIds' | 'focused'): Promise<T> =>
  page.evaluate(`(() => {${inPage}\n return pageChecks.${name}(); })()`) as Promise<T>;
