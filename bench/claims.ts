import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { type Door, openDoor } from './door';
import { atLeast, type Effort, type Figure, type Line, median, shown } from './figure';
import { fillSql, requestsSql } from './rows';
import { type Server, withServer } from './server';
import { type Claim, learn, pgbenchScript, replay } from './statements';

const aim = 0.5;
/** How many approve at once, and how many connections the bot has. */
const atOnce = 10;

/** Where the benefits of the claims are: 20 of them in turn, or always the same. */
const places = [
  { name: '20 benefits', benefit: 'n % 20 + 1' },
  { name: 'one hot benefit', benefit: '21' },
] as const;

/** (b) Approvals through the only door against the same statements without us. */
export const claims: Figure = {
  title: '(b) claims: approve through handle against the same SQL statements',
  run: (effort) => withServer(async (server) => [...(await figuresOf(server, effort))]),
};

async function figuresOf(server: Server, effort: Effort): Promise<Line[]> {
  const [rounds, each] = effort === 'full' ? [5, 1_500] : [1, 20];
  const pgbench = findPgbench();
  const ways = pgbench ? 3 : 2;
  const most = 2 + (rounds + 1) * each * ways;
  const lines: Line[] = [];
  for (const [at, { name, benefit }] of places.entries()) {
    const url = await server.database();
    const units = at === 0 ? Math.ceil((most * 1.1) / 20) + atOnce : most + atOnce;
    await server.run(
      url,
      fillSql({ benefits: at === 0 ? 20 : 21, keyed: 'all', units: at === 0 ? units : 1, employees: most }),
    );
    if (at === 1) await server.run(url, hotStock(units));
    await server.run(url, requestsSql(1, most, benefit));
    await server.run(url, 'vacuum (analyze)');

    const door = await openDoor(url);
    try {
      let next = 1;
      await door.approve(next++);
      const claim = await learn(next, () => door.approve(next));
      next += 1;
      const rates: Record<'handle' | 'pgbench' | 'loop', number[]> = { handle: [], pgbench: [], loop: [] };
      // The first round warms everything up and is not counted.
      for (let round = 0; round <= rounds; round++) {
        for (const way of ['handle', ...(pgbench ? (['pgbench'] as const) : []), 'loop'] as const) {
          const before = await held(server, url);
          const seconds =
            way === 'handle'
              ? await throughHandle(door, next, each)
              : way === 'loop'
                ? await throughLoop(claim, url, next, each)
                : await throughPgbench(pgbench as string, server.folder, claim, url, next, each);
          next += each;
          const made = (await held(server, url)) - before;
          if (made !== each) throw new Error(`${way} made ${made} holdings out of ${each}.`);
          if (round > 0) rates[way].push(each / seconds);
        }
      }
      const against = pgbench ? rates.pgbench : rates.loop;
      lines.push(
        {
          what: `${name}: claims per second through handle, ${atOnce} at once`,
          measured: shown(median(rates.handle)),
        },
        ...(pgbench
          ? [
              {
                what: `${name}: the same ${claim.length} statements in pgbench`,
                measured: shown(median(rates.pgbench)),
              },
            ]
          : []),
        {
          what: `${name}: the same ${claim.length} statements in a bare loop of pg, named`,
          measured: shown(median(rates.loop)),
        },
        atLeast(
          `${name}: handle to ${pgbench ? 'pgbench' : 'the bare loop'}`,
          median(rates.handle.map((rate, round) => rate / (against[round] as number))),
          aim,
        ),
      );
    } finally {
      await door.close();
    }
  }
  return lines;
}

/** All units behind benefit 21. */
const hotStock = (units: number): string => `
  update benefits set quantity = ${units} where position = 21;
  update pools set units = units + ${units}, free = free + ${units} where id = (select pool_id from pool_benefits where benefit_id = (select id from benefits where position = 21));
  insert into product_keys (id, pool_id, sealed_for, product_name, type, seats, sealed, fingerprint, imported_at)
  select gen_random_uuid(), pool_id, benefit_id, 'product', 'retail', 1, sha256(int8send(-n)), sha256(int8send(-n)), now()
    from generate_series(1, ${units}) n, pool_benefits where benefit_id = (select id from benefits where position = 21);
  insert into units (key_id, pool_id) select id, pool_id from product_keys
   where sealed_for = (select id from benefits where position = 21) and id not in (select key_id from units);`;

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
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, (_, at) => replay(claim, url, from + at * each, from + (at + 1) * each)),
  );
  return (performance.now() - begun) / 1000;
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
