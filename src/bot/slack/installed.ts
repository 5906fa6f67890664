import { setTimeout as wait } from 'node:timers/promises';
import { WebClient } from '@slack/web-api';
import type { Logger } from '../../log';
import type { Installation } from '../../store/installations';
import type { Ledger } from '../../store/open';
import { codeOf, isRejected } from './failure';
import { expiryIn, OauthAnswer, type OauthApp } from './oauth';
import { callsOf, clientsOf } from './web-api';
import type { Workspace, Workspaces } from './workspaces';

/** What is kept of installations. */
export type Installations = Pick<
  Ledger,
  'installation' | 'installedTeams' | 'claimRefresh' | 'refreshed' | 'gaveUpRefresh'
>;

/** Tokens last 12 h (docs.slack.dev/authentication/using-token-rotation); with less than this left they are refreshed. */
const refreshBefore = 2 * 3_600_000;
/** For how long nobody else refreshes what one has begun to. */
const refreshWithin = 15_000;
/** How old what we know of an installation may be: another copy of the bot may have refreshed it, or it is gone. */
const recent = 10_000;
/** Whoever has only tokens that have run out waits so long for who is refreshing them. */
const [patience, step] = [5_000, 100];

interface Known {
  at: number;
  version: number;
  workspace: Workspace;
}

/**
 * A client for each workspace, with that workspace's own token. A refresh token is good once, so tokens are refreshed by one at a time: within this process
 * by a promise they all wait for, among several by a lease in the database. No transaction is open while Slack is asked.
 */
export function installedWorkspaces({
  app,
  kept,
  homes,
  apiUrl,
  now,
  log,
}: {
  app: OauthApp;
  kept: Installations;
  /** Which workspaces may have it. */
  homes: ReadonlySet<string>;
  apiUrl: string | undefined;
  now(): Date;
  log: Logger;
}): Workspaces {
  const known = new Map<string, Known>();
  const looking = new Map<string, Promise<Workspace | undefined>>();
  const slack = new WebClient(undefined, callsOf(apiUrl, log));

  const lastsFor = ({ expiresAt }: Installation): number =>
    expiresAt ? expiresAt.getTime() - now().getTime() : Number.POSITIVE_INFINITY;

  async function find(team: string): Promise<Workspace | undefined> {
    const found = homes.has(team) ? await kept.installation(team) : undefined;
    const installation = found && (await lasting(found));
    if (!installation) {
      known.delete(team);
      return undefined;
    }
    const { version, token, botUser } = installation;
    const before = known.get(team);
    const workspace =
      before?.version === version ? before.workspace : { ...clientsOf(token, apiUrl, log), ourself: botUser };
    known.set(team, { at: performance.now(), version, workspace });
    return workspace;
  }

  /** The installation with tokens that last; as it is, where they do still and could not be refreshed. */
  async function lasting(installation: Installation): Promise<Installation | undefined> {
    if (!installation.refresh || lastsFor(installation) > refreshBefore) return installation;
    if (await kept.claimRefresh(installation, now(), refreshWithin)) return refresh(installation);
    // Somebody else is at it. What we have is good meanwhile, or has to be waited for.
    for (let waited = 0; ; waited += step) {
      const current = await kept.installation(installation.team);
      if (!current || current.version !== installation.version || lastsFor(current) > 0) return current;
      if (waited >= patience) return current;
      await wait(step);
    }
  }

  async function refresh(installation: Installation): Promise<Installation | undefined> {
    const { team, refresh: token = '' } = installation;
    try {
      const answer = OauthAnswer.parse(
        await slack.oauth.v2.access({
          client_id: app.clientId,
          client_secret: app.clientSecret,
          grant_type: 'refresh_token',
          refresh_token: token,
        }),
      );
      await kept.refreshed(installation, {
        token: answer.access_token,
        ...(answer.refresh_token && { refresh: answer.refresh_token }),
        ...expiryIn(answer, now()),
      });
      log.info({ team }, 'slack-token-refreshed');
    } catch (error) {
      await kept.gaveUpRefresh(installation);
      log[isRejected(error) ? 'error' : 'warn']({ team, code: codeOf(error) }, 'slack-token-not-refreshed');
    }
    return kept.installation(team);
  }

  async function of(home: string | null): Promise<Workspace | undefined> {
    const team = home ?? (await kept.installedTeams()).find((one) => homes.has(one));
    if (!team) return undefined;
    const recently = known.get(team);
    if (recently && performance.now() - recently.at < recent) return recently.workspace;
    const asked = looking.get(team) ?? find(team).finally(() => looking.delete(team));
    looking.set(team, asked);
    return asked;
  }

  return {
    of,
    ourselfIn: (home) => known.get(home)?.workspace.ourself,
    homes: async () => (await kept.installedTeams()).filter((team) => homes.has(team)),
    forget: (home) => void known.delete(home),
    start: async () => {
      const installed = (await kept.installedTeams()).filter((team) => homes.has(team));
      for (const team of installed) await of(team);
      log.info({ installed }, 'slack-installations');
    },
    stop() {},
  };
}
