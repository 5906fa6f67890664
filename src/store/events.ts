import type { Knex } from 'knex';
import type { Cursor, LedgerEvent, Reworded } from '../core/event';
import type { Who } from '../core/held-on';
import { who } from './who';

/** So many seals are looked through at once: each has one row at least. */
const mostSeals = 200;
/** A mark is as long as what it is made of allows; so much of it tells rows apart. In bytes. */
const shortMark = 16;
const leaf = 32;

interface EventRow {
  seal: number;
  place: number;
  mark: string;
  row: number;
  at: Date;
  action: LedgerEvent['action'];
  subject: string | null;
  why: string | null;
  details: Record<string, unknown> | null;
  by: Who | null;
  person: Who | null;
  benefit: { id: string; name: string } | null;
  because: Reworded | null;
}

const columns = `
  s.number as seal, t.place::int as place, encode(substr(s.leaves, (t.place::int - 1) * ${leaf} + 1, ${shortMark}), 'hex') as mark,
  a.id as row, a.at, a.action, a.subject, a.why, a.details, ${who('w')} as by, ${who('p')} as person,
  case when b.id is not null then json_build_object('id', b.id, 'name', b.name) end as benefit,
  case when a.action = 'ledger.reworded' then
    (select n.action from audit n
      where n.action in ('person.forgotten', 'request.text-removed') and n.transaction = a.transaction
        and jsonb_path_query_array(n.details, '$.reworded.rows[*][0]') @> (a.details->'rows') limit 1) end as because`;
const beside = `
  join audit a on a.id = t.id left join people w on w.id = a.by_person left join people p on p.id = a.person_id
  left join benefits b on b.id = a.benefit_id`;

/** Reads what is sealed as events, each with the names people have now. */
export const eventsIn = (sql: Knex) => ({
  /** The next events behind a cursor, in their order; none where the reader has come to the end. */
  async eventsAfter({ seal, place }: Cursor, most: number): Promise<LedgerEvent[]> {
    const { rows } = await sql.raw(
      `select ${columns}
         from (select * from seals where number >= ?::bigint order by number limit ?) s
         cross join lateral unnest(s.rows) with ordinality as t (id, place) ${beside}
        where s.number > ?::bigint or t.place > ?::bigint order by s.number, t.place limit ?`,
      [seal, mostSeals, seal, place, most],
    );
    return rows.map(eventOf);
  },
});

/** The event at a place; undefined where there is none. */
export async function eventAt(sql: Knex, { seal, place }: Cursor): Promise<LedgerEvent | undefined> {
  const { rows } = await sql.raw(
    `select ${columns}
       from seals s cross join lateral (select s.rows[?::int] as id, ?::int as place) t ${beside} where s.number = ?::bigint`,
    [place, place, seal],
  );
  return rows[0] && eventOf(rows[0]);
}

function eventOf(row: EventRow): LedgerEvent {
  return {
    id: `evt_${row.mark}`,
    cursor: { seal: row.seal, place: row.place },
    row: row.row,
    at: row.at.toISOString(),
    action: row.action,
    ...(row.by && { by: row.by }),
    ...(row.person && { person: row.person }),
    ...(row.benefit && { benefit: row.benefit }),
    ...(row.subject && { subject: row.subject }),
    ...(row.why && { why: row.why }),
    ...(row.details && { details: row.details }),
    ...(row.because && { because: row.because }),
  };
}
