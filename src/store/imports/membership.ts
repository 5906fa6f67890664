import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { normalName, tidyName } from '../../core/product-name';
import type { MembershipRow } from '../../imports/membership';
import type { Item } from '../../imports/problem';
import { type Importing, inOneGo } from './in-one-go';
import { ImportRefused } from './refused';

/** The package a membership file comes with: what Partner Center says of it beside the list of benefits. */
export interface PackageTerms {
  name: string;
  partnerId: string;
  accountEmail: string | null;
  /** Days, both included. */
  starts: string;
  ends: string;
}

export interface MembershipOutcome {
  package: 'new' | 'changed' | 'unchanged';
  rows: number;
  new: number;
  changed: number;
  unchanged: number;
  /** Names of benefits of the package that the file no longer has. They stay: somebody may hold them. */
  missing: string[];
}

/**
 * Writes a membership: the package by its name and first day, its benefits by their names in any spelling, in the order of the file.
 *
 * @throws BadFile when the file is refused, ImportRefused when an allocation would fall below what is held
 */
export async function importMembership(
  database: Knex,
  file: AsyncIterable<Item<MembershipRow>>,
  terms: PackageTerms,
  importing: Importing,
): Promise<MembershipOutcome> {
  const lines = await linesOf(file);
  return inOneGo(database, 'import.membership', importing, async (sql) => {
    const pack = await savePackage(sql, terms);
    const known = await benefitsOf(sql, pack.id);
    const counts = { new: 0, changed: 0, unchanged: 0 };
    for (const { line, columns } of lines) {
      const before = known.get(columns.name_key);
      known.delete(columns.name_key);
      if (!before) {
        await sql('benefits').insert({ id: randomUUID(), package_id: pack.id, ...columns });
        counts.new++;
      } else if (sameColumns(before, columns)) {
        counts.unchanged++;
      } else {
        if (columns.quantity < before.held)
          throw new ImportRefused(
            'below-held',
            line,
            `${before.held} of this benefit are held, so its quantity cannot become ${columns.quantity}.`,
          );
        await sql('benefits')
          .where({ id: before.id })
          .update({ ...columns, version: sql.raw('version + 1') });
        counts.changed++;
      }
    }
    const missing = [...known.values()].map(({ name }) => name);
    return { package: pack.fate, rows: lines.length, ...counts, missing };
  });
}

/** A benefit as its row has it, but for what the bot itself counts. */
type Columns = ReturnType<typeof columnsOf>;
type Known = Columns & { id: string; held: number };

async function linesOf(file: AsyncIterable<Item<MembershipRow>>) {
  const lines: Array<{ line: number; columns: Columns }> = [];
  for await (const item of file)
    if ('row' in item) lines.push({ line: item.line, columns: columnsOf(item.row, lines.length) });
  return lines;
}

const columnsOf = (row: MembershipRow, position: number) => ({
  position,
  category: row.category,
  name: row.benefit,
  name_key: normalName(row.benefit),
  quantity: row.quantity,
  unit: row.unit,
  delivery: row.delivery,
  instructions: row.instructions,
  instructions_zh: row.instructionsZh,
  languages: row.languages,
  systems: row.systems,
  download_url: row.downloadUrl,
  activate_by: row.activateBy,
});

const sameColumns = (before: Known, now: Columns): boolean =>
  Object.entries(now).every(
    ([name, value]) => JSON.stringify(before[name as keyof Columns]) === JSON.stringify(value),
  );

/** The benefits of a package, locked, by their names as they are compared. */
async function benefitsOf(sql: Knex, pack: string): Promise<Map<string, Known>> {
  const rows: Known[] = await sql('benefits').where({ package_id: pack }).orderBy('position').forUpdate();
  return new Map(rows.map((row) => [row.name_key, row]));
}

async function savePackage(
  sql: Knex,
  terms: PackageTerms,
): Promise<{ id: string; fate: MembershipOutcome['package'] }> {
  const name = tidyName(terms.name);
  const facts = { partner_id: terms.partnerId, account_email: terms.accountEmail, ends: terms.ends };
  const [known] = await sql('packages').where({ name, starts: terms.starts }).forUpdate();
  if (!known) {
    const id = randomUUID();
    await sql('packages').insert({ id, name, starts: terms.starts, ...facts });
    return { id, fate: 'new' };
  }
  const same = Object.entries(facts).every(([column, value]) => known[column] === value);
  if (!same) {
    await sql('packages').where({ id: known.id }).update(facts);
    // A list shows the days of the package with each of its benefits: lists that were drawn before are old.
    await sql('benefits').where({ package_id: known.id }).increment('version', 1);
  }
  return { id: known.id, fate: same ? 'unchanged' : 'changed' };
}
