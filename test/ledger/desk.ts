import type { Knex } from 'knex';
import { connect } from '../../src/store/database';
import { sealNext } from '../../src/store/seal/seal';
import { type ChainKey, openVault } from '../../src/store/vault';
import { type TestDatabase, testDatabase } from '../support/database';
import { wrappingKey } from '../support/door';

/** A ledger with rows under seals, and whoever may do everything to its database. */
export interface LedgerDesk {
  database: TestDatabase;
  /** As the bot, which can only add. */
  bot: Knex;
  /** As the owner of the server. */
  owner: Knex;
  chain: ChainKey;
  close(): Promise<void>;
}

/** Opens a database whose ledger is empty yet. */
export async function openLedger(): Promise<LedgerDesk> {
  const database = await testDatabase();
  const bot = connect(database.url, 'importing', 4);
  const owner = connect(database.ownerUrl, 'importing', 2);
  const { chain } = await openVault(bot, new Map([[1, wrappingKey]]), new Date());
  return {
    database,
    bot,
    owner,
    chain,
    async close() {
      await Promise.all([bot.destroy(), owner.destroy()]);
      await database.drop();
    },
  };
}

/** Writes rows of the ledger, no two of which say the same. */
export const write = (sql: Knex, rows: number): Promise<unknown> =>
  sql.raw(
    `insert into audit (at, action, by_person, subject, person_id, why)
     select now(), 'request.asked', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), case when n % 3 > 0 then 'For ' || n end
       from generate_series(1, ?::int) as n`,
    [rows],
  );

/** Writes as many seals, each over so many rows. */
export async function sealed({ bot, chain }: LedgerDesk, seals: number, rows: number): Promise<void> {
  for (let nth = 0; nth < seals; nth++) {
    await write(bot, rows);
    await sealNext(bot, chain, new Date(Date.UTC(2026, 10, 1) + nth * 1_000));
  }
}
