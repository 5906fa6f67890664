import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { atMost, type Figure, median } from './figure';
import { project } from './programs';
import { fillSql, heldSql } from './rows';
import { type Server, wrappingKeySetting } from './server';

/** In seconds. */
const aim = 2;
const benefits = 41;
const day = '2026-06-30';

/** (i) A report over a ledger of 100,000 rows, by the command: as text, and as a page with its pictures. */
export const reporting: Figure = {
  title: '(i) a report, over the rows of the ledger',
  async run(effort, server) {
    const [rows, rounds] = effort === 'full' ? [100_000, 3] : [2_000, 1];
    const url = await server.database();
    await server.run(url, fillSql({ benefits, keyed: 'all', units: 1, employees: 2_000 }));
    await server.run(url, heldSql(Math.ceil(rows / 4), benefits, 2_000, day));
    await server.run(url, 'vacuum (analyze)');
    const [made] = await server.run(url, 'select count(*)::int as audit from audit');
    if (Number(made?.audit) < rows) throw new Error(`Only ${made?.audit} rows of the ledger were made.`);
    const sizes = `${Number(made?.audit).toLocaleString('en-GB')} rows`;
    return [
      atMost(
        `${sizes}: the report as text, from the start of the command to its end`,
        await told(server, url, 'text', rounds),
        aim,
        ' s',
      ),
      atMost(`${sizes}: as a page with pictures`, await told(server, url, 'html', rounds), aim, ' s'),
    ];
  },
};

/** In seconds. */
async function told(server: Server, url: string, format: string, rounds: number): Promise<number> {
  const seconds: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now();
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        ...[join(project, 'dist/src/cli.js'), 'report', '--from', '2026-01-01', '--to', day],
        ...['--format', format, '--out', join(server.folder, `report.${format}`)],
      ],
      { env: { PATH: process.env.PATH, DATABASE_URL: url, KEY_ENCRYPTION_KEYS: wrappingKeySetting } },
    );
    seconds.push((performance.now() - begun) / 1_000);
    if (!stdout.includes('Written to')) throw new Error(`The report says: ${stdout}`);
  }
  return median(seconds);
}
