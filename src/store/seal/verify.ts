import type { Knex } from 'knex';
import type { Head } from '../../core/ledger';
import type { ChainKey } from '../vault';
import { type Break, Breaks } from './break';
import { headOf, type Seal } from './chain';
import { type Found, judged, type Row, rowsUnder, sealColumns, seals } from './found';
import { Links } from './links';
import { SealedRows } from './rows';
import { rulesBreaks } from './rules';
import { findStrays } from './strays';

/** What a walk along the chain has found. */
export interface Walk {
  /** Those that are named: of each kind the first ones. */
  breaks: Break[];
  /** Of each kind that was found, how many there are. */
  counts: ReturnType<Breaks['counts']>;
  seals: number;
  /** Rows under a seal, and those that still wait for one. */
  rows: number;
  unsealed: number;
  head: Head | undefined;
}

/** So many rows are looked at in one go. */
const most = 20_000;
/** No number is smaller than this one. */
const beforeAll = String(-(2n ** 63n));
/** Of so many that are no seals of ours it is looked whether their rows are as they say. */
const mostForged = 200;

/**
 * Walks along the whole chain, all of it as it was at one moment.
 *
 * @param noted the head as it is kept outside the database; read before, so that it is never ahead of what is looked at
 */
export async function verify(database: Knex, chain: ChainKey, noted: Head | undefined): Promise<Walk> {
  return database.transaction((sql) => walk(sql, chain, noted), {
    isolationLevel: 'repeatable read',
    readOnly: true,
  });
}

/**
 * The same inside somebody else's transaction, which says how much it sees. Whatever stands in the tables, and however much of it: it ends, in
 * bounded memory, and what is not right is named or counted.
 */
export async function walk(sql: Knex, chain: ChainKey, noted: Head | undefined): Promise<Walk> {
  const breaks = new Breaks();
  const links = new Links(breaks);
  const rows = new SealedRows(sql, chain, breaks);
  const forged: string[] = [];
  let count = 0;
  let notedThere: Buffer | undefined;
  for (let some = await nextSeals(sql, chain, beforeAll); some.length > 0; ) {
    const ours: Seal[] = [];
    for (const found of some) {
      links.take(found);
      if (found.number === BigInt(noted?.seal ?? 0)) notedThere = found.seal?.mac;
      if (found.ours && found.seal) ours.push(found.seal);
      else if (found.seal && forged.length < mostForged) forged.push(String(found.number));
    }
    await rows.take(ours);
    count += ours.length;
    some = await nextSeals(sql, chain, String(some.at(-1)?.number));
  }
  links.end();
  for (const number of forged) await rows.takeForged(await sealsNumbered(sql, chain, number));
  await rows.end();
  await findStrays(sql, rows.seen, breaks);
  breaks.addAll(await rulesBreaks(sql, chain));
  const head = links.last && headOf(links.last);
  breaks.addAll(againstNoted(noted, head, notedThere));
  return {
    breaks: breaks.named(),
    counts: breaks.counts(),
    seals: count,
    rows: rows.count,
    unsealed: (await sql.raw('select count(*)::int as rows from unsealed')).rows[0].rows,
    head,
  };
}

/** What stands next among the seals, in its order: as much as has about so many rows together. */
async function nextSeals(sql: Knex, chain: ChainKey, after: string): Promise<Found[]> {
  const { rows } = await sql.raw(
    `select ${sealColumns}
       from (select *, sum(${rowsUnder}) over (order by number) - ${rowsUnder} as before
               from (select * from ${seals} where number > ?::bigint order by number limit 2000) as next) as seals
      where before < ? order by seals.number`,
    [after, most],
  );
  return rows.map((row: Row) => judged(chain, row));
}

async function sealsNumbered(sql: Knex, chain: ChainKey, number: string): Promise<Seal[]> {
  const { rows } = await sql.raw(`select ${sealColumns} from ${seals} where number = ?::bigint`, [number]);
  return rows.flatMap((row: Row) => judged(chain, row).seal ?? []);
}

function againstNoted(noted: Head | undefined, found: Head | undefined, there: Buffer | undefined): Break[] {
  if (!noted || there?.toString('hex') === noted.mac) return [];
  return (found?.seal ?? 0) < noted.seal
    ? [{ is: 'cut', noted: noted.seal, seal: found?.seal ?? 0 }]
    : [{ is: 'made-anew', noted: noted.seal }];
}
