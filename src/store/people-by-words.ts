import type { Knex } from 'knex';
import { nameKey } from '../core/names';
import { plain } from '../core/understanding/written';
import { type KnownPerson, personColumns, personOf } from './people';

/** People as somebody's words name them: an address, a part of a name, or nothing at all. */
export const peopleByWordsIn = (sql: Knex) => ({
  /** Whoever has this address, somebody active first; somebody who has left keeps theirs. */
  async whoHas(email: string): Promise<KnownPerson | undefined> {
    const { rows } = await sql.raw(
      `select ${personColumns} from people where email_key = lower(btrim(?)) order by active desc, name, id limit 1`,
      [email],
    );
    return rows[0] && personOf(rows[0]);
  },

  /** Everybody active, by name. */
  async everybody(): Promise<KnownPerson[]> {
    const { rows } = await sql.raw(
      `select ${personColumns} from people where active order by name, id limit 5000`,
    );
    return rows.map(personOf);
  },

  /** Everybody active with all of these words in their name or address, as somebody types them into a field; by name, at most so many. */
  async peopleWith(typed: string, most: number): Promise<KnownPerson[]> {
    const { rows } = await sql.raw(
      `select ${personColumns} from people
        where active and not exists (
          select from unnest(?::text[]) as part where position(part in lower(normalize(name || ' ' || coalesce(email, ''), nfkc))) = 0)
        order by name, id limit ?`,
      [plain(typed).split(' ').filter(Boolean), most],
    );
    return rows.map(personOf);
  },

  /**
   * Everybody active whose name begins with these words, at the beginning of one of its own; by name, at most 20.
   * @param leavers those as well who have left
   */
  async peopleCalled(beginning: string, leavers = false): Promise<KnownPerson[]> {
    const { rows } = await sql.raw(
      `select ${personColumns} from people
        where (active or ?::boolean) and position(' ' || ?::text in ' ' || lower(normalize(name, nfkc))) > 0 order by name, id limit 20`,
      [leavers, nameKey(beginning)],
    );
    return rows.map(personOf);
  },
});
