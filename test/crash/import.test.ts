import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Knex } from 'knex';
import { connect } from '../../src/store/database';
import { type Desk, openDesk } from '../cli/command';
import { key } from '../store/imports-desk';
import { brokenLaws } from '../support/invariants';
import { layWire, type Wire } from '../support/wire';

let wire: Wire;
let desk: Desk;
let sql: Knex;
beforeAll(async () => {
  desk = await openDesk({}, async (url) => {
    wire = await layWire(url);
    return wire.url;
  });
  sql = connect(desk.database.url, 'unhurried', 2);
});
afterAll(async () => {
  await sql?.destroy();
  await wire?.close();
  await desk?.close();
});

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);
const benefits = numbers(200).map((at) => `Benefit ${at}`);
const pack = [
  '--package',
  'Action Pack',
  '--partner-id',
  '1234567',
  '--starts',
  '2026-01-15',
  '--ends',
  '2027-01-14',
];

/**
 * Files in the order in which a company brings them in; each needs the ones before. `midway`: what the import speaks of when the one half
 * is written and the other is not: a benefit in the middle of the file, what comes after the people, the second batch of keys.
 */
const files = [
  {
    what: 'membership',
    table: 'benefits',
    rows: benefits.length,
    text: [
      'category,benefit,quantity,unit,delivery',
      ...benefits.map((benefit) => `software,${benefit},50,licence,key`),
    ],
    words: pack,
    midway: 'Benefit 120',
  },
  {
    what: 'people',
    table: 'people',
    rows: 300,
    text: [
      'name,email,role',
      'Ada Admin,ada@contoso.example,admin',
      ...numbers(299).map((at) => `Person ${at},person${at}@contoso.example,employee`),
    ],
    words: [],
    midway: 'update accounts set trusted',
  },
  {
    what: 'keys',
    table: 'product_keys',
    rows: 7_000,
    text: [
      'benefit,key,key_type,seats',
      ...numbers(7_000).map((at) => `${benefits[at % benefits.length]},${key(at)},retail,`),
    ],
    words: [],
    midway: '"6500","6501"',
  },
];

/** How many rows stand in each table. */
async function written(): Promise<Record<string, number>> {
  const tables: string[] = await sql('pg_tables')
    .where({ schemaname: 'public' })
    .orderBy('tablename')
    .pluck('tablename');
  const counts: Record<string, number> = {};
  for (const table of tables) counts[table] = Number((await sql(table).count({ n: '*' }))[0]?.n);
  return counts;
}

/** Waits until the server has noticed that whoever wrote is gone. */
async function nobodyWrites(): Promise<void> {
  for (;;) {
    const { rows } = await sql.raw(
      `select from pg_stat_activity
        where datname = current_database() and backend_xid is not null and pid <> pg_backend_pid()`,
    );
    if (rows.length === 0) return;
    await delay(20);
  }
}

describe.each(files)('an import of $what is killed', ({ what, table, rows, text, words, midway }) => {
  const importing = () => ['import', what, desk.file(`${what}.csv`, text.join('\n')), ...words];

  test.each([
    { when: 'in the middle', moment: 'within', speaks: midway },
    { when: 'before its commit', moment: 'before', speaks: `import.${what}` },
  ] as const)(
    '$when: nothing of the file is there',
    async ({ moment, speaks }) => {
      const before = await written();
      let kill = () => {};
      wire.strike(moment, speaks, () => kill());
      const child = desk.start(...importing());
      kill = () => child.kill('SIGKILL');
      const [, signal] = await once(child, 'exit');
      expect(signal).toBe('SIGKILL');
      expect(wire.left()).toBe(0);
      await nobodyWrites();
      expect(await written()).toEqual(before);
    },
    30_000,
  );

  test('once more, and all of it is there once', async () => {
    const before = await written();
    expect((await desk.run(...importing(), '--json')).json).toMatchObject({ ok: true, new: rows });
    const after = await written();
    expect((after[table] as number) - (before[table] as number)).toBe(rows);
    expect((after.audit as number) - (before.audit as number)).toBe(1);
    expect(await brokenLaws(sql)).toEqual([]);
  }, 240_000);
});
