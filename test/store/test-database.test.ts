import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { isAlive } from '../../src/store/embedded/pid-file';
import { type TestDatabase, testDatabase } from '../support/database';
import { EmbeddedProgram } from '../support/embedded-program';
import { removeDeadRuns } from '../support/run-folder';

const made: TestDatabase[] = [];
const database = async (...content: Parameters<typeof testDatabase>): Promise<TestDatabase> => {
  const one = await testDatabase(...content);
  made.push(one);
  return one;
};
afterAll(() => Promise.all(made.map((one) => one.drop())));

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

test('databases asked for at once are each alone, and gone when dropped', async () => {
  const [one, other, empty] = await Promise.all([database(), database(), database('empty')]);
  await ask(one.ownerUrl, 'create table mine (n int)');
  await ask(other.ownerUrl, 'create table mine (n int)');
  expect(await ask(empty.url, "select count(*)::int from pg_tables where schemaname = 'public'")).toEqual([
    0,
  ]);
  await one.drop();
  await expect(ask(one.url, 'select 1')).rejects.toThrow(/does not exist/);
  expect(await ask(other.ownerUrl, 'select count(*)::int from mine')).toEqual([0]);
});

test('what a killed run left behind goes with the next, and a living run stays', async () => {
  const runs = join(process.env.TEST_RUN_FOLDER ?? '', '..');
  const program = EmbeddedProgram.start(join(process.env.TEST_RUN_FOLDER ?? '', 'living'));
  const living = await program.says();

  const dead = mkdtempSync(join(runs, `benefits-test-${numberOfTheDead()}-`));
  const left = EmbeddedProgram.start(join(dead, 'db'));
  const orphan = await left.says();
  await left.kill();
  expect(isAlive(orphan.pid)).toBe(true);

  await removeDeadRuns();
  expect(isAlive(orphan.pid)).toBe(false);
  expect(existsSync(dead)).toBe(false);
  expect(isAlive(living.pid)).toBe(true);
  expect(await program.stop()).toBe('stopped');
});

/** The number of a program that has ended. */
const numberOfTheDead = (): number => spawnSync(process.execPath, ['--version']).pid;
