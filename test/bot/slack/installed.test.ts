import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { installedWorkspaces } from '../../../src/bot/slack/installed';
import { connect } from '../../../src/store/database';
import { openStore } from '../../../src/store/open';
import { openVault } from '../../../src/store/vault';
import { type TestDatabase, testDatabase } from '../../support/database';
import { startWebApi, type WebApi } from './fake-slack';

const team = 'T0HOME';
const app = { clientId: '42.42', clientSecret: 'hush', stateSecret: 'x'.repeat(32) };
const hour = 3_600_000;
const start = Date.parse('2026-11-20T09:00:00Z');

let database: TestDatabase;
let sql: ReturnType<typeof connect>;
let webApi: WebApi;
let logged: string[];
beforeAll(async () => {
  database = await testDatabase();
  sql = connect(database.url, 'answering');
});
afterAll(async () => {
  await sql.destroy();
  await database.drop();
});
beforeEach(async () => {
  webApi = await startWebApi();
  logged = [];
});
afterEach(() => webApi.stop());

/** The store of one copy of the bot. */
async function storeOf() {
  const vault = await openVault(sql, new Map([[1, Buffer.alloc(32, 7)]]), new Date(start));
  return openStore(sql, vault, new Set());
}

/** What one copy of the bot knows of workspaces, at a time. */
async function copyAt(time: number) {
  const { ledger } = await storeOf();
  return installedWorkspaces({
    app,
    kept: ledger,
    homes: new Set([team]),
    apiUrl: `${webApi.url}/api/`,
    now: () => new Date(time),
    log: pino({ base: null }, { write: (line: string) => void logged.push(line) }),
  });
}

/** Slack as it is about refresh tokens: each is good once. */
function refreshesOnce(): void {
  const used = new Set<unknown>();
  let made = 0;
  webApi.answers['oauth.v2.access'] = ({ refresh_token: given }) => {
    if (used.has(given)) return { ok: false, error: 'invalid_refresh_token' };
    used.add(given);
    made += 1;
    return { ok: true, access_token: `xoxb-new-${made}`, refresh_token: `xoxe-${made}`, expires_in: 43_200 };
  };
}

async function installs(): Promise<void> {
  const { ledger } = await storeOf();
  await ledger.install(
    {
      team,
      botUser: 'UBOT',
      token: 'xoxb-first',
      refresh: 'xoxe-first',
      expiresAt: new Date(start + 12 * hour),
    },
    new Date(start),
  );
}

test.each([
  ['that are good for another hour', 11],
  ['that have run out', 13],
])('tokens %s are refreshed by one of two copies, whoever else asks', async (_, hours) => {
  await installs();
  refreshesOnce();
  const copies = await Promise.all([copyAt(start + hours * hour), copyAt(start + hours * hour)]);
  const found = await Promise.all(Array.from({ length: 20 }, (_, n) => copies[n % 2]?.of(team)));
  expect(found.every((workspace) => workspace !== undefined)).toBe(true);
  expect(webApi.of('oauth.v2.access')).toHaveLength(1);
  const { ledger } = await storeOf();
  expect(await ledger.installation(team)).toMatchObject({ token: 'xoxb-new-1', refresh: 'xoxe-1' });
  expect(logged.join()).not.toMatch(/slack-token-not-refreshed|xox/);
});

test('tokens that last are left alone', async () => {
  await installs();
  refreshesOnce();
  expect((await (await copyAt(start + 9 * hour)).of(team))?.ourself).toBe('UBOT');
  expect(webApi.of('oauth.v2.access')).toEqual([]);
});

test('a refresh that fails leaves what is good, and is tried again', async () => {
  await installs();
  webApi.answers['oauth.v2.access'] = () => ({ status: 503 });
  expect(await (await copyAt(start + 11 * hour)).of(team)).toBeDefined();
  expect(logged.join()).toContain('slack-token-not-refreshed');
  refreshesOnce();
  expect(await (await copyAt(start + 11.5 * hour)).of(team)).toBeDefined();
  const { ledger } = await storeOf();
  expect((await ledger.installation(team))?.token).toBe('xoxb-new-1');
});

test('a row of one workspace is worth nothing in that of another', async () => {
  await installs();
  await sql.raw('update installations set team = ? where team = ?', ['T0OTHER', team]);
  const { ledger } = await storeOf();
  await expect(ledger.installation('T0OTHER')).rejects.toMatchObject({ code: 'not-authentic' });
});

test('what took an app away takes none that was installed later; with the app its pages go', async () => {
  await installs();
  const { ledger } = await storeOf();
  const person = randomUUID();
  await sql('people').insert({ id: person, name: 'Eve', role: 'employee', first_seen_at: new Date(start) });
  await sql.raw(
    `insert into homes (platform, home, user_id, person_id, opened_at, command, drawn, hash, looked_at, audit_seen, outbox_seen)
     values ('slack', ?, 'U1', ?, ?::timestamptz, '{"type":"home"}', '', '', ?::timestamptz, 0, 0)`,
    [team, person, new Date(start - 1_000), new Date(start)],
  );
  expect(await ledger.uninstall(team, new Date(start - 1_000))).toBe(false);
  expect(await sql('homes')).toHaveLength(1);
  expect(await ledger.uninstall(team, new Date(start))).toBe(true);
  expect(await ledger.installation(team)).toBeUndefined();
  expect(await sql('homes')).toEqual([]);
});
