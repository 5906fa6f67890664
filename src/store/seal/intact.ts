import type { Knex } from 'knex';
import type { ChainKey } from '../vault';
import { contentOfRow, digestBytes, leafOf, macOf, type Seal } from './chain';
import { knownAsReworded } from './reworded';
import { rulesBreaks } from './rules';

/** Words were to be replaced in a row, or in rules, that do not say what they were sealed with: replacing them would hide what was done to them. */
export class NotIntact extends Error {
  override readonly name = 'NotIntact';
  constructor(readonly found: { row: number } | { version: number }) {
    super(
      `${'row' in found ? `Row ${found.row} of the ledger` : `Version ${found.version} of the rules`} does not say what it said when it was sealed, and replacing words in it would hide that; nothing was done. Run “benefits audit verify”, find out who changed it, and bring it back from a backup first.`,
    );
  }
}

/**
 * Looks whether rows say what they were sealed with, or what the newest note of a rewording says; one that still waits for its seal cannot say
 * anything else. Their seals have to be made with our key.
 *
 * @throws NotIntact with the first row that does not
 */
export async function refuseChanged(sql: Knex, chain: ChainKey, rows: readonly number[]): Promise<void> {
  await whenSealed(sql, chain, rows);
}

/**
 * The same, and when each of them came under its seal, which no time in a row can tell; one that still waits is missing.
 *
 * @throws NotIntact with the first row that does not say what it was sealed with
 */
export async function whenSealed(
  sql: Knex,
  chain: ChainKey,
  rows: readonly number[],
): Promise<Map<number, Date>> {
  if (rows.length === 0) return new Map();
  const sought = [...rows];
  const { rows: seals }: { rows: Array<Omit<Seal, 'rows'> & { rows: Array<number | string> }> } =
    await sql.raw(
      'select number, at, key_number, rows, leaves, previous, mac from seals where rows && ?::bigint[]',
      [sought],
    );
  const { rows: said }: { rows: Array<{ id: number; content: string; waits: boolean }> } = await sql.raw(
    `select id, ${contentOfRow} as content, exists (select from unsealed where audit_id = id) as waits from audit where id = any(?::bigint[]) order by id`,
    [sought],
  );
  const leaves = new Map<number, { leaf: Buffer; key: number; at: Date }>();
  for (const { rows: of, ...rest } of seals) {
    const seal: Seal = { ...rest, rows: of.map(Number) };
    if (!macOf(chain, seal)?.equals(seal.mac)) continue;
    for (const [at, row] of seal.rows.entries())
      leaves.set(row, {
        leaf: seal.leaves.subarray(at * digestBytes, (at + 1) * digestBytes),
        key: seal.key_number,
        at: seal.at,
      });
  }
  const others = said.filter(({ id, content, waits }) => {
    const sealed = leaves.get(id);
    return sealed ? !leafOf(chain, content, sealed.key)?.equals(sealed.leaf) : !waits;
  });
  const reworded = await knownAsReworded(
    sql,
    chain,
    others.filter(({ id }) => leaves.has(id)).map(({ id }) => id),
  );
  const changed = others.find(({ id }) => !reworded.has(id));
  if (changed) throw new NotIntact({ row: changed.id });
  return new Map(
    sought.flatMap((id) => {
      const at = leaves.get(id)?.at;
      return at ? [[id, at]] : [];
    }),
  );
}

/**
 * The same of versions of the rules.
 *
 * @throws NotIntact with the first version that says something else than when it was applied
 */
export async function refuseChangedRules(
  sql: Knex,
  chain: ChainKey,
  versions: readonly number[],
): Promise<void> {
  if (versions.length === 0) return;
  const changed = (await rulesBreaks(sql, chain)).find(({ version }) => versions.includes(version));
  if (changed) throw new NotIntact({ version: changed.version });
}
