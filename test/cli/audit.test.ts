import { existsSync, rmSync } from 'node:fs';
import { audits } from '../../src/cli/audit';
import { doctorVerb } from '../../src/cli/doctor';
import type { Verb } from '../../src/cli/verb';
import { makeSealing } from '../../src/handlers/sealing';
import { connect } from '../../src/store/database';
import { openStore } from '../../src/store/open';
import { notedIn } from '../../src/store/seal/noted';
import { openVault } from '../../src/store/vault';
import { wrappingKey } from '../support/door';
import { query } from '../support/query';
import { type Desk, openDesk } from './command';

const ada = 'ada@contoso.example';
const why = 'Restored the backup of Sunday after the disk failed';
let desk: Desk;
let file: string;
beforeAll(async () => {
  desk = await openDesk();
  file = desk.database.headFile;
  await desk.run(
    'import',
    'people',
    desk.file('people.csv', `name,email,role\nAda,${ada},admin\nEve,eve@contoso.example,employee`),
  );
}, 240_000);
afterAll(() => desk.close());

/** What a bot does every second. */
async function seal(): Promise<void> {
  const sql = connect(desk.database.url, 'unhurried', 2);
  const noted = notedIn(file);
  const store = openStore(
    sql,
    await openVault(sql, new Map([[1, wrappingKey]]), new Date()),
    new Set(),
    noted,
  );
  await makeSealing({ store, noted, now: () => new Date(), kept() {}, report() {} }).once();
  await sql.destroy();
}

/** Behind the bot's back, with every trigger off. */
const tampered = (sql: string) =>
  query(desk.database.ownerUrl, `begin; set local session_replication_role = 'replica'; ${sql}; commit`);

/** A verb in this process: what it says, and its exit. */
async function run(verb: Verb, options: Record<string, string> = {}, env: Record<string, string> = {}) {
  const settings = {
    DATABASE_URL: desk.database.url,
    DATABASE_OWNER_URL: desk.database.ownerUrl,
    KEY_ENCRYPTION_KEYS: `1:${wrappingKey.toString('base64')}`,
    AUDIT_HEAD_FILE: file,
    ...env,
  };
  const { ok, json, text } = await verb.run({ words: [], options, env: settings, say() {} });
  return { code: ok ? 0 : 1, json, out: text };
}
const audit = (name: 'verify' | 'accept', options = {}) => run(audits[name] as Verb, options);
const doctor = (env = {}) => run(doctorVerb, {}, env);

test('before anything is sealed it says so, and that no head is noted', async () => {
  const ran = await audit('verify');
  expect(ran.code).toBe(0);
  expect(ran.out).toContain('Nothing was written anew. Rows under a seal: 0; seals: 0.');
  expect(ran.out).toContain('1 row is not sealed yet; the bot seals every second.');
  expect(ran.out).toContain('No head is noted here (AUDIT_HEAD_FILE)');
});

test('a whole ledger: where it ends, in words and as JSON', async () => {
  await seal();
  const ran = await audit('verify');
  expect(ran.code).toBe(0);
  const { mac } = notedIn(file).current() ?? {};
  expect(ran.out).toMatch(
    new RegExp(`It ends with seal 1 of \\S+Z: ${mac}\n.*Noted outside the database: seal 1`, 's'),
  );
  expect((await audit('verify')).json).toMatchObject({
    breaks: [],
    seals: 1,
    rows: 1,
    unsealed: 0,
    head: { seal: 1, mac },
    noted: { seal: 1, mac },
  });
});

test('what was written anew is named, and the exit is 1', async () => {
  const [{ at } = { at: '' }] = await query<{ at: string }>(
    desk.database.url,
    'select at::text as at from audit where id = 1',
  );
  await tampered(`update audit set at = at - interval '1 day' where id = 1`);
  const ran = await audit('verify');
  await tampered(`update audit set at = '${at}' where id = 1`);
  expect(ran.code).toBe(1);
  expect(ran.out).toContain('Row 1 was edited: it says something else than under seal 1.');
  expect((await audit('verify')).code).toBe(0);
});

test('an older copy: verify and doctor say so, and an admin says what happened', async () => {
  await desk.run(
    'import',
    'people',
    desk.file(
      'more.csv',
      `name,email,role\nAda,${ada},admin\nEve,eve@contoso.example,employee\nFay,fay@contoso.example,employee`,
    ),
  );
  await seal();
  await tampered('delete from audit where id > 1; delete from seals where number > 1');

  const ran = await desk.run('audit', 'verify', '--json');
  expect(ran).toMatchObject({ code: 1, json: { ok: false, breaks: [{ is: 'cut', noted: 2, seal: 1 }] } });
  expect((await doctor()).out).toContain(
    '✗ Seal: the ledger is not the one whose head was noted (seal 2; this one ends with seal 1).',
  );

  for (const [options, said] of [
    [{}, /Who says so/],
    [{ by: 'eve@contoso.example', reason: why }, /No admin has the address/],
    [{ by: ada, reason: 'It was restored' }, /at least 20 characters/],
  ] as const)
    await expect(audit('accept', options)).rejects.toThrow(said);
  expect((await audit('accept', { by: ada, reason: why })).out).toContain('keys are shown again');
  expect((await audit('accept', { by: ada, reason: why })).out).toContain(
    'Nothing speaks against the ledger',
  );
  await seal();
  expect(notedIn(file).current()?.seal).toBe(2);
  expect((await audit('verify')).out).toContain('Nothing was written anew');
  expect((await doctor()).out).toContain('✓ Seal: the ledger contains the head');
}, 240_000);

test('doctor says whether the bot could rewrite the ledger', async () => {
  expect((await doctor()).out).toContain('✓ Rights: the bot can only add to the ledger.');
  const ran = await doctor({ DATABASE_URL: desk.database.ownerUrl });
  expect(ran.code).toBe(0);
  expect(ran.out).toContain('– Rights: the user of DATABASE_URL may rewrite the ledger.');
}, 240_000);

test('without the file nothing older is noticed, and that is said', async () => {
  rmSync(file);
  expect(existsSync(file)).toBe(false);
  expect((await doctor()).out).toContain('– Seal: no head of the ledger is noted here yet');
});
