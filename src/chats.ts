import type { Routes } from './bot/http';
import { onceAmongCopies } from './bot/once';
import type { Pace } from './bot/pace';
import { makeDrawing } from './bot/pictures/pictures';
import type { Platform } from './bot/platform';
import type { Config } from './config';
import type { makeHandle } from './handlers/handle';
import { makeLeave } from './handlers/leave';
import type { Logger } from './log';
import type { Store } from './store/open';

/** A chat that begins and ends with the bot. */
interface Chat {
  platform: Platform;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** The chats that are set up, as one. */
export interface Chats {
  all: Chat[];
  routes: Routes;
  /** Something changed, and somebody may be looking at it. */
  changed(): void;
}

/** What both chats need of the bot. */
interface Bot {
  handle: ReturnType<typeof makeHandle>;
  store: Store;
  pace: Pace;
  now(): Date;
  log: Logger;
  /** Something is due that was not. */
  due(): void;
}

/**
 * Loads the chats that are set up, and only these: their packages take half a second.
 * @returns makes them of a bot
 */
export async function loadChats(config: Pick<Config, 'slack' | 'teams'>): Promise<(bot: Bot) => Chats> {
  const [{ makeSlack }, { makeTeams }] = await Promise.all([
    config.slack ? import('./bot/slack/index.js') : { makeSlack: undefined },
    config.teams ? import('./bot/teams/index.js') : { makeTeams: undefined },
  ]);
  return ({ handle, store, pace, now, log, due }) => {
    const both = { handle, log, draw: makeDrawing(log), once: onceAmongCopies(store.ledger, now, log) };
    const chats: Chats = { all: [], routes: {}, changed: () => {} };
    if (config.slack && makeSlack) {
      const leave = makeLeave({ store, now, changed: due });
      const slack = makeSlack({
        ...both,
        config: config.slack,
        left: (home, user) => leave('slack', home, user),
        answered: (user) => pace.wrote('slack', user),
        kept: { ledger: store.ledger, again: handle.again, now },
      });
      chats.all.push(slack);
      chats.changed = slack.changed;
      Object.assign(chats.routes, slack.routes);
    }
    if (config.teams && makeTeams) {
      const teams = makeTeams({
        ...both,
        config: config.teams,
        answered: (user) => pace.wrote('teams', user),
        removed: store.ledger.forgetChat,
      });
      chats.all.push(teams);
      chats.routes['POST /api/messages'] = teams.route;
    }
    return chats;
  };
}
