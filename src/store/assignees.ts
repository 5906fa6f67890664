import type { Knex } from 'knex';
import { nameKey } from '../core/names';
import type { Request } from '../core/request';
import { type KnownPerson, personColumns, personOf } from './people';
import { besideRequest, requestColumns, requestOf } from './request-columns';

/** Several people at once, each question asked once for all of them. */
export const assigneesIn = (sql: Knex) => ({
  /** Everybody active whose whole address or else whole name is one of these words, by the `nameKey` of the words. */
  async wholeNames(words: string[]): Promise<Map<string, KnownPerson[]>> {
    const keys = [...new Set(words.map(nameKey))];
    const { rows } = await sql.raw(
      `select ${personColumns}, email_key, lower(normalize(name, nfkc)) as name_key from people
        where active and (email_key = any(?::text[]) or lower(normalize(name, nfkc)) = any(?::text[])) order by name, id`,
      [keys, keys],
    );
    const by = (column: 'email_key' | 'name_key', key: string): KnownPerson[] =>
      rows.filter((row: Record<typeof column, string | null>) => row[column] === key).map(personOf);
    return new Map(
      keys.map((key) => {
        const owners = by('email_key', key);
        return [key, owners.length > 0 ? owners : by('name_key', key)];
      }),
    );
  },

  /** Those of these requests that exist. */
  async requestsById(ids: string[]): Promise<Request[]> {
    const { rows } = await sql.raw(
      `select ${requestColumns} from requests r ${besideRequest} where r.id = any(?::uuid[])`,
      [ids],
    );
    return rows.map(requestOf);
  },

  /** Everything that is still to come to any of these people. */
  async openRequestsOf(people: string[]): Promise<Request[]> {
    const { rows } = await sql.raw(
      `select ${requestColumns} from requests r ${besideRequest}
        where r.assignee_id = any(?::uuid[]) and r.state in ('pending', 'waiting', 'offered', 'approved')`,
      [people],
    );
    return rows.map(requestOf);
  },
});
