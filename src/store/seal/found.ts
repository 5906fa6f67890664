import type { Knex } from 'knex';
import type { ChainKey } from '../vault';
import { digestBytes, macOf, mostRows, type Seal } from './chain';

/** A number as the database has it, where it is beyond what a number here can be told apart by: then its digits. */
export type Exact = number | string;

/** The number, or its digits. */
export const exactly = (digits: bigint | string): Exact => {
  const number = Number(digits);
  return Number.isSafeInteger(number) ? number : String(digits);
};

/** What stands among the seals. Anybody may have put it there: only with `ours` it is one. */
export interface Found {
  number: bigint;
  /** Made with our key, as it stands here. */
  ours: boolean;
  /** Undefined where it has not even the shape of a seal: there may be anything in it, of any size, and none of it was read. */
  seal: Seal | undefined;
}

/**
 * What every seal is that a bot could have made. The schema lets nothing else in; a table from which that was taken away has it all the same. Where
 * a row is no number at all, it says neither yes nor no.
 */
const shaped = `number between 1 and ${Number.MAX_SAFE_INTEGER} and at >= '1970-01-01' and at < '9999-01-01'
  and array_ndims(rows) = 1 and array_lower(rows, 1) = 1 and cardinality(rows) between 1 and ${mostRows}
  and 0 < all(rows) and ${Number.MAX_SAFE_INTEGER} >= all(rows)
  and length(leaves) = ${digestBytes} * cardinality(rows) and length(previous) = ${digestBytes} and length(mac) = ${digestBytes}`;

/** What stands among the seals, looked at once each; to be selected from as `seals`. */
export const seals = `seals cross join lateral (select coalesce(${shaped}, false) as fits offset 0) as shape`;

/** How many rows are under a seal of `seals`; none under what is no seal. */
export const rowsUnder = 'case when fits then cardinality(rows) else 0 end';

/** Columns of `seals`, to be read by `judged`. */
export const sealColumns = `number::text as number, ${[
  'at',
  'key_number',
  'rows',
  'leaves',
  'previous',
  'mac',
]
  .map((column) => `case when fits then ${column} end as ${column}`)
  .join(', ')}`;

/** As it is read. */
export type Row = { number: string } & { [Column in Exclude<keyof Seal, 'number'>]: Seal[Column] | null };

/** Whether what stands among the seals is a seal of ours. */
export function judged(chain: ChainKey, row: Row): Found {
  const seal = shapeOf(row);
  return { number: BigInt(row.number), seal, ours: seal !== undefined && isOurs(chain, seal) };
}

/** What stands among the seals, as far as it has the shape of one. */
export function shapeOf({ number, ...row }: Row): Seal | undefined {
  if (row.rows === null) return undefined;
  return { ...(row as Omit<Seal, 'number'>), number: Number(number), rows: row.rows.map(Number) };
}

const isOurs = (chain: ChainKey, seal: Seal): boolean => macOf(chain, seal)?.equals(seal.mac) === true;

/** So many seals are looked at in one go where each of them may be as large as one can be. */
const atOnce = 50;

/** The seals of ours that some of these rows are under, the first first. However many others name the rows: a few at a time are read. */
export async function* sealsOver(sql: Knex, chain: ChainKey, rows: readonly number[]): AsyncGenerator<Seal> {
  const { rows: naming }: { rows: Array<{ number: string }> } = await sql.raw(
    'select number::text as number from seals where rows && ?::bigint[] order by seals.number',
    [[...rows]],
  );
  for (let at = 0; at < naming.length; at += atOnce) {
    const numbers = naming.slice(at, at + atOnce).map(({ number }) => number);
    const { rows: some }: { rows: Row[] } = await sql.raw(
      `select ${sealColumns} from ${seals} where number = any(?::bigint[]) order by seals.number`,
      [numbers],
    );
    for (const { ours, seal } of some.map((row) => judged(chain, row))) if (ours && seal) yield seal;
  }
}
