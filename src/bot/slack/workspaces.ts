import type { WebClient } from '@slack/web-api';
import type { Logger } from '../../log';
import { codeOf, isRejected } from './failure';
import { clientsOf } from './web-api';

/** What we have in one workspace: clients with its own token, and our own id as a user there, as soon as it is known. */
export interface Workspace {
  web: WebClient;
  /** Gives up early, as whoever waits for the directory has a second. */
  look: WebClient;
  ourself?: string | undefined;
}

/** The workspaces we speak in. */
export interface Workspaces {
  /** That of a home; of an account whose home nobody knows yet, the first. Undefined where we are not installed (any more). */
  of(home: string | null): Promise<Workspace | undefined>;
  /** Our own id as a user there, as far as it is known by now. */
  ourselfIn(home: string): string | undefined;
  /** Every home we are installed in. */
  homes(): Promise<string[]>;
  /** What is known of a home is looked up anew: it was installed again, or is gone. */
  forget(home: string): void;
  start(): Promise<void>;
  stop(): void;
}

/** Slack does not take our token. `code` is Slack's error word. */
export class SlackRejected extends Error {
  constructor(readonly code: string) {
    super(`Slack does not accept SLACK_BOT_TOKEN: ${code}`);
  }
}

/** One and the same workspace for every home, as it is. */
export const everywhere = (own: Workspace, homes: readonly string[] = []): Workspaces => ({
  of: async () => own,
  ourselfIn: () => own.ourself,
  homes: async () => [...homes],
  forget() {},
  start: async () => {},
  stop() {},
});

/**
 * One token for all homes: that of the settings. `start` asks Slack once whether it knows us. It rejects with `SlackRejected` when Slack says the token
 * is no good; when Slack does not answer it resolves, and asks again in the background (1 s, then longer, at most a minute apart).
 */
export function ownWorkspace(
  token: string,
  homes: readonly string[],
  apiUrl: string | undefined,
  log: Logger,
): Workspaces {
  const own: Workspace = clientsOf(token, apiUrl, log);
  let asking: NodeJS.Timeout | undefined;
  let stopped = false;

  async function ask(): Promise<void> {
    const { team_id, enterprise_id, user_id } = await own.look.auth.test();
    own.ourself = user_id;
    if (![team_id, enterprise_id].some((id) => homes.includes(id ?? '')))
      log.warn({ team: team_id }, 'slack-team-not-listed');
    log.info('slack-knows-us');
  }

  function askAgain(wait: number): void {
    if (stopped) return;
    asking = setTimeout(() => {
      ask().catch((error) => {
        log[isRejected(error) ? 'error' : 'warn']({ code: codeOf(error) }, 'slack-away');
        askAgain(Math.min(wait * 2, 60_000));
      });
    }, wait).unref();
  }

  return {
    ...everywhere(own, homes),
    async start() {
      try {
        await ask();
      } catch (error) {
        if (isRejected(error)) throw new SlackRejected(codeOf(error));
        log.warn({ code: codeOf(error) }, 'slack-away');
        askAgain(1_000);
      }
    },
    stop() {
      stopped = true;
      clearTimeout(asking);
    },
  };
}
