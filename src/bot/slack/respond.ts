import { ResponseUrlError } from './failure';

/** As long as Slack itself would wait, and some. */
const patience = 8_000;

/** Slack's own host, or an emulator on this machine: nobody else is told anything, however well an address was signed. */
const isSlacks = (url: string): boolean =>
  /^https:\/\/hooks\.slack\.com\//.test(url) || /^http:\/\/(127\.0\.0\.1|localhost|\[::1\]):\d+\//.test(url);

/** Posts to a response URL: up to five times in 30 minutes (docs.slack.dev/interactivity/handling-user-interaction). */
export async function respond(url: string, body: object): Promise<void> {
  if (!isSlacks(url)) throw new ResponseUrlError(0);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  });
  await response.body?.cancel();
  if (!response.ok) throw new ResponseUrlError(response.status);
}
