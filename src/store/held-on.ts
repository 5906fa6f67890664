import type { Knex } from 'knex';
import { type AsOf, type HeldOn, sayingYes } from '../core/held-on';
import { nameKey } from '../core/names';
import { type BenefitOfDay, type HeldRow, heldOf, type Known, namedIn } from './held-on-rows';
import { type KnownPerson, personColumns, personOf } from './people';

/** Of whom, or of what; absent: of everything. */
export interface Sought {
  benefits?: string[];
  person?: string;
  /** No more than so many. */
  most?: number;
  /** With what the rows of the ledger say. */
  ledger?: true;
}

/** Which rows of the ledger are a yes to the request of a subject: said by whoever decided it, or by nobody where a rule did. */
const isYes = `a.by_person is not distinct from s.decided_by and (${Object.entries(sayingYes)
  .map(
    ([way, actions]) => `(s.way = '${way}' and a.action in (${actions.map((one) => `'${one}'`).join(', ')}))`,
  )
  .join(' or ')})`;

/**
 * All that changes, in one statement, so that it is true at one moment. What belongs to a holding is gathered once for all of them, not
 * holding by holding, and people stay ids: a company's whole history is read at once.
 */
const question = (filter: string, ledger: boolean) => `
  with day as (select ?::timestamptz as finish),
  held as materialized (
    select * from holdings where since < ?::timestamptz and (ended_at is null or ended_at >= ?::timestamptz) ${filter}),
  said as (
    select w.request_id, json_agg(json_build_array(w.at, w.person_id, w.for_person, w.stage, w.alone, w.why)) as said
      from reviews w join held on held.request_id = w.request_id, day
     where w.verdict = 'approve' and w.void_at is null and w.at < day.finish group by 1),
  done as (
    select t.request_id, json_agg(json_build_array(t.done_at, t.done_by, t.kind, t.evidence)) as done
      from tasks t join held on held.request_id = t.request_id, day where t.state = 'done' and t.done_at < day.finish group by 1),
  looks as (
    select v.holding_id, json_agg(json_build_array(v.at, v.person_id, v.outcome)) as shown
      from key_views v join held on held.id = v.holding_id, day where v.outcome <> 'not-shown' and v.at < day.finish group by 1),
  spent as (
    select u.holding_id, sum(u.quantity)::int as used from uses u join held on held.id = u.holding_id, day where u.at < day.finish group by 1),
  subject as (
    select h.id as holding, h.id as subject, null as way, null::uuid as decided_by from held h
    union all select h.id, r.id, r.way, r.decided_by from held h join requests r on r.id = h.request_id
    union all select h.id, t.id, null, null from held h join tasks t on t.request_id = h.request_id
    union all select h.id, t.id, null, null from held h join tasks t on t.holding_id = h.id),
  told as (
    select s.holding, min(a.id) filter (where ${isYes}) as proof,
           max(a.id) filter (where a.action = 'holding.ended') as end_row,
           ${ledger ? 'json_agg(json_build_array(a.id, a.at, a.action, a.by_person, a.why)) as ledger' : 'json_agg(a.id) as rows'}
      from subject s join audit a on a.subject = s.subject, day where a.at < day.finish group by 1)
  select h.id, h.request_id, h.person_id, h.benefit_id, h.quantity, coalesce(spent.used, 0) as used, r.language, r.system, h.since,
         case when h.ended_at < day.finish then h.ended_at end as ended_at, h.ended_how, h.ended_by, h.ended_why,
         r.way, r.requester_id, r.asked_at, r.reason, moved.person_id as moved_from,
         r.decided_by, r.by_rule, r.rule, coalesce(r.policy_version, 0) as version, r.closed_at, told.proof, told.end_row,
         said.said, done.done, looks.shown, told.${ledger ? 'ledger' : 'rows'}
    from held h cross join day join requests r on r.id = h.request_id left join holdings moved on moved.id = r.replaces_id
    left join said on said.request_id = h.request_id left join done on done.request_id = h.request_id
    left join looks on looks.holding_id = h.id left join spent on spent.holding_id = h.id
    left join told on told.holding = h.id`;

/** The benefits there are, each with its package in the term of a day: the one that had begun last, or else the first. */
const benefitsOfDay = `
  select distinct on (b.id) b.id, b.name, b.category, b.unit, b.delivery, p.name as package_name, p.partner_id, term.starts, term.ends
    from benefits b join packages p on p.id = b.package_id
    join (select id as package_id, starts, ends from packages union all select package_id, starts, ends from package_terms) as term
      on term.package_id = p.id
   order by b.id, term.starts <= ?::date desc, abs(term.starts - ?::date)`;

/** What was held on a day, as things stood at its end, and what ended during it; by benefit, then by person. */
export async function heldOn(sql: Knex, on: AsOf, sought: Sought = {}): Promise<HeldOn[]> {
  const rows = await rowsOn(sql, on, sought);
  return [...listOf(rows, { people: await peopleIn(sql, rows), benefits: await benefitsOn(sql, on) })];
}

async function rowsOn(sql: Knex, { from, until }: AsOf, sought: Sought): Promise<HeldRow[]> {
  const filters: Array<[text: string, value: unknown]> = [
    ...(sought.benefits ? [['and benefit_id = any(?::uuid[])', sought.benefits] as [string, unknown]] : []),
    ...(sought.person ? [['and person_id = ?::uuid', sought.person] as [string, unknown]] : []),
    ...(sought.most ? [['order by since, id limit ?', sought.most] as [string, unknown]] : []),
  ];
  const text = question(filters.map(([filter]) => filter).join(' '), sought.ledger === true);
  const values = [until, until, from, ...filters.map(([, value]) => value)];
  const { rows } = await sql.raw(text, values as Knex.RawBinding[]);
  return rows;
}

async function benefitsOn(sql: Knex, { day }: AsOf): Promise<Known['benefits']> {
  const { rows }: { rows: BenefitOfDay[] } = await sql.raw(benefitsOfDay, [day, day]);
  return new Map(rows.map((benefit) => [benefit.id, benefit]));
}

async function peopleIn(sql: Knex, rows: readonly HeldRow[]): Promise<Known['people']> {
  const { rows: people }: { rows: Array<{ id: string; name: string; email: string | null }> } = await sql.raw(
    'select id, name, email from people where id = any(?::uuid[])',
    [namedIn(rows)],
  );
  return new Map(people.map(({ id, name, email }) => [id, { id, name, ...(email && { email }) }]));
}

/** One after the other, each made when it is asked for: of a long list only what is kept takes room. */
function* listOf(rows: readonly HeldRow[], known: Known): Generator<HeldOn> {
  const placeOf = placesAmong(known);
  const inOrder = rows.map((row) => ({ row, place: placeOf(row) }));
  inOrder.sort((one, other) => (one.place < other.place ? -1 : 1));
  for (const { row } of inOrder) yield heldOf(row, known);
}

/** For the list of a whole company: what the database gathers then is four times as large as what it keeps in memory for a question of a chat. */
const muchMemory = '64MB';
/** So many holdings are asked for in one go, or all of one benefit. */
const atOnce = 9_000;

/**
 * The whole list in parts, in the order of `heldOn`, all of it as it was at one moment; for a command that has the database to itself for a while. The
 * database gathers the next part while `take` has this one.
 */
export const eachHeldOn = (
  sql: Knex,
  on: AsOf,
  sought: Sought,
  take: (part: Iterable<HeldOn>) => void,
): Promise<void> =>
  sql.transaction(
    async (alone) => {
      await alone.raw(`set local work_mem = '${muchMemory}'`);
      // What is gathered of a holding takes a kilobyte from its beginning: sorted, there is one at a time and not one of each.
      await alone.raw('set local enable_hashagg = off');
      const benefits = await benefitsOn(alone, on);
      const parts = await partsOf(alone, on, sought, benefits);
      let asking = Promise.resolve<HeldRow[]>([]);
      for (let at = 0; at <= parts.length; at++) {
        const rows = await asking;
        const people = await peopleIn(alone, rows);
        const next = parts[at];
        if (next) asking = underway(rowsOn(alone, on, { ...sought, benefits: next }));
        // It is on its way before anything else is done here.
        await new Promise(setImmediate);
        if (rows.length > 0) take(listOf(rows, { people, benefits }));
      }
    },
    { isolationLevel: 'repeatable read', readOnly: true },
  );

/** Awaited later; until then its failure is nobody's surprise. */
function underway<T>(work: Promise<T>): Promise<T> {
  work.catch(() => {});
  return work;
}

/** The benefits of which anything was held, in the order of the list, as many together as fit into a part. */
async function partsOf(
  sql: Knex,
  { from, until }: AsOf,
  sought: Sought,
  benefits: Known['benefits'],
): Promise<string[][]> {
  const { rows }: { rows: Array<{ id: string; holdings: number }> } = await sql.raw(
    `select benefit_id as id, count(*)::int as holdings from holdings
      where since < ?::timestamptz and (ended_at is null or ended_at >= ?::timestamptz) group by 1`,
    [until, from],
  );
  const inOrder = rows
    .filter(({ id }) => !sought.benefits || sought.benefits.includes(id))
    .map((row) => ({ ...row, place: benefitPlaceOf(benefits.get(row.id) as BenefitOfDay) }))
    .sort((one, other) => (one.place < other.place ? -1 : 1));
  const parts: string[][] = [];
  let room = 0;
  for (const { id, holdings } of inOrder) {
    if (room < holdings || parts.length === 0) parts.push([]);
    room = (room < holdings ? atOnce : room) - holdings;
    parts.at(-1)?.push(id);
  }
  return parts;
}

/** The whole list at once. */
export async function allHeldOn(sql: Knex, on: AsOf, sought: Sought = {}): Promise<HeldOn[]> {
  const all: HeldOn[] = [];
  await eachHeldOn(sql, on, sought, (part) => {
    for (const one of part) all.push(one);
  });
  return all;
}

const benefitPlaceOf = ({ name, id }: Pick<BenefitOfDay, 'name' | 'id'>): string =>
  `${name.toLowerCase()}\u0000${id}`;

/** By benefit, then by person, then by time. */
function placesAmong({ people, benefits }: Known): (row: HeldRow) => string {
  const ofBenefit = new Map([...benefits].map(([id, benefit]) => [id, benefitPlaceOf(benefit)]));
  const ofPerson = new Map([...people].map(([id, { name }]) => [id, `${name.toLowerCase()}\u0000${id}`]));
  return ({ benefit_id, person_id, since, id }) =>
    [ofBenefit.get(benefit_id), ofPerson.get(person_id), since.toISOString(), id].join('\u0000');
}

/** What was held on a day that may be long ago, and by whom. */
export const heldOnIn = (sql: Knex) => ({
  /** What was held on a day, as `heldOn` tells it. */
  heldOn: (on: AsOf, sought: Sought) => heldOn(sql, on, sought),

  /** Everybody with this whole address or else this whole name, also who has left since. */
  async everybodyEverCalled(said: string): Promise<KnownPerson[]> {
    const { rows } = await sql.raw(
      `select ${personColumns}, email_key = ?::text as by_address from people
        where email_key = ?::text or lower(normalize(name, nfkc)) = ?::text order by active desc, name, email, id limit 20`,
      Array(3).fill(nameKey(said)),
    );
    const byAddress = rows.filter(({ by_address }: { by_address: boolean | null }) => by_address);
    return (byAddress.length > 0 ? byAddress : rows).map(personOf);
  },
});
