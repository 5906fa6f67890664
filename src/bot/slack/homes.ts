import { createHash } from 'node:crypto';
import type { HomeView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Card } from '../../core/card';
import { nothingKnown } from '../../core/views/home';
import { wordsIn } from '../../core/words';
import type { Door } from '../../handlers/handle';
import type { Logger } from '../../log';
import type { OpenHome } from '../../store/homes';
import type { Ledger } from '../../store/open';
import type { Standing } from '../../store/store';
import { codeOf } from './failure';
import { homeOf } from './view';

/** What the pages of people are kept in, and how one is drawn again. */
export interface HomePages {
  kept: Pick<Ledger, 'openedHome' | 'homesToLookAt' | 'drewHome' | 'doubtHome' | 'forgetHome'>;
  again: Door['again'];
  now(): Date;
}

/** Whose Home tab it is. */
export interface Owner {
  home: string;
  user: string;
}

/** So many pages are looked at in one go, and not more of them a second: views.publish takes 100 a minute (tier 4, docs.slack.dev, rate limits). */
const most = 10;
const perPage = 700;
/** How often it looks when nothing woke it, in milliseconds. */
const every = 3_000;
/** Slack says that there is nobody to show it to. */
const nobody = new Set([
  'user_not_found',
  'account_inactive',
  'invalid_arguments',
  'not_enabled',
  'not_allowed_token_type',
]);

/**
 * The Home tabs of people: drawn when one is opened, and drawn anew when something on it may be true no more, for whoever opened theirs within some
 * days. What is drawn already is not sent again.
 */
export function makeHomes({
  pages: { kept, again, now },
  look,
  webOf,
  log,
}: {
  pages: HomePages;
  look(home: string, user: string, how: 'recent'): Promise<Standing>;
  /** The client of a home; undefined where we have none any more. */
  webOf(home: string): Promise<WebClient | undefined>;
  log: Logger;
}) {
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;
  let wanted = false;
  let stopped = true;
  /** What was drawn last has to be digested before more is. */
  let notBefore = 0;

  /**
   * Draws it; resolves to what was drawn, or to undefined when it could not be.
   * @param over the state that may be drawn over, as Slack calls it; whatever is there where it is empty. Slack refuses where the page has another one.
   */
  async function publish({ home, user }: Owner, view: HomeView, over = '') {
    const web = await webOf(home);
    if (!web) return undefined;
    const answer = await web.views.publish({ user_id: user, view, ...(over && { hash: over }) });
    return { drawn: digestOf(view), hash: answer.view?.hash ?? '' };
  }

  /** Draws a page anew where it is true no more. What was not drawn does not count as looked at: it comes again in a minute. */
  async function drawAnew(page: OpenHome) {
    const { home, user, command } = page;
    try {
      const profile = await look(home, user, 'recent');
      if (page.gone) {
        await publish(
          page,
          homeOf(nothingKnown({ words: wordsIn(profile.locale), locale: profile.locale })),
          page.hash,
        );
        return await kept.forgetHome('slack', page);
      }
      if (profile.standing === 'unknown') return;
      const view = homeOf(await again(command, { platform: 'slack', home, user, address: null, profile }));
      const stands = digestOf(view) === page.drawn ? page : await publish(page, view, page.hash);
      if (stands) await kept.drewHome('slack', { ...page, ...stands }, now());
    } catch (error) {
      const code = codeOf(error);
      // Whoever has just turned it sees what they turned to.
      if (code === 'hash_conflict') return await kept.doubtHome('slack', page);
      log.warn({ code }, 'slack-home-not-drawn');
      if (nobody.has(code)) await kept.forgetHome('slack', page);
    }
  }

  /** Looks at what may be true no more; resolves to how many pages that were. */
  async function lookOnce(): Promise<number> {
    try {
      const open = await kept.homesToLookAt('slack', most, now());
      for (const page of open) await drawAnew(page);
      return open.length;
    } catch (error) {
      log.warn({ error }, 'slack-homes-interrupted');
      return 0;
    }
  }

  function lookAfter(milliseconds: number): void {
    clearTimeout(timer);
    if (stopped) return;
    const wait = Math.max(milliseconds, notBefore - performance.now());
    timer = setTimeout(() => {
      wanted = false;
      looking = lookOnce().then((looked) => {
        looking = undefined;
        notBefore = performance.now() + looked * perPage;
        lookAfter(looked > 0 || wanted ? 1 : every);
      });
    }, wait).unref();
  }

  return {
    /** Shows a page that was opened or turned, and remembers what is looked at there. */
    async show(owner: Owner, command: unknown, card: Card): Promise<void> {
      try {
        const stands = await publish(owner, homeOf(card));
        if (stands) await kept.openedHome('slack', { ...owner, command, ...stands }, now());
      } catch (error) {
        log.warn({ call: 'views.publish', code: codeOf(error) }, 'slack-answer-not-taken');
      }
    },
    /** Something has changed. */
    wake(): void {
      wanted = true;
      if (!looking && !stopped) lookAfter(1);
    },
    start(): void {
      stopped = false;
      lookAfter(every);
    },
    async stop(): Promise<void> {
      stopped = true;
      clearTimeout(timer);
      await looking;
    },
  };
}
export type Homes = ReturnType<typeof makeHomes>;

const digestOf = (view: object): string =>
  createHash('sha256').update(JSON.stringify(view)).digest('base64url');
