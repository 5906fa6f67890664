import type { Knex } from 'knex';
import type { Breaks } from './break';
import { exactly } from './found';
import type { Ids } from './ids';

/** So many ids are read at once. */
const atOnce = 50_000;

/** Rows under no seal that wait for none, and waiting ones that are gone. */
export async function findStrays(sql: Knex, sealed: Ids, breaks: Breaks): Promise<void> {
  for await (const id of idsOf(
    sql,
    'select id from audit where not exists (select from unsealed where audit_id = id)',
  )) {
    const row = exactly(id);
    if (typeof row !== 'number' || row < 1 || !sealed.has(row)) breaks.add({ is: 'inserted', row });
  }
  for await (const id of idsOf(
    sql,
    'select audit_id as id from unsealed where not exists (select from audit where id = audit_id)',
  ))
    breaks.add({ is: 'gone-unsealed', row: exactly(id) });
}

/** Ids in their order, each as the database has it. */
async function* idsOf(sql: Knex, query: string): AsyncGenerator<string> {
  for (let after: string | null = null, more = true; more; ) {
    const { rows }: { rows: Array<{ id: string }> } = await sql.raw(
      `select id::text as id from (${query}) as found where ?::bigint is null or id > ?::bigint order by found.id limit ?`,
      [after, after, atOnce],
    );
    for (const { id } of rows) yield id;
    after = rows.at(-1)?.id ?? after;
    more = rows.length === atOnce;
  }
}
