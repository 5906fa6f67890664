import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from '../../src/store/database';
import { type Desk, openDesk } from './command';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

test('help lists the verbs, and is what one gets without a word', async () => {
  const { code, out } = await desk.run('help');
  expect(code).toBe(0);
  expect(out).toContain('import keys <file.xml|file.csv>');
  expect((await desk.run()).out).toBe(out);
});

const someMembership = [
  ...['import', 'membership', 'a', '--package', 'A', '--partner-id', '12'],
  ...['--starts', '2026-01-01', '--ends', '2026-12-31'],
];

test.each([
  [['frobnicate'], 'There is no such verb; “help” lists them.'],
  [['import', 'stocks'], 'Import what? One of membership, people, keys, visual-studio.'],
  [['policy', 'print'], 'Policy what? One of check, apply, show, try.'],
  [['audit', 'print'], 'Audit what? One of '],
  [['policy', 'try'], 'Which file? Its name is missing.'],
  [['policy', 'check', 'a', 'b'], 'One file at a time, please.'],
  [['policy', 'check', 'nowhere.yaml'], 'There is no file "nowhere.yaml".'],
  [['import', 'keys'], 'Which file? Its name is missing.'],
  [['import', 'keys', 'a', 'b'], 'One file at a time, please.'],
  [
    ['import', 'keys', 'a', '--speed', '9'],
    '--speed is not an option of this verb. It is typed so: import keys',
  ],
  [['import', 'keys', 'a', '--map'], '--map is given in a wrong way. It is typed so: import keys'],
  [['import', 'keys', 'nowhere.csv'], 'There is no file "nowhere.csv".'],
  [['import', 'membership', 'a'], '--package is missing.'],
  [
    [
      'import',
      'membership',
      'a',
      '--package',
      'A',
      '--partner-id',
      '12x',
      '--starts',
      '2026-01-01',
      '--ends',
      '2026-12-31',
    ],
    '--partner-id must be a number of up to ten digits.',
  ],
  [
    [
      'import',
      'membership',
      'a',
      '--package',
      'A',
      '--partner-id',
      '12',
      '--starts',
      '2026-02-30',
      '--ends',
      '2026-12-31',
    ],
    '--starts must be a day, as 2026-01-15.',
  ],
  [
    [
      'import',
      'membership',
      'a',
      '--package',
      'A',
      '--partner-id',
      '12',
      '--starts',
      '2026-12-31',
      '--ends',
      '2026-01-01',
    ],
    '--ends must not be before --starts.',
  ],
  [[...someMembership, '--grace-days', 'many'], '--grace-days must be a number of days from 0 to 366.'],
  [[...someMembership, '--grace-days', '400'], '--grace-days must be a number of days from 0 to 366.'],
  [[...someMembership, '--membership-ends', 'soon'], '--membership-ends must be a day, as 2026-01-15.'],
  [[...someMembership, '--membership-ends', '2025-12-31'], '--membership-ends must not be before --starts.'],
  [[...someMembership, '--new-area'], '--new-area says how a package is renewed: it goes with --renews.'],
])('%j: one sentence, and 1', async (words, sentence) => {
  const ran = await desk.run(...words);
  expect(ran).toMatchObject({ code: 1, out: '' });
  expect(ran.err).toContain(sentence);
  expect(ran.err.trim().split('\n')).toHaveLength(1);
});

test('migrate on a migrated database has nothing to do', async () => {
  expect(await desk.run('migrate')).toMatchObject({ code: 0, out: 'The database is up to date.\n' });
});

describe('where the database is not what it should be', () => {
  const unreachable = 'postgres://benefits:hunter2@127.0.0.1:9/benefits';

  test('gone: a sentence that does not say the password', async () => {
    const away = await openDesk({ DATABASE_URL: unreachable, DATABASE_OWNER_URL: unreachable });
    const ran = await away.run(
      'import',
      'people',
      away.file('people.csv', 'name,email,role\nA,a@b.example,admin'),
    );
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toContain('The database cannot be reached');
    expect(ran.err).not.toContain('hunter2');
    const sick = await away.run('doctor', '--json');
    expect(sick.code).toBe(1);
    expect(sick.json.findings).toContainEqual(
      expect.objectContaining({ name: 'Database', state: 'trouble' }),
    );
    expect(sick.out).not.toContain('hunter2');
    await away.close();
  });

  test('empty: it says what to run', async () => {
    const empty = await openDesk();
    const sql = connect(empty.database.ownerUrl, 'unhurried', 1);
    await sql.raw('drop schema public cascade');
    await sql.raw('create schema public; grant usage on schema public to public');
    await sql.destroy();
    const ran = await empty.run(
      'import',
      'people',
      empty.file('people.csv', 'name,email,role\nA,a@b.example,admin'),
    );
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toMatch(/^The database lacks \d+ migrations; run: npm run benefits -- migrate\n$/);
    expect((await empty.run('doctor')).out).toMatch(/✗ Migrations: \d+ missing/);
    expect((await empty.run('migrate', '--json')).json.applied.length).toBeGreaterThan(0);
    expect(await empty.run('doctor')).toMatchObject({ code: 0 });
    await empty.close();
  }, 240_000);
});

describe('doctor', () => {
  test('a healthy database', async () => {
    const ran = await desk.run('doctor');
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(/✓ Database: PostgreSQL \d+ answers\./);
    expect(ran.out).toContain('– Slack: not set up.');
    expect(ran.out).toContain('All is well.');
  });

  test('a counter that is not its sum is trouble', async () => {
    const sql = connect(desk.database.url, 'unhurried', 1);
    await sql.raw(
      `insert into pools (id, units, free) values ('00000000-0000-4000-8000-000000000001', 3, 2)`,
    );
    const ran = await desk.run('doctor');
    await sql('pools').del();
    await sql.destroy();
    expect(ran.code).toBe(1);
    expect(ran.out).toContain(
      '✗ Ledger: broken in 1 rows: Every pool counts its units and shared keys rightly.',
    );
    expect(ran.out).toContain('There is trouble.');
  });

  test('settings that cannot be used are named, their values are not', async () => {
    const odd = await openDesk({ KEY_ENCRYPTION_KEYS: '1:c2VjcmV0', SLACK_TOKN: 'xoxb-secret' });
    const ran = await odd.run('doctor');
    await odd.close();
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('KEY_ENCRYPTION_KEYS');
    expect(ran.out).toContain('SLACK_TOKN');
    expect(ran.out + ran.err).not.toMatch(/xoxb-secret|c2VjcmV0/);
  });

  test('keys of another installation are trouble', async () => {
    const sql = connect(desk.database.url, 'unhurried', 1);
    await desk.run('import', 'keys', desk.file('keys.csv', 'benefit,key\nA,AAAAB-FAKE2-AAAAC-AAAAD-AAAAE'));
    const other = await openDesk({
      DATABASE_URL: desk.database.url,
      DATABASE_OWNER_URL: desk.database.ownerUrl,
      KEY_ENCRYPTION_KEYS: `1:${Buffer.alloc(32, 9).toString('base64')}`,
    });
    const ran = await other.run('doctor');
    const verified = await other.run('audit', 'verify');
    const held = await other.run('audit', 'export', '--as-of', '2026-01-01');
    await other.close();
    await sql('sealed_secrets').del();
    await sql.destroy();
    expect(ran.code).toBe(1);
    const sentence = 'Number 1 of the key encryption keys is not the one';
    expect(ran.out).toContain(`✗ Key encryption: ${sentence}`);
    // What needs no key is looked at, and can be had.
    expect(ran.out).toContain('✓ Ledger: Every benefit counts rightly');
    expect(held.code).toBe(0);
    expect(verified).toMatchObject({ code: 1, err: expect.stringContaining(sentence) });
  });

  describe('platforms', () => {
    let platform: Server;
    let answers: Record<string, unknown>;
    let address: string;
    beforeAll(async () => {
      platform = createServer((request, response) => {
        const answer = answers[request.url as string];
        response.setHeader('content-type', 'application/json').end(JSON.stringify(answer ?? {}));
      });
      await new Promise<void>((resolve) => platform.listen(0, '127.0.0.1', resolve));
      address = `http://127.0.0.1:${(platform.address() as AddressInfo).port}`;
    });
    afterAll(() => new Promise((resolve) => platform.close(resolve)));

    const settings = () => ({
      SLACK_BOT_TOKEN: 'xoxb-secret',
      SLACK_SIGNING_SECRET: 'signing-secret',
      SLACK_TEAM_IDS: 'T0HOME',
      SLACK_API_URL: `${address}/api/`,
      TEAMS_APP_ID: '7a1f0c52-2c55-4d5b-9a0e-5d5f3a1c9999',
      TEAMS_APP_PASSWORD: 'teams-secret',
      TEAMS_TENANT_ID: '7a1f0c52-2c55-4d5b-9a0e-5d5f3a1c0001',
      TEAMS_EMULATOR_URL: address,
    });
    const keysOfTeams = { '/v1/.well-known/openidconfiguration': { jwks_uri: 'http://127.0.0.1/keys' } };

    test.each([
      ['well', { ok: true, team_id: 'T0HOME' }, '✓ Slack: answers for workspace T0HOME.', 0],
      [
        'a bad token',
        { ok: false, error: 'invalid_auth' },
        '✗ Slack: refuses SLACK_BOT_TOKEN (invalid_auth).',
        1,
      ],
      [
        'another workspace',
        { ok: true, team_id: 'T0OTHER' },
        '✗ Slack: the token is of workspace T0OTHER',
        1,
      ],
    ])('Slack: %s', async (_, answer, words, code) => {
      answers = { '/api/auth.test': answer, ...keysOfTeams };
      const both = await openDesk(settings());
      const ran = await both.run('doctor');
      await both.close();
      expect(ran.out).toContain(words);
      expect(ran.out).toContain('✓ Teams: publishes its signing keys');
      expect(ran.code).toBe(code);
      expect(ran.out + ran.err).not.toContain('secret');
    });

    test('Teams without its keys', async () => {
      answers = { '/api/auth.test': { ok: true, team_id: 'T0HOME' } };
      const both = await openDesk(settings());
      const ran = await both.run('doctor');
      await both.close();
      expect(ran.out).toContain('✗ Teams: the signing keys at 127.0.0.1');
      expect(ran.code).toBe(1);
    });
  });
});
