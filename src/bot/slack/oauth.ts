import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { wayBackLasts } from '../../core/retention';
import { localeOf } from '../../core/words';
import type { Logger } from '../../log';
import type { Ledger } from '../../store/open';
import { addressOf } from '../address';
import type { Routes } from '../http';
import type { Once } from '../once';
import { codeOf } from './failure';
import { callsOf } from './web-api';
import { sentences } from './words';

/** Our app, as Slack knows it. */
export interface OauthApp {
  clientId: string;
  clientSecret: string;
  stateSecret: string;
}

/** What we ask of a workspace; the same as in the manifest. */
export const scopes = [
  'app_mentions:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'im:history',
  'im:write',
  'users:read',
  'users:read.email',
];

/** Tokens, as Slack answers with them (docs.slack.dev/reference/methods/oauth.v2.access). */
export const OauthAnswer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().optional(),
  expires_in: z.number().positive().optional(),
  bot_user_id: z.string().optional(),
  team: z.object({ id: z.string() }).nullish(),
  enterprise: z.object({ id: z.string() }).nullish(),
  is_enterprise_install: z.boolean().nullish(),
});

/** Tokens for a workspace that lets us in: of our bot, and good for all that we ask for. Anything less would take the place of what works. */
const Installed = OauthAnswer.extend({
  token_type: z.literal('bot'),
  bot_user_id: z.string().min(1),
  scope: z.string().refine((given) => {
    const all = new Set(given.split(','));
    return scopes.every((scope) => all.has(scope));
  }),
});

/** When tokens of an answer run out; nothing where they do not. */
export const expiryIn = (
  { expires_in: seconds }: z.infer<typeof OauthAnswer>,
  now: Date,
): { expiresAt?: Date } => (seconds ? { expiresAt: new Date(now.getTime() + seconds * 1_000) } : {});

/**
 * So many codes are exchanged in a minute, by each copy of the bot: for one address, so that nobody keeps others from installing, and for all. Anybody may come
 * back to us, and Slack counts our exchanges together with our refreshing of tokens (100 a minute, tier 4): without them no workspace could be answered.
 */
const mostExchanges = { each: 10, all: 40, within: 60_000 };
const cookie = 'benefits-slack-state';

/**
 * `GET /slack/install` leads to Slack's page on which an admin of a workspace lets us in; from there they come back to `GET /slack/oauth_redirect`. What
 * comes back counts only in the browser in which it began: the state is signed by us, and its other half is a cookie. A workspace that `SLACK_TEAM_IDS` does not name
 * stays outside.
 */
export function oauthRoutes({
  app,
  kept,
  once,
  homes,
  apiUrl,
  installed,
  now,
  log,
}: {
  app: OauthApp;
  kept: Pick<Ledger, 'install'>;
  once: Once;
  homes: ReadonlySet<string>;
  apiUrl: string | undefined;
  /** Told of a workspace that has just installed the app. */
  installed(team: string): void;
  now(): Date;
  log: Logger;
}): Routes {
  const slack = new WebClient(undefined, callsOf(apiUrl, log));
  /** Slack's own page, or an emulator's beside its Web API. */
  const authorize = new URL('/oauth/v2/authorize', apiUrl ?? 'https://slack.com');
  const states = makeStates(app.stateSecret, Date.now);
  const exchange = atMost(mostExchanges, now);

  return {
    'GET /slack/install': (_request, response) => {
      const { state, nonce } = states.make();
      const to = new URL(authorize);
      to.search = new URLSearchParams({
        client_id: app.clientId,
        scope: scopes.join(','),
        state,
      }).toString();
      response
        .writeHead(302, {
          location: to.href,
          'set-cookie': `${cookie}=${nonce}; Path=/slack; Max-Age=${wayBackLasts / 1_000}; HttpOnly; Secure; SameSite=Lax`,
          'cache-control': 'no-store',
          'content-length': 0,
        })
        .end();
    },

    'GET /slack/oauth_redirect': async (request, response) => {
      const words = sentences[localeOf(request.headers['accept-language'])].install;
      const { searchParams: given } = new URL(request.url ?? '/', 'http://us');
      const nonce = nonceIn(request);
      if (!states.isOurs(given.get('state') ?? '', nonce)) return say(response, 400, words.tooLate);
      const code = given.get('code');
      if (!code) return say(response, 200, words.cancelled);
      if (!exchange.begins(addressOf(request))) return say(response, 429, words.busy);
      if (!(await once.take('way-back', digestOf(nonce)))) return say(response, 400, words.tooLate);
      try {
        const answer = Installed.parse(
          await slack.oauth.v2.access({ client_id: app.clientId, client_secret: app.clientSecret, code }),
        );
        const team = answer.is_enterprise_install ? answer.enterprise?.id : answer.team?.id;
        if (!team || !homes.has(team)) {
          log.warn({ team }, 'slack-team-not-listed');
          return say(response, 403, words.notListed(team ?? '–'));
        }
        await kept.install(
          {
            team,
            botUser: answer.bot_user_id,
            token: answer.access_token,
            ...(answer.refresh_token && { refresh: answer.refresh_token }),
            ...expiryIn(answer, now()),
          },
          now(),
        );
        installed(team);
        log.info({ team }, 'slack-installed');
        return say(response, 200, words.done);
      } catch (error) {
        log.warn({ code: codeOf(error) }, 'slack-not-installed');
        return say(response, 502, words.failed);
      }
    },
  };
}

/** States that only we can make, each good in one browser and for some minutes. @param now milliseconds of the world's clock */
function makeStates(secret: string, now: () => number) {
  const sign = (nonce: string, at: string) =>
    createHmac('sha256', secret).update(`slack-state|${nonce}|${at}`).digest('base64url');
  return {
    make() {
      const nonce = randomBytes(18).toString('base64url');
      const at = String(now());
      return { nonce, state: `${at}.${sign(nonce, at)}` };
    },
    isOurs(state: string, nonce: string): boolean {
      const [at = '', mac = ''] = state.split('.');
      const age = now() - Number(at);
      const right = Buffer.from(sign(nonce, at));
      const given = Buffer.from(mac);
      return (
        nonce !== '' &&
        age >= 0 &&
        age <= wayBackLasts &&
        given.length === right.length &&
        timingSafeEqual(given, right)
      );
    },
  };
}

/** Half of a state is the secret of a browser: none of it is kept. */
const digestOf = (nonce: string): string => createHash('sha256').update(nonce).digest('base64url');

/** Counts what begins, so that no more begins within a time, in milliseconds, than is good for one address and for all. */
function atMost({ each, all, within }: { each: number; all: number; within: number }, now: () => Date) {
  let begun: Array<{ at: number; by: string }> = [];
  return {
    begins(by: string): boolean {
      const at = now().getTime();
      begun = begun.filter((one) => at - one.at < within);
      if (begun.length >= all || begun.filter((one) => one.by === by).length >= each) return false;
      begun.push({ at, by });
      return true;
    },
  };
}

const nonceIn = ({ headers }: IncomingMessage): string =>
  new RegExp(`(?:^|;\\s*)${cookie}=([A-Za-z0-9_-]{24})(?:;|$)`).exec(headers.cookie ?? '')?.[1] ?? '';

function say(response: ServerResponse, status: number, sentence: string): void {
  response
    .writeHead(status, {
      'content-type': 'text/plain; charset=utf-8',
      'content-length': Buffer.byteLength(sentence),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'set-cookie': `${cookie}=; Path=/slack; Max-Age=0; HttpOnly; Secure; SameSite=Lax`,
    })
    .end(sentence);
}
