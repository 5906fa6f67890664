import { type Approval, type AsOf, atItsEnd, type HeldOn } from '../core/held-on';
import type { Cell } from './csv';
import type { Listing } from './listing';
import { type Columns, csvLinesOf, csvOf } from './table';

type Column = (held: HeldOn, on: AsOf) => Cell;

/** Several in one cell. */
const all = (parts: readonly string[]): string => [...new Set(parts)].join('; ');

const peopleOf = (approval: Approval): string => {
  switch (approval.is) {
    case 'people':
      return all(approval.said.map(({ by, for: whom }) => (whom ? `${by.name} for ${whom.name}` : by.name)));
    case 'admin':
      return approval.by.name;
    case 'rule':
    case 'missing':
      return '';
  }
};
const hasRule = (approval: Approval) => approval.is === 'people' || approval.is === 'rule';

/** What stands in a row, by the name of its column. */
const columns: Record<string, Column> = {
  as_of: (_, { day }) => day,
  zone: (_, { zone }) => zone,
  state: (held) => (atItsEnd(held) ? 'held' : 'ended'),
  person: ({ person }) => person.name,
  email: ({ person }) => person.email,
  benefit: ({ benefit }) => benefit.name,
  category: ({ benefit }) => benefit.category,
  package: (held) => held.package.name,
  partner_id: (held) => held.package.partnerId,
  package_starts: (held) => held.package.starts,
  package_ends: (held) => held.package.ends,
  quantity: ({ quantity }) => quantity,
  unit: ({ benefit }) => benefit.unit,
  used: ({ used }) => used,
  language: ({ language }) => language,
  system: ({ system }) => system,
  since: ({ since }) => since,
  ended_at: ({ end }) => end?.at,
  ended_how: ({ end }) => end?.how,
  ended_by: ({ end }) => (end && 'by' in end ? end.by.name : undefined),
  ended_why: ({ end }) => (end && 'why' in end ? end.why : undefined),
  how: ({ asked }) => asked.way,
  asked_by: ({ asked }) => asked.by.name,
  asked_by_email: ({ asked }) => asked.by.email,
  asked_at: ({ asked }) => asked.at,
  reason: ({ asked }) => asked.reason,
  moved_from: ({ asked }) => asked.from?.name,
  approval: ({ approval }) => approval.is,
  approved_by: ({ approval }) => peopleOf(approval),
  approved_at: ({ approval }) => (approval.is === 'missing' ? undefined : approval.at),
  rule: ({ approval }) => (hasRule(approval) ? approval.rule : undefined),
  rule_version: ({ approval }) => (hasRule(approval) ? approval.version : undefined),
  approved_alone_because: ({ approval }) =>
    approval.is === 'people' ? all(approval.said.flatMap(({ why }) => why ?? [])) : undefined,
  set_up_by: ({ done }) => all(done.map(({ by }) => by.name)),
  set_up_at: ({ done }) => done.at(-1)?.at,
  evidence: ({ done }) => all(done.flatMap(({ evidence }) => evidence ?? [])),
  key_shown_to: ({ shown }) => all(shown.map(({ to }) => to.name)),
  key_first_shown_at: ({ shown }) => shown[0]?.at,
  key_last_shown_at: ({ shown }) => shown.at(-1)?.at,
  key_times_shown: ({ shown }) => shown.length,
  holding_id: ({ holding }) => holding,
  request_id: ({ request }) => request,
  approval_row: ({ approval }) => (approval.is === 'missing' ? undefined : approval.row),
  end_row: ({ end }) => end?.row,
  ledger_rows: ({ rows }) => rows.join(' '),
};

/** What is told of a holding as it was on a day. */
export const heldColumns = (on: AsOf): Columns<HeldOn> =>
  Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, (held: HeldOn) => column(held, on)]),
  );

/** What was held on a day as a table, a row for each holding. */
export function holdingsCsv(on: AsOf): Listing {
  const columns = heldColumns(on);
  return { before: csvOf(columns, []), part: (held) => csvLinesOf(columns, held), between: '', after: '' };
}
