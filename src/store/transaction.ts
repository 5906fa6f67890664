import { setTimeout as delay } from 'node:timers/promises';
import type { Knex } from 'knex';
import { deadlineOf } from './database';

/** Two transactions met (serialization, deadlock, a lock not had in time): the same work succeeds when tried again. */
const met = new Set(['40001', '40P01', '55P03']);
/** The server went away, is coming up, or has no room; the work may have been saved or not. */
const away = /^(08...|57P0[123]|53300|25006)$/;
const networkCodes = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'ENOENT']);
const lostConnection =
  /connection (error|terminated|ended|timeout)|timeout expired|read timeout|not queryable|acquiring a connection/i;
/** Two made the same at once, a person, an account, a key or a request: the second, tried again, finds what the first made. */
const madeTwice = new Set([
  'people_pkey',
  'accounts_pkey',
  'accounts_one_a_platform',
  'a_key_is_known_once',
  'requests_pkey',
  'one_open_request',
]);

const mostTries = 5;
/** All tries together, in milliseconds, of what the bot does by itself: nobody waits for it, and somebody who leaves may have a hundred things. */
export const onRounds = 30_000;

/** Whether the same work may be tried again. A driver reports a lost connection without a code, so its words are read too. */
function mayTryAgain(error: unknown): boolean {
  const { code, constraint, message } = error as { code?: string; constraint?: string; message?: string };
  if (code && (met.has(code) || away.test(code) || networkCodes.has(code))) return true;
  if (code === '23505' && constraint && madeTwice.has(constraint)) return true;
  return !!message && lostConnection.test(message);
}

/**
 * Runs work in one transaction, again when that may help. The client may see an error although the commit was saved: that is
 * safe only because every command with an effect is stored under its identity in the same transaction. Rejects in time even when
 * the database is frozen and the try under way cannot end.
 */
export async function inTransaction<T>(
  database: Knex,
  work: (transaction: Knex.Transaction) => Promise<T>,
  deadline: number = deadlineOf(database),
): Promise<T> {
  let givenUp = false;
  const trying = tried(
    () =>
      database.transaction(async (transaction) => {
        const result = await work(transaction);
        // Whoever waited has been told that it failed: what can still be left undone, is.
        if (givenUp) throw new Error('too late to be saved');
        return result;
      }),
    deadline,
  );
  try {
    return await inTime(trying, deadline);
  } finally {
    givenUp = true;
  }
}

/** Waits until the deadline, in milliseconds: a frozen database becomes an error in time. */
export async function inTime<T>(work: Promise<T>, deadline: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the database did not answer in time')), deadline);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Runs work that changes nothing, or the same again, once more as long as that may help. */
export async function tried<T>(work: () => Promise<T>, deadline: number): Promise<T> {
  const started = performance.now();
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      const spent = performance.now() - started;
      if (tries === mostTries || spent > deadline || !mayTryAgain(error)) throw error;
      await delay(Math.min(20 * 2 ** tries, 200) * (0.5 + Math.random() / 2));
    }
  }
}
