import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Holding } from '../core/holding';
import { type WantedRow, wantedOf } from './requests';
import { Sealed, type Vault } from './vault';

const columns = `
  h.id, h.person_id, q.name as person_name, h.benefit_id, b.name as benefit_name, b.category, b.unit, b.delivery,
  h.quantity, r.language, r.system, h.since, r.decided_by, d.name as decided_by_name, h.key_id, h.ended_at`;
const tables = `
  holdings h join people q on q.id = h.person_id join benefits b on b.id = h.benefit_id
  join requests r on r.id = h.request_id left join people d on d.id = r.decided_by`;

interface HoldingRow extends WantedRow {
  id: string;
  person_id: string;
  person_name: string;
  since: Date;
  decided_by: string;
  decided_by_name: string;
  key_id: string | null;
  ended_at: Date | null;
}

const holdingOf = (row: HoldingRow): Holding => ({
  id: row.id,
  person: { id: row.person_id, name: row.person_name },
  ...wantedOf(row),
  since: row.since.toISOString(),
  approvedBy: { id: row.decided_by, name: row.decided_by_name },
  key: row.key_id !== null,
  state: row.ended_at ? { is: 'ended', at: row.ended_at.toISOString() } : { is: 'live' },
});

/** Who has what, and the showing of keys. */
export const holdingsIn = (sql: Knex, vault: Vault) => ({
  /** What a person has now, newest first. */
  async holdingsOf(person: string): Promise<Holding[]> {
    const { rows } = await sql.raw(
      `select ${columns} from ${tables} where h.person_id = ? and h.ended_at is null order by h.since desc, h.id limit 500`,
      [person],
    );
    return rows.map(holdingOf);
  },

  /** The names of what several people have now, by person. */
  async namesHeldBy(people: string[]): Promise<Map<string, string[]>> {
    const { rows } = await sql.raw(
      `select h.person_id, array_agg(b.name order by b.name) as names from holdings h join benefits b on b.id = h.benefit_id
        where h.ended_at is null and h.person_id = any(?::uuid[]) group by h.person_id`,
      [people],
    );
    return new Map(rows.map((row: { person_id: string; names: string[] }) => [row.person_id, row.names]));
  },

  async holding(id: string): Promise<Holding | undefined> {
    const { rows } = await sql.raw(`select ${columns} from ${tables} where h.id = ?`, [id]);
    return rows[0] && holdingOf(rows[0]);
  },

  /**
   * Opens the key of a holding and notes the attempt, in the transaction at hand: no look without a record. The caller has made
   * sure that the person is the holder. `sealed` when the key cannot be opened; nothing is noted then.
   */
  async reveal(
    holding: Holding,
    now: Date,
  ): Promise<{ is: 'open'; key: string; view: string } | { is: 'sealed'; code: Sealed['code'] }> {
    const { rows } = await sql.raw(
      `select k.id, k.sealed, k.sealed_for, b.package_id from holdings h join product_keys k on k.id = h.key_id
         join benefits b on b.id = h.benefit_id where h.id = ?`,
      [holding.id],
    );
    const [row] = rows;
    let key: string;
    try {
      key = vault.open(row.sealed, { key: row.id, benefit: row.sealed_for });
    } catch (error) {
      if (error instanceof Sealed) return { is: 'sealed', code: error.code };
      throw error;
    }
    const view = randomUUID();
    await sql.raw(
      `with seen as (update packages set key_viewed_at = ?::timestamptz where id = ? and key_viewed_at is null),
            told as (insert into audit (at, action, by_person, subject, person_id, benefit_id)
                     values (?::timestamptz, 'key.shown', ?::uuid, ?::uuid, ?::uuid, ?::uuid))
       insert into key_views (id, holding_id, person_id, at, outcome) values (?, ?, ?, ?, 'attempted')`,
      [
        now,
        row.package_id,
        now,
        holding.person.id,
        holding.id,
        holding.person.id,
        holding.benefit.id,
        view,
        holding.id,
        holding.person.id,
        now,
      ],
    );
    return { is: 'open', key, view };
  },

  /** What became of showing a key. */
  async noteView(view: string, shown: boolean): Promise<void> {
    await sql.raw(`update key_views set outcome = ? where id = ? and outcome = 'attempted'`, [
      shown ? 'shown' : 'not-shown',
      view,
    ]);
  },
});
