import type { Knex } from 'knex';
import { turns } from '../turns';
import type { ChainKey } from '../vault';
import { beginning, macOf, mostRows, type Seal } from './chain';
import { endOf, nextNumber } from './last';
import { leavesNow } from './said';

/** What the rows under one seal have written on the disk, in bytes: it may be a hundred times as much to read, and there is little time for one statement. */
const mostStored = 1_000_000;

const waitingRows = `
  select id from (select id, row_number() over (order by id) as nth,
                         sum(coalesce(pg_column_size(why), 0) + coalesce(pg_column_size(details), 0)) over (order by id) as stored
                    from unsealed join audit on id = audit_id where id between 1 and ${Number.MAX_SAFE_INTEGER} order by id limit ${mostRows}) as oldest
   where nth = 1 or stored <= ${mostStored} order by id`;

/**
 * Puts rows of the ledger that wait under a seal, the oldest first. Of several bots one seals at a time: who comes second leaves it to
 * the first. A seal and the end of the waiting are one transaction, so whoever is killed in between has done nothing. The chain goes on from
 * the last seal of ours, whatever somebody put behind it.
 *
 * @returns how many rows were sealed; none where nothing waits or another bot is at it
 */
export async function sealNext(database: Knex, chain: ChainKey, now: Date): Promise<number> {
  const { rows: some } = await database.raw('select from unsealed limit 1').options({ name: 'unsealed' });
  if (some.length === 0) return 0;
  return database.transaction(async (sql) => {
    const { rows: locked } = await sql.raw('select pg_try_advisory_xact_lock(?) as taken', [turns.sealing]);
    if (!locked[0].taken) return 0;
    const { rows: waiting }: { rows: Array<{ id: number }> } = await sql.raw(waitingRows);
    const oldest = waiting.map(({ id }) => id);
    const leaves = await leavesNow(sql, chain, oldest, chain.number);
    const ids = oldest.filter((id) => leaves.has(id));
    if (ids.length === 0) return 0;
    const end = await endOf(sql, chain);
    const open: Omit<Seal, 'mac'> = {
      number: await nextNumber(sql, chain, end),
      at: now,
      key_number: chain.number,
      rows: ids,
      leaves: Buffer.concat(ids.map((id) => leaves.get(id) as Buffer)),
      previous: end.last?.mac ?? beginning,
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
    return ids.length;
  });
}
