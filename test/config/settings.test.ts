import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadSettings, type Config, environment, readConfig } from '../../src/config';
import type { Settings } from '../../src/settings';

type Name = keyof Settings;
const key = Buffer.alloc(32, 9).toString('base64');
const guid = '7a1f0c52-2c55-4d5b-9a0e-5d5f3a1c0001';

const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'sign', SLACK_TEAM_IDS: 'T0HOME' };
const teams = { TEAMS_APP_ID: guid, TEAMS_APP_PASSWORD: 'pass', TEAMS_TENANT_ID: guid };
const database = { DATABASE_URL: 'postgres://db.example/benefits', KEY_ENCRYPTION_KEYS: `1:${key}` };
const everything = { ...slack, ...teams, ...database };

/** What the start says is wrong; empty where it goes well. */
function problemsOf(env: Record<string, string>, needs: 'platform' | 'database' = 'platform'): string[] {
  try {
    readConfig(env, needs);
    return [];
  } catch (error) {
    if (error instanceof BadSettings) return error.problems;
    throw error;
  }
}

/** Every setting, with values that are not good enough: one that is missing here does not compile. */
const wrong: Record<Name, string[]> = {
  PORT: ['http', '0', '-1', '65536', '3978.5', '0x10', '1e3'],
  HOST: [],
  PLAYGROUND_PORT: ['none', '99999'],
  DATABASE_URL: ['mysql://db.example/benefits', 'db.example', 'https://db.example'],
  DATABASE_OWNER_URL: ['mysql://db.example/benefits', 'db.example', 'https://db.example'],
  AUDIT_HEAD_FILE: [],
  RETENTION_DAYS_ANSWERS: ['0', '-1', 'ever', '1.5', '100000'],
  RETENTION_DAYS_MESSAGES: ['0', 'a year'],
  RETENTION_DAYS_LEFT: ['0', '30d'],
  RETENTION_DAYS_REQUEST_TEXT: ['0', 'ever', '1', '30', '89'],
  MIGRATE: ['yes', 'false', 'OFF'],
  KEY_ENCRYPTION_KEYS: [
    key,
    `0:${key}`,
    `65536:${key}`,
    '1:c2hvcnQ=',
    `1:${key},1:${key}`,
    `1:${key},`,
    `one:${key}`,
    `1:${key} 2:${key}`,
  ],
  ADMIN_EMAILS: ['ada@contoso.example,,ben@contoso.example'],
  CLOCK_URL: [
    'http://clock.example',
    'http://127.0.0.1.evil.example/',
    'http://10.0.0.1/',
    'ftp://localhost',
    'now',
  ],
  SLACK_BOT_TOKEN: [],
  SLACK_SIGNING_SECRET: [],
  SLACK_TEAM_IDS: [],
  SLACK_CLIENT_ID: ['42.42'],
  SLACK_CLIENT_SECRET: ['hush'],
  SLACK_STATE_SECRET: ['hush'],
  SLACK_APP_TOKEN: ['xoxb-1'],
  SLACK_API_URL: ['slack', 'http://slack.example/api/', 'javascript:alert(1)'],
  TEAMS_APP_ID: ['7a1f0c52', `${guid}0`, 'my-bot'],
  TEAMS_APP_PASSWORD: [],
  TEAMS_TENANT_ID: ['contoso.onmicrosoft.com', 'common'],
  TEAMS_EMULATOR_URL: ['https://smba.trafficmanager.net/', 'http://[::2]/', 'emulator'],
  WEBHOOK_URL: [
    'http://siem.example/events',
    'ftp://siem.example',
    'siem.example',
    'https://ada:hush@siem.example/',
  ],
  WEBHOOK_SECRET: ['hush', 'whsec_c2hvcnQ=', `whsec_${key},`, `whsec_${key},whsec_${key},whsec_${key}`],
  WEBHOOK_EVENTS: ['requests', 'request.*,', 'REQUEST.*', 'request.* holding.*'],
  WEBHOOK_FORMAT: ['xml', 'JSON'],
  LOG_LEVEL: ['verbose', 'INFO', 'trace'],
};
const names = Object.keys(wrong) as Name[];
const mayBeBlank: Name[] = ['SLACK_TEAM_IDS', 'ADMIN_EMAILS'];

describe('a setting that cannot be used stops the start, and is named without its value', () => {
  test.each(names.flatMap((name) => wrong[name].map((value) => [name, value] as const)))(
    '%s=%s',
    (name, value) => {
      const problems = problemsOf({ ...everything, [name]: value });
      expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name}\\b`))]);
      expect(problems.join()).not.toContain(value);
    },
  );

  test.each(
    names
      .filter((name) => !mayBeBlank.includes(name))
      .flatMap((name) => [
        [name, ''],
        [name, '  '],
      ]),
  )('%s=%j', (name, blank) => {
    expect(problemsOf({ ...everything, [name]: blank })).toContainEqual(
      `${name} is blank. Give it a value or leave it out.`,
    );
  });

  test.each([
    'SLACK_BOT_TOKE',
    'SLACK_TOKEN',
    'TEAMS_APPID',
    'TEAMS_',
    'KEY_ENCRYPTION_KEY',
    'KEY_',
    'AUDIT_HEAD',
    'AUDIT_',
  ])('%s is unknown', (name) => {
    expect(problemsOf({ ...everything, [name]: 'hush-hush' })).toEqual([
      `${name} is not a setting of this bot. Is it misspelt?`,
    ]);
  });

  test.each<[string, Record<string, string>]>([
    ['Slack', slack],
    ['Teams', teams],
  ])('what belongs together for %s is missing one by one', (_, group) => {
    for (const name of Object.keys(group)) {
      const { [name]: __, ...rest } = { ...group, ...database } as Record<string, string>;
      expect(problemsOf(rest)).toEqual([expect.stringMatching(new RegExp(`^${name} is missing`))]);
    }
  });

  test('a database without the keys that protect what is in it', () => {
    expect(problemsOf({ ...slack, DATABASE_URL: database.DATABASE_URL })).toEqual([
      expect.stringMatching(/^KEY_ENCRYPTION_KEYS is missing/),
    ]);
  });

  test('all problems are told at once', () => {
    const problems = problemsOf({ PORT: 'x', LOG_LEVEL: 'x', SLACK_BOT_TOKEN: 'xoxb-1', TEAMS_APP: 'x' });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'TEAMS_APP',
      'PORT',
      'LOG_LEVEL',
      'SLACK_SIGNING_SECRET',
      'SLACK_TEAM_IDS',
    ]);
  });
});

describe('who there is to talk to', () => {
  test('nobody: the bot does not start, a command does', () => {
    expect(problemsOf({})).toEqual([expect.stringMatching(/^Neither Slack nor Teams is set up/)]);
    expect(problemsOf({}, 'database')).toEqual([]);
  });

  test.each<[string, Record<string, string>]>([
    ['Slack alone', slack],
    ['Teams alone', teams],
    ['both', everything],
  ])('%s is enough', (_, settings) => {
    expect(problemsOf(settings)).toEqual([]);
  });
});

describe('in production', () => {
  const production = { ...everything, NODE_ENV: 'production' };

  test('a real database and a real platform are enough', () => {
    expect(problemsOf(production)).toEqual([]);
  });

  test.each([
    ['CLOCK_URL', 'http://127.0.0.1:3979/clock'],
    ['TEAMS_EMULATOR_URL', 'http://127.0.0.1:3979'],
  ])('%s is refused', (name, value) => {
    expect(problemsOf({ ...production, [name]: value })).toEqual([
      `${name} is for trying things out and not allowed in production.`,
    ]);
  });

  test('there is no embedded database', () => {
    const { DATABASE_URL: _, ...without } = production;
    expect(problemsOf(without)).toEqual([expect.stringMatching(/^DATABASE_URL is missing/)]);
    expect(problemsOf(without, 'database')).toEqual([expect.stringMatching(/^DATABASE_URL is missing/)]);
  });

  test('nor a start without a platform', () => {
    expect(problemsOf({ ...database, NODE_ENV: 'production' })).toEqual([
      expect.stringMatching(/^Neither Slack nor Teams/),
    ]);
  });
});

describe('what is read', () => {
  test('without anything but a platform', () => {
    expect(readConfig(slack, 'platform')).toEqual<Config>({
      production: false,
      host: '0.0.0.0',
      port: 3978,
      logLevel: 'info',
      database: { at: 'embedded', folder: '.data' },
      auditHeadFile: '.data/audit-head-embedded.json',
      migrate: 'auto',
      wrappingKeys: undefined,
      adminEmails: new Set(),
      retention: { answers: 30, messages: 365, leavers: undefined, requestTexts: undefined },
      clockUrl: undefined,
      slack: { botToken: 'xoxb-1', signingSecret: 'sign', teamIds: ['T0HOME'] },
      teams: undefined,
      webhook: undefined,
    });
  });

  test('with everything', () => {
    const config = readConfig(
      {
        ...everything,
        PORT: ' 80 ',
        HOST: '127.0.0.1',
        MIGRATE: 'off',
        KEY_ENCRYPTION_KEYS: `1:${key}, 2:${Buffer.alloc(32, 8).toString('base64url')}`,
        ADMIN_EMAILS: 'Ada@Contoso.example, ben@contoso.example',
        CLOCK_URL: 'http://localhost:3979/clock',
        SLACK_TEAM_IDS: 'T0HOME, T0OTHER',
        SLACK_API_URL: 'http://[::1]:3979/api/',
        TEAMS_EMULATOR_URL: 'http://127.0.0.1:3979',
      },
      'platform',
    );
    expect(config).toMatchObject({
      port: 80,
      host: '127.0.0.1',
      migrate: 'check',
      database: { at: 'url' },
      adminEmails: new Set(['ada@contoso.example', 'ben@contoso.example']),
      clockUrl: 'http://localhost:3979/clock',
      slack: { teamIds: ['T0HOME', 'T0OTHER'], apiUrl: 'http://[::1]:3979/api/' },
      teams: { appId: guid, tenantId: guid, emulatorUrl: 'http://127.0.0.1:3979' },
    });
    expect([...(config.wrappingKeys ?? [])].map(([number, { length }]) => [number, length])).toEqual([
      [1, 32],
      [2, 32],
    ]);
  });

  test('an empty list of workspaces lets nobody in, and an empty list of admins names nobody', () => {
    const config = readConfig({ ...slack, SLACK_TEAM_IDS: '', ADMIN_EMAILS: '' }, 'platform');
    expect(config.slack?.teamIds).toEqual([]);
    expect(config.adminEmails.size).toBe(0);
  });
});

test('what stands in .env is read, and the environment has the last word', () => {
  const folder = mkdtempSync(join(tmpdir(), 'benefits-settings-'));
  const file = join(folder, '.env');
  writeFileSync(file, '# the bot\nPORT=4000\nSLACK_SIGNING_SECRET="with # and spaces"\n');
  expect(environment({ PORT: '5000' }, file)).toEqual({
    PORT: '5000',
    SLACK_SIGNING_SECRET: 'with # and spaces',
  });
  expect(environment({ PORT: '5000' }, join(folder, 'none'))).toEqual({ PORT: '5000' });
  rmSync(folder, { recursive: true });
});
