import type { Knex } from 'knex';
import { turns } from '../turns';

/** How an import is to be done. */
export interface Importing {
  /** The time of everything the import writes. */
  now: Date;
  /** Id of whoever gave the file in a chat. */
  givenBy?: string;
  /** Do everything and then take it back: the counts are those of a real import. */
  dryRun?: boolean;
  /** Told when another import is running and this one waits for it. */
  waiting?: () => void;
}

/** What the row of the ledger says where counts say too little; and through whom it came. */
type Noted = { person?: string | undefined; [fact: string]: unknown };

/** Carries the outcome of a dry run out of the transaction that its rejection takes back. */
class TakenBack extends Error {
  constructor(readonly outcome: unknown) {
    super('dry run');
  }
}

/**
 * Runs a whole import as one transaction: all of it is written or nothing. Imports take turns, so that two at once are as one
 * after the other. What changed something is a row of the ledger, in the same transaction.
 */
export async function inOneGo<T extends { new: number; changed: number; noted?: Noted }>(
  database: Knex,
  action: `import.${'people' | 'membership' | 'keys' | 'visual-studio' | 'policy'}`,
  { now, givenBy, dryRun = false, waiting }: Importing,
  work: (transaction: Knex.Transaction) => Promise<T>,
): Promise<T> {
  try {
    return await database.transaction(async (transaction) => {
      await takeTurn(transaction, waiting);
      const outcome = await work(transaction);
      const packageTouched = 'package' in outcome && outcome.package !== 'unchanged';
      const { person, ...details } = outcome.noted ?? { new: outcome.new, changed: outcome.changed };
      if (outcome.new + outcome.changed > 0 || packageTouched)
        await transaction('audit').insert({
          at: now,
          action,
          by_person: person ?? givenBy ?? null,
          details: JSON.stringify(details),
        });
      if (dryRun) throw new TakenBack(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.outcome as T;
    throw error;
  }
}

async function takeTurn(transaction: Knex.Transaction, waiting?: () => void): Promise<void> {
  const { rows } = await transaction.raw('select pg_try_advisory_xact_lock(?) as taken', [turns.importing]);
  if (rows[0].taken) return;
  waiting?.();
  // A long import may be ahead of us; the connection's patience is for rows that the bot holds for a moment.
  const { rows: before } = await transaction.raw('show lock_timeout');
  await transaction.raw('set local lock_timeout = 0');
  await transaction.raw('select pg_advisory_xact_lock(?)', [turns.importing]);
  await transaction.raw(`select set_config('lock_timeout', ?, true)`, [before[0].lock_timeout]);
}
