import type { Knex } from 'knex';

/**
 * Everything the migrations made, read from the catalogues and written as text in an order of its own: what `schema.sql` holds. Written by
 * queries of ours, because pg_dump writes each version in its own way and is not there everywhere. What the migrator made for itself is left out.
 */
export async function describeSchema(sql: Knex): Promise<string> {
  const sections = [];
  for (const [kind, query] of Object.entries(queries)) {
    const { rows } = await sql.raw(query);
    sections.push(`-- ${kind}\n${rows.map(({ line }: { line: string }) => line).join('\n')}\n`);
  }
  return sections.join('\n');
}

const ours = `n.nspname = 'public' and c.relname not like 'migrations%'`;

/** Texts of expressions are put together by the server, in the same words since Postgres 15. Not-null checks, rows since 18, are columns' here. */
const queries: Record<string, string> = {
  'tables, columns': `
    select format('%s.%s %s%s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
             case when a.attnotnull then ' not null' else '' end,
             case when a.attgenerated = 's' then format(' generated as (%s)', pg_get_expr(d.adbin, d.adrelid))
                  when a.attidentity = 'a' then ' identity'
                  when d.adbin is not null then format(' default %s', pg_get_expr(d.adbin, d.adrelid)) else '' end,
             case when a.attnum = 1 and c.reloptions is not null then format(' -- table with %s', array_to_string(c.reloptions, ', ')) else '' end) as line
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     where ${ours} and c.relkind in ('r', 'p') order by c.relname collate "C", a.attnum`,
  constraints: `
    select format('%s.%s %s', c.relname, k.conname, pg_get_constraintdef(k.oid)) as line
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where ${ours} and k.contype <> 'n' order by c.relname collate "C", k.conname collate "C"`,
  indexes: `
    select format('%s', pg_get_indexdef(i.indexrelid)) as line
      from pg_index i join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
     where ${ours} order by c.relname collate "C", x.relname collate "C"`,
  triggers: `
    select pg_get_triggerdef(t.oid) as line
      from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where ${ours} and not t.tgisinternal order by c.relname collate "C", t.tgname collate "C"`,
  functions: `
    select pg_get_functiondef(p.oid) as line
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public' order by p.proname collate "C"`,
  sequences: `
    select format('%s %s start %s by %s', c.relname, format_type(s.seqtypid, null), s.seqstart, s.seqincrement) as line
      from pg_sequence s join pg_class c on c.oid = s.seqrelid join pg_namespace n on n.oid = c.relnamespace
     where ${ours} order by c.relname collate "C"`,
};
