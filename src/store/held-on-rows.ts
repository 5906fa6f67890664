import type { Category, Delivery } from '../core/benefit';
import { approvalOf, type HeldOn, type LedgerRow, type Who } from '../core/held-on';
import type { Ending } from '../core/holding';
import type { Named } from '../core/person';
import type { TaskKind } from '../core/task';
import { endingOf } from './holdings';

/** A row of the question in `held-on.ts`. People and benefits are ids; what belongs to it are arrays, in the order that is told there. */
export interface HeldRow {
  id: string;
  request_id: string;
  person_id: string;
  benefit_id: string;
  quantity: number;
  used: number;
  language: string | null;
  system: string | null;
  since: Date;
  ended_at: Date | null;
  ended_how: Ending['how'] | null;
  ended_by: string | null;
  ended_why: string | null;
  way: HeldOn['asked']['way'];
  requester_id: string;
  asked_at: Date;
  reason: string;
  moved_from: string | null;
  decided_by: string | null;
  by_rule: boolean;
  rule: string | null;
  version: number;
  closed_at: Date;
  proof: number | null;
  end_row: number | null;
  /** Without the ledger; it has them too. */
  rows?: number[] | null;
  said: Array<
    [at: string, by: string, whom: string | null, stage: number, alone: boolean, why: string | null]
  > | null;
  done: Array<[at: string, by: string, task: TaskKind, evidence: string | null]> | null;
  shown: Array<[at: string, to: string, outcome: string]> | null;
  ledger?: Array<[row: number, at: string, action: string, by: string | null, why: string | null]> | null;
}

/** A benefit with its package, in the term of the day. */
export interface BenefitOfDay {
  id: string;
  name: string;
  category: Category;
  unit: string;
  delivery: Delivery;
  package_name: string;
  partner_id: string;
  starts: string;
  ends: string;
}

/** Those whom the rows name, by id. */
export interface Known {
  people: Map<string, Who>;
  benefits: Map<string, BenefitOfDay>;
}

/** Everybody whom rows name, each once. */
export function namedIn(rows: readonly HeldRow[]): string[] {
  const ids = new Set<string | null>();
  for (const row of rows) {
    for (const id of [row.person_id, row.requester_id, row.moved_from, row.decided_by, row.ended_by])
      ids.add(id);
    for (const [, by, whom] of row.said ?? []) ids.add(by).add(whom);
    for (const [, by] of row.done ?? []) ids.add(by);
    for (const [, to] of row.shown ?? []) ids.add(to);
    for (const [, , , by] of row.ledger ?? []) ids.add(by);
  }
  return [...ids].filter((id) => id !== null);
}

/** Times inside JSON are written as the database writes them, in whatever zone it has; those of most, in UTC, need no calendar. */
const instant = (at: string): string =>
  inUtc.test(at)
    ? `${at.slice(0, 19)}.${at.slice(20, -6).padEnd(3, '0').slice(0, 3)}Z`
    : new Date(at).toISOString();
const inUtc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?\+00:00$/;
const inTime = <T extends [at: string, ...rest: unknown[]]>(rows: T[] | null): T[] => {
  if (!rows) return [];
  for (const row of rows) row[0] = instant(row[0]);
  return rows.length > 1 ? rows.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)) : rows;
};

/** A row as what it means. */
export function heldOf(row: HeldRow, { people, benefits }: Known): HeldOn {
  const named = (id: string): Named => {
    const { name } = people.get(id) as Who;
    return { id, name };
  };
  const { package_name, partner_id, starts, ends, ...benefit } = benefits.get(row.benefit_id) as BenefitOfDay;
  const said = inTime(row.said).map(([at, by, whom, stage, alone, why]) => ({
    by: named(by),
    ...(whom && { for: named(whom) }),
    at,
    stage,
    ...(alone && { alone: true as const }),
    ...(why && { why }),
  }));
  const ended = row.ended_by && { ended_by: row.ended_by, ended_by_name: named(row.ended_by).name };
  return {
    holding: row.id,
    request: row.request_id,
    person: people.get(row.person_id) as Who,
    benefit,
    package: { name: package_name, partnerId: partner_id, starts, ends },
    quantity: row.quantity,
    used: row.used,
    ...(row.language && { language: row.language }),
    ...(row.system && { system: row.system }),
    since: row.since.toISOString(),
    ...(row.ended_at &&
      row.ended_how && {
        end: {
          at: row.ended_at.toISOString(),
          ...(row.end_row !== null && { row: row.end_row }),
          ...endingOf(
            { ended_by: null, ended_by_name: null, ended_why: row.ended_why, ...ended },
            row.ended_how,
          ),
        },
      }),
    asked: {
      way: row.way,
      by: people.get(row.requester_id) as Who,
      at: row.asked_at.toISOString(),
      reason: row.reason,
      ...(row.moved_from && { from: named(row.moved_from) }),
    },
    approval: approvalOf({
      way: row.way,
      ...(row.decided_by && { by: named(row.decided_by) }),
      byRule: row.by_rule,
      ...(row.rule && { rule: row.rule }),
      version: row.version,
      at: row.closed_at.toISOString(),
      said,
      ...(row.proof !== null && { row: row.proof }),
    }),
    done: inTime(row.done).map(([at, by, task, evidence]) => ({
      task,
      by: named(by),
      at,
      ...(evidence && { evidence }),
    })),
    shown: inTime(row.shown).map(([at, to, outcome]) => ({
      to: named(to),
      at,
      ...(outcome !== 'shown' && { maybe: true as const }),
    })),
    rows: (row.rows ?? row.ledger?.map(([id]) => id) ?? []).sort((one, other) => one - other),
    ...(row.ledger && { ledger: ledgerOf(row.ledger, named) }),
  };
}

const ledgerOf = (ledger: NonNullable<HeldRow['ledger']>, named: (id: string) => Named): LedgerRow[] =>
  ledger
    .sort(([one], [other]) => one - other)
    .map(([row, at, action, by, why]) => ({
      row,
      at: instant(at),
      action,
      ...(by && { by: named(by) }),
      ...(why && { why }),
    }));
