import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Knex } from 'knex';
import { migrations } from '../../migrations';
import { connect } from '../../src/store/database';
import { migrate, missingMigrations, unmigrate } from '../../src/store/migrate';
import { type TestDatabase, testDatabase } from '../support/database';
import { describeSchema } from './catalogue-of-schema';

const root = join(__dirname, '..', '..');
const golden = join(__dirname, 'schema.sql');
const loader = join(root, 'test', 'support', 'typescript.cjs');
const run = promisify(execFile);

let database: TestDatabase;
let sql: Knex;
beforeEach(async () => {
  database = await testDatabase('empty');
  sql = connect(database.url, 'unhurried', 2);
});
afterEach(async () => {
  await sql.destroy();
  await database.drop();
});

const nothing = async () => {
  const { rows } = await sql.raw(`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relname not like 'migrations%'
    union all select proname from pg_proc where pronamespace = 'public'::regnamespace
    union all select typname from pg_type where typnamespace = 'public'::regnamespace and typname not like '%migrations%'`);
  return rows;
};

test('the migrations make the schema that is written down', async () => {
  await migrate(sql);
  const schema = await describeSchema(sql);
  if (process.env.UPDATE_SCHEMA || !existsSync(golden)) writeFileSync(golden, schema);
  // Another schema than yours? UPDATE_SCHEMA=1 npx jest test/store/migrations.test.ts writes it anew.
  expect(schema).toBe(readFileSync(golden, 'utf8'));
});

test('up, down to nothing, and up again to the same', async () => {
  expect(await migrate(sql)).toEqual({ applied: Object.keys(migrations) });
  const first = await describeSchema(sql);
  await unmigrate(sql);
  expect(await nothing()).toEqual([]);
  await migrate(sql);
  expect(await describeSchema(sql)).toBe(first);
  expect(await migrate(sql)).toEqual({ applied: [] });
});

test('each migration takes back what it made, and no more', async () => {
  const before: string[] = [];
  const steps = Object.values(migrations) as Knex.Migration[];
  for (const step of steps) {
    before.push(await describeSchema(sql));
    await step.up(sql);
  }
  for (const step of [...steps].reverse()) {
    await step.down?.(sql);
    expect(await describeSchema(sql)).toBe(before.pop());
  }
});

test('two programs migrate an empty database at once: one does it, both go on', async () => {
  const program = ['--require', loader, join(__dirname, 'migrate-child.ts'), database.url];
  const said = await Promise.all([1, 2, 3].map(() => run(process.execPath, program)));
  const applied = said.map(({ stdout }) => (JSON.parse(stdout) as string[]).length).sort();
  expect(applied).toEqual([0, 0, Object.keys(migrations).length]);
  expect(await missingMigrations(sql)).toEqual([]);
}, 240_000);

test('a migrator that was killed in the middle leaves no lock behind', async () => {
  await migrate(sql);
  await sql('migrations_lock').update({ is_locked: 1 });
  expect(await migrate(sql)).toEqual({ applied: [] });
});

test('with MIGRATE=off a database that is behind is refused in one sentence, and nothing is made in it', async () => {
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: database.url,
    KEY_ENCRYPTION_KEYS: `1:${Buffer.alloc(32, 7).toString('base64')}`,
    MIGRATE: 'off',
    LOG_LEVEL: 'silent',
    SLACK_BOT_TOKEN: 'xoxb-0-test',
    SLACK_SIGNING_SECRET: 'test',
    SLACK_TEAM_IDS: 'T0HOME',
  };
  const refused = await run(process.execPath, ['--require', loader, join(root, 'src', 'main.ts')], {
    env,
    cwd: __dirname,
  }).then(
    () => undefined,
    (error: { code: number; stderr: string }) => error,
  );
  expect(refused?.code).toBe(1);
  expect(refused?.stderr.trim().split('\n')).toEqual([
    expect.stringMatching(
      new RegExp(
        `lacks ${Object.keys(migrations).length} migrations.*MIGRATE is off.*npm run benefits -- migrate`,
      ),
    ),
  ]);
  const { rows } = await sql.raw(`select relname from pg_class where relnamespace = 'public'::regnamespace`);
  expect(rows).toEqual([]);
}, 240_000);
