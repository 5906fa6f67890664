import type { Knex } from 'knex';

/** What there is of each thing, in numbers: how many rows of each table, and what they come to. */
export type EndState = Record<string, number>;

const tables =
  `requests reviewers reviews remarks holdings uses tasks units people absences link_codes link_tries key_views outbox
  audit posted inbound digests`.split(/\s+/);
const byState = ['requests', 'tasks', 'units'];

/** Counts everything. */
export async function endState(sql: Knex): Promise<EndState> {
  const state: EndState = {};
  const count = async (what: string, from: string) => {
    const { rows } = await sql.raw(`select coalesce(sum(n), 0)::int as n from (${from}) as counted`);
    state[what] = rows[0].n;
  };
  for (const table of tables) await count(table, `select count(*) as n from ${table}`);
  for (const table of byState) {
    const { rows } = await sql.raw(`select state, count(*)::int as n from ${table} group by state`);
    for (const row of rows) state[`${table} ${row.state}`] = row.n;
  }
  await count('versions of requests', 'select version as n from requests');
  await count('quantities asked for', 'select quantity as n from requests');
  await count('held', 'select held as n from benefits');
  await count('used', 'select used as n from holdings');
  await count('ended', 'select 1 as n from holdings where ended_at is not null');
  await count('answers that count', 'select 1 as n from reviews where void_at is null');
  await count('trusted accounts', 'select 1 as n from accounts where trusted');
  await count('left', 'select 1 as n from people where not active');
  return state;
}

/** What became more or less; what stayed is left out. */
export const difference = (before: EndState, after: EndState): EndState =>
  Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .map((what) => [what, (after[what] ?? 0) - (before[what] ?? 0)] as const)
      .filter(([, by]) => by !== 0),
  );

/** All of them together. */
export function sumOf(differences: EndState[]): EndState {
  const sum: EndState = {};
  for (const one of differences)
    for (const [what, by] of Object.entries(one)) sum[what] = (sum[what] ?? 0) + by;
  return Object.fromEntries(Object.entries(sum).filter(([, by]) => by !== 0));
}
