import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { readKeys } from '../../src/imports/keys-file';
import { readMembership } from '../../src/imports/membership';
import { readPeople } from '../../src/imports/people';
import { connect } from '../../src/store/database';
import type { Placing } from '../../src/store/imports/destinations';
import type { Importing } from '../../src/store/imports/in-one-go';
import { importKeys, type KeysOutcome } from '../../src/store/imports/keys';
import {
  importMembership,
  type MembershipOutcome,
  type PackageTerms,
} from '../../src/store/imports/membership';
import { type ImportingPeople, importPeople, type PeopleOutcome } from '../../src/store/imports/people';
import { checkLaws } from '../../src/store/invariants';
import { type OpenVault, openVault } from '../../src/store/vault';
import { type TestDatabase, testDatabase } from '../support/database';
import { query } from '../support/query';

export const now = new Date('2026-03-01T08:00:00Z');
export const terms: PackageTerms = {
  name: 'Action Pack',
  partnerId: '1234567',
  accountEmail: 'partner@contoso.example',
  starts: '2026-01-15',
  ends: '2027-01-14',
};

/** A database of its own, and files that are imported into it in this process. */
export interface ImportDesk {
  sql: Knex;
  url: string;
  vault: OpenVault;
  file(name: string, text: string): string;
  membership(
    rows: string,
    pack?: Partial<PackageTerms>,
    how?: Partial<Importing>,
  ): Promise<MembershipOutcome>;
  people(rows: string, how?: Partial<ImportingPeople>, columns?: string): Promise<PeopleOutcome>;
  /** `text`: the rows below the first line of a CSV, or a whole XML file. */
  keys(text: string, placing?: Placing, how?: Partial<Importing>): Promise<KeysOutcome>;
  /** Each benefit with keys: its free and all units and shared keys, as a list would show them. */
  stock(): Promise<Record<string, { units: number; free: number; shared: number }>>;
  /** Every row that an import may write. */
  everything(): Promise<unknown>;
  /** Laws that do not hold. */
  brokenLaws(): Promise<string[]>;
  /** Takes everything out again. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

const tables = [
  'packages',
  'benefits',
  'pools',
  'pool_benefits',
  'product_keys',
  'units',
  'people',
  'accounts',
];

export async function openImportDesk(): Promise<ImportDesk> {
  const database: TestDatabase = await testDatabase();
  const sql = connect(database.url, 'unhurried', 4);
  const vault = await openVault(sql, new Map([[1, Buffer.alloc(32, 7)]]), now);
  const folder = mkdtempSync(join(tmpdir(), 'benefits-imports-'));
  const file = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const csv = (name: string, header: string, rows: string) => file(name, `${header}\n${rows}\n`);
  return {
    sql,
    url: database.url,
    vault,
    file,
    membership: (rows, pack = {}, how = {}) =>
      importMembership(
        sql,
        readMembership(csv('membership.csv', 'category,benefit,quantity,unit,delivery', rows)),
        { ...terms, ...pack },
        { now, ...how },
      ),
    people: (rows, how = {}, columns = 'name,email,role,manager_email,groups,slack_id,teams_id') =>
      importPeople(sql, readPeople(csv('people.csv', columns, rows)), { now, ...how }),
    keys: (text, placing = {}, how = {}) =>
      importKeys(
        sql,
        readKeys(
          text.startsWith('<') ? file('keys.xml', text) : csv('keys.csv', 'benefit,key,key_type,seats', text),
        ),
        placing,
        async () => vault,
        { now, ...how },
      ),
    async stock() {
      const { rows } = await sql.raw(`
        select b.name, sum(units)::int as units, sum(free)::int as free, sum(shared_keys)::int as shared
          from benefits b join pool_benefits on benefit_id = b.id join pools on pools.id = pool_id group by 1 order by 1`);
      return Object.fromEntries(
        rows.map(({ name, ...stock }: { name: string; units: number; free: number; shared: number }) => [
          name,
          stock,
        ]),
      );
    },
    async everything() {
      const all: Record<string, unknown> = {};
      for (const table of tables) {
        const { rows } = await sql.raw(
          `select to_jsonb(t) as row from ${table} t order by to_jsonb(t)::text`,
        );
        all[table] = rows;
      }
      return all;
    },
    brokenLaws: async () => (await checkLaws(sql)).filter(({ rows }) => rows > 0).map(({ name }) => name),
    empty: async () => {
      await query(database.ownerUrl, 'truncate packages, pools, people cascade');
    },
    async close() {
      rmSync(folder, { recursive: true, force: true });
      await sql.destroy();
      await database.drop();
    },
  };
}

/** A key nobody has, told from others by its number. */
export const key = (number: number): string =>
  `KEY${String.fromCharCode(65 + (number % 26))}X-FAKE2-${String(number).padStart(5, '0')}-TESTS-ONLYX`;
