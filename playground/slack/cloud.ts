import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Slack } from './index';
import { argumentsOf } from './web-api';

/** Tokens with rotation last 12 h; the page of an installation is good for 10 minutes. docs.slack.dev/authentication/using-token-rotation, installing-with-oauth */
export const tokenLives = 12 * 3_600_000;
const codeLives = 10 * 60_000;

type Grant = { team: string; at: number; scope: string };

/**
 * Several workspaces behind one address, as Slack has them, and the page on which an admin lets an app in. Which workspace a call is for says its token; each
 * workspace has response URLs of its own below `/w/<team>`.
 */
export function createCloud({
  clientId,
  clientSecret,
  botUrl,
  baseUrl,
  workspaces,
  rotation,
  now = Date.now,
}: {
  clientId: string;
  clientSecret: string;
  /** Where the bot's own pages are, without a path. */
  botUrl: string;
  baseUrl: string;
  workspaces: readonly Slack[];
  rotation: boolean;
  now?: () => number;
}) {
  const codes = new Map<string, Grant>();
  const refreshTokens = new Map<string, string>();
  const asked: Record<string, string>[] = [];
  for (const one of workspaces) {
    one.baseUrl = `${baseUrl}/w/${one.team.id}`;
    one.takeToken(undefined);
  }
  const workspaceOf = (team: string): Slack => {
    const found = workspaces.find((one) => one.team.id === team);
    if (!found) throw new Error(`There is no workspace ${team}.`);
    return found;
  };

  /** New tokens for a workspace; those before stay good until they run out. `scope`: what they are good for, where it is an admin who gives it. */
  function grant(team: string, scope = '') {
    const token = `xoxe.xoxb-${randomUUID()}`;
    workspaceOf(team).takeToken({ token, ...(rotation && { until: now() + tokenLives }) });
    const refresh = `xoxe-1-${randomUUID()}`;
    if (rotation) refreshTokens.set(refresh, team);
    return {
      ok: true,
      access_token: token,
      token_type: 'bot',
      scope,
      bot_user_id: workspaceOf(team).app.botUserId,
      app_id: workspaceOf(team).app.id,
      team: { id: team, name: workspaceOf(team).team.name },
      enterprise: null,
      is_enterprise_install: false,
      ...(rotation && { refresh_token: refresh, expires_in: tokenLives / 1_000 }),
    };
  }

  /** docs.slack.dev/reference/methods/oauth.v2.access */
  function access(args: Record<string, string>): Record<string, unknown> {
    asked.push(args);
    const refuse = (error: string) => ({ ok: false, error });
    if (args.client_id !== clientId) return refuse('invalid_client_id');
    if (args.client_secret !== clientSecret) return refuse('bad_client_secret');
    if (args.grant_type === 'refresh_token') {
      const team = refreshTokens.get(args.refresh_token ?? '');
      // A refresh token is good once.
      if (!refreshTokens.delete(args.refresh_token ?? '') || !team) return refuse('invalid_refresh_token');
      return grant(team);
    }
    const found = codes.get(args.code ?? '');
    codes.delete(args.code ?? '');
    if (!found) return refuse('invalid_code');
    return now() - found.at > codeLives ? refuse('code_expired') : grant(found.team, found.scope);
  }

  return {
    /** Every call of `oauth.v2.access`, with what it brought. */
    asked,
    workspaceOf,

    /** Answers whatever is Slack's; false, untouched, for anything else. */
    async handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
      const url = new URL(request.url ?? '/', 'http://slack');
      if (url.pathname === '/api/oauth.v2.access') {
        const parts: Buffer[] = [];
        for await (const part of request) parts.push(part as Buffer);
        const args = argumentsOf(request.headers, Buffer.concat(parts).toString('utf8'), url.searchParams);
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(access(args as Record<string, string>)));
        return true;
      }
      const [, team, rest] = /^\/w\/(\w+)(\/.*)$/.exec(request.url ?? '') ?? [];
      if (team && rest) {
        request.url = rest;
        return workspaceOf(team).handle(request, response);
      }
      if (!url.pathname.startsWith('/api/')) return false;
      const token = /^Bearer\s+(.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
      // A token of nobody's is refused by whichever workspace it is shown to.
      const whose = workspaces.find((one) => one.hasToken(token)) ?? workspaces[0];
      return whose ? whose.handle(request, response) : false;
    },

    /**
     * An admin of a workspace opens our page, is led to Slack's and presses Allow there, or Cancel; resolves with what they read at the end.
     * `browser`: whether they come back in the browser in which they began; `again`: with a new code and the state they have come back with already, to the copy of the bot at this address;
     * `scope`: what they give instead of what they were asked for.
     */
    async install(
      team: string,
      { press = 'Allow', browser = 'the same', language = 'en', again, scope, from }: Partial<Pressing> = {},
    ): Promise<{ status: number; text: string }> {
      const begun = await fetch(`${botUrl}/slack/install`, { redirect: 'manual' });
      const page = new URL(begun.headers.get('location') ?? '');
      if (page.origin !== new URL(baseUrl).origin || page.pathname !== '/oauth/v2/authorize')
        throw new Error(`This is not Slack’s page: ${page}`);
      if (page.searchParams.get('client_id') !== clientId) throw new Error('Slack knows no such app.');
      const cookie = begun.headers.get('set-cookie')?.split(';')[0] ?? '';
      const comeBack = async (to: string) => {
        const code = randomUUID();
        codes.set(code, { team, at: now(), scope: scope ?? page.searchParams.get('scope') ?? '' });
        const back = new URLSearchParams({
          ...(press === 'Allow' ? { code } : { error: 'access_denied' }),
          state: page.searchParams.get('state') ?? '',
        });
        const ended = await fetch(`${to}/slack/oauth_redirect?${back}`, {
          redirect: 'manual',
          headers: {
            'accept-language': language,
            ...(browser === 'the same' && { cookie }),
            ...(from && { 'x-forwarded-for': from }),
          },
        });
        return { status: ended.status, text: await ended.text() };
      };
      const ended = await comeBack(botUrl);
      return again === undefined ? ended : comeBack(again);
    },

    /** An admin removes the app: its tokens are no good from then on, and the bot is told twice. */
    async uninstall(team: string): Promise<void> {
      const workspace = workspaceOf(team);
      workspace.takeToken(undefined);
      await workspace.tell({ type: 'app_uninstalled' });
      await workspace.tell({ type: 'tokens_revoked', tokens: { oauth: [], bot: [workspace.app.botUserId] } });
    },
  };
}

interface Pressing {
  press: 'Allow' | 'Cancel';
  browser: 'the same' | 'another';
  language: string;
  again: string;
  scope: string;
  /** The address of the browser, as a proxy before the bot names it. */
  from: string;
}
export type Cloud = ReturnType<typeof createCloud>;
