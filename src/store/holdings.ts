import type { Knex } from 'knex';
import type { HeldUnit } from '../core/give-back';
import type { Ended, Ending, Holding } from '../core/holding';
import type { KeyType } from '../core/key-type';
import type { Day } from '../core/time';
import type { Use } from '../core/use';
import { deciderOf, type WantedRow, wantedOf } from './request-columns';
import { shown, shownInTime } from './shown';

const columns = `
  h.id, h.request_id, h.person_id, q.name as person_name, h.benefit_id, b.name as benefit_name, b.category, b.unit, b.delivery,
  h.quantity, h.used, r.way, r.language, r.system, r.email, h.since, r.decided_by, r.by_rule, r.rule, d.name as decided_by_name, h.key_id,
  ${shown} as shown, ${shownInTime} as in_time, b.activate_by,
  h.access_id, h.contract_id, h.evidence, h.answer_by, h.ended_at, h.ended_how, h.ended_by, e.name as ended_by_name, h.ended_why`;
const tables = `
  holdings h join people q on q.id = h.person_id join benefits b on b.id = h.benefit_id
  join requests r on r.id = h.request_id left join people d on d.id = r.decided_by left join people e on e.id = h.ended_by`;

interface HoldingRow extends WantedRow {
  id: string;
  request_id: string;
  person_id: string;
  person_name: string;
  used: number;
  way: Holding['way'];
  since: Date;
  decided_by: string | null;
  decided_by_name: string | null;
  by_rule: boolean;
  rule: string | null;
  key_id: string | null;
  shown: boolean;
  in_time: boolean;
  activate_by: Day | null;
  access_id: string | null;
  contract_id: string | null;
  evidence: string | null;
  answer_by: Date | null;
  ended_at: Date | null;
  ended_how: Ending['how'] | null;
  ended_by: string | null;
  ended_by_name: string | null;
  ended_why: string | null;
}

type EndedRow = Pick<HoldingRow, 'ended_by' | 'ended_by_name' | 'ended_why'>;

const holdingOf = (row: HoldingRow): Holding => ({
  id: row.id,
  request: row.request_id,
  person: { id: row.person_id, name: row.person_name },
  ...wantedOf(row),
  used: row.used,
  since: row.since.toISOString(),
  approvedBy: deciderOf(row),
  way: row.way,
  key: row.key_id !== null,
  shown: row.shown,
  ...(row.in_time && { inTime: true as const }),
  ...(row.activate_by && { activateBy: row.activate_by }),
  ...(row.access_id &&
    row.contract_id && { contract: { accessId: row.access_id, contractId: row.contract_id } }),
  ...(row.evidence && { evidence: row.evidence }),
  state: stateOf(row),
});

function stateOf(row: HoldingRow): Holding['state'] {
  if (row.ended_at && row.ended_how)
    return { is: 'ended', at: row.ended_at.toISOString(), ...endingOf(row, row.ended_how) };
  return row.answer_by ? { is: 'inquired', answerBy: row.answer_by.toISOString() } : { is: 'live' };
}

/** How a holding ended, from the columns of its end. */
export function endingOf(row: EndedRow, how: Ending['how']): Ending {
  const by = { id: row.ended_by as string, name: row.ended_by_name as string };
  switch (how) {
    case 'returned':
      return { how, by, ...(row.ended_why && { why: row.ended_why }) };
    case 'taken-back':
    case 'reassigned':
      return { how, by, why: row.ended_why as string };
    case 'left':
    case 'lapsed':
    case 'unanswered':
      return { how };
  }
}

/** What somebody did with incidents or hours. */
type NotedUse = Use & { id: string };

/** No list of ours shows more. */
const most = 500;

/** Who has what, and the showing of keys. */
export const holdingsIn = (sql: Knex) => ({
  /** What a person has now, newest first. */
  async holdingsOf(person: string): Promise<Holding[]> {
    const { rows } = await sql.raw(
      `select ${columns} from ${tables} where h.person_id = ? and h.ended_at is null order by h.since desc, h.id limit ?`,
      [person, most],
    );
    return rows.map(holdingOf);
  },

  /** What any of these people has now. */
  async holdingsOfAll(people: string[]): Promise<Holding[]> {
    const { rows } = await sql.raw(
      `select ${columns} from ${tables} where h.person_id = any(?::uuid[]) and h.ended_at is null`,
      [people],
    );
    return rows.map(holdingOf);
  },

  /** Who has a benefit now, the longest first. */
  async holdersOf(benefit: string): Promise<Holding[]> {
    const { rows } = await sql.raw(
      `select ${columns} from ${tables} where h.benefit_id = ? and h.ended_at is null order by h.since, h.id limit ?`,
      [benefit, most],
    );
    return rows.map(holdingOf);
  },

  /** How those of these holdings ended that have, by holding. */
  async endedAmong(holdings: string[]): Promise<Map<string, Ended>> {
    const { rows } = await sql.raw(
      `select ${columns} from ${tables} where h.id = any(?::uuid[]) and h.ended_at is not null`,
      [holdings],
    );
    return new Map(
      rows.map(holdingOf).flatMap(({ id, state }: Holding) => (state.is === 'ended' ? [[id, state]] : [])),
    );
  },

  /** The names of what several people have now, by person. */
  async namesHeldBy(people: string[]): Promise<Map<string, string[]>> {
    const { rows } = await sql.raw(
      `select h.person_id, array_agg(b.name order by b.name) as names from holdings h join benefits b on b.id = h.benefit_id
        where h.ended_at is null and h.person_id = any(?::uuid[]) group by h.person_id`,
      [people],
    );
    return new Map(rows.map((row: { person_id: string; names: string[] }) => [row.person_id, row.names]));
  },

  async holding(id: string): Promise<Holding | undefined> {
    const { rows } = await sql.raw(`select ${columns} from ${tables} where h.id = ?`, [id]);
    return rows[0] && holdingOf(rows[0]);
  },

  /** A holding, locked until the end of the transaction: it ends once. */
  async lockHolding(id: string): Promise<Holding | undefined> {
    await sql.raw('select 1 from holdings where id = ? for no key update', [id]);
    return this.holding(id);
  },

  /** The unit of stock behind a holding, and the key it belongs to; undefined where there is none. */
  async unitOf(holding: string): Promise<(HeldUnit & { key: string }) | undefined> {
    const { rows } = await sql.raw(
      `select u.id, u.pool_id, u.key_id, k.type, k.broken_at is not null as broken from holdings h join units u on u.id = h.unit_id join product_keys k on k.id = u.key_id where h.id = ?`,
      [holding],
    );
    const [row]: Array<
      { id: number; pool_id: string; key_id: string; type: KeyType; broken: boolean } | undefined
    > = rows;
    return (
      row && {
        unit: String(row.id),
        pool: row.pool_id,
        key: row.key_id,
        type: row.type,
        ...(row.broken && { broken: true as const }),
      }
    );
  },

  /** How often a benefit has been given since its package began, also what was given back since: the first is no reassignment. */
  async timesGiven(benefit: string): Promise<number> {
    const { rows } = await sql.raw(
      `select count(*)::int as times from holdings h join benefits b on b.id = h.benefit_id join packages p on p.id = b.package_id
        where h.benefit_id = ? and h.since >= p.starts`,
      [benefit],
    );
    return rows[0].times;
  },

  /** The day on which a rule of the programme gives free the next of what was taken back; undefined where none keeps any. */
  async nextFree(benefit: string): Promise<string | undefined> {
    const { rows } = await sql.raw(
      `select min(frees_on)::text as day from holdings where benefit_id = ? and ended_at is not null and released_at is null`,
      [benefit],
    );
    return rows[0].day ?? undefined;
  },

  /** Whether something was noted down under this id, for whatever holding. */
  async isUse(id: string): Promise<boolean> {
    const { rows } = await sql.raw('select 1 from uses where id = ?', [id]);
    return rows.length > 0;
  },

  /** What the incidents or hours of a holding were used for, newest first. */
  async usesOf(holding: string): Promise<NotedUse[]> {
    const { rows } = await sql.raw(
      `select u.id, p.name as by, u.quantity, u.what, u.at from uses u join people p on p.id = u.person_id
        where u.holding_id = ? order by u.at desc, u.id limit ?`,
      [holding, most],
    );
    return rows.map((row: Omit<NotedUse, 'at'> & { at: Date }) => ({ ...row, at: row.at.toISOString() }));
  },
});
