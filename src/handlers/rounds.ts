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
}

/**
 * Something the bot does by itself when its time has come. What is due is looked for without a lock; each is then carried out in a
 * transaction of its own, which locks it and looks again: another copy of the bot may have been faster.
 */
export interface Duty {
  name: string;
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
const every = 1_000;

/** Makes the rounds of a caretaker: again and again through every duty. A duty that fails keeps no other from being done. */
export function makeRounds({ store, now, changed, report }: Beat): Rounds {
  let timer: NodeJS.Timeout | undefined;
  let walking: Promise<void> | undefined;
  let again = false;
  let stopped = true;
  let ending = false;

  async function walk(): Promise<void> {
    do {
      again = false;
      await once();
    } while (again && !stopped);
  }

  async function once(): Promise<void> {
    for (const duty of duties) {
      if (ending) return;
      await attend(duty).catch((error: unknown) => report(duty.name, error));
    }
  }

  async function attend(duty: Duty): Promise<void> {
    const ids = await duty.due(store.ledger, now());
    for (const id of ids) {
      if (ending) return;
      try {
        await store.transaction((ledger) => {
          const at = now();
          const record = (change: Change) => ledger.record(change, undefined, at);
          return duty.carryOut({ ledger, now: at, at: at.toISOString(), newId: randomUUID, record }, id);
        });
        changed();
      } catch (error) {
        report(duty.name, error);
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
