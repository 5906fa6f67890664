import type { Knex } from 'knex';
import { nameFinder, normalName } from '../core/product-name';

/**
 * The benefits of every package that have a name, in any spelling: a renewed or a second membership may have the same one again.
 * `nearest`: where none has it, the name that comes nearest.
 */
export async function benefitsCalled(
  sql: Knex,
  name: string,
): Promise<{ name: string; ids: string[]; nearest?: string }> {
  const { rows }: { rows: Array<{ id: string; name: string }> } = await sql.raw(
    'select id, name from benefits order by name, id',
  );
  const found = rows.filter((row) => normalName(row.name) === normalName(name));
  const [first] = found;
  if (first) return { name: first.name, ids: found.map(({ id }) => id) };
  const hint = nameFinder(rows.map((row) => row.name))(name);
  return { name, ids: [], ...(hint && { nearest: hint.name }) };
}
