import type { Knex } from 'knex';
import { isUnmistakable, type Marks } from '../../core/forget';
import { type Holds, lists, personal } from './columns';

/** The people file, or an admin, says that `people p` is called so; what somebody chose in a chat may be any words. */
export const nameIsGiven = '(p.imported or p.added)';
/** Nobody else than `people p` has their address. */
export const addressIsTheirs =
  'not exists (select from people o where o.id <> p.id and o.email_key = p.email_key)';

/**
 * By what a person is known; undefined where there is nobody of this id. An address that somebody else has too, or has given for a request, or
 * that is the company's own, does not tell who is meant.
 */
export async function marksOf(sql: Knex, id: string): Promise<Marks | undefined> {
  const { rows } = await sql.raw(
    `select p.name, case when ${addressIsTheirs} then p.email end as email, p.slack_id, p.teams_id, ${nameIsGiven} as given,
            array(select name from people where id <> p.id union select name from benefits union select name from packages) as other_names,
            array(select r.email from requests r where r.assignee_id = p.id and r.email is not null
                     and not exists (select from people o where o.id <> p.id and o.email_key = lower(btrim(r.email)))
                     and not exists (select from requests o where o.assignee_id <> p.id and lower(btrim(o.email)) = lower(btrim(r.email)))
                     and not exists (select from packages o where lower(btrim(o.account_email)) = lower(btrim(r.email)))) as other_addresses,
            array(select a.user_id from accounts a where a.person_id = p.id) as accounts
       from people p where p.id = ?`,
    [id],
  );
  const [row] = rows;
  if (!row) return undefined;
  const distinct = (texts: Array<string | null>): string[] => [
    ...new Set(texts.filter((text): text is string => !!text?.trim()).map((text) => text.trim())),
  ];
  return {
    id,
    name: row.name,
    unmistakable: row.given && isUnmistakable(row.name, row.other_names),
    addresses: distinct([row.email, ...row.other_addresses]),
    accounts: distinct([row.slack_id, row.teams_id, ...row.accounts]),
  };
}

/** Rows of a table that name somebody in one of its texts, as far as the database can tell: rather a few too many. */
export function naming(
  { texts = [] }: Holds,
  { name, unmistakable, addresses, accounts, id }: Marks,
): { where: string; values: string[] } {
  const sought = [...addresses, ...accounts, ...(unmistakable ? [name] : []), id].map((text) =>
    text.toLowerCase(),
  );
  // Inside JSON a quotation mark has a backslash before it.
  const terms = [...new Set(sought.flatMap((text) => [text, JSON.stringify(text).slice(1, -1)]))];
  const words = `concat_ws(' ', ${texts.map((column) => `"${column}"::text`).join(', ')})`;
  const all = `regexp_replace(lower(${words}), '[[:space:]]+', ' ', 'g')`;
  return { where: `(${terms.map(() => `strpos(${all}, ?) > 0`).join(' or ')})`, values: terms };
}

/** Everything that is known about a person, by table: rows of theirs, rows they stand in, rows whose texts name them. Never a key. */
export async function knownOf(sql: Knex, marks: Marks): Promise<Record<string, unknown[]>> {
  const known: Record<string, unknown[]> = {};
  for (const [table, holds] of Object.entries(personal)) {
    const { where, values } = concerning(table, holds, marks);
    if (!where) continue;
    const { rows } = await sql.raw(
      `select to_jsonb(t) - ?::text[] as row from "${table}" t where ${where} order by 1`,
      [[...(holds.hidden ?? [])], ...values],
    );
    if (rows.length > 0) known[table] = rows.map(({ row }: { row: unknown }) => row);
  }
  return known;
}

function concerning(table: string, holds: Holds, marks: Marks): { where: string; values: string[] } {
  const { people = [], texts = [], about } = holds;
  const named = texts.length > 0 ? naming(holds, marks) : undefined;
  const conditions = [
    ...people.map((column) =>
      lists.has(`${table}.${column}`) ? `?::uuid = any("${column}")` : `"${column}" = ?::uuid`,
    ),
    ...(about ? [about.replaceAll('?', '?::uuid')] : []),
    ...(named ? [named.where] : []),
  ];
  const asked = about ? about.split('?').length - 1 : 0;
  return {
    where: conditions.join(' or '),
    values: [...Array<string>(people.length + asked).fill(marks.id), ...(named?.values ?? [])],
  };
}
