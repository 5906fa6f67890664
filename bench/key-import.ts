import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { atMost, type Figure, median, shown } from './figure';
import { project } from './programs';
import { fillSql, nameOf } from './rows';
import { type Server, wrappingKeySetting } from './server';

const aim = 5;
const benefits = 20;
/** The tables that hold what an import of keys is about. */
const tables = ['product_keys', 'units'];

/** (d) The command that imports keys against Postgres' own COPY of the rows it has written, into the same tables. */
export const keyImport: Figure = {
  title: '(d) import of keys by the command against COPY of the same finished rows',
  async run(effort, server) {
    const [keys, rounds] = effort === 'full' ? [100_000, 3] : [500, 1];
    const file = join(server.folder, 'keys.csv');
    await writeFile(file, fileOf(keys));
    const empty = await server.database();
    await server.run(empty, fillSql({ benefits, keyed: 'all', units: 0, employees: 1 }));

    const imports: number[] = [];
    const copies: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const imported = await server.database(empty);
      imports.push(await timed(() => importByCommand(imported, file, keys)));
      const copied = await server.database(empty);
      copies.push(await copy(server, imported, copied, keys));
    }
    const [ours, theirs] = [median(imports), median(copies)];
    return [
      {
        what: `import of ${keys.toLocaleString('en-GB')} keys, from the start of the command to its end`,
        measured: `${shown(ours)} s, ${shown(keys / ours)} keys a second`,
      },
      { what: 'COPY of the rows it made, sealed and with all indexes', measured: `${shown(theirs)} s` },
      atMost(
        'import to COPY',
        median(imports.map((seconds, round) => seconds / (copies[round] as number))),
        aim,
        ' ×',
      ),
    ];
  },
};

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

const letters = 'BCDFGHJKMPQRTVWXY2346789';

/** A file of keys, all of them different. */
function fileOf(keys: number): string {
  const group = (number: number): string => {
    let text = '';
    for (let rest = number, place = 0; place < 5; place++, rest = Math.floor(rest / letters.length))
      text += letters[rest % letters.length];
    return text;
  };
  const rows = Array.from(
    { length: keys },
    (_, nth) =>
      `${nameOf((nth % benefits) + 1)},${group(nth)}-FAKE2-${group(nth * 7)}-${group(nth * 31)}-${group(nth)},retail,`,
  );
  return ['benefit,key,key_type,seats', ...rows].join('\n');
}

async function importByCommand(url: string, file: string, keys: number): Promise<void> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(project, 'dist/src/cli.js'), 'import', 'keys', file, '--json'],
    {
      env: { PATH: process.env.PATH, DATABASE_URL: url, KEY_ENCRYPTION_KEYS: wrappingKeySetting },
      timeout: 120_000,
    },
  );
  const outcome = JSON.parse(stdout) as { ok: boolean; new: number };
  if (!outcome.ok || outcome.new !== keys) throw new Error(`${outcome.new} of ${keys} keys were imported.`);
}

/** The server writes the rows to files of its own, and reads them into the other database; only the reading is timed. */
async function copy(server: Server, from: string, to: string, keys: number): Promise<number> {
  const [{ data_directory: folder } = {}] = await server.run(from, 'show data_directory');
  const fileFor = (table: string) => join(folder as string, `bench-${table}.copy`);
  for (const table of tables) await server.run(from, `copy ${table} to '${fileFor(table)}'`);
  const seconds = await timed(async () => {
    await server.run(
      to,
      ['begin', ...tables.map((table) => `copy ${table} from '${fileFor(table)}'`), 'commit'].join(';'),
    );
  });
  const [{ count } = {}] = await server.run(to, 'select count(*)::int as count from units');
  if (count !== keys) throw new Error(`${count} of ${keys} units were copied.`);
  return seconds;
}
