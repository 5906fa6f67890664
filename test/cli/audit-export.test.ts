import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { auditExportVerb } from '../../src/cli/audit-export';
import { BadCommand } from '../../src/cli/verb';
import { type LivedIn, livedInLedger } from '../store/lived-in';
import { wrappingKey } from '../support/company';
import { eve } from '../support/people';
import { type Desk, openDesk } from './command';

let ledger: LivedIn;
let desk: Desk;
const today = new Date().toISOString().slice(0, 10);

/** Runs the verb as the command does, in this process. */
async function exported(options: Record<string, string>, words: string[] = []) {
  let err = '';
  const { ok, json, text } = await auditExportVerb.run({
    words,
    options,
    env: { DATABASE_URL: ledger.database.url, KEY_ENCRYPTION_KEYS: wrappingKey },
    say: (sentence) => {
      err += sentence;
    },
  });
  // biome-ignore lint/suspicious/noExplicitAny: whatever the verb says
  return { ok, json: json as any, out: text, err };
}
const ofToday = (options: Record<string, string> = {}) => exported({ 'as-of': today, ...options });
const holdingsOf = async (options: Record<string, string> = {}): Promise<Holding[]> =>
  JSON.parse((await ofToday({ ...options, format: 'json' })).out).holdings;
interface Holding {
  holding: string;
  person: { name: string };
  benefit: { name: string };
  end?: unknown;
}

beforeAll(async () => {
  ledger = await livedInLedger();
  desk = await openDesk({ DATABASE_URL: ledger.database.url });
}, 240_000);
afterAll(async () => {
  await desk?.close();
  await ledger?.close();
});

const named = 'Visio Professional 2024';

test('as CSV on standard output, with the sum on standard error; as JSON it is the same', async () => {
  const file = await desk.run('audit', 'export', '--as-of', today);
  const json = await ofToday({ format: 'json' });
  expect(file).toMatchObject({ code: 0 });
  expect(file.err).toMatch(
    new RegExp(`^\\d+ held at the end of ${today} \\(UTC\\), \\d+ ended during it. Each has its approval`),
  );
  const rows: Array<Record<string, string>> = parse(file.out, { bom: true, columns: true });
  const { asOf, holdings } = JSON.parse(json.out);
  expect(asOf).toMatchObject({ day: today, zone: 'UTC', from: `${today}T00:00:00.000Z` });
  expect(rows.map((row) => row.holding_id)).toEqual(holdings.map(({ holding }: Holding) => holding));
  expect(rows.length).toBeGreaterThan(5);
  const [one] = rows.filter((row) => row.benefit === named && row.person === 'Eve Employee');
  expect(one).toMatchObject({
    as_of: today,
    state: 'held',
    email: eve.email,
    package: 'Partner Success Core',
    partner_id: '1234567',
    quantity: '1',
    unit: 'licence',
    how: 'asked',
    asked_by: 'Eve Employee',
    reason: 'For the work',
    approval: 'people',
    approved_by: 'Dana Decider',
    rule: 'any approver',
    rule_version: '0',
    key_shown_to: 'Eve Employee',
    key_times_shown: '1',
  });
  expect(rows.find((row) => row.evidence)).toMatchObject({
    benefit: 'Visual Studio Enterprise Subscription',
    set_up_by: 'Ada Admin',
    evidence: 'Case 17',
    state: 'ended',
    ended_how: 'taken-back',
    ended_why: 'A new project',
  });
  expect(rows.find((row) => row.how === 'reassigned')).toMatchObject({
    approval: 'admin',
    approved_by: 'Ada Admin',
    moved_from: 'Eve Employee',
  });
  expect(rows.find((row) => row.approved_by === 'Ada Admin for Dana Decider')).toMatchObject({
    rule_version: '2',
  });
  // Every row names the rows of the sealed ledger that prove it.
  for (const row of rows) expect(row.ledger_rows?.split(' ')).toContain(row.approval_row);
});

test('as OCSF: an object to a line, of a class that exists, a second one for an end', async () => {
  const { out } = await ofToday({ format: 'ocsf' });
  const events = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const holdings = await holdingsOf();
  const ended = holdings.filter(({ end }) => end);
  expect(ended.length).toBeGreaterThan(1);
  expect(events).toHaveLength(holdings.length + ended.length);
  for (const event of events) {
    // What the base event and the class ask for (OCSF schema 1.5.0).
    expect(event).toMatchObject({
      class_uid: 3005,
      category_uid: 3,
      severity_id: 1,
      time: expect.any(Number),
      metadata: { version: '1.5.0', product: { vendor_name: expect.any(String) } },
      user: { uid: expect.any(String), name: expect.any(String) },
      privileges: [expect.any(String)],
    });
    expect(event.type_uid).toBe(event.class_uid * 100 + event.activity_id);
  }
  expect(new Set(events.map(({ metadata }) => metadata.uid)).size).toBe(events.length);
  expect(events.filter(({ activity_id: id }) => id === 2)).toHaveLength(ended.length);
  expect(events.find(({ user }) => user.email_addr === eve.email)).toMatchObject({
    activity_id: 1,
    actor: { user: { name: 'Dana Decider' } },
    resources: [{ type: 'Membership benefit', group: { name: 'Partner Success Core' } }],
  });
});

test('of one benefit in any spelling, of one person by name or address, in another time zone', async () => {
  const benefit = await holdingsOf({ benefit: 'visio  PROFESSIONAL 2024' });
  expect(new Set(benefit.map((one) => one.benefit.name))).toEqual(new Set([named]));
  const byName = await holdingsOf({ person: 'eve employee' });
  expect(byName).toEqual(await holdingsOf({ person: eve.email }));
  expect(new Set(byName.map(({ person }) => person.name))).toEqual(new Set(['Eve Employee']));
  const before = await exported({ 'as-of': '2021-06-30', zone: 'Asia/Taipei' });
  expect(before.json).toEqual({
    asOf: {
      day: '2021-06-30',
      zone: 'Asia/Taipei',
      from: '2021-06-29T16:00:00.000Z',
      until: '2021-06-30T16:00:00.000Z',
    },
    held: 0,
    ended: 0,
    missing: 0,
    holdings: [],
  });
});

test('into a file that only its owner reads', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'benefits-export-'));
  const path = join(folder, 'holdings.csv');
  const { json, out } = await ofToday({ out: path });
  expect(json).toMatchObject({ missing: 0, file: path });
  expect(out).toMatch(/Each has its approval[\s\S]*Written to .*holdings\.csv/);
  expect(readFileSync(path, 'utf8')).toBe((await ofToday()).out);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  rmSync(folder, { recursive: true });
});

test.each<[options: Record<string, string>, sentence: string]>([
  [{ 'as-of': '30.06.2026' }, '--as-of must be a day, as 2026-06-30.'],
  [{ 'as-of': '2026-02-30' }, '--as-of must be a day, as 2026-06-30.'],
  [{ 'as-of': '2099-01-01' }, '2099-01-01 has not come yet.'],
  [{ 'as-of': today, zone: '+02:00' }, '--zone must be a time zone, as Europe/Berlin.'],
  [{ 'as-of': today, zone: 'Europe/Atlantis' }, '--zone must be a time zone, as Europe/Berlin.'],
  [{ 'as-of': today, format: 'xlsx' }, '--format takes one of csv, json, ocsf, html.'],
  [{ 'as-of': today, format: 'constructor' }, '--format takes one of csv, json, ocsf, html.'],
  [
    { 'as-of': today, benefit: 'Visio Profesional' },
    `There is no benefit “Visio Profesional”; the nearest is “${named}”.`,
  ],
  [{ 'as-of': today, person: 'Zoe' }, 'Nobody is called “Zoe”.'],
  [{ 'as-of': today, out: 'no/such/folder.csv' }, 'The file "no/such/folder.csv" cannot be written.'],
])('%j is refused', async (options, sentence) => {
  await expect(exported(options)).rejects.toThrow(new BadCommand(sentence));
});

test('two people of one name are told apart by their address; a word too many is refused', async () => {
  await ledger.door.sql.raw(
    `insert into people (id, name, email, role, first_seen_at) values (gen_random_uuid(), 'Eve Employee', 'eve.2@contoso.example', 'employee', now())`,
  );
  await expect(ofToday({ person: 'Eve Employee' })).rejects.toThrow(
    `Several people are called “Eve Employee”: eve.2@contoso.example, ${eve.email}. Use the address.`,
  );
  await expect(exported({ 'as-of': today }, ['Visio'])).rejects.toThrow('It takes no words');
  const forgotten = await desk.run('audit', 'export');
  expect(forgotten).toMatchObject({ code: 1, out: '', err: '--as-of is missing: the day, as 2026-06-30.\n' });
});
