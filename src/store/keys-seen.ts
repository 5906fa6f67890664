import type { Knex } from 'knex';

/** What stays with people after they have given something back: they know its key. */
export const keysSeenIn = (sql: Knex) => ({
  /** How many units of a benefit somebody has given back after a look at their key, since its package began. */
  async seenAndGivenBack(person: string, benefit: string): Promise<number> {
    const { rows } = await sql.raw(
      `select coalesce(sum(h.quantity), 0)::int as units
         from holdings h join benefits b on b.id = h.benefit_id join packages p on p.id = b.package_id
        where h.person_id = ? and h.benefit_id = ? and h.ended_at is not null and h.since >= p.starts
          and exists (select from key_views v where v.holding_id = h.id and v.outcome <> 'not-shown')`,
      [person, benefit],
    );
    return rows[0].units;
  },
});
