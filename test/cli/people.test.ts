import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { asksFor, openDoor, says } from '../support/door';
import { ada, dana, eve } from '../support/people';
import { query } from '../support/query';
import { importSample } from '../support/sample';
import { type Desk, openDesk } from './command';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await importSample(
    {
      DATABASE_URL: desk.database.url,
      KEY_ENCRYPTION_KEYS: `1:${Buffer.alloc(32, 7).toString('base64')}`,
    },
    {},
  );
  const door = await openDoor(desk.database.url);
  await says(door, ada, { type: 'help' });
  const request = await asksFor(door, eve, 'Visio Professional 2024');
  await says(door, dana, { type: 'approve', request, version: 1 });
  while ((await door.store.seal(new Date())) > 0);
  await door.close();
}, 120_000);
afterAll(() => desk?.close());

test('everything known of one person goes into a file that only whoever asked can read', async () => {
  const out = join(dirname(desk.file('here', '')), 'eve.json');
  const ran = await desk.run('people', 'export', 'Eve Employee', '--out', out);
  expect(ran).toMatchObject({ code: 0, out: expect.stringMatching(/rows about Eve Employee, written to/) });
  expect(statSync(out).mode & 0o777).toBe(0o600);
  const { json } = await desk.run('people', 'export', eve.email, '--json');
  expect(json.known.people).toHaveLength(1);
  expect(json.known.requests[0]).toMatchObject({ state: 'fulfilled', reason: 'For the work' });
  expect(JSON.stringify(json)).not.toContain('FAKE');
});

const forget = (...more: string[]) => desk.run('people', 'forget', eve.email, '--by', ada.email, ...more);

test('somebody who holds something is not forgotten unless that is meant', async () => {
  expect((await forget('--confirm')).err).toBe(
    'They hold Visio Professional 2024. With --even-so it goes back by itself, as of somebody who has left.\n',
  );
});

test.each([
  ['nobody says so', ['people', 'forget', eve.email], 'who says so (--by)?'],
  ['no admin says so', ['people', 'forget', eve.email, '--by', dana.email], 'No admin has the address'],
  ['they say so themselves', ['people', 'forget', ada.email, '--by', ada.email], 'Somebody else has to say'],
  ['nobody is called so', ['people', 'forget', 'Nobody', '--by', ada.email], 'Nobody is called “Nobody”.'],
  [
    'the export is wanted in another form',
    ['people', 'export', 'Eve', '--format', 'csv'],
    '--format takes json.',
  ],
])('nothing is done where %s', async (_, words, sentence) => {
  expect(await desk.run(...words)).toMatchObject({ code: 1, err: expect.stringContaining(sentence) });
});

test('without --confirm it says what would happen, and nothing does', async () => {
  const { code, out } = await forget('--even-so');
  expect(code).toBe(0);
  expect(out).toMatch(/In the place of name, address and accounts would stand “Person [0-9a-f]{8}”\./);
  expect(out).toContain('nobody can recall it');
  expect(out).toContain('Nothing was written. Add --confirm');
  expect(await query(desk.database.url, `select name from people where email = '${eve.email}'`)).toEqual([
    { name: 'Eve Employee' },
  ]);
});

test('a beginning of a name is enough to look, as in the chats; to act it takes the whole name or the address', async () => {
  const like = ['people', 'forget', 'eve', '--by', ada.email, '--even-so'];
  const { code, out } = await desk.run(...like);
  expect(code).toBe(0);
  expect(out).toContain(`This is about Eve Employee <${eve.email}>.`);
  expect(await desk.run(...like, '--confirm')).toMatchObject({
    code: 1,
    err: `“eve” is not a whole name. Whoever is meant is named in full: ${eve.email}.\n`,
  });
  expect((await desk.run('people', 'export', 'employ', '--json')).json.person.name).toBe('Eve Employee');
  expect((await desk.run('people', 'export', 'ev')).err).toBe('Nobody is called “ev”.\n');
});

test('a beginning of a name is of those as well who have left: whose data is wanted is not guessed', async () => {
  await query(
    desk.database.url,
    `insert into people (id, name, email, role, active, first_seen_at, left_at, left_how)
       values (gen_random_uuid(), 'Evelyn Gone', 'evelyn@contoso.example', 'employee', false, now(), now(), 'file')`,
  );
  expect((await desk.run('people', 'export', 'evel', '--json')).json.person.name).toBe('Evelyn Gone');
  expect(await desk.run('people', 'export', 'eve')).toMatchObject({
    code: 1,
    err: `Several people are called “eve”: ${eve.email}, evelyn@contoso.example. Use the address.\n`,
  });
});

test('with it they are a pseudonym, in the lists for an auditor too, and the ledger is as it was sealed', async () => {
  const today = new Date().toISOString().slice(0, 10);
  const { json } = await forget('--even-so', '--confirm', '--json');
  expect(json).toMatchObject({ forgotten: true, pseudonym: expect.stringMatching(/^Person [0-9a-f]{8}$/) });
  const held = await desk.run('audit', 'export', '--as-of', today);
  expect(held.out).toContain(json.pseudonym);
  expect(held.out).not.toMatch(/Eve Employee|eve@contoso/);
  expect(await desk.run('audit', 'verify')).toMatchObject({
    code: 0,
    out: expect.stringContaining('Nothing was written anew.'),
  });
  expect(await desk.run('people', 'export', eve.email)).toMatchObject({ code: 1 });
  const rows = await query(
    desk.database.url,
    `select p.name as by, a.person_id = a.subject as whole from audit a join people p on p.id = a.by_person where action = 'person.forgotten'`,
  );
  expect(rows).toEqual([{ by: ada.name, whole: true }]);
}, 60_000);
