import type { Knex } from 'knex';
import { turns } from '../turns';
import type { ChainKey } from '../vault';
import { beginning, contentOfRow, leafOf, macOf, type Seal } from './chain';

/** So many rows at most come under one seal. */
const most = 5_000;

/**
 * Puts rows of the ledger that wait under a seal, the oldest first. Of several bots one seals at a time: who comes second leaves it to
 * the first. A seal and the end of the waiting are one transaction, so whoever is killed in between has done nothing.
 *
 * @returns how many rows were sealed; none where nothing waits or another bot is at it
 */
export async function sealNext(database: Knex, chain: ChainKey, now: Date): Promise<number> {
  const { rows: some } = await database.raw('select from unsealed limit 1').options({ name: 'unsealed' });
  if (some.length === 0) return 0;
  return database.transaction(async (sql) => {
    const { rows: locked } = await sql.raw('select pg_try_advisory_xact_lock(?) as taken', [turns.sealing]);
    if (!locked[0].taken) return 0;
    const { rows: waiting }: { rows: Array<{ id: number; content: string }> } = await sql.raw(
      `select id, ${contentOfRow} as content from unsealed join audit on id = audit_id order by id limit ?`,
      [most],
    );
    if (waiting.length === 0) return 0;
    const { rows: last } = await sql.raw('select number, mac from seals order by number desc limit 1');
    const open: Omit<Seal, 'mac'> = {
      number: (last[0]?.number ?? 0) + 1,
      at: now,
      key_number: chain.number,
      rows: waiting.map(({ id }) => id),
      leaves: Buffer.concat(waiting.map(({ content }) => leafOf(chain, content, chain.number) as Buffer)),
      previous: last[0]?.mac ?? beginning,
    };
    await sql.raw(
      `insert into seals (number, at, key_number, rows, leaves, previous, mac) values (?, ?, ?, ?::bigint[], ?, ?, ?)`,
      [
        open.number,
        open.at,
        open.key_number,
        open.rows,
        open.leaves,
        open.previous,
        macOf(chain, open) as Buffer,
      ],
    );
    await sql.raw('delete from unsealed where audit_id = any(?::bigint[])', [open.rows]);
    return waiting.length;
  });
}
