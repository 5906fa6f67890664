import fc from 'fast-check';
import { type ImportDesk, key, openImportDesk } from './imports-desk';

let desk: ImportDesk;
beforeAll(async () => {
  desk = await openImportDesk();
});
afterAll(() => desk?.close());

const names = [
  'Windows 11 Enterprise',
  'Visio Professional 2021',
  'SQL Server 2022 Standard',
  'Nobody has this',
];
const row = fc.record({
  name: fc.constantFrom(...names),
  number: fc.integer({ min: 0, max: 7 }),
  type: fc.constantFrom('retail', 'mak', 'static', 'custom', 'token', ''),
  seats: fc.constantFrom('', '', '2', '5'),
});
const file = fc.array(row, { minLength: 1, maxLength: 12 });

type Row = { name: string; number: number; type: string; seats: string };
const text = (rows: Row[]) =>
  rows.map(({ name, number, type, seats }) => `${name},${key(number)},${type},${seats}`).join('\n');

test('whatever is imported, in whatever order and how often: every key once, every counter its sum', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 4 }), async (files) => {
      await desk.empty();
      await desk.membership(
        names
          .slice(0, 3)
          .map((name, at) => `software,${name},${[10, 2, 25][at]},licence,key`)
          .join('\n'),
      );
      for (const rows of files) {
        const outcome = await desk.keys(text(rows));
        const unmatched = outcome.unmatched.reduce((sum, { places }) => sum + places.count, 0);
        expect(outcome.new + outcome.changed + outcome.unchanged + unmatched).toBe(outcome.rows);
      }
      expect(await desk.brokenLaws()).toEqual([]);

      // Each key serves exactly the benefits it was ever named under, and its first row said what kind it is.
      const all = files.flat().filter(({ name }) => name !== 'Nobody has this');
      for (const number of new Set(all.map((one) => one.number))) {
        const rows = all.filter((one) => one.number === number);
        const fingerprint = desk.vault.fingerprint(key(number).replaceAll('-', ''));
        const found = await desk
          .sql('product_keys')
          .join('pool_benefits', 'pool_benefits.pool_id', 'product_keys.pool_id')
          .join('benefits', 'benefits.id', 'benefit_id')
          .where({ fingerprint })
          .select('benefits.name', 'product_keys.type');
        expect(found.map(({ name }) => name).sort()).toEqual(
          [...new Set(rows.map(({ name }) => name))].sort(),
        );
        expect(found[0].type).toBe(rows[0]?.type || 'unknown');
      }

      const before = await desk.everything();
      for (const rows of files)
        expect(await desk.keys(text(rows))).toMatchObject({ new: 0, changed: 0, units: 0 });
      expect(await desk.everything()).toEqual(before);
    }),
    { numRuns: 25 },
  );
}, 240_000);
