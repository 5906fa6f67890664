import type { Knex } from 'knex';
import { nameFinder, normalName, tidyName } from '../../core/product-name';
import type { Importing } from './in-one-go';
import { ImportRefused } from './refused';

/** The settings of a benefit by the names an admin types, and where each is kept. */
export const settingColumns = {
  'low-stock': 'low_stock',
  'still-needed-after': 'still_needed_days',
  'answer-within': 'answer_days',
  'notice-days': 'notice_days',
  'lead-days': 'lead_days',
  'task-days': 'task_days',
  'offer-hours': 'offer_hours',
  price: 'price',
} as const;
export type SettingName = keyof typeof settingColumns;
/** Null: off. A list: days before something lapses. Text: a price. */
export type SettingValue = number | number[] | string | null;
export type Settings = Record<SettingName, SettingValue>;

export interface SettingOutcome {
  benefit: string;
  package: string;
  changed: boolean;
  settings: Settings;
}

const names = Object.keys(settingColumns) as SettingName[];

interface BenefitRow {
  id: string;
  name: string;
  package_name: string;
  [column: string]: unknown;
}

/**
 * Reads the settings of a benefit, and changes one of them. The benefit is found by its name in any spelling, in the package that
 * holds today before others.
 *
 * @param wish what to change; `'default'`: back to what it is without anybody's doing
 * @throws ImportRefused when there is no such benefit
 */
export async function setBenefit(
  database: Knex,
  asked: { benefit: string; package?: string },
  wish: { name: SettingName; value: SettingValue | 'default' } | undefined,
  { now }: Pick<Importing, 'now'>,
): Promise<SettingOutcome> {
  return database.transaction(async (sql) => {
    const row = await benefitCalled(sql, asked, now);
    const before = settingsOf(row);
    if (!wish) return { benefit: row.name, package: row.package_name, changed: false, settings: before };
    const column = settingColumns[wish.name];
    const value = wish.value === 'default' ? sql.raw('default') : wish.value;
    const [after] = await sql('benefits')
      .where({ id: row.id })
      // Whoever knew that little is left may be told again by the new threshold.
      .update({ [column]: value, ...(wish.name === 'low-stock' && { low_told: false }) })
      .returning(Object.values(settingColumns));
    const settings = settingsOf(after);
    const changed = JSON.stringify(settings) !== JSON.stringify(before);
    if (changed) {
      await sql('benefits').where({ id: row.id }).increment('version', 1);
      await sql('audit').insert({
        at: now,
        action: 'import.setting',
        benefit_id: row.id,
        details: JSON.stringify({ name: wish.name, from: before[wish.name], to: settings[wish.name] }),
      });
    }
    return { benefit: row.name, package: row.package_name, changed, settings };
  });
}

const settingsOf = (row: Record<string, unknown>): Settings =>
  Object.fromEntries(names.map((name) => [name, row[settingColumns[name]]])) as Settings;

async function benefitCalled(
  sql: Knex,
  asked: { benefit: string; package?: string },
  now: Date,
): Promise<BenefitRow> {
  const { rows: all }: { rows: BenefitRow[] } = await sql.raw(
    `select b.*, p.name as package_name from benefits b join packages p on p.id = b.package_id
      order by (?::date between p.starts and p.ends) desc, p.ends desc, p.starts desc, p.id, b.position, b.id for no key update of b`,
    [now.toISOString().slice(0, 10)],
  );
  const rows =
    asked.package === undefined
      ? all
      : all.filter((row) => normalName(row.package_name) === normalName(asked.package as string));
  if (asked.package !== undefined && rows.length === 0)
    throw new ImportRefused({ code: 'no-such-package', package: tidyName(asked.package) });
  const found = rows.find(({ name }) => normalName(name) === normalName(asked.benefit));
  if (found) return found;
  const hint = nameFinder(rows.map(({ name }) => name))(asked.benefit);
  throw new ImportRefused({
    code: 'no-such-benefit',
    benefit: tidyName(asked.benefit),
    nearest: hint?.name,
  });
}
