import type { Knex } from 'knex';
import type { ChainKey } from '../vault';
import type { Seal } from './chain';
import { judged, type Row, sealColumns, seals, shapeOf } from './found';

/** The end of the chain, as far as it is needed to go on from it. */
export type Last = Pick<Seal, 'number' | 'at' | 'mac'>;

/** Where the chain ends. */
export interface End {
  /** Undefined where nothing is sealed yet. */
  last: Last | undefined;
  /** So many stand behind it that were not made with our key: somebody put them there. */
  strange: number;
}

/** What was found the last time, so that what stands behind the end is looked at once and not every second. */
interface Known extends End {
  /** What stood behind it: how many, and their numbers added up. */
  behind: string;
}

/** By the key: who has another one has another end. */
const known = new WeakMap<ChainKey, Known>();

/** By the key: how many that are not ours the chain went past since this program began. */
const passed = new WeakMap<ChainKey, number>();

/** Read in one go; the first is nearly always the one. */
const [first, more] = [1, 50];

/**
 * The end of the chain: the last seal made with our key. What somebody put behind it counts for nothing, whatever its number: neither is it told
 * as the head, nor does the chain go on from it.
 */
export async function endOf(sql: Knex, chain: ChainKey): Promise<End> {
  const before = known.get(chain);
  if (before && (await isStill(sql, before))) return before;
  let [strange, sum] = [0, 0n];
  for (let [until, most]: [string | null, number] = [null, first]; ; most = more) {
    const { rows }: { rows: Row[] } = await sql.raw(
      `select ${sealColumns} from ${seals} where ?::bigint is null or number < ?::bigint order by seals.number desc limit ?`,
      [until, until, most],
    );
    for (const row of rows) {
      const { number, ours, seal } = judged(chain, row);
      if (ours && seal) return remembered(chain, seal, strange, sum);
      strange += 1;
      sum += number;
      until = row.number;
    }
    if (rows.length < most) return remembered(chain, undefined, strange, sum);
  }
}

function remembered(chain: ChainKey, seal: Seal | undefined, strange: number, sum: bigint): End {
  const last = seal && { number: seal.number, at: seal.at, mac: seal.mac };
  const end: Known = { last, strange, behind: `${strange}|${sum}` };
  known.set(chain, end);
  return end;
}

async function isStill(sql: Knex, { last, behind }: Known): Promise<boolean> {
  const { rows }: { rows: Array<{ there: Buffer | null; behind: string }> } = await sql
    .raw(
      `select (select mac from seals where number = ?::bigint) as there,
              (select count(*) || '|' || coalesce(sum(number), 0) from seals where number > ?::bigint) as behind`,
      [last?.number ?? 0, last?.number ?? 0],
    )
    .options({ name: 'end-of-the-chain' });
  const now = rows[0];
  const same = last === undefined || now?.there?.equals(last.mac) === true;
  return same && now?.behind === behind;
}

/** The number that the next seal takes: the first free one behind the end. One where somebody put something is passed over, and that is kept in mind. */
export async function nextNumber(sql: Knex, chain: ChainKey, { last, strange }: End): Promise<number> {
  const next = (last?.number ?? 0) + 1;
  if (strange === 0) return next;
  const { rows } = await sql.raw(
    `select free.number from (select ?::bigint as number
                              union all select number + 1 from seals where number >= ?::bigint and number < ?::bigint) as free
      where not exists (select from seals where seals.number = free.number) order by 1 limit 1`,
    [next, next, Number.MAX_SAFE_INTEGER],
  );
  passed.set(chain, (passed.get(chain) ?? 0) + rows[0].number - next);
  return rows[0].number;
}

/** How many were met that are not ours: those behind the end, and those that the chain went past since this program began. */
export const strangeMet = async (sql: Knex, chain: ChainKey): Promise<number> =>
  (await endOf(sql, chain)).strange + (passed.get(chain) ?? 0);

/** The last seal as it says itself, for somebody who has no key to look whether it is one. */
export async function lastSaid(sql: Knex): Promise<Last | undefined> {
  const { rows } = await sql.raw(`select ${sealColumns} from ${seals} order by seals.number desc limit 1`);
  return rows[0] && shapeOf(rows[0]);
}
