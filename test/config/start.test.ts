import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../house/files';

/** The compiled bot, started as an operator starts it, with settings it cannot use. */
let folder: string;
beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
  folder = mkdtempSync(join(tmpdir(), 'benefits-start-'));
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true }));

function start(settings: Record<string, string>, env = '') {
  writeFileSync(join(folder, '.env'), env);
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/src/main.js')], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', ...settings },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 20_000,
  });
  return { status, said: stdout + stderr };
}

const slack = {
  SLACK_BOT_TOKEN: 'xoxb-secret-1',
  SLACK_SIGNING_SECRET: 'secret-2',
  SLACK_TEAM_IDS: 'T0HOME',
};

test.each<[string, Record<string, string>, string[]]>([
  ['without any platform', {}, ['Neither Slack nor Teams']],
  [
    'with half of Slack',
    { SLACK_BOT_TOKEN: 'secret-1' },
    ['SLACK_SIGNING_SECRET is missing', 'SLACK_TEAM_IDS is missing'],
  ],
  [
    'with a misspelt name',
    { ...slack, SLACK_SIGNING_SECRTE: 'secret-3' },
    ['SLACK_SIGNING_SECRTE is not a setting'],
  ],
  ['with a blank secret', { ...slack, SLACK_SIGNING_SECRET: '' }, ['SLACK_SIGNING_SECRET is blank']],
  [
    'with bad keys and a bad port',
    { ...slack, KEY_ENCRYPTION_KEYS: '1:secret-4', PORT: 'secret-5' },
    ['KEY_ENCRYPTION_KEYS must be', 'PORT must be'],
  ],
  ['in production without a database', { ...slack, NODE_ENV: 'production' }, ['DATABASE_URL is missing']],
  [
    'in production with a clock to move',
    { ...slack, NODE_ENV: 'production', CLOCK_URL: 'http://127.0.0.1:1/secret-6' },
    ['CLOCK_URL is for trying things out'],
  ],
])('%s the bot does not start, says why, and tells no secret', (_, settings, sentences) => {
  const { status, said } = start(settings);
  expect(status).toBe(1);
  for (const sentence of sentences) expect(said).toContain(sentence);
  expect(said).not.toContain('secret-');
  expect(said).not.toMatch(/^\s+at /m);
});

test('what stands in .env counts', () => {
  const { status, said } = start({}, 'SLACK_BOT_TOKEN=secret-1\nLOG_LEVEL=loud\n');
  expect(status).toBe(1);
  expect(said).toContain('LOG_LEVEL must be');
  expect(said).toContain('SLACK_SIGNING_SECRET is missing');
  expect(said).not.toContain('secret-1');
});

test('a refused start leaves nothing behind', () => {
  start({ SLACK_BOT_TOKEN: 'secret-1' });
  expect(readdirSync(folder)).toEqual(['.env']);
});
