import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { type Door, openDoor } from './door';
import { atLeast, type Effort, type Figure, type Line, median, shown } from './figure';
import { fillSql, requestsSql, stockSql } from './rows';
import type { Server } from './server';
import { type Claim, learn, pgbenchScript, replay } from './statements';

const aim = 0.5;
/** How many approve at once, and how many connections the bot has. */
const atOnce = 10;

/** Where the benefits of the claims are: 20 of them in turn, or always the same. */
const places = [
  { name: '20 benefits', benefit: 'n % 20 + 1', benefits: 20, stock: 'of each' },
  { name: 'one hot benefit', benefit: '21', benefits: 21, stock: 'of the last' },
] as const;

/** Ways to make the same claims. */
const ways = ['handle', 'pgbench', 'loop'] as const;
type Way = (typeof ways)[number];

/** (b) Approvals through the only door against the same statements without us. */
export const claims: Figure = {
  title: '(b) claims: approve through handle against the same SQL statements',
  async run(effort, server) {
    const lines: Line[] = [];
    for (const place of places) lines.push(...(await compare(server, effort, place)));
    return lines;
  },
};

async function compare(
  server: Server,
  effort: Effort,
  { name, benefit, benefits, stock }: (typeof places)[number],
): Promise<Line[]> {
  const [rounds, most, least] = effort === 'full' ? [5, 1_500, 200] : [1, 20, 20];
  const pgbench = findPgbench();
  const requests = 2 + (rounds + 1) * most * ways.length;
  const url = await server.database();
  const units = stock === 'of each' ? Math.ceil((1.1 * requests) / benefits) + atOnce : 1;
  await server.run(url, fillSql({ benefits, keyed: 'all', units, employees: requests }));
  if (stock === 'of the last') await server.run(url, stockSql(benefits, requests + atOnce));
  await server.run(url, requestsSql(1, requests, benefit));
  await server.run(url, 'vacuum (analyze)');

  const door = await openDoor(url);
  const rates: Record<Way, number[]> = { handle: [], pgbench: [], loop: [] };
  let next = 1;
  let count = least;
  try {
    await door.approve(next++);
    const claim = await learn(next, () => door.approve(next));
    next += 1;
    const make: Record<Way, () => Promise<number>> = {
      handle: () => throughHandle(door, next, count),
      pgbench: () => throughPgbench(pgbench as string, server.folder, claim, url, next, count),
      loop: () => throughLoop(claim, url, next, count),
    };
    // The first round warms everything up, and tells how many claims a second's round has.
    for (let round = 0; round <= rounds; round++) {
      for (const way of ways) {
        if (way === 'pgbench' && !pgbench) continue;
        const before = await held(server, url);
        rates[way].push(count / (await make[way]()));
        next += count;
        const made = (await held(server, url)) - before;
        if (made !== count) throw new Error(`${way} made ${made} holdings out of ${count}.`);
      }
      const perSecond = Math.floor((rates.handle[0] as number) / atOnce) * atOnce;
      count = Math.min(most, Math.max(least, perSecond));
    }
    return linesOf(name, claim.length, rates);
  } finally {
    await door.close();
  }
}

function linesOf(place: string, statements: number, all: Record<Way, number[]>): Line[] {
  const [handle, pgbench, loop] = ways.map((way) => all[way].slice(1)) as [number[], number[], number[]];
  const against = pgbench.length > 0 ? pgbench : loop;
  return [
    {
      what: `${place}: claims per second through handle, ${atOnce} at once`,
      measured: shown(median(handle)),
    },
    ...(pgbench.length > 0
      ? [{ what: `${place}: the same ${statements} statements in pgbench`, measured: shown(median(pgbench)) }]
      : []),
    {
      what: `${place}: the same ${statements} statements in a bare loop of pg, named`,
      measured: shown(median(loop)),
    },
    atLeast(
      `${place}: handle to ${pgbench.length > 0 ? 'pgbench' : 'the bare loop'}`,
      median(handle.map((rate, round) => rate / (against[round] as number))),
      aim,
    ),
  ];
}

async function throughHandle(door: Door, from: number, count: number): Promise<number> {
  let next = from;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < from + count) await door.approve(next++);
    }),
  );
  return (performance.now() - begun) / 1000;
}

async function throughLoop(claim: Claim, url: string, from: number, count: number): Promise<number> {
  const each = count / atOnce;
  const clients = Array.from({ length: atOnce }, () => new Client({ connectionString: url }));
  await Promise.all(clients.map((client) => client.connect()));
  const begun = performance.now();
  await Promise.all(
    clients.map((client, at) => replay(claim, client, from + at * each, from + (at + 1) * each)),
  );
  const seconds = (performance.now() - begun) / 1000;
  await Promise.all(clients.map((client) => client.end()));
  return seconds;
}

async function throughPgbench(
  program: string,
  folder: string,
  claim: Claim,
  url: string,
  from: number,
  count: number,
): Promise<number> {
  const { script, variables } = pgbenchScript(claim);
  const file = join(folder, 'claim.sql');
  await writeFile(file, script);
  const each = count / atOnce;
  const values = { ...variables, base: String(from - 1), each: String(each) };
  const words = Object.entries(values).flatMap(([name, value]) => ['-D', `${name}=${value}`]);
  const { stdout } = await promisify(execFile)(
    program,
    ['-n', '-M', 'prepared', '-c', String(atOnce), '-j', '1', '-t', String(each), '-f', file, ...words, url],
    { timeout: 120_000 },
  ).catch(({ stderr }: { stderr?: string }) => {
    // The error itself quotes the command, and with it an address with a password.
    throw new Error(`pgbench failed: ${stderr?.split('\n')[0]}`);
  });
  const perSecond = Number(/tps = ([\d.]+) \(without/.exec(stdout)?.[1]);
  return count / perSecond;
}

async function held(server: Server, url: string): Promise<number> {
  const [row] = await server.run(url, 'select count(*)::int as held from holdings');
  return row?.held as number;
}

/** Postgres' own load generator, where it is installed: on the path or where Debian puts it. */
function findPgbench(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...(existsSync(debian) ? readdirSync(debian).map((major) => join(debian, major, 'bin')) : []),
  ];
  return folders.map((folder) => join(folder, 'pgbench')).find((path) => existsSync(path));
}
