import { cardFor } from '../core/views/for-notice';
import { type Locale, wordsIn } from '../core/words';
import type { Ledger } from '../store/open';
import type { Leased } from '../store/outbox';
import type { Account, Posted } from '../store/store';
import { Pace } from './pace';
import type { Outcome, Platform } from './platform';

/** What the courier needs. Due times and leases are by the one clock, `now`. */
export interface Route {
  ledger: Pick<
    Ledger,
    'lease' | 'sent' | 'hold' | 'postpone' | 'bury' | 'reachable' | 'copiesOf' | 'forgetCopy'
  >;
  platforms: Platform[];
  now(): Date;
  log: {
    info(facts: object, event: string): void;
    warn(facts: object, event: string): void;
    error(facts: object, event: string): void;
  };
}

export interface Courier {
  /** There may be something to deliver. */
  wake(): void;
  /** Begins to deliver, and looks again by itself. */
  start(): void;
  /** Takes nothing new and resolves when what is on its way has settled. */
  stop(): Promise<void>;
}

/** How many notices are on their way at once, and for how long one may be before another courier may take it. */
const most = 16;
const leaseFor = 40_000;
/** One delivery at its slowest: three calls of 8 s in Slack, two of 10 s in Teams. What begins later than this before the end of its lease may meet another courier. */
const slowest = 30_000;
/** How often it looks when nothing woke it, in milliseconds. */
const every = 500;
const firstBackOff = 1_000;
const longestBackOff = 5 * 60_000;
/** After this many tries, about a day of them, a notice is given up and an operator told. */
const mostTries = 300;

/** Carries notices from the outbox to the people they are for: at least once, in order for each person and subject. */
export function makeCourier({ ledger, platforms, now, log }: Route): Courier {
  const pace = new Pace(now);
  /** What this process carries just now. Never leased again, however far the clock was moved meanwhile. */
  const underway = new Map<number, Promise<void>>();
  let looking: Promise<void> | undefined;
  let again = false;
  let stopped = true;
  let timer: NodeJS.Timeout | undefined;

  /** Takes what is due, as far as there is room, and sends it on its way: who is slow to reach keeps nobody else waiting. */
  async function look(): Promise<void> {
    do {
      again = false;
      try {
        while (!stopped && underway.size < most) {
          const leasedAt = now().getTime();
          const room = most - underway.size;
          const leased = await ledger.lease(room, new Date(leasedAt), leaseFor, [...underway.keys()]);
          if (leased.length === 0) break;
          for (const notices of byPerson(leased)) sendOff(notices, leasedAt + leaseFor - slowest);
        }
      } catch (error) {
        // The database is away: the next look finds everything as it was.
        log.warn({ error }, 'courier-interrupted');
      }
    } while (again && !stopped);
  }

  function sendOff(notices: Leased[], until: number): void {
    const done = carryInTurn(notices, until).finally(() => {
      for (const { id } of notices) underway.delete(id);
      wake();
    });
    for (const { id } of notices) underway.set(id, done);
  }

  /** What could not end before the lease does is left to whoever has it next. */
  async function carryInTurn(notices: Leased[], until: number): Promise<void> {
    for (const notice of notices) {
      if (now().getTime() >= until) return;
      try {
        await carry(notice);
      } catch (error) {
        // Nothing of it was saved: the lease runs out, and it is carried again.
        log.warn({ notice: notice.id, error }, 'notice-interrupted');
      }
    }
  }

  async function carry(notice: Leased): Promise<void> {
    const result = notice.way === 'tell' ? await tell(notice) : await redraw(notice);
    const facts = { notice: notice.id, kind: notice.notice.kind, tries: notice.attempts };
    if (result.is === 'done') {
      await ledger.sent(notice, result.posted, now());
      log.info(facts, 'notice-delivered');
    } else if (result.is === 'not-yet') {
      await ledger.hold(notice, new Date(now().getTime() + result.after));
      if (result.after < every) setTimeout(wake, result.after).unref();
    } else if (result.is === 'later' && notice.attempts < mostTries) {
      const wait = result.after ?? backOff(notice.attempts);
      await ledger.postpone(notice, new Date(now().getTime() + wait), result.reason);
      log.warn({ ...facts, reason: result.reason, wait }, 'notice-postponed');
    } else {
      await ledger.bury(notice, result.reason, now());
      log.error({ ...facts, reason: result.reason }, 'notice-undeliverable');
    }
  }

  type Result =
    | { is: 'done'; posted?: Posted }
    /** The platform may not be spoken to yet: no try was made, and none is counted. */
    | { is: 'not-yet'; after: number }
    | { is: 'later'; after?: number; reason: string }
    | { is: 'never'; reason: string };

  /** A new message, where the person last spoke; on another platform only when it cannot arrive there. */
  async function tell({ notice, person }: Leased): Promise<Result> {
    const reach = await ledger.reachable(person);
    if (!reach) return { is: 'never', reason: 'person-has-left' };
    let failure: Result | undefined;
    for (const account of reach.accounts) {
      const result = await tellAt(account, notice, reach.locale);
      if (result.is !== 'never') return result;
      failure = result;
    }
    for (const platform of platforms) {
      if (!reach.email || reach.accounts.some((account) => account.platform === platform.name)) continue;
      const quiet = pace.quietFor(platform.name);
      if (quiet > 0) return { is: 'not-yet', after: quiet };
      const found = await platform.find(reach.email).catch(unforeseen);
      if (found.is === 'silent') return later(platform.name, found);
      if (found.is === 'nobody') continue;
      const result = await tellAt(found.account, notice, reach.locale);
      if (result.is !== 'never') return result;
      failure = result;
    }
    // Somebody who is known to neither chat yet is told as soon as they are.
    return failure ?? { is: 'not-yet', after: longestBackOff };
  }

  async function tellAt(account: Account, notice: Leased['notice'], locale: Locale): Promise<Result> {
    const platform = platformOf(account.platform);
    if (!platform) return { is: 'never', reason: 'platform-not-set-up' };
    const wait = pace.waitFor(account);
    if (wait > 0) return { is: 'not-yet', after: wait };
    pace.spoke(account);
    const outcome = await quietly(platform.deliver(account, draw(notice, locale)));
    if (outcome.sent) return { is: 'done', posted: outcome.posted };
    return outcome.tryAgain ? later(platform.name, outcome) : { is: 'never', reason: outcome.reason };
  }

  /** Every copy the person has shows what is true now; a copy that is gone is forgotten. */
  async function redraw({ notice, person, subject }: Leased): Promise<Result> {
    const copies = await ledger.copiesOf(person, subject);
    if (copies.length === 0) return { is: 'done' };
    const reach = await ledger.reachable(person);
    const card = draw(notice, reach?.locale ?? 'en');
    let postponed: Result | undefined;
    for (const { id, posted } of copies) {
      const platform = platformOf(posted.platform);
      if (!platform) continue;
      const quiet = pace.quietFor(platform.name);
      if (quiet > 0) return postponed ?? { is: 'not-yet', after: quiet };
      const outcome = await quietly(platform.redraw(posted, card));
      if (outcome.sent) continue;
      if (outcome.tryAgain) postponed = later(platform.name, outcome);
      else await ledger.forgetCopy(id);
    }
    return postponed ?? { is: 'done' };
  }

  const draw = (notice: Leased['notice'], locale: Locale) =>
    cardFor({ words: wordsIn(locale), locale, now: now().toISOString() }, notice);

  const platformOf = (name: Platform['name']) => platforms.find((platform) => platform.name === name);

  /** Tried again. A platform that says when is not spoken to before, about anybody. */
  function later(name: Platform['name'], { after, reason }: { after?: number; reason: string }): Result {
    if (after === undefined) return { is: 'later', reason };
    pace.beQuiet(name, after);
    return { is: 'later', after, reason };
  }

  function wake(): void {
    if (stopped) return;
    if (looking) again = true;
    else
      looking = look().finally(() => {
        looking = undefined;
        if (again) wake();
      });
  }

  return {
    wake,
    start() {
      stopped = false;
      timer = setInterval(() => {
        pace.tidy();
        wake();
      }, every);
      wake();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await looking;
      await Promise.all(underway.values());
    },
  };
}

/** Notices of one person go one after the other; people do not wait for each other. */
function byPerson(leased: Leased[]): Leased[][] {
  const groups = new Map<string, Leased[]>();
  for (const notice of [...leased].sort((a, b) => a.id - b.id))
    groups.set(notice.person, [...(groups.get(notice.person) ?? []), notice]);
  return [...groups.values()];
}

/** Grows with every try, and is spread so that many do not come back at once. */
function backOff(attempts: number): number {
  const longest = Math.min(firstBackOff * 2 ** Math.min(attempts - 1, 20), longestBackOff);
  return longest / 2 + Math.random() * (longest / 2);
}

/** A platform that throws has failed in a way it did not foresee: tried again, and seen in the log. */
const quietly = (delivery: Promise<Outcome>): Promise<Outcome> =>
  delivery.catch((error: unknown) => ({
    sent: false,
    tryAgain: true,
    reason: `unforeseen ${error instanceof Error ? error.name : 'failure'}`,
  }));

const unforeseen = (error: unknown) =>
  ({ is: 'silent', reason: `unforeseen ${error instanceof Error ? error.name : 'failure'}` }) as const;
