import type { Knex } from 'knex';
import type { Benefit, Category, Delivery, Stocked } from '../core/benefit';
import type { Day } from '../core/time';

/** A benefit with its package and its stock in one row. */
export const benefitColumns = `
  b.id, b.name, b.category, b.quantity, b.unit, b.delivery, b.instructions, b.instructions_zh, b.languages, b.systems,
  b.download_url, b.activate_by, b.held,
  p.id as package_id, p.name as package_name, p.starts, p.ends, p.key_viewed_at is null as last_refund,
  s.units, s.free, s.shared_keys`;
/** Where they stand: the benefit `b`, its package `p`, and the stock `s` of all its pools. */
export const benefitTables = `benefits b join packages p on p.id = b.package_id
  left join lateral (
    select sum(units)::int as units, sum(free)::int as free, sum(shared_keys)::int as shared_keys
      from pool_benefits join pools on pools.id = pool_id where benefit_id = b.id
  ) s on true`;

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
  package: { id: row.package_id, name: row.package_name, starts: row.starts, ends: row.ends },
  ...(row.activate_by && { activateBy: row.activate_by }),
  instructions: {
    ...(row.instructions && { en: row.instructions }),
    ...(row.instructions_zh && { zhTW: row.instructions_zh }),
  },
  languages: row.languages,
  systems: row.systems,
  ...(row.download_url && { downloadUrl: row.download_url }),
});

/** A benefit with its stock, as core knows it. */
export const stockedOf = (row: BenefitRow): Stocked => ({
  ...benefitOf(row),
  stock: {
    held: row.held,
    ...(row.units && { freeUnits: row.free ?? 0 }),
    shared: (row.shared_keys ?? 0) > 0,
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
