import type { Knex } from 'knex';
import { type Marks, pseudonymOf, unnamer } from '../../core/forget';
import { pagesKept } from '../homes';
import { refuseChangedRules } from '../seal/intact';
import { replaceInLedger } from '../seal/replace';
import { rulesNow } from '../seal/rules';
import type { ChainKey } from '../vault';
import { personal } from './columns';
import { addressIsTheirs, marksOf, naming } from './known';

/** What forgetting came to, or would come to: how many rows of which table are removed, and in how many texts are replaced. */
export interface Forgotten {
  pseudonym: string;
  /** The name alone stays where others wrote it: it may mean somebody or something else. */
  nameStays: boolean;
  removed: Record<string, number>;
  replaced: Record<string, number>;
}

/** So many rows of the ledger are named in one row of it. */
const together = 500;

/** Forgetting people. */
export const forgettingIn = (sql: Knex, chain: ChainKey | undefined) => ({
  /**
   * Replaces a person by a pseudonym everywhere: in their own row, in what others wrote, in what was sent and answered, in words of the
   * ledger. What is only of use to reach them is removed. The ledger says who forgot them, and of each row whose words changed what it
   * says since, under the key of the chain: so the chain fits as before. Undefined where the keys are missing. Rejects with `NotIntact` where
   * words would be replaced in what is not as it was sealed.
   *
   * @param by an admin; undefined where it was due by the clock
   */
  async forget(person: string, by: string | undefined, now: Date): Promise<Forgotten | undefined> {
    const marks = await marksOf(sql, person);
    if (!chain || !marks) return undefined;
    const pseudonym = pseudonymOf(person);
    const pages = await sql('homes')
      .where({ person_id: person })
      .select('platform', 'home', 'user_id', 'version');
    const removed = await removeWhatReaches(sql, marks);
    await sql.raw(
      `update people set manager_email = null
        where lower(btrim(manager_email)) = (select p.email_key from people p where p.id = ? and ${addressIsTheirs})`,
      [person],
    );
    await sql.raw(
      `update people set name = ?, email = null, manager_email = null, groups = '{}', slack_id = null, teams_id = null, role = 'employee',
              active = false, imported = false, added = false, left_at = coalesce(left_at, ?::timestamptz), left_how = 'forgotten'
        where id = ?`,
      [pseudonym, now, person],
    );
    await sql.raw('update requests set email = null where assignee_id = ?', [person]);
    const { replaced, ledger, rules } = await replaceEverywhere(sql, chain, marks);
    await rewordLedger(sql, chain, { person, by, now, rows: ledger, rules });
    await drawPagesAnew(sql, person, pages, now);
    return { pseudonym, nameStays: !marks.unmistakable, removed, replaced };
  },
});

/**
 * What stands on pages in a chat stands there until it is drawn over: those of others are drawn anew, however long ago they were opened, or that is
 * tried for some days. Theirs are noted once more, under an account that is nobody's: the bot empties such a page, and knows nothing of it from then
 * on. Each is another version, so that whoever is just drawing one, with the name, does not note it as drawn.
 */
async function drawPagesAnew(
  sql: Knex,
  person: string,
  pages: Array<{ platform: string; home: string; user_id: string; version: number }>,
  now: Date,
): Promise<void> {
  await sql.raw(
    `update homes set drawn = '', hash = '', version = version + 1, redraw_until = ?::timestamptz + ${pagesKept}`,
    [now],
  );
  if (pages.length === 0) return;
  const empty = {
    command: '{}',
    drawn: '',
    hash: '',
    opened_at: now,
    looked_at: now,
    audit_seen: 0,
    outbox_seen: 0,
  };
  await sql('homes').insert(
    pages.map((page) => ({ ...page, ...empty, version: page.version + 1, person_id: person })),
  );
}

async function removeWhatReaches(sql: Knex, { id, accounts }: Marks): Promise<Record<string, number>> {
  const removed: Record<string, number> = {};
  const remove = async (table: string, where: string, value: unknown) => {
    const { rows } = await sql.raw(
      `with gone as (delete from "${table}" where ${where} returning 1) select count(*)::int as rows from gone`,
      [value as Knex.RawBinding],
    );
    if (rows[0].rows > 0) removed[table] = rows[0].rows;
  };
  // What was posted of a notice goes before the notice.
  await sql.raw(
    'update posted set outbox_id = null where outbox_id in (select id from outbox where person_id = ?)',
    [id],
  );
  await remove('link_tries', 'user_id = any(?::text[])', accounts);
  for (const [table, { goes }] of Object.entries(personal))
    if (goes) await remove(table, 'person_id = ?::uuid', id);
  return removed;
}

type Row = Record<string, unknown> & { ctid: string };

type Writer = (sql: Knex, row: Row, person: string) => Promise<unknown>;

/** How words of rules are written back, which cannot simply be changed. */
const writeRules: Writer = (sql, { version, text, policy, applied_by }, person) =>
  sql.raw('select reword_policy(?::int, ?, ?::jsonb, ?, ?::uuid)', [
    version as number,
    text as string,
    JSON.stringify(policy),
    applied_by as string | null,
    person,
  ] as Knex.RawBinding[]);

/** What of the ledger is to be said in other words, and which versions of the rules were. */
interface Replaced {
  replaced: Record<string, number>;
  ledger: Row[];
  rules: number[];
}

async function replaceEverywhere(sql: Knex, chain: ChainKey, marks: Marks): Promise<Replaced> {
  const unnamed = unnamer(marks);
  const replaced: Record<string, number> = {};
  const ledger: Row[] = [];
  const rules: number[] = [];
  for (const [table, holds] of Object.entries(personal)) {
    const { texts = [], kept = {} } = holds;
    if (texts.length === 0 || table === 'people') continue;
    const { where, values } = naming(holds, marks);
    const { rows }: { rows: Array<Row & { kept: string[] }> } = await sql.raw(
      `select ctid::text as ctid, ${table === 'audit' ? 'id, ' : ''}${table === 'policies' ? 'version, ' : ''}
              ${texts.map((column) => `"${column}"`).join(', ')},
              array_remove(array[${Object.entries(kept).map(([column, under]) => `case when ${under} then '${column}' end`)}]::text[], null) as kept
         from "${table}" where ${where}`,
      [...Object.values(kept).map(() => marks.id), ...values],
    );
    for (const { kept: stays, ...row } of rows) {
      const anew: Row = {
        ...row,
        ...Object.fromEntries(
          texts.map((column) => [column, stays.includes(column) ? row[column] : unnamed(row[column])]),
        ),
      };
      if (JSON.stringify(anew) === JSON.stringify(row)) continue;
      if (table === 'policies') await refuseChangedRules(sql, chain, [row.version as number]);
      if (table === 'audit') ledger.push(anew);
      else await (table === 'policies' ? writeRules : writer(table, texts))(sql, anew, marks.id);
      if (table === 'policies') rules.push(row.version as number);
      replaced[table] = (replaced[table] ?? 0) + 1;
    }
  }
  return { replaced, ledger, rules };
}

const writer =
  (table: string, texts: readonly string[]): Writer =>
  (sql, row) =>
    sql.raw(
      `update "${table}" set ${texts.map((column) => `"${column}" = ?`).join(', ')} where ctid = ?::tid`,
      [
        ...texts.map((column) =>
          typeof row[column] === 'object' && row[column] !== null ? JSON.stringify(row[column]) : row[column],
        ),
        row.ctid,
      ] as Knex.RawBinding[],
    );

interface Note {
  person: string;
  by: string | undefined;
  now: Date;
  /** Of the ledger, each with its words as they are to be. */
  rows: Row[];
  /** Versions of the rules. */
  rules: number[];
}

/** Replaces words of the ledger, and notes of each row, and of the rules, what it says since. */
async function rewordLedger(
  sql: Knex,
  chain: ChainKey,
  { person, by, now, rows, rules }: Note,
): Promise<void> {
  for (let from = 0; from === 0 || from < rows.length; from += together) {
    const some = rows.slice(from, from + together);
    const anew = some.map(({ id, why }) => ({ id: id as number, why: why as string }));
    const reworded = {
      ...(await replaceInLedger(sql, chain, anew, person)),
      ...(from === 0 && rules.length > 0 && { rules: await rulesNow(sql, chain, rules) }),
    };
    await sql.raw(
      `insert into audit (at, action, by_person, subject, person_id, details) values (?::timestamptz, 'person.forgotten', ?::uuid, ?, ?, ?::jsonb)`,
      [now, by ?? null, person, person, JSON.stringify({ reworded })] as Knex.RawBinding[],
    );
  }
}
