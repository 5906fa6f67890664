// Draws docs/playground.png from the real page: a playground in a folder of its own lives through the beginning of the story, and a
// Chromium takes the picture. Run it when the page has changed: node scripts/picture.mjs
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBuilt, ensureInstalled, root } from './prepare.mjs';

const browsers = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const executablePath = browsers.find((place) => existsSync(place));
if (!executablePath) {
  console.error(`A Chromium is needed for this, at one of: ${browsers.join(', ')}`);
  process.exit(1);
}
await ensureInstalled();
await ensureBuilt();

const folder = mkdtempSync(join(tmpdir(), 'benefits-picture-'));
const playground = spawn(process.execPath, [join(root, 'dist', 'playground', 'main.js')], {
  cwd: folder,
  env: { ...process.env, PORT: '3998', PLAYGROUND_PORT: '3999' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const browser = await chromium.launch({
  executablePath,
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
});
try {
  await new Promise((resolve, reject) => {
    playground.stdout.on('data', (part) => String(part).includes('Ready: ') && resolve());
    playground.on('exit', () => reject(new Error('The playground did not start.')));
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto('http://127.0.0.1:3999');

  await page.getByRole('button', { name: /Step 1/ }).click();
  await page.getByRole('combobox', { name: 'Message in Slack' }).press('Enter');
  const form = page.getByRole('dialog');
  await form.getByLabel('Language').selectOption('English');
  await form.getByLabel('Operating system').selectOption('Windows x64');
  await form.getByLabel('Reason').fill('I draw the network of our new office and have only the viewer.');
  await form.getByRole('button', { name: 'Request' }).click();
  await form.getByText('Now it waits for').waitFor();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: /Step 2/ }).click();
  await page.getByRole('button', { name: /^I am Grace/ }).waitFor();
  await page.getByRole('combobox', { name: 'Message in Slack' }).fill('/benefits list visual studio');
  await page.keyboard.press('Enter');
  await page.locator('#slack').getByText('Visual Studio Enterprise Subscription').waitFor();
  await page.getByRole('combobox', { name: 'Message in Slack' }).fill('I need a Windows Server key');
  await page.keyboard.press('Enter');
  await page.locator('#slack').getByText('Which one do you mean?').waitFor();
  for (const close of await page.getByRole('button', { name: 'Dismiss notification' }).all())
    await close.click();
  await page.evaluate('document.activeElement.blur()');
  await page.mouse.move(640, 795);
  await page.screenshot({ path: join(root, 'docs', 'playground.png') });
  console.log('docs/playground.png is drawn.');
} finally {
  await browser.close();
  const gone = new Promise((resolve) => playground.on('exit', resolve));
  playground.kill('SIGTERM');
  if (playground.exitCode === null) await gone;
  rmSync(folder, { recursive: true, force: true });
}
