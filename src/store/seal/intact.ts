import type { Knex } from 'knex';
import type { ChainKey } from '../vault';
import { digestBytes, leafOf } from './chain';
import { sealsOver } from './found';
import { knownAsReworded } from './reworded';
import { rulesBreaks } from './rules';
import { readRows } from './said';

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
  const sought = new Set(rows);
  const leaves = new Map<number, { leaf: Buffer; key: number; at: Date }>();
  // A row that was made to wait once more comes under a second seal, which says what it says by then: the first one counts.
  for await (const seal of sealsOver(sql, chain, rows))
    for (const [at, row] of seal.rows.entries())
      if (sought.has(row) && !leaves.has(row))
        leaves.set(row, {
          leaf: seal.leaves.subarray(at * digestBytes, (at + 1) * digestBytes),
          key: seal.key_number,
          at: seal.at,
        });
  const { rows: found }: { rows: Array<{ id: number; waits: boolean }> } = await sql.raw(
    'select id, exists (select from unsealed where audit_id = id) as waits from audit where id = any(?::bigint[])',
    [[...sought]],
  );
  const others = new Set(found.filter(({ id, waits }) => !leaves.has(id) && !waits).map(({ id }) => id));
  const sealed = found.map(({ id }) => id).filter((id) => leaves.has(id));
  await readRows(sql, sealed, (id, content) => {
    const { key, leaf } = leaves.get(id) as { key: number; leaf: Buffer };
    if (!leafOf(chain, content, key)?.equals(leaf)) others.add(id);
  });
  const reworded = await knownAsReworded(
    sql,
    chain,
    [...others].filter((id) => leaves.has(id)),
  );
  const changed = [...others].filter((id) => !reworded.has(id)).sort((one, other) => one - other)[0];
  if (changed !== undefined) throw new NotIntact({ row: changed });
  return new Map(
    [...sought].flatMap((id) => {
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
