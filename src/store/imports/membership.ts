import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { ImportProblem } from '../../core/file-problem';
import { normalName } from '../../core/product-name';
import type { MembershipRow } from '../../imports/membership';
import type { Item } from '../../imports/problem';
import { growKeys } from './grow';
import { type Importing, inOneGo } from './in-one-go';
import { type PackageTerms, type SavedPackage, savePackage } from './package';
import { Pools } from './pools';
import { ImportRefused } from './refused';
import { carriedOver, dropFrom, type Renewal, spentOn } from './renewal';

export type { PackageTerms } from './package';

export interface MembershipOutcome {
  package: SavedPackage['fate'];
  rows: number;
  new: number;
  changed: number;
  unchanged: number;
  /** What is new and what changes, by the names of the file. */
  added: Array<{ name: string; quantity: number }>;
  altered: Array<{ name: string; quantity?: { from: number; to: number } }>;
  /** More of the file is new to a package that has benefits than is not: it may be the file of another one. */
  otherPackage: boolean;
  /** Names of benefits of the package that the file no longer has. They stay: somebody may hold them. */
  missing: string[];
  /** Units added to keys that grow with their allocation. */
  units?: number;
  /** Of a renewal: who goes on holding what. */
  renewal?: Renewal;
  /** The package is known by an earlier term, and was not renewed but begun beside it. */
  beside?: { starts: string; ends: string };
}

/**
 * Writes a membership: the package by its name and first day, its benefits by their names in any spelling, in the order of the file.
 * A renewal goes on with the package as it is: benefits keep their identity and their holders, and what the file no longer has is
 * not given any more.
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
    const pack = await savePackage(sql, terms, importing.now);
    const known = await benefitsOf(sql, pack.id);
    await refuseBelowHeld(sql, lines, known);
    const otherPackage = isOfAnother(lines, known);
    // In a chat nobody names the package again.
    if (otherPackage && importing.givenBy && !importing.dryRun)
      throw new ImportRefused({ code: 'other-package', package: terms.name });
    const counts = { new: 0, changed: 0, unchanged: 0 };
    const changed: string[] = [];
    const added: MembershipOutcome['added'] = [];
    const altered: MembershipOutcome['altered'] = [];
    for (const { columns } of lines) {
      const before = known.get(columns.name_key);
      known.delete(columns.name_key);
      if (!before) {
        await sql('benefits').insert({ id: randomUUID(), package_id: pack.id, ...columns });
        added.push({ name: columns.name, quantity: columns.quantity });
        counts.new++;
      } else if (sameColumns(before, columns)) {
        counts.unchanged++;
      } else {
        await sql('benefits')
          .where({ id: before.id })
          .update({ ...columns, version: sql.raw('version + 1') });
        changed.push(before.id);
        altered.push({
          name: columns.name,
          ...(before.quantity !== columns.quantity && {
            quantity: { from: before.quantity, to: columns.quantity },
          }),
        });
        counts.changed++;
      }
    }
    const units = await growWith(sql, changed);
    const missing = [...known.values()];
    const renewal = terms.renews && (await renewalOf(sql, pack, missing, terms));
    return {
      package: pack.fate,
      rows: lines.length,
      ...counts,
      changed: counts.changed + (renewal ? renewal.dropped : 0),
      added,
      altered,
      otherPackage,
      missing: missing.map(({ name }) => name),
      ...(units > 0 && { units }),
      ...(renewal && { renewal: renewal.is }),
      ...(pack.beside && { beside: pack.beside }),
    };
  });
}

async function renewalOf(
  sql: Knex,
  pack: SavedPackage,
  missing: readonly Known[],
  terms: PackageTerms,
): Promise<{ is: Renewal; dropped: number }> {
  const dropped = await dropFrom(
    sql,
    missing.map(({ id }) => id),
    terms.starts,
  );
  const benefits = await carriedOver(sql, pack.id, { newArea: terms.newArea ?? false });
  return { is: { from: pack.before ?? { starts: terms.starts, ends: terms.ends }, benefits }, dropped };
}

/** Keys that have as many holders as their allocation get more when it grows. */
async function growWith(sql: Knex, benefits: readonly string[]): Promise<number> {
  if (benefits.length === 0) return 0;
  const serving = await sql('pool_benefits')
    .whereIn('benefit_id', [...benefits])
    .distinct()
    .pluck('pool_id');
  const pools = await Pools.read(sql);
  const units = await growKeys(sql, pools, { inPools: serving });
  await pools.settle(sql);
  return units;
}

/** So few benefits are added by hand; more than these are a list of their own. */
const mostByHand = 3;

/** Whether most of the file is new to a package that has benefits. */
function isOfAnother(lines: ReadonlyArray<{ columns: Columns }>, known: ReadonlyMap<string, Known>): boolean {
  const unknown = lines.filter(({ columns }) => !known.has(columns.name_key)).length;
  return known.size > 0 && unknown > mostByHand && unknown > lines.length / 2;
}

/** What people hold cannot be made undone by a file: all that stands in the way is named at once. */
async function refuseBelowHeld(
  sql: Knex,
  lines: ReadonlyArray<{ line: number; columns: Columns }>,
  known: ReadonlyMap<string, Known>,
): Promise<void> {
  const refusals: Array<{ line: number; problem: ImportProblem }> = [];
  for (const { line, columns } of lines) {
    const before = known.get(columns.name_key);
    if (!before || columns.quantity >= before.held) continue;
    const by = await spentOn(sql, before.id);
    refusals.push({
      line,
      problem: { code: 'below-held', held: before.held, by, quantity: columns.quantity },
    });
  }
  const [first, ...more] = refusals;
  if (first) throw new ImportRefused(first.problem, first.line, more);
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
  // What stands in the file is part of the package, whatever an earlier file left out.
  dropped_on: null as string | null,
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
