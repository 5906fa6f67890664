import type { Knex } from 'knex';
import type { Category, Delivery } from '../core/benefit';
import type { Step } from '../core/change';
import type { Difference, DifferenceKind } from '../core/difference';
import { type Part, part } from './statement';

/** A difference with all that its card shows. */
const columns = `
  d.id, d.kind, d.person_id, coalesce(p.name, d.subscriber_name) as name, coalesce(p.email, d.subscriber_email) as email, d.quantity,
  d.holding_id, d.assigned_on, d.exported_on, d.found_at, d.state, d.settled_by, s.name as settled_name, d.settled_at, d.why, d.over_on,
  b.id as b_id, b.name as b_name, b.category as b_category, b.unit as b_unit, b.delivery as b_delivery`;
const tables = `differences d join benefits b on b.id = d.benefit_id
  left join people p on p.id = d.person_id left join people s on s.id = d.settled_by`;

interface Row {
  id: string;
  kind: DifferenceKind;
  person_id: string | null;
  name: string | null;
  email: string | null;
  quantity: number;
  holding_id: string | null;
  assigned_on: string | null;
  exported_on: string;
  found_at: Date;
  state: Difference['state'];
  settled_by: string | null;
  settled_name: string | null;
  settled_at: Date | null;
  why: string | null;
  over_on: string | null;
  b_id: string;
  b_name: string;
  b_category: Category;
  b_unit: string;
  b_delivery: Delivery;
}

function differenceOf(row: Row): Difference {
  const found = {
    id: row.id,
    kind: row.kind,
    benefit: {
      id: row.b_id,
      name: row.b_name,
      category: row.b_category,
      unit: row.b_unit,
      delivery: row.b_delivery,
    },
    ...(row.name !== null && {
      person: {
        ...(row.person_id && { id: row.person_id }),
        name: row.name,
        ...(row.email && { email: row.email }),
      },
    }),
    quantity: row.quantity,
    ...(row.holding_id && { holding: row.holding_id }),
    ...(row.assigned_on && { assigned: row.assigned_on }),
    exported: row.exported_on,
    foundAt: row.found_at.toISOString(),
  };
  const at = row.settled_at?.toISOString() as string;
  const by = { id: row.settled_by as string, name: row.settled_name as string };
  switch (row.state) {
    case 'open':
      return { ...found, state: 'open' };
    case 'agreed':
    case 'adopted':
      return { ...found, state: row.state, by, at };
    case 'left':
      return { ...found, state: 'left', by, at, why: row.why as string };
    case 'over':
      return { ...found, state: 'over', at, until: row.over_on as string };
  }
}

/** No list of ours shows more. */
const most = 500;

/** Where Microsoft's portal and we differ. */
export const differencesIn = (sql: Knex) => ({
  /** What still wants a word, or was agreed and is not seen to be done; the oldest first. */
  async unsettledDifferences(): Promise<Difference[]> {
    const { rows } = await sql.raw(
      `select ${columns} from ${tables} where d.state in ('open', 'agreed') order by d.state desc, d.found_at, b.name, name, d.id limit ?`,
      [most],
    );
    return rows.map(differenceOf);
  },

  async difference(id: string): Promise<Difference | undefined> {
    const { rows } = await sql.raw(`select ${columns} from ${tables} where d.id = ?`, [id]);
    return rows[0] && differenceOf(rows[0]);
  },

  /** A difference, locked until the end of the transaction: before any request, holding or benefit it is about. */
  async lockDifference(id: string): Promise<Difference | undefined> {
    await sql.raw('select 1 from differences where id = ? for no key update', [id]);
    return this.difference(id);
  },

  /** Those that a newer export is compared with: what stands, by its print. `agreed` and `left` stand too. */
  async lockStanding(): Promise<Map<string, Difference>> {
    await sql.raw(
      `select 1 from differences where state in ('open', 'agreed', 'left') order by id for no key update`,
    );
    const { rows } = await sql.raw(
      `select d.print, ${columns} from ${tables} where d.state in ('open', 'agreed', 'left')`,
    );
    return new Map(rows.map((row: Row & { print: string }) => [row.print, differenceOf(row)]));
  },
});

/** What finding and settling do to the rows. */
export function ofDifference(step: Extract<Step, { do: 'find-difference' | 'settle-difference' }>): Part[] {
  const { difference: is } = step;
  if (step.do === 'find-difference') {
    const { person } = is;
    return [
      part(
        `insert into differences (id, kind, print, benefit_id, person_id, subscriber_name, subscriber_email, quantity, holding_id,
                                  assigned_on, exported_on, found_at)
         values (?::uuid, ?, ?, ?::uuid, ?::uuid, ?, ?, ?, ?::uuid, ?::date, ?::date, ?::timestamptz)`,
        [
          is.id,
          is.kind,
          step.print,
          is.benefit.id,
          person?.id ?? null,
          person && !person.id ? person.name : null,
          person && !person.id ? (person.email ?? null) : null,
          is.quantity,
          is.holding ?? null,
          is.assigned ?? null,
          is.exported,
          is.foundAt,
        ],
      ),
    ];
  }
  return [
    part(
      `update differences set state = ?, settled_by = ?::uuid, settled_at = ?::timestamptz, why = ?, over_on = ?::date where id = ?::uuid`,
      [
        is.state,
        'by' in is ? is.by.id : null,
        'at' in is ? is.at : null,
        'why' in is ? is.why : null,
        'until' in is ? is.until : null,
        is.id,
      ],
    ),
  ];
}
