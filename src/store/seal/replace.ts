import type { Knex } from 'knex';
import type { ChainKey } from '../vault';
import { refuseChanged } from './intact';
import { type Reworded, rewordedNow } from './reworded';

/**
 * Replaces words of the ledger, of rows that say what they were sealed with. The note that it resolves with belongs into a row of the ledger of
 * the same transaction, whose action counts as a note in `reworded.ts`: it says of each row what it says since.
 *
 * @param person whom it is about
 * @throws NotIntact
 */
export async function replaceInLedger(
  sql: Knex,
  chain: ChainKey,
  rows: ReadonlyArray<{ id: number; why: string }>,
  person: string,
): Promise<Reworded> {
  const ids = rows.map(({ id }) => id);
  await refuseChanged(sql, chain, ids);
  if (ids.length > 0)
    await sql.raw('select reword_audit(?::bigint[], ?::text[], ?::uuid)', [
      ids,
      rows.map(({ why }) => why),
      person,
    ]);
  return rewordedNow(sql, chain, ids);
}
