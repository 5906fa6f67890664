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
  const bot = connect(database.url, 'unhurried', 4);
  const owner = connect(database.ownerUrl, 'unhurried', 2);
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

/** Kinds of rows, about somebody and about nobody, some with what only a program reads. */
export const everyKind = [
  'request.asked',
  'keys.rotated',
  'holding.ended',
  'person.forgotten',
  'keys.resealed',
  'ledger.accepted',
  'request.text-removed',
  'import.policy',
  'ledger.reworded',
];
const aboutNobody = /^(keys|import)\./;
const withDetails = /^(keys|import|ledger|person)\.|removed$/;
let written = 0;

/** Writes rows of the ledger, of these kinds by turns, no two of which say the same. */
export async function write(
  sql: Knex,
  rows: number,
  kinds: readonly string[] = ['request.asked'],
): Promise<void> {
  for (let nth = 0; nth < rows; nth += 1) {
    const action = kinds[written % kinds.length] as string;
    written += 1;
    await sql.raw(
      `insert into audit (at, action, by_person, subject, person_id, why, details)
       select now(), ?, gen_random_uuid(), case when ? then gen_random_uuid() end, case when ? then gen_random_uuid() end, ?, ?::jsonb`,
      [
        action,
        !aboutNobody.test(action),
        !aboutNobody.test(action),
        written % 3 > 0 ? `For ${written}` : null,
        withDetails.test(action) ? JSON.stringify({ to: written }) : null,
      ],
    );
  }
}

/** Writes as many seals, each over so many rows. */
export async function sealed(
  { bot, chain }: LedgerDesk,
  seals: number,
  rows: number,
  kinds?: readonly string[],
): Promise<void> {
  for (let nth = 0; nth < seals; nth++) {
    await write(bot, rows, kinds);
    await sealNext(bot, chain, new Date(Date.UTC(2026, 10, 1) + nth * 1_000));
  }
}
