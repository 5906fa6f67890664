import type { LedgerEvent } from '../../core/event';
import { millisecondsOfDay } from '../../core/time';
import type { OperatorLog } from '../../log';
import type { LeasedEvent } from '../../store/event-deliveries';
import type { Ledger } from '../../store/open';
import { post } from './post';

/** What the sender needs. `bodyOf` writes an event as its receiver reads it. */
export interface Hook {
  ledger: Pick<
    Ledger,
    'enqueueEvents' | 'leaseEvents' | 'eventSent' | 'eventPostponed' | 'eventGivenUp' | 'forgetSentEvents'
  >;
  to: { url: string; secrets: readonly Buffer[]; events: readonly string[] };
  bodyOf(event: LedgerEvent): object;
  now(): Date;
  log: OperatorLog;
}

/** Sends what is sealed to a webhook, again and again until it has arrived. */
export interface Sender {
  start(): void;
  /** Takes nothing new and resolves when what is on its way has settled. */
  stop(): Promise<void>;
}

/** How many are on their way at once. */
const most = 8;
/** Longer than any try takes, in milliseconds: what a sender that was killed had taken is sent again after so long. */
const leaseFor = 15_000;
/** How often it looks, in milliseconds: the ledger is sealed every second. */
const every = 500;
const firstGap = 2_000;
const longestGap = 30 * 60_000;
/** An event is given up after so many tries of its own, and when it has been tried for three days. */
const mostTries = 20;
const longestTried = 3 * millisecondsOfDay;
const tidiedEvery = 3_600_000;

/**
 * Makes the sender. A receiver that fails is asked with one event at a time and with growing gaps until it takes one: however many wait, it is
 * not overrun when it comes back.
 */
export function makeSender({ ledger, to, bodyOf, now, log }: Hook): Sender {
  const held = new Set<number>();
  const underway = new Set<Promise<void>>();
  /** How often in a row nothing arrived, and until when nothing is tried. */
  let failures = 0;
  let quietUntil = 0;
  let tidiedAt = 0;
  let stopped = true;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    while ((await ledger.enqueueEvents(to.events, now())) > 0 && !stopped);
    const at = now();
    if (at.getTime() - tidiedAt > tidiedEvery) {
      tidiedAt = at.getTime();
      await ledger.forgetSentEvents(at);
    }
    if (at.getTime() < quietUntil) return;
    const room = (failures > 0 ? 1 : most) - held.size;
    if (room <= 0 || stopped) return;
    for (const leased of await ledger.leaseEvents(room, at, leaseFor, [...held])) carry(leased);
  }

  function carry(leased: LeasedEvent): void {
    held.add(leased.id);
    const done = send(leased)
      // Nothing of it was saved: the lease runs out, and it is sent again.
      .catch((error: unknown) => log.warn({ event: leased.event.id, error }, 'event-interrupted'))
      .finally(() => {
        held.delete(leased.id);
        underway.delete(done);
        if (failures === 0) wake();
      });
    underway.add(done);
  }

  async function send(leased: LeasedEvent): Promise<void> {
    const { event, attempts, begunAt } = leased;
    const [at, before] = [now(), failures];
    const posted = await post({ ...to, id: event.id, at, body: JSON.stringify(bodyOf(event)) });
    const facts = { event: event.id, row: event.row, tries: attempts };
    if (posted.arrived) {
      failures = 0;
      quietUntil = 0;
      await ledger.eventSent(leased, now());
      return log.info(facts, 'event-delivered');
    }
    // Those that were on their way together fail together: that is one failure.
    failures = Math.max(failures, before + 1);
    const gap = posted.after ?? gapAfter(failures);
    quietUntil = Math.max(quietUntil, now().getTime() + gap);
    const { reason } = posted;
    if (attempts >= mostTries || now().getTime() - begunAt.getTime() > longestTried) {
      await ledger.eventGivenUp(leased, reason, now());
      return log.error({ ...facts, reason }, 'event-undeliverable');
    }
    const wait = Math.max(gap, gapAfter(attempts));
    await ledger.eventPostponed(leased, new Date(now().getTime() + wait), reason);
    log.warn({ ...facts, reason, wait }, 'event-postponed');
  }

  function wake(): void {
    if (stopped) return;
    looking = looking.then(look).catch((error: unknown) => log.warn({ error }, 'sender-interrupted'));
  }

  return {
    start() {
      stopped = false;
      timer = setInterval(wake, every);
      wake();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await looking;
      await Promise.all(underway);
    },
  };
}

/** Grows with every failure, and is spread so that many do not come back at once. */
function gapAfter(failures: number): number {
  const longest = Math.min(firstGap * 2 ** Math.min(failures - 1, 20), longestGap);
  return longest / 2 + Math.random() * (longest / 2);
}
