import type { Knex } from 'knex';

class TakenBack extends Error {}

/** Does something in a transaction, and takes all of it back. Resolves with what came of it; rejects as it did. */
export async function takenBack<T>(database: Knex, work: (sql: Knex.Transaction) => Promise<T>): Promise<T> {
  let outcome: { is: T } | undefined;
  await database
    .transaction(async (sql) => {
      outcome = { is: await work(sql) };
      throw new TakenBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof TakenBack)) throw error;
    });
  return (outcome as { is: T }).is;
}
