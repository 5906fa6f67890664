import type { OperatorLog } from '../log';
import type { Ledger } from '../store/open';
import type { Leased } from '../store/outbox';
import { type Carriage, makeCarrier, type Result } from './carry';

/** What the courier needs. Due times and leases are by the one clock, `now`; `pace` is that of everything that is written to people. */
export interface Route extends Carriage {
  ledger: Carriage['ledger'] &
    Pick<Ledger, 'lease' | 'renew' | 'sent' | 'hold' | 'postpone' | 'bury' | 'called'>;
  log: OperatorLog;
}

export interface Courier {
  /** There may be something to deliver. */
  wake(): void;
  /** Begins to deliver, and looks again by itself. */
  start(): void;
  /** Takes nothing new and resolves when what is on its way has settled. */
  stop(): Promise<void>;
}

/** How many notices are on their way at once. */
const most = 16;
/**
 * For how long another courier leaves alone what this one has taken, in milliseconds: whoever was to be told by a courier that was killed
 * is told within 10 s. A delivery may take longer (three calls of 8 s in Slack, two of 10 s in Teams): a courier that lives renews its leases.
 */
const leaseFor = 8_000;
const renewEvery = 2_000;
/** How often it looks when nothing woke it, in milliseconds. */
const every = 500;
const firstBackOff = 1_000;
/** Somebody may speak elsewhere meanwhile, where there is room: after so long it is looked again. */
const fullFor = 1_000;
const longestBackOff = 5 * 60_000;
/** After this many tries, about a day of them, a notice is given up and an operator told. */
const mostTries = 300;

/** Carries notices from the outbox to the people they are for: at least once, in order for each person and subject. */
export function makeCourier({ ledger, platforms, pace, now, log }: Route): Courier {
  const carrying = makeCarrier({ ledger, platforms, pace, now });
  /** What this process carries just now, and until when that is surely its own. Never leased again, however far the clock was moved meanwhile. */
  const held = new Map<number, { id: number; lease: string; until: number }>();
  const underway = new Set<Promise<void>>();
  /** Whose conversation takes no new message before when: however many wait for one person, others do not wait for them. */
  const full = new Map<string, number>();
  let looking: Promise<void> | undefined;
  let again = false;
  let stopped = true;
  let timer: NodeJS.Timeout | undefined;
  let renewing: NodeJS.Timeout | undefined;

  /** Takes what is due, as far as there is room, and sends it on its way: who is slow to reach keeps nobody else waiting. */
  async function look(): Promise<void> {
    do {
      again = false;
      try {
        while (!stopped && held.size < most) {
          const leasedAt = now();
          const leased = await ledger.lease(
            most - held.size,
            leasedAt,
            leaseFor,
            [...held.keys()],
            stillFull(leasedAt.getTime()),
          );
          if (leased.length === 0) break;
          const until = leasedAt.getTime() + leaseFor;
          for (const { id, lease } of leased) held.set(id, { id, lease, until });
          for (const notices of byPerson(leased)) sendOff(notices);
        }
      } catch (error) {
        // The database is away: the next look finds everything as it was.
        log.warn({ error }, 'courier-interrupted');
      }
    } while (again && !stopped);
  }

  function stillFull(at: number): string[] {
    for (const [person, until] of full) if (until <= at) full.delete(person);
    return [...full.keys()];
  }

  function sendOff(notices: Leased[]): void {
    const done = carryInTurn(notices).finally(() => {
      for (const { id } of notices) held.delete(id);
      underway.delete(done);
      wake();
    });
    underway.add(done);
  }

  /** What is on its way stays ours for as long as this process lives. */
  async function renew(): Promise<void> {
    if (held.size === 0) return;
    const until = now().getTime() + leaseFor;
    try {
      for (const id of await ledger.renew([...held.values()], new Date(until))) {
        const one = held.get(id);
        if (one) one.until = until;
      }
    } catch (error) {
      log.warn({ error }, 'leases-not-renewed');
    }
  }

  /** What is not surely ours any more is left to whoever has it next. */
  async function carryInTurn(notices: Leased[]): Promise<void> {
    for (const notice of notices) {
      if (now().getTime() >= (held.get(notice.id)?.until ?? 0)) return;
      try {
        await carry(notice);
      } catch (error) {
        // Nothing of it was saved: the lease runs out, and it is carried again.
        log.warn({ notice: notice.id, error }, 'notice-interrupted');
      }
    }
  }

  async function carry(notice: Leased): Promise<void> {
    const result = await carrying(notice).catch((error: unknown): Result => {
      // What can never be carried must not be tried for ever, nor hold up for ever what comes after it.
      if (notice.attempts < mostTries) throw error;
      log.error({ notice: notice.id, error }, 'notice-unforeseen');
      return { is: 'never', reason: `unforeseen ${error instanceof Error ? error.name : 'failure'}` };
    });
    const facts = { notice: notice.id, kind: notice.notice.kind, tries: notice.attempts };
    if (result.is === 'done') {
      await ledger.sent(notice, now(), result.posted, result.shown);
      log.info(facts, 'notice-delivered');
    } else if (result.is === 'overtaken') {
      await ledger.sent(notice, now());
      log.info(facts, 'notice-overtaken');
    } else if (result.is === 'called') {
      await ledger.called(notice, now());
      log.warn(facts, 'notice-called-only');
    } else if (result.is === 'not-yet') {
      const until = now().getTime() + result.after;
      if (result.full) full.set(notice.person, Math.min(until, now().getTime() + fullFor));
      await ledger.hold(notice, new Date(until));
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
      renewing = setInterval(renew, renewEvery);
      wake();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await looking;
      await Promise.all(underway);
      clearInterval(renewing);
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
