import type { Knex } from 'knex';
import type { Stocked } from '../../core/benefit';
import { missedDay } from '../../core/holding';
import { type Held, type Redeemed, type Told, tokenRunsUntil, unsaidDay } from '../../core/lapse';
import type { Named } from '../../core/person';
import type { Day } from '../../core/time';
import { benefitColumns, benefitTables, stockedOf } from '../catalogue';
import { shown, shownInTime } from '../shown';
import { turns } from '../turns';

const isToken = `b.category = 'cloud' and b.delivery = 'key'`;
const graceEnds = 'coalesce(p.membership_ends, p.ends) + p.grace_days';
/** The day on which a moment falls, as core reckons it. */
const givenOn = `(h.since at time zone 'UTC')::date`;

/** Somebody had not looked at their key by the last day to activate it, and it was not said yet. */
const isMissed = `
  not exists (select from lapse_notices n where n.benefit_id = b.id and n.lapses_on = b.activate_by and n.days < 0)
  and exists (select from holdings h where h.benefit_id = b.id and h.ended_at is null and h.key_id is not null and not ${shownInTime})`;

/** A benefit of which something lapses soon, with what was said of it. */
export interface Nearing {
  benefit: Stocked;
  tokens: Redeemed[];
  told: Told[];
  /** Whoever had not looked at their key by the last day to activate it. */
  missed: Held[];
}

/** By the id of the benefit. */
type PerBenefit<T> = Map<string, T[]>;

function perBenefit<Row extends { benefit_id: string }, T>(
  rows: Row[],
  read: (row: Row) => T,
): PerBenefit<T> {
  const map: PerBenefit<T> = new Map();
  for (const row of rows) map.set(row.benefit_id, [...(map.get(row.benefit_id) ?? []), read(row)]);
  return map;
}

/** What lapses, and what was said of it. */
export const dueLapsesIn = (sql: Knex) => ({
  /** The benefits of which something lapses within the farthest of their numbers of days; mostly none. Core decides what is due. */
  async nearingLapse(today: Day): Promise<Nearing[]> {
    const { rows } = await sql.raw(
      `select ${benefitColumns} from ${benefitTables}
         cross join lateral (select max(days) as days from unnest(b.notice_days) as n (days)) as farthest
        where b.activate_by between ?::date and ?::date + farthest.days
           or (b.activate_by < ?::date and ${isMissed})
           or p.ends between ?::date and ?::date + farthest.days
           or ${graceEnds} between ?::date and ?::date + farthest.days
           or (${isToken} and exists (select from holdings h where h.benefit_id = b.id and h.ended_at is null
                 and ${givenOn} + 365 between ?::date and ?::date + farthest.days))
        order by p.ends, p.id, b.position, b.id`,
      Array<Day>(9).fill(today),
    );
    const benefits: Stocked[] = rows.map(stockedOf);
    if (benefits.length === 0) return [];
    const ids = benefits.map(({ id }) => id);
    const tokens = await this.redeemedTokens(ids);
    const { rows: notices } = await sql.raw(
      'select benefit_id, lapses_on as on_day, days from lapse_notices where benefit_id = any(?::uuid[]) and (lapses_on >= ?::date or days < 0)',
      [ids, today],
    );
    const told = perBenefit<{ benefit_id: string; on_day: Day; days: number }, Told>(
      notices,
      ({ on_day, days }) => ({ on: on_day, days }),
    );
    // Asked of few: what everybody has is much, and this is looked at each minute.
    const over = benefits.filter((benefit) => unsaidDay(benefit, told.get(benefit.id) ?? [], today));
    const holders: PerBenefit<Held> =
      over.length === 0 ? new Map() : await this.holdersOfAll(over.map(({ id }) => id));
    return benefits.map((benefit) => ({
      benefit,
      tokens: tokens.get(benefit.id) ?? [],
      told: told.get(benefit.id) ?? [],
      missed: (holders.get(benefit.id) ?? []).filter((held) => missedDay(held, today)),
    }));
  },

  /** Holds back whoever else would say the same just now, until the end of the transaction. */
  async lockWarnings(): Promise<void> {
    await sql.raw('select pg_advisory_xact_lock(?)', [turns.warningOfLapses]);
  },

  /** The tokens of benefits that were shown in time to whoever has them now: as far as we can know, they were redeemed. */
  async redeemedTokens(benefits: string[]): Promise<PerBenefit<Redeemed>> {
    const { rows } = await sql.raw(
      `select h.benefit_id, h.quantity, h.since from holdings h join benefits b on b.id = h.benefit_id
        where h.ended_at is null and ${isToken} and h.benefit_id = any(?::uuid[]) and ${shownInTime} order by h.since, h.id`,
      [benefits],
    );
    return perBenefit<{ benefit_id: string; quantity: number; since: Date }, Redeemed>(
      rows,
      ({ quantity, since }) => ({ quantity, until: tokenRunsUntil(since.toISOString()) }),
    );
  },

  /** Who has these benefits now. */
  async holdersOfAll(benefits: string[]): Promise<PerBenefit<Held>> {
    const { rows } = await sql.raw(
      `select h.id, h.benefit_id, h.person_id, q.name, h.quantity, h.since, h.key_id is not null as key, ${shown} as shown,
              ${shownInTime} as in_time, b.activate_by
         from holdings h join people q on q.id = h.person_id join benefits b on b.id = h.benefit_id
        where h.ended_at is null and h.benefit_id = any(?::uuid[]) order by h.since, h.id`,
      [benefits],
    );
    return perBenefit<HeldRow, Held>(rows, (row) => ({
      id: row.id,
      person: { id: row.person_id, name: row.name },
      quantity: row.quantity,
      since: row.since.toISOString(),
      key: row.key,
      shown: row.shown,
      ...(row.in_time && { inTime: true as const }),
      ...(row.activate_by && { activateBy: row.activate_by }),
    }));
  },

  /** Whom something of these benefits may still come to: what they asked for is not decided, or waits for stock. */
  async waitingForAll(benefits: string[]): Promise<PerBenefit<Named>> {
    const { rows } = await sql.raw(
      `select r.benefit_id, f.id, f.name from requests r join people f on f.id = r.assignee_id
        where r.state in ('pending', 'waiting', 'offered') and r.benefit_id = any(?::uuid[]) order by r.asked_at, r.id`,
      [benefits],
    );
    return perBenefit<{ benefit_id: string; id: string; name: string }, Named>(rows, ({ id, name }) => ({
      id,
      name,
    }));
  },

  /**
   * The holdings whose last day is over, the oldest first; of one alone when `only` names it. What is just being moved goes on
   * elsewhere. Only holdings of a package that is over are looked at, and of tokens.
   */
  async lapsedHoldings(today: Day, only?: string): Promise<string[]> {
    const { rows } = await sql.raw(
      `select h.id from holdings h join benefits b on b.id = h.benefit_id join packages p on p.id = b.package_id
        where h.ended_at is null and h.id = coalesce(?::uuid, h.id)
          and h.benefit_id = any(array(select b.id from benefits b join packages p on p.id = b.package_id
                                        where ${graceEnds} < ?::date or ${isToken}))
          and case when ${isToken} and ${shownInTime} then ${givenOn} + 365 else ${graceEnds} end < ?::date
          and not exists (select from requests r where r.replaces_id = h.id and r.state = 'approved')
        order by h.since, h.id limit 100`,
      [only ?? null, today, today],
    );
    return rows.map(({ id }: { id: string }) => id);
  },

  /** The requests of which nothing can come any more: their benefit was dropped, its last day is over, or the membership is. */
  async lapsedRequests(today: Day): Promise<string[]> {
    const { rows } = await sql.raw(
      `select r.id from requests r join benefits b on b.id = r.benefit_id join packages p on p.id = b.package_id
        where r.state in ('pending', 'waiting', 'offered')
          and (b.dropped_on <= ?::date or least(b.activate_by, ${graceEnds}) < ?::date)
        order by r.asked_at, r.id limit 100`,
      [today, today],
    );
    return rows.map(({ id }: { id: string }) => id);
  },
});

interface HeldRow {
  id: string;
  benefit_id: string;
  person_id: string;
  name: string;
  quantity: number;
  since: Date;
  key: boolean;
  shown: boolean;
  in_time: boolean;
  activate_by: Day | null;
}
