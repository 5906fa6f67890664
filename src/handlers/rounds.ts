import { randomUUID } from 'node:crypto';
import type { Change } from '../core/change';
import type { Instant } from '../core/time';
import type { Ledger, Store } from '../store/open';
import { duties } from './duties';

/** Where a duty finds itself: one transaction, and the moment at which it is carried out. */
export interface OnDuty {
  ledger: Ledger;
  now: Date;
  at: Instant;
  newId(): string;
  /** Saves a change that nobody asked for but the clock. */
  record(change: Change): Promise<void>;
  /** Tells the operator of something that is theirs to see to, without failing. */
  report(error: unknown): void;
}

/**
 * Something the bot does by itself when its time has come. What is due is looked for without a lock; each is then carried out in a
 * transaction of its own, which locks it and looks again: another copy of the bot may have been faster.
 */
export interface Duty {
  name: string;
  /**
   * What is due depends on little but the day or the hour, and finding it is dear: where nothing was due, it is looked for again in
   * the next minute of our clock, or when something was given, brought in or renewed.
   */
  onceAMinute?: true;
  /** The ids of what is due, the most urgent first; at most a hundred, the rest waits for the next round. */
  due(ledger: Ledger, now: Date): Promise<string[]>;
  /** Carries out one; does nothing when it is not due any more. */
  carryOut(here: OnDuty, id: string): Promise<void>;
}

/** What the rounds need. `report` is for the operator. */
export interface Beat {
  store: Store;
  now(): Date;
  /** There may be something to deliver. */
  changed(): void;
  report(duty: string, error: unknown): void;
}

export interface Rounds {
  /** Looks soon: something may have become due by what somebody did. */
  wake(): void;
  /** Goes once through every duty, and resolves when each is done. */
  once(): Promise<void>;
  start(): void;
  /** Resolves when what is under way is done. */
  stop(): Promise<void>;
}

/** How often it looks when nothing woke it, in milliseconds. */
export const roundsGoneEvery = 1_000;
/** What has failed twice or more waits before it is tried again, each time twice as long, and keeps nothing else from being done. */
const longestWait = 5 * 60_000;

/** Makes the rounds of a caretaker: again and again through every duty. A duty that fails keeps no other from being done. */
export function makeRounds(
  { store, now, changed, report: tellOperator }: Beat,
  every = roundsGoneEvery,
): Rounds {
  let timer: NodeJS.Timeout | undefined;
  let walking: Promise<void> | undefined;
  let again = false;
  let stopped = true;
  let ending = false;
  /** Where nothing was due: in which minute of our clock it was looked for, and at which version of the ledger. */
  const inVain = new Map<string, string>();
  const failed = new Map<string, { times: number; until: number }>();

  async function walk(): Promise<void> {
    do {
      again = false;
      await once();
    } while (again && !stopped);
  }

  async function once(): Promise<void> {
    // Asked for once: what changes during the round makes the next one look again.
    let version: string | undefined;
    const seen = async () => {
      version ??= await store.ledger.version();
      return version;
    };
    for (const duty of duties) {
      if (ending) return;
      await attend(duty, seen).catch((error: unknown) => tellOperator(duty.name, error));
    }
  }

  /** What is due, but for what has failed again and again just now. */
  async function lookFor(duty: Duty, version: () => Promise<string>): Promise<string[]> {
    const clock = now();
    const look = duty.onceAMinute && `${minuteOf(clock)} ${await version()}`;
    if (look && inVain.get(duty.name) === look) return [];
    const ids = await duty.due(store.ledger, clock);
    if (look && ids.length === 0) inVain.set(duty.name, look);
    const passed = performance.now();
    return ids.filter((id) => passed >= (failed.get(`${duty.name} ${id}`)?.until ?? 0));
  }

  async function attend(duty: Duty, version: () => Promise<string>): Promise<void> {
    for (const id of await lookFor(duty, version)) {
      if (ending) return;
      const name = `${duty.name} ${id}`;
      try {
        await store.longTransaction((ledger) => {
          const at = now();
          const record = (change: Change) => ledger.record(change, undefined, at);
          const report = (error: unknown) => tellOperator(duty.name, error);
          return duty.carryOut(
            { ledger, now: at, at: at.toISOString(), newId: randomUUID, record, report },
            id,
          );
        });
        failed.delete(name);
        changed();
      } catch (error) {
        const times = (failed.get(name)?.times ?? 0) + 1;
        const wait = times < 2 ? 0 : Math.min(roundsGoneEvery * 2 ** times, longestWait);
        failed.set(name, { times, until: performance.now() + wait });
        tellOperator(duty.name, error);
      }
    }
  }

  function wake(): void {
    if (stopped) return;
    if (walking) again = true;
    else
      walking = walk().finally(() => {
        walking = undefined;
      });
  }

  return {
    wake,
    once,
    start() {
      stopped = false;
      ending = false;
      timer = setInterval(wake, every);
      wake();
    },
    async stop() {
      stopped = true;
      ending = true;
      clearInterval(timer);
      await walking;
    },
  };
}

const minuteOf = (clock: Date): string => clock.toISOString().slice(0, 16);
