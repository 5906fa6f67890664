import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportVerb } from '../../src/cli/report';
import { BadCommand } from '../../src/cli/verb';
import { type LivedIn, livedInLedger } from '../store/lived-in';
import { wrappingKey } from '../support/company';
import { type Desk, openDesk } from './command';

let ledger: LivedIn;
let desk: Desk;
beforeAll(async () => {
  ledger = await livedInLedger();
  desk = await openDesk({ DATABASE_URL: ledger.database.url });
}, 240_000);
afterAll(async () => {
  await desk?.close();
  await ledger?.close();
});

/** Runs the verb as the command does, in this process. */
async function run(options: Record<string, string> = {}) {
  const { json, text } = await reportVerb.run({
    words: [],
    options,
    env: { DATABASE_URL: ledger.database.url, KEY_ENCRYPTION_KEYS: wrappingKey },
    say: () => {},
  });
  // biome-ignore lint/suspicious/noExplicitAny: whatever the verb says
  return { json: json as any, out: text };
}

test('what a program reads is what the rows of the ledger say', async () => {
  const { report } = (await run()).json;
  const { rows } = await ledger.door.sql.raw(`
    select count(*) filter (where way = 'asked')::int as asked, count(*) filter (where state = 'denied')::int as denied,
           count(*) filter (where way = 'asked' and decided_by is not null and state <> 'denied')::int as approved,
           count(*) filter (where fulfilled_at is not null and way = 'asked')::int as given from requests`);
  expect(report.all).toMatchObject({
    asked: rows[0].asked,
    approved: rows[0].approved,
    denied: rows[0].denied,
    having: { count: rows[0].given },
  });
  expect((await run()).out).toMatch(
    /Asked for +\d+\n +Approved +\d+\n +Denied +\d+\n +From asking to having /,
  );
  expect(report.all.having.median).toBeLessThanOrEqual(report.all.having.p90);
  const { rows: answers } = await ledger.door.sql.raw(
    'select p.name, count(*)::int as answers from reviews v join people p on p.id = v.person_id where void_at is null group by 1',
  );
  const counted = (await run()).json.report.approvers as Array<{
    person: { name: string };
    answering: { count: number };
  }>;
  expect(Object.fromEntries(counted.map(({ person, answering }) => [person.name, answering.count]))).toEqual(
    Object.fromEntries(answers.map((row: { name: string; answers: number }) => [row.name, row.answers])),
  );
  const { rows: held } = await ledger.door.sql.raw('select sum(held)::int as held from benefits');
  expect(report.use.reduce((sum: number, one: { held: number }) => sum + one.held, 0)).toBe(held[0].held);
});

test('days on which nothing happened have nothing to tell, and what is in use is told all the same', async () => {
  const { report } = (await run({ from: '2021-01-01', to: '2021-01-31' })).json;
  expect(report).toMatchObject({ all: {}, approvers: [], period: { from: '2021-01-01', to: '2021-01-31' } });
  expect(report.use.length).toBeGreaterThan(3);
});

test('a price makes what nobody holds worth something, by the command; and a wrong one is refused', async () => {
  const set = ['set', 'Visio Professional 2024', 'price'];
  expect((await desk.run(...set, 'USD 539', '--json')).json).toMatchObject({
    changed: true,
    settings: { price: 'USD 539.00' },
  });
  const { report } = (await run()).json;
  const visio = report.use.find(
    (one: { benefit: { name: string } }) => one.benefit.name === 'Visio Professional 2024',
  );
  expect(visio.unused).toEqual({ currency: 'USD', hundredths: 53_900 * (visio.allocation - visio.held) });
  expect((await run()).out).toContain('Unused a year: USD');
  expect((await desk.run(...set, 'a lot')).err).toContain(
    'price takes an amount with its currency, as USD 539.00, or off',
  );
});

test('somebody who waits while a key lies unseen is told of', async () => {
  const { door, fulfilled } = ledger;
  await door.sql.raw(
    'delete from key_views where holding_id = (select id from holdings where request_id = ?)',
    [fulfilled],
  );
  await door.sql.raw(`update holdings set since = since - interval '40 days' where request_id = ?`, [
    fulfilled,
  ]);
  await door.sql.raw(
    `update requests set state = 'pending', closed_at = null, decided_by = null, benefit_id =
    (select benefit_id from requests where id = ?) where id = ?`,
    [fulfilled, ledger.pending],
  );
  const { report } = (await run()).json;
  expect(report.scarce).toEqual([
    expect.objectContaining({
      idle: 1,
      pending: 1,
      benefit: expect.objectContaining({ name: 'Visio Professional 2024' }),
    }),
  ]);
  expect((await run()).out).toMatch(
    /Idle, while somebody waits\n {2}Visio Professional 2024 · To be decided: 1, Idle for 30 days: 1/,
  );
});

test('as a page into a file; what is typed wrongly is refused', async () => {
  const path = join(desk.file('there', '').replace(/there$/, ''), 'report.html');
  const { code, err } = await desk.run('report', '--format', 'html', '--out', path);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const page = readFileSync(path, 'utf8');
  expect(page).toMatch(/<figure role="img" aria-label="How much is in use: [^"]+"><svg aria-hidden="true"/);
  expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
  await expect(run({ from: 'May' })).rejects.toThrow(new BadCommand('--from must be a day, as 2026-06-30.'));
  await expect(run({ to: '2099-01-01' })).rejects.toThrow(
    '--from must not be after --to, and --to not after today',
  );
});
