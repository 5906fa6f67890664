import type { Knex } from 'knex';
import { type AsOf, type HeldOn, sayingYes } from '../core/held-on';
import { nameKey } from '../core/names';
import { type BenefitOfDay, type HeldRow, heldOf, namedIn } from './held-on-rows';
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
    select s.holding, json_agg(a.id) as rows, min(a.id) filter (where ${isYes}) as proof,
           max(a.id) filter (where a.action = 'holding.ended') as end_row
           ${ledger ? ', json_agg(json_build_array(a.id, a.at, a.action, a.by_person, a.why)) as ledger' : ''}
      from subject s join audit a on a.subject = s.subject, day where a.at < day.finish group by 1)
  select h.id, h.request_id, h.person_id, h.benefit_id, h.quantity, coalesce(spent.used, 0) as used, r.language, r.system, h.since,
         case when h.ended_at < day.finish then h.ended_at end as ended_at, h.ended_how, h.ended_by, h.ended_why,
         r.way, r.requester_id, r.asked_at, r.reason, moved.person_id as moved_from,
         r.decided_by, r.by_rule, r.rule, coalesce(r.policy_version, 0) as version, r.closed_at, told.proof, told.end_row,
         said.said, done.done, looks.shown, told.rows ${ledger ? ', told.ledger' : ''}
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
export async function heldOn(sql: Knex, { day, from, until }: AsOf, sought: Sought = {}): Promise<HeldOn[]> {
  const filters: Array<[text: string, value: unknown]> = [
    ...(sought.benefits ? [['and benefit_id = any(?::uuid[])', sought.benefits] as [string, unknown]] : []),
    ...(sought.person ? [['and person_id = ?::uuid', sought.person] as [string, unknown]] : []),
    ...(sought.most ? [['order by since, id limit ?', sought.most] as [string, unknown]] : []),
  ];
  const text = question(filters.map(([filter]) => filter).join(' '), sought.ledger === true);
  const values = [until, until, from, ...filters.map(([, value]) => value)];
  const { rows }: { rows: HeldRow[] } = await sql.raw(text, values as Knex.RawBinding[]);
  const benefits: { rows: BenefitOfDay[] } = await sql.raw(benefitsOfDay, [day, day]);
  const people = await sql.raw('select id, name, email from people where id = any(?::uuid[])', [
    namedIn(rows),
  ]);
  const known = {
    people: new Map(
      people.rows.map(({ id, name, email }: { id: string; name: string; email: string | null }) => [
        id,
        { id, name, ...(email && { email }) },
      ]),
    ) as Parameters<typeof heldOf>[1]['people'],
    benefits: new Map(benefits.rows.map((benefit) => [benefit.id, benefit])),
  };
  return rows
    .map((row) => heldOf(row, known))
    .map((held) => ({ held, place: placeOf(held) }))
    .sort((one, other) => (one.place < other.place ? -1 : 1))
    .map(({ held }) => held);
}

/** For the list of a whole company: what the database gathers then is four times as large as what it keeps in memory for a question of a chat. */
const muchMemory = '64MB';

/** The whole list, for a command that has the database to itself for a moment. */
export const allHeldOn = (sql: Knex, on: AsOf, sought: Sought = {}): Promise<HeldOn[]> =>
  sql.transaction(async (alone) => {
    await alone.raw(`set local work_mem = '${muchMemory}'`);
    return heldOn(alone, on, sought);
  });

/** By benefit, then by person, then by time. */
const placeOf = ({ benefit, person, since, holding }: HeldOn): string =>
  [benefit.name.toLowerCase(), benefit.id, person.name.toLowerCase(), person.id, since, holding].join(
    '\u0000',
  );

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
