import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { asOf } from '../src/core/held-on';
import { connect } from '../src/store/database';
import { heldOn } from '../src/store/held-on';
import { atMost, type Effort, type Figure, median, shown } from './figure';
import { project } from './programs';
import { fillSql, heldSql, idOf } from './rows';
import { type Server, wrappingKeySetting } from './server';

/** In seconds. */
const aim = 2;
const benefits = 41;
const day = '2026-06-30';

/** (f) Who held what on a day, over a ledger of 100,000 rows: the whole list as a file by the command, and what a chat asks. */
export const asOfDay: Figure = {
  title: '(f) who held what on a day, over the rows of the ledger',
  async run(effort, server) {
    const [rows, rounds] = effort === 'full' ? [100_000, 3] : [2_000, 1];
    const url = await server.database();
    await server.run(url, fillSql({ benefits, keyed: 'all', units: 1, employees: 2_000 }));
    await server.run(url, heldSql(Math.ceil(rows / 4), benefits, 2_000, day));
    await server.run(url, 'vacuum (analyze)');
    const [made] = await server.run(
      url,
      'select (select count(*)::int from audit) as audit, (select count(*)::int from holdings) as held',
    );
    if (Number(made?.audit) < rows) throw new Error(`Only ${made?.audit} rows of the ledger were made.`);

    const whole: Array<[format: string, seconds: number, megabytes: number]> = [];
    // The first format is measured several times; the others are the same list, written otherwise.
    for (const format of ['csv', 'json', 'ocsf', 'html'])
      whole.push([
        format,
        ...(await exported(server, url, format, format === 'csv' ? rounds : 1, Number(made?.held))),
      ]);
    const one = await asked(url, effort);
    const sizes = `${Number(made?.audit).toLocaleString('en-GB')} rows, ${Number(made?.held).toLocaleString('en-GB')} holdings`;
    return [
      ...whole.map(([format, seconds, megabytes]) =>
        atMost(
          `${sizes}: all as ${format} (${shown(megabytes)} MB), from the start of the command to its end`,
          seconds,
          aim,
          ' s',
        ),
      ),
      { what: 'one benefit, as the chat asks', measured: `${shown(one.benefit)} ms` },
      { what: 'one person, as the chat asks', measured: `${shown(one.person)} ms` },
    ];
  },
};

async function exported(
  server: Server,
  url: string,
  format: string,
  rounds: number,
  holdings: number,
): Promise<[seconds: number, megabytes: number]> {
  const out = join(server.folder, `held.${format}`);
  const seconds: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now();
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        ...[join(project, 'dist/src/cli.js'), 'audit', 'export', '--as-of', day],
        ...['--format', format, '--out', out, '--json'],
      ],
      { env: { PATH: process.env.PATH, DATABASE_URL: url, KEY_ENCRYPTION_KEYS: wrappingKeySetting } },
    );
    seconds.push((performance.now() - begun) / 1000);
    const { held, ended, missing } = JSON.parse(stdout) as Record<string, number>;
    if (Number(held) + Number(ended) !== holdings || missing !== 0)
      throw new Error(`${held} held, ${ended} ended, ${missing} without approval, of ${holdings}.`);
  }
  return [median(seconds), statSync(out).size / 1_000_000];
}

/** The questions of a chat, over a connection as the bot has it, in milliseconds. */
async function asked(url: string, effort: Effort): Promise<{ benefit: number; person: number }> {
  const sql = connect(url, 'answering', 1);
  const timed = async (sought: { benefits: string[] } | { person: string }): Promise<number> => {
    const begun = performance.now();
    const held = await heldOn(sql, asOf(day), { ...sought, most: 501 });
    if (held.length === 0) throw new Error('Nobody held anything.');
    return performance.now() - begun;
  };
  try {
    const rounds = Array.from({ length: effort === 'full' ? 20 : 1 }, (_, nth) => nth + 1);
    const times = { benefit: [] as number[], person: [] as number[] };
    for (const nth of rounds) {
      times.benefit.push(await timed({ benefits: [idOf('benefit', nth)] }));
      times.person.push(await timed({ person: idOf('employee', nth + 1) }));
    }
    return { benefit: median(times.benefit), person: median(times.person) };
  } finally {
    await sql.destroy();
  }
}
