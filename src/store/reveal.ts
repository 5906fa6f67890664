import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Holding } from '../core/holding';
import type { KeyType } from '../core/key-type';
import { Sealed } from './sealed-text';
import type { Vault } from './vault';

/** Showing a key to its holder. */
export const revealIn = (sql: Knex, vault: Pick<Vault, 'open'>) => ({
  /**
   * Opens the key of a holding and notes the attempt, in the transaction at hand: no look without a record. The caller has made
   * sure that the person is the holder. `sealed` when the key cannot be opened; nothing is noted then.
   */
  async reveal(
    holding: Holding,
    now: Date,
  ): Promise<
    { is: 'open'; key: string; type: KeyType; view: string } | { is: 'sealed'; code: Sealed['code'] }
  > {
    const { rows } = await sql.raw(
      `select k.id, k.type, k.sealed, k.sealed_for, b.package_id from holdings h join product_keys k on k.id = h.key_id
         join benefits b on b.id = h.benefit_id where h.id = ?`,
      [holding.id],
    );
    const [row] = rows;
    let key: string;
    try {
      key = await vault.open(row.sealed, { key: row.id, benefit: row.sealed_for });
    } catch (error) {
      if (error instanceof Sealed) return { is: 'sealed', code: error.code };
      throw error;
    }
    const view = randomUUID();
    await sql.raw(
      `with seen as (update packages set key_viewed_at = ?::timestamptz where id = ? and key_viewed_at is null),
            told as (insert into audit (at, action, by_person, subject, person_id, benefit_id)
                     values (?::timestamptz, 'key.shown', ?::uuid, ?::uuid, ?::uuid, ?::uuid))
       insert into key_views (id, holding_id, person_id, key_id, at, outcome)
       select ?, id, person_id, key_id, greatest(?::timestamptz, since), 'attempted' from holdings where id = ?`,
      [
        now,
        row.package_id,
        now,
        holding.person.id,
        holding.id,
        holding.person.id,
        holding.benefit.id,
        view,
        now,
        holding.id,
      ],
    );
    return { is: 'open', key, type: row.type, view };
  },

  /** What became of showing a key. */
  async noteView(view: string, shown: boolean): Promise<void> {
    await sql.raw(`update key_views set outcome = ? where id = ? and outcome = 'attempted'`, [
      shown ? 'shown' : 'not-shown',
      view,
    ]);
  },
});
