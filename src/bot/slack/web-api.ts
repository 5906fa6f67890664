import { type Logger, LogLevel, WebClient, type WebClientOptions } from '@slack/web-api';
import type { Logger as Log } from '../../log';

/**
 * How we call Slack. No retries here: a message whose answer was lost would be sent twice, and the courier tries again by
 * its own rules. No `headers`: a client writes its token into the object it is given, and clients would share it.
 */
export function callsOf(apiUrl: string | undefined, log: Log, timeout = 8_000): WebClientOptions {
  return {
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
    logger: packagesLogger(log),
    timeout,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  };
}

/** Clients for one workspace; `look` gives up early, as whoever waits for the directory has a second. */
export const clientsOf = (token: string, apiUrl: string | undefined, log: Log) => ({
  web: new WebClient(token, callsOf(apiUrl, log)),
  look: new WebClient(token, callsOf(apiUrl, log, 2_000)),
});

/** Every kind of token there is (https://docs.slack.dev/authentication/tokens, 2026-11). */
const token = /\bx(?:ox[a-z](?:\.xox[a-z])?|app|wfp)-[\w-]+/g;

/**
 * What Slack's packages say, in our log, up to the first colon: after it they may quote a body. Their debug lines hold
 * what people wrote.
 */
export function packagesLogger(log: Log): Logger {
  const say = (level: 'warn' | 'error') => (first: unknown) =>
    log[level](
      { said: String(first).split(':')[0]?.replace(token, '[hidden]').slice(0, 120) },
      'slack-package',
    );
  return {
    debug: () => {},
    info: () => {},
    warn: say('warn'),
    error: say('error'),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
