import type { Knex } from 'knex';
import type { Benefit, Category, Delivery, Stocked } from '../core/benefit';
import { type Price, priceOf } from '../core/price';
import type { Day } from '../core/time';

/** A benefit with its package and its stock in one row. */
export const benefitColumns = `
  b.id, b.name, b.category, b.quantity, b.unit, b.delivery, b.instructions, b.instructions_zh, b.languages, b.systems,
  b.download_url, b.activate_by, b.held, b.dropped_on, b.low_stock, b.still_needed_days, b.answer_days, b.notice_days, b.lead_days,
  b.task_days, b.offer_hours, b.price,
  p.id as package_id, p.name as package_name,
  coalesce((select min(t.starts) from package_terms t where t.package_id = p.id), p.starts) as starts, p.ends, p.membership_ends,
  p.grace_days, p.key_viewed_at is null as last_refund,
  s.units, s.free, s.shared_keys, o.set_aside, o.retired, t.next_token, t.free_seats,
  (select count(*)::int from requests r where r.benefit_id = b.id and r.state = 'waiting') as waiting`;
/** Where they stand: the benefit `b`, its package `p`, the stock `s` of all its pools, the units that are out `o`, the next token `t`. */
export const benefitTables = `benefits b join packages p on p.id = b.package_id
  left join lateral (
    select sum(units)::int as units, sum(free)::int as free, sum(shared_keys)::int as shared_keys
      from pool_benefits join pools on pools.id = pool_id where benefit_id = b.id
  ) s on true
  left join lateral (
    select count(*) filter (where u.state = 'set-aside')::int as set_aside, count(*) filter (where u.state = 'retired')::int as retired
      from pool_benefits join units u using (pool_id)
     where benefit_id = b.id and b.delivery = 'key' and u.state in ('set-aside', 'retired')
  ) o on true
  left join lateral (
    select (array_agg(k.carries order by u.pos))[1] as next_token, sum(coalesce(k.carries, 1))::int as free_seats
      from pool_benefits join units u using (pool_id) join product_keys k on k.id = u.key_id
     where benefit_id = b.id and b.delivery = 'key' and b.category = 'cloud' and k.type = 'token' and u.state = 'free'
  ) t on true`;

export interface BenefitRow {
  id: string;
  name: string;
  category: Category;
  quantity: number;
  unit: string;
  delivery: Delivery;
  instructions: string | null;
  instructions_zh: string | null;
  languages: string[];
  systems: string[];
  download_url: string | null;
  activate_by: Day | null;
  held: number;
  dropped_on: Day | null;
  low_stock: number | null;
  still_needed_days: number | null;
  answer_days: number;
  notice_days: number[];
  lead_days: number;
  task_days: number;
  offer_hours: number;
  price: string | null;
  membership_ends: Day | null;
  grace_days: number;
  set_aside: number | null;
  retired: number | null;
  next_token: number | null;
  free_seats: number | null;
  waiting: number;
  package_id: string;
  package_name: string;
  starts: Day;
  ends: Day;
  last_refund: boolean;
  units: number | null;
  free: number | null;
  shared_keys: number | null;
}

const benefitOf = (row: BenefitRow): Benefit => ({
  id: row.id,
  name: row.name,
  category: row.category,
  quantity: row.quantity,
  unit: row.unit,
  delivery: row.delivery,
  package: {
    id: row.package_id,
    name: row.package_name,
    starts: row.starts,
    ends: row.ends,
    ...(row.membership_ends && { membershipEnds: row.membership_ends }),
    graceDays: row.grace_days,
  },
  settings: {
    ...(row.low_stock !== null && { lowStock: row.low_stock }),
    ...(row.still_needed_days !== null && { stillNeededDays: row.still_needed_days }),
    answerDays: row.answer_days,
    noticeDays: row.notice_days,
    leadDays: row.lead_days,
    taskDays: row.task_days,
    offerHours: row.offer_hours,
    ...pricedAt(row.price),
  },
  ...(row.dropped_on && { droppedOn: row.dropped_on }),
  ...(row.activate_by && { activateBy: row.activate_by }),
  instructions: {
    ...(row.instructions && { en: row.instructions }),
    ...(row.instructions_zh && { zhTW: row.instructions_zh }),
  },
  languages: row.languages,
  systems: row.systems,
  ...(row.download_url && { downloadUrl: row.download_url }),
});

function pricedAt(text: string | null): { price?: Price } {
  const price = text === null ? undefined : priceOf(text);
  return price ? { price } : {};
}

/** A benefit with its stock, as core knows it. */
export const stockedOf = (row: BenefitRow): Stocked => ({
  ...benefitOf(row),
  stock: {
    held: row.held,
    ...(row.units && { freeUnits: row.free ?? 0 }),
    shared: (row.shared_keys ?? 0) > 0,
    setAside: row.set_aside ?? 0,
    retired: row.retired ?? 0,
    waiting: row.waiting,
    ...(row.next_token && { nextToken: row.next_token }),
    ...(row.free_seats && { freeSeats: row.free_seats }),
  },
});

/** What the company has. */
export const catalogueIn = (sql: Knex) => ({
  /** Every benefit with its stock, in the order of the membership file. */
  async benefits(): Promise<Stocked[]> {
    const { rows } = await sql
      .raw(`select ${benefitColumns} from ${benefitTables} order by p.ends desc, p.id, b.position, b.id`)
      .options({ name: 'benefits' });
    return rows.map(stockedOf);
  },

  async benefit(id: string): Promise<Stocked | undefined> {
    const { rows } = await sql.raw(`select ${benefitColumns} from ${benefitTables} where b.id = ?`, [id]);
    return rows[0] && stockedOf(rows[0]);
  },

  /** The e-mail address of the Partner Center account behind a benefit's package, where it was told. */
  async accountEmail(benefit: string): Promise<string | undefined> {
    const { rows } = await sql.raw(
      'select p.account_email from benefits b join packages p on p.id = b.package_id where b.id = ?',
      [benefit],
    );
    return rows[0]?.account_email ?? undefined;
  },

  /** Changes whenever anything that a list shows has changed, in whatever process; cheap enough to ask for every list. */
  async version(): Promise<string> {
    // Nothing is bound in it, so it needs a name to be planned once only: planning it costs more than running it.
    const { rows } = await sql
      .raw(
        `select coalesce((select sum(version) from benefits), 0) || '.' || coalesce((select sum(version) from pools), 0)
                || '.' || (select count(*) from benefits) as version`,
      )
      .options({ name: 'benefits-version' });
    return rows[0].version;
  },
});
