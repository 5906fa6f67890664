import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import knexPackage from 'knex';
import { Client } from 'pg';
import { findBinaries } from '../../src/store/embedded/binaries';
import { locate } from '../../src/store/embedded/cluster';
import { isAlive } from '../../src/store/embedded/pid-file';
import { type Joined, joinServer, type Presence } from '../../src/store/embedded/presence';
import { gone, shutDown } from '../../src/store/embedded/server';
import { type Embedded, type EmbeddedOptions, startEmbedded } from '../../src/store/embedded/start';
import { disguised, EmbeddedProgram, NOBODY, type Person, people } from '../support/embedded-program';

const run = join(process.env.TEST_RUN_FOLDER ?? '', 'embedded');
let count = 0;

/** A folder nobody has used, below the run's own, which is cleared away at the end whatever happens. */
function folderFor(person: Person = 'myself', name = 'db'): string {
  const folder = join(run, String(++count), name);
  mkdirSync(folder, { recursive: true });
  if (person === 'nobody' && !disguised) chownSync(folder, NOBODY, NOBODY);
  return folder;
}

/** The same with a database already made in it, which costs a tenth of making one. */
function madeFolder(): string {
  const folder = folderFor();
  execFileSync('cp', ['-a', dataIn(pristine), folder]);
  return folder;
}

const pristine = join(run, 'pristine');
beforeAll(async () => {
  await (await startEmbedded({ folder: pristine, durable: false })).stop();
});

const open: Embedded[] = [];

async function start(folder: string, more: Partial<EmbeddedOptions> = {}): Promise<Embedded> {
  const embedded = await startEmbedded({ folder, durable: false, ...more });
  open.push(embedded);
  return embedded;
}

const programs: EmbeddedProgram[] = [];

function program(folder: string, person: Person = 'myself'): EmbeddedProgram {
  const started = EmbeddedProgram.start(folder, person);
  programs.push(started);
  return started;
}

async function closeAll(): Promise<void> {
  for (const started of programs.splice(0)) await started.kill();
  for (const embedded of open.splice(0)) await embedded.stop();
}
afterEach(closeAll);

async function ask(url: string, sql: string, values: unknown[] = []): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query({ text: sql, values, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

const remember = (url: string) =>
  ask(url, 'create table note as select $1::text as words', ['kept']).then(() => {});
const recall = (url: string) => ask(url, 'select words from note');

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 15_000; !(await what()); await delay(10)) {
    if (Date.now() > end) throw new Error(`waited in vain for: ${what}`);
  }
}

const dataIn = (folder: string): string =>
  join(folder, readdirSync(folder).find((name) => /^pg-\d+$/.test(name)) ?? 'no data');

const joined = (outcome: Joined): Presence => {
  if (outcome.kind !== 'joined') throw new Error(outcome.because);
  return outcome.presence;
};

const serverKilled = async (embedded: { pid: number }) => {
  process.kill(embedded.pid, 'SIGKILL');
  await gone(embedded.pid, 5_000);
};

describe('the first start and the next', () => {
  test('make a Postgres of at least 15 in UTF-8, and keep what was written', async () => {
    const folder = folderFor();
    const first = await start(folder, { durable: true });
    expect(first.major).toBeGreaterThanOrEqual(15);
    expect(await ask(first.url, 'show server_encoding')).toEqual(['UTF8']);
    expect(await ask(first.url, "select lower('ÉÖ'), length('金鑰')")).toEqual(['éö', 2]);
    expect(await ask(first.url, "select current_setting('fsync')")).toEqual(['on']);
    await remember(first.url);
    expect(await first.stop()).toBe('stopped');
    expect(isAlive(first.pid)).toBe(false);

    const begin = Date.now();
    const second = await start(folder);
    expect(Date.now() - begin).toBeLessThan(2_000);
    expect(await recall(second.url)).toEqual(['kept']);
  });

  test('give an address that knex reads as well', async () => {
    const { url } = await start(madeFolder());
    const knex = knexPackage({ client: 'pg', connection: url });
    expect(await knex.select(knex.raw('current_database() as name'))).toEqual([{ name: 'benefits' }]);
    await knex.destroy();
  });

  test('let in only who has the password, and nobody from outside', async () => {
    const folder = madeFolder();
    const { url } = await start(folder);
    const password = readFileSync(join(dataIn(folder), 'password'), 'utf8');
    await expect(ask(url.replace(password, 'guess'), 'select 1')).rejects.toThrow(
      /password authentication failed/,
    );
    expect(await ask(url, 'show listen_addresses')).toEqual(['']);
    expect(statSync(dataIn(folder)).mode & 0o777).toBe(0o700);
    expect(statSync(join(dataIn(folder), 'password')).mode & 0o077).toBe(0);
  });

  test('write no statement, no parameter and no value to the server log', async () => {
    const folder = madeFolder();
    const { url } = await start(folder);
    const key = 'XXXXX-FAKE1-XXXXX-XXXXX-XXXXX';
    await ask(url, 'create table keys (key text primary key, seats int check (seats > 0))');
    await ask(url, 'insert into keys values ($1, 1)', [key]);
    await expect(ask(url, 'insert into keys values ($1, 1)', [key])).rejects.toThrow(/duplicate key/);
    await expect(ask(url, `insert into keys values ('${key}2', 0)`)).rejects.toThrow(/check constraint/);
    await expect(ask(url, 'select $1::int', [key])).rejects.toThrow(/invalid input syntax/);
    await expect(ask(url, `select 1 where 'FAKE1' = nonsense`)).rejects.toThrow(/nonsense/);
    const log = readFileSync(join(dataIn(folder), 'server.log'), 'utf8');
    expect(log).toContain('ready to accept connections');
    expect(log).not.toMatch(/FAKE1|insert into|nonsense/);
  });
});

describe('whoever runs it', () => {
  test.each(people)('%s: starts, stops, starts again', async (person) => {
    const folder = folderFor(person);
    const first = program(folder, person);
    const { url, error } = await first.says();
    expect(error).toBeUndefined();
    await remember(url);
    expect(await first.stop()).toBe('stopped');

    const second = program(folder, person);
    expect(await recall((await second.says()).url)).toEqual(['kept']);
    expect(await second.stop()).toBe('stopped');
  });

  test('the server is never root, and reads none of our environment', async () => {
    process.env.SLACK_BOT_TOKEN = 'xoxb-FAKE';
    const { pid } = await start(madeFolder());
    delete process.env.SLACK_BOT_TOKEN;
    if (process.platform !== 'linux') return;
    expect(readFileSync(`/proc/${pid}/environ`, 'utf8')).not.toContain('xoxb');
    expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^CapEff:\t0+$/m);
  });

  if (people.includes('nobody')) {
    test('a folder only root may enter works too', async () => {
      const folder = folderFor();
      chmodSync(folder, 0o700);
      const { url, pid } = await start(folder);
      await remember(url);
      expect(statSync(dataIn(folder)).uid).toBe(0);
      await serverKilled({ pid });
      await until(() => recall(url).then(Boolean, () => false));
      expect(await recall(url)).toEqual(['kept']);
    });

    test('data moved to where its owner cannot go is given to whom it can be', async () => {
      const folder = madeFolder();
      await remember((await start(folder)).url);
      await closeAll();
      execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, dataIn(folder)]);
      chmodSync(folder, 0o700);
      expect(await recall((await start(folder)).url)).toEqual(['kept']);
    });

    test("in somebody's home the data is theirs, also when root starts first", async () => {
      const home = folderFor('nobody');
      await (await start(join(home, '.data'))).stop();
      const theirs = program(join(home, '.data'), 'nobody');
      expect((await theirs.says()).error).toBeUndefined();
      expect(await theirs.stop()).toBe('stopped');
    });
  }

  if (people.includes('nobody') && !disguised) {
    test('somebody else is told whose the data is', async () => {
      const folder = madeFolder();
      execFileSync('chown', ['-R', '1:1', dataIn(folder)]);
      const { error } = await program(folder, 'nobody').says();
      expect(error).toMatch(
        /belongs to another user \(id 1\): start as that user or as root, or set DATABASE_URL/,
      );
    });
  }
});

describe('wherever the data lies', () => {
  // Short enough for a socket, whose whole path may have 100 bytes; and too long for one.
  const places = [
    [`a 'b' "c",$d/é金%20?&#+;\\`, 'postgres:///benefits?host='],
    ['too long for a socket '.repeat(6).trim(), '@127.0.0.1:'],
  ] as const;
  test.each(places)('%s', async (name, address) => {
    const folder = folderFor('myself', name);
    const first = await start(folder);
    expect(first.url).toContain(address);
    await remember(first.url);
    await first.stop();
    expect(await recall((await start(folder)).url)).toEqual(['kept']);
  });
});

describe('whatever server programs there are', () => {
  test('each of them works', async () => {
    for (const binaries of await findBinaries()) {
      const embedded = await start(folderFor(), { binaries: [binaries] });
      expect(embedded.major).toBe(binaries.major);
      expect(await ask(embedded.url, "select current_setting('server_version_num')::int / 10000")).toEqual([
        binaries.major,
      ]);
      expect(await ask(embedded.url, "select lower('ÉÖ')")).toEqual(['éö']);
    }
  });

  test('in a folder whose name a shell would read otherwise', async () => {
    const packaged = (await findBinaries()).find(({ bin }) => existsSync(join(bin, '..', 'share')));
    if (packaged === undefined) return;
    const odd = folderFor('myself', '"$HOME" `x`');
    cpSync(join(packaged.bin, '..'), odd, { recursive: true, verbatimSymlinks: true });
    const { url } = await start(folderFor(), { binaries: [{ ...packaged, bin: join(odd, 'bin') }] });
    expect(await ask(url, 'select 1')).toEqual([1]);
  });
});

describe('after a crash', () => {
  test('of the bot: the next start takes over the server that was left', async () => {
    const folder = madeFolder();
    const bot = program(folder);
    const left = await bot.says();
    await remember(left.url);
    await bot.kill();
    expect(isAlive(left.pid)).toBe(true);

    const next = await start(folder);
    expect(next.pid).toBe(left.pid);
    expect(next.url).toBe(left.url);
    expect(await recall(next.url)).toEqual(['kept']);
    expect(await next.stop()).toBe('stopped');
    expect(isAlive(left.pid)).toBe(false);
  });

  test('of bot and server: the next start starts a new one', async () => {
    const folder = madeFolder();
    const bot = program(folder);
    const left = await bot.says();
    await remember(left.url);
    await bot.kill();
    process.kill(left.pid, 'SIGKILL');
    const next = await start(folder);
    expect(next.pid).not.toBe(left.pid);
    expect(await recall(next.url)).toEqual(['kept']);
  });

  test('of the server alone: it comes back at the same address', async () => {
    const embedded = await start(madeFolder());
    await remember(embedded.url);
    const before = embedded.pid;
    await serverKilled(embedded);
    await until(() => embedded.pid !== before);
    expect(await recall(embedded.url)).toEqual(['kept']);
  });

  test('and a restart, when another program has the number of the old server', async () => {
    const folder = madeFolder();
    const bot = program(folder);
    const left = await bot.says();
    await remember(left.url);
    await bot.kill();
    await serverKilled(left);
    const { uid, gid } = statSync(dataIn(folder));
    const stranger = spawn('sleep', ['60'], { uid, gid, cwd: '/' });
    await once(stranger, 'spawn');
    for (const name of ['postmaster.pid', '.s.PGSQL.5432.lock']) {
      const file = join(dataIn(folder), name);
      writeFileSync(file, readFileSync(file, 'utf8').replace(String(left.pid), String(stranger.pid)));
    }
    try {
      expect(await recall((await start(folder)).url)).toEqual(['kept']);
      expect(stranger.exitCode).toBeNull();
    } finally {
      stranger.kill();
    }
  });

  test('in the middle of making the database: the next start begins again and clears up', async () => {
    const folder = folderFor();
    const bot = program(folder);
    const drafts = () => readdirSync(folder).filter((name) => name.includes('.new-'));
    await until(() => drafts().some((name) => existsSync(join(folder, name, 'base'))));
    await bot.kill();
    expect(readdirSync(folder).filter((name) => /^pg-\d+$/.test(name))).toEqual([]);

    await remember((await start(folder)).url);
    expect(drafts()).toEqual([]);
  });
});

describe('several at once', () => {
  test('on a new folder share one server, and the last to go stops it', async () => {
    const folder = folderFor();
    const bots = [1, 2, 3].map(() => program(folder));
    const servers = await Promise.all(bots.map((bot) => bot.says()));
    expect(servers.map(({ error }) => error)).toEqual([undefined, undefined, undefined]);
    const [pid] = new Set(servers.map((server) => server.pid));
    expect(servers.every((server) => server.pid === pid)).toBe(true);
    expect(readdirSync(folder)).toHaveLength(1);

    expect(await bots[0]!.stop()).toBe('left running');
    expect(await bots[1]!.stop()).toBe('left running');
    expect(await ask(servers[2]!.url, 'select 1')).toEqual([1]);
    expect(await bots[2]!.stop()).toBe('stopped');
    expect(isAlive(pid!)).toBe(false);
  });

  test('stopping all at the same moment leaves no server behind', async () => {
    const folder = madeFolder();
    const shares = await Promise.all([1, 2, 3, 4].map(() => startEmbedded({ folder, durable: false })));
    const outcomes = await Promise.all(shares.map((share) => share.stop()));
    expect(outcomes.filter((outcome) => outcome === 'stopped')).toHaveLength(1);
    expect(isAlive(shares[0]!.pid)).toBe(false);
  });

  test('whoever comes while the last one goes is told to wait, not given a dying server', async () => {
    const folder = madeFolder();
    const { leave } = await start(folder);
    const cluster = locate(folder, await findBinaries(), false);
    const last = joined(await joinServer(cluster));
    await leave();
    expect(await last.alone()).toBe(true);
    expect(await joinServer(cluster)).toMatchObject({ kind: 'busy' });
    await last.leave();
    const next = joined(await joinServer(cluster));
    expect(await next.alone()).toBe(true);
    await shutDown(cluster, next.pid);
  });

  test('an open session of somebody else keeps the server', async () => {
    const folder = madeFolder();
    const first = await startEmbedded({ folder, durable: false });
    const session = new Client({ connectionString: first.url });
    await session.connect();
    expect(await first.stop()).toBe('left running');
    expect((await session.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await session.end();
    expect(await (await start(folder)).stop()).toBe('stopped');
  });
});

describe('where it cannot be', () => {
  test('no server programs: one sentence asks for DATABASE_URL', async () => {
    await expect(start(folderFor(), { binaries: [] })).rejects.toMatchObject({
      refusal: 'no-binaries',
      message: expect.stringMatching(
        /^No Postgres server was found for [^.]*set DATABASE_URL to a Postgres 15[^.]*\.$/,
      ),
    });
  });

  test('data of another major version is not passed over in silence', async () => {
    const folder = folderFor();
    mkdirSync(join(folder, 'pg-12'));
    await expect(start(folder)).rejects.toThrow(
      /was made by Postgres 12, which is not installed here .*DATABASE_URL/,
    );
  });

  test('a folder that is something else is left as it is', async () => {
    const folder = folderFor();
    const { major } = await start(folderFor());
    mkdirSync(join(folder, `pg-${major}`));
    writeFileSync(join(folder, `pg-${major}`, 'diary.txt'), 'mine');
    await expect(start(folder)).rejects.toThrow(/is not an embedded database of ours/);
    expect(readFileSync(join(folder, `pg-${major}`, 'diary.txt'), 'utf8')).toBe('mine');
  });
});
