import { spawn } from 'node:child_process';
import { launch } from '../page/browser';
import { openBot } from './bot';
import { screenOf } from './screen';
import { walk } from './steps';

/** `main.ts <cli.js of the Agents Playground> <port>`: exit code 0 when every step was seen, else 1 and what was not. */
async function main([program = '', port = '']: string[]): Promise<void> {
  const browser = await launch();
  const bot = await openBot();
  const playground = spawn(
    process.execPath,
    // The last word keeps it from reporting to Microsoft how it is used.
    [program, 'start', '-e', bot.endpoint, '-c', 'msteams', '-p', port, '--dt'],
    { env: { ...process.env, BROWSER: 'none' }, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  try {
    const ended = new Promise<never>((_, reject) => {
      playground.once('error', reject);
      playground.once('exit', (code) => reject(new Error(`The Agents Playground ended with ${code}.`)));
    });
    const steps = async () => {
      const address = `http://127.0.0.1:${port}`;
      await untilAnswered(address);
      const page = await browser.newPage();
      page.setDefaultTimeout(15_000);
      // Its page asks Microsoft for fonts; it works without them.
      await page.route(
        (url) => url.hostname !== '127.0.0.1' && url.hostname !== 'localhost',
        (route) => route.abort(),
      );
      await page.goto(address);
      await walk(screenOf(page), bot, (step) => console.log(`seen: ${step}`));
    };
    await Promise.race([steps(), ended]);
    console.log('The Teams side works in the Agents Playground.');
  } finally {
    await browser.close();
    playground.removeAllListeners('exit').kill();
    await bot.close();
  }
}

/** Resolves when a page is there. Rejects after half a minute. */
async function untilAnswered(address: string): Promise<void> {
  const end = Date.now() + 30_000;
  for (;;) {
    const there = await fetch(address).then(
      ({ ok }) => ok,
      () => false,
    );
    if (there) return;
    if (Date.now() > end) throw new Error(`The Agents Playground did not open its page at ${address}.`);
    await new Promise((again) => setTimeout(again, 200));
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
