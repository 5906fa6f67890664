import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { exported } from '../../src/cli/export';
import { BadCommand } from '../../src/cli/verb';
import { type LivedIn, livedInLedger } from '../store/lived-in';
import { wrappingKey } from '../support/company';
import { asksFor, says } from '../support/door';
import { dana, eve } from '../support/people';
import { type Desk, openDesk } from './command';

let ledger: LivedIn;
let desk: Desk;
beforeAll(async () => {
  ledger = await livedInLedger();
  const again = await asksFor(ledger.door, eve, 'Visual Studio Professional Subscription').catch(
    () => undefined,
  );
  if (again) await says(ledger.door, dana, { type: 'approve', request: again, version: 1 });
  desk = await openDesk({ DATABASE_URL: ledger.database.url });
}, 240_000);
afterAll(async () => {
  await desk?.close();
  await ledger?.close();
});

/** Runs the verb as the command does, in this process. */
async function run(name: keyof typeof exported, options: Record<string, string> = {}) {
  let err = '';
  const { json, text } = await (exported[name] as NonNullable<(typeof exported)[string]>).run({
    words: [],
    options,
    env: { DATABASE_URL: ledger.database.url, KEY_ENCRYPTION_KEYS: wrappingKey },
    say: (sentence) => {
      err += sentence;
    },
  });
  // biome-ignore lint/suspicious/noExplicitAny: whatever the verb says
  return { json: json as any, out: text, err };
}
const rowsOf = (file: string): Array<Record<string, string>> => parse(file, { bom: true, columns: true });

test.each(['holdings', 'stock', 'requests'])('%s: as CSV and as JSON it is the same', async (name) => {
  const csv = rowsOf((await run(name)).out);
  const { at, [name]: records } = JSON.parse((await run(name, { format: 'json' })).out);
  expect(at).toMatch(/Z$/);
  expect(csv.length).toBeGreaterThan(3);
  expect(records).toHaveLength(csv.length);
  for (const [nth, record] of records.entries())
    for (const [column, value] of Object.entries(record)) {
      const cell = csv[nth]?.[column];
      expect(cell === String(value) || cell === `'${value}`).toBe(true);
    }
});

test('what is held now is what the stock counts, benefit by benefit', async () => {
  const held = new Map<string, number>();
  for (const row of rowsOf((await run('holdings')).out)) {
    expect(row).toMatchObject({ state: 'held', ended_at: '' });
    held.set(row.benefit as string, (held.get(row.benefit as string) ?? 0) + Number(row.quantity));
  }
  const { rows } = await ledger.door.sql.raw(
    'select b.name, sum(h.quantity)::int as held from holdings h join benefits b on b.id = h.benefit_id where ended_at is null group by 1',
  );
  expect(Object.fromEntries(held)).toEqual(
    Object.fromEntries(rows.map((row: { name: string; held: number }) => [row.name, row.held])),
  );
});

test('requests tell what became of each, and on whose word', async () => {
  const rows = rowsOf((await run('requests')).out);
  const { rows: counted } = await ledger.door.sql.raw('select count(*)::int as all from requests');
  expect(rows).toHaveLength(counted[0].all);
  expect(rows.find((row) => row.request_id === ledger.denied)).toMatchObject({
    state: 'denied',
    asked_by: 'Mei Lin',
    decided_by: 'Dana Decider',
    why: 'Next year',
  });
  expect(rows.find((row) => row.request_id === ledger.pending)).toMatchObject({
    stage: '1',
    decided_by: '',
    closed_at: '',
  });
});

test('for the Visual Studio portal: whoever was approved and has an open task, and nobody else', async () => {
  await ledger.door.sql.raw(`update people set name = 'Employee,  Eve' where email = ?`, [eve.email]);
  const request = await asksFor(ledger.door, eve, 'Visual Studio Enterprise Subscription');
  await says(ledger.door, dana, { type: 'approve', request, version: 1 });
  const { out, err } = await run('visual-studio', { country: 'Taiwan' });
  const open = rowsOf(out).find((row) => row.Reference === request);
  expect(open).toEqual({
    Name: 'Employee Eve',
    'Sign-in Email': eve.email,
    'Notification Email': eve.email,
    'Subscription Level': 'Visual Studio Enterprise Subscription',
    Reference: request,
    Downloads: 'Enabled',
    Country: 'Taiwan',
    Language: 'English',
    'Subscription GUID': '',
    'Error message': '',
  });
  expect(out).not.toContain(ledger.setUp);
  expect(err).toMatch(/to add\. Put the rows into a template/);
  expect((await run('visual-studio')).err).toContain('--country names it');
  await expect(run('visual-studio', { benefit: 'Visual Studios' })).rejects.toThrow(
    'There is no benefit “Visual Studios”',
  );
});

test('into a file that only its owner reads; what is typed wrongly is refused', async () => {
  const path = join(desk.file('there', '').replace(/there$/, ''), 'stock.csv');
  const { code, out } = await desk.run('export', 'stock', '--out', path);
  expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('Written to') });
  expect(readFileSync(path, 'utf8')).toBe((await run('stock')).out);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  await expect(run('stock', { format: 'xlsx' })).rejects.toThrow(
    new BadCommand('--format takes one of csv, json.'),
  );
  const asked = await desk.run('export', 'everything');
  expect(asked.err).toBe('Export what? One of holdings, stock, requests, visual-studio.\n');
});
