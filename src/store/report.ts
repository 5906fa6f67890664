import type { Knex } from 'knex';
import { type Counted, type Gathered, idleAfter, type Period, type Times } from '../core/report';
import { addDays, millisecondsOfDay } from '../core/time';

/** In the order of the columns: how many, the median, and what nine of ten stay within. */
const times = (took: string, only: string): string => `
  count(*) filter (where ${only})::int as count,
  percentile_cont(array[0.5, 0.9]) within group (order by ${took}) filter (where ${only}) as within`;

interface TimesRow {
  count: number;
  within: [median: number, p90: number] | null;
}
const timesOf = ({ count, within }: TimesRow): { having?: Times } =>
  within ? { having: { count, median: Math.round(within[0]), p90: Math.round(within[1]) } } : {};

/** Approvers beyond that are no story any more. */
const mostApprovers = 50;

/** Facts over all that happened in some days, gathered in one statement each. */
export const reportIn = (sql: Knex) => ({
  /** What was asked for and given in a period, and who waits for what now; by benefit, and of everything. */
  async counted({ from, to }: Period, now: Date): Promise<Pick<Gathered, 'counted' | 'all'>> {
    const [begin, end] = momentsOf({ from, to });
    const { rows: asked } = await sql.raw(
      `select benefit_id, count(*) filter (where asked_at >= ?::timestamptz and asked_at < ?::timestamptz)::int as asked,
              count(*) filter (where state in ('waiting', 'offered', 'approved', 'fulfilled', 'failed')
                and closed_at >= ?::timestamptz and closed_at < ?::timestamptz)::int as approved,
              count(*) filter (where state = 'denied' and closed_at >= ?::timestamptz and closed_at < ?::timestamptz)::int as denied,
              ${times('extract(epoch from fulfilled_at - asked_at)', 'fulfilled_at >= ?::timestamptz and fulfilled_at < ?::timestamptz')}
         from requests
        where way = 'asked' and (asked_at >= ?::timestamptz or closed_at >= ?::timestamptz or fulfilled_at >= ?::timestamptz)
        group by grouping sets ((benefit_id), ())`,
      [begin, end, begin, end, begin, end, begin, end, begin, end, begin, begin, begin],
    );
    const { rows: standing } = await sql.raw(
      `with waiting as (
         select benefit_id, count(*) filter (where state = 'pending')::int as pending, min(closed_at) filter (where state = 'waiting') as since
           from requests where state in ('pending', 'waiting') group by 1),
       idle as (
         select h.benefit_id, sum(h.quantity)::int as idle from holdings h
          where h.ended_at is null and h.key_id is not null and h.since < ?::timestamptz
            and not exists (select from key_views v where v.holding_id = h.id and v.outcome <> 'not-shown') group by 1)
       select coalesce(waiting.benefit_id, idle.benefit_id) as benefit_id, pending, since, idle
         from waiting full join idle on idle.benefit_id = waiting.benefit_id`,
      [new Date(now.getTime() - idleAfter * millisecondsOfDay)],
    );
    const counted = new Map<string, Counted>();
    let all: Counted = {};
    for (const row of asked) {
      const one: Counted = {
        ...(row.asked && { asked: row.asked }),
        ...(row.approved && { approved: row.approved }),
        ...(row.denied && { denied: row.denied }),
        ...timesOf(row),
      };
      if (row.benefit_id) counted.set(row.benefit_id, one);
      else all = one;
    }
    for (const { benefit_id: benefit, pending, since, idle } of standing)
      counted.set(benefit, {
        ...counted.get(benefit),
        ...(pending && { pending }),
        ...(since && { waitingSince: since.toISOString() }),
        ...(idle && { idle }),
      });
    return { counted, all };
  },

  /** Who answered in a period, and how long each answer took since it was their turn: since the stage before was over, or it was asked. */
  async approversIn({ from, to }: Period): Promise<Gathered['approvers']> {
    const [begin, end] = momentsOf({ from, to });
    const { rows } = await sql.raw(
      `select p.id, p.name, ${times('took', 'true')}
         from (select v.person_id, v.at, extract(epoch from v.at - greatest(r.asked_at, max(v.at) over before)) as took
                 from reviews v join requests r on r.id = v.request_id
                where v.void_at is null
                  and v.request_id in (select lately.request_id from reviews lately where lately.at >= ?::timestamptz and lately.at < ?::timestamptz)
               window before as (partition by v.request_id order by v.stage range between unbounded preceding and 1 preceding)) said
         join people p on p.id = said.person_id
        where said.at >= ?::timestamptz and said.at < ?::timestamptz
        group by p.id, p.name order by count(*) desc, p.name, p.id limit ?`,
      [begin, end, begin, end, mostApprovers],
    );
    return rows.flatMap(({ id, name, ...row }: TimesRow & { id: string; name: string }) => {
      const { having } = timesOf(row);
      return having ? [{ person: { id, name }, answering: having }] : [];
    });
  },
});

/** The first moment of a period, and the first one after it. Days are those of UTC, as everywhere. */
const momentsOf = ({ from, to }: Period): [begin: string, end: string] => [
  `${from}T00:00:00Z`,
  `${addDays(to, 1)}T00:00:00Z`,
];
