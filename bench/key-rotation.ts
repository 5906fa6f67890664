import { connect } from '../src/store/database';
import { reseal } from '../src/store/rotate';
import { type OpenVault, openVault } from '../src/store/vault';
import { atMost, type Figure, quantile, shown } from './figure';
import { fillSql } from './rows';
import { wrappingKey } from './server';

const aim = 60;
const readers = 3;
const wrapping = new Map([[1, wrappingKey]]);

/** (h) A new data key: every key is sealed anew while others are read, and how the readers fare. */
export const keyRotation: Figure = {
  title: '(h) every key sealed anew under a new data key, while keys are read',
  async run(effort, server) {
    const keys = effort === 'full' ? 10_000 : 100;
    const url = await server.database();
    await server.run(url, fillSql({ benefits: 1, keyed: 'all', units: keys, employees: 1 }));
    const sql = connect(url, 'unhurried', 2);
    try {
      const texts = await sealAll(sql, await openVault(sql, wrapping, new Date()));
      const calm = await reading(url, texts, () => new Promise((resolve) => setTimeout(resolve, 2_000)));
      let seconds = 0;
      const meanwhile = await reading(url, texts, async () => {
        const begun = performance.now();
        const { keys: done } = await reseal({
          database: sql,
          wrapping,
          operator: { account: 'bench' },
          now: new Date(),
        });
        seconds = (performance.now() - begun) / 1000;
        if (done !== keys) throw new Error('Not every key was sealed anew.');
      });
      return [
        atMost(
          `${keys.toLocaleString('en-GB')} keys sealed anew, ${readers} readers at it`,
          seconds,
          aim,
          ' s',
        ),
        atMost(
          `reads that failed, of ${meanwhile.times.length.toLocaleString('en-GB')}`,
          meanwhile.failed,
          0,
        ),
        {
          what: 'a key read and opened, median and p99: in peace; while all are sealed anew',
          measured: `${figures(calm.times)}; ${figures(meanwhile.times)}`,
        },
      ];
    } finally {
      await sql.destroy();
    }
  },
};

const figures = (times: number[]): string =>
  `${shown(quantile(times, 0.5))} ms, ${shown(quantile(times, 0.99))} ms`;

type Sql = ReturnType<typeof connect>;

/** Gives each key a text of its own under the first data key; resolves with the texts by id. */
async function sealAll(sql: Sql, vault: OpenVault): Promise<Map<string, string>> {
  const { rows } = await sql.raw('select id, sealed_for from product_keys');
  const sealed = rows.map(({ id, sealed_for }: { id: string; sealed_for: string }) =>
    vault.seal(textOf(id), { key: id, benefit: sealed_for }),
  );
  const ids: string[] = rows.map(({ id }: { id: string }) => id);
  await sql.raw(
    'update product_keys set sealed = new.sealed from unnest(?::uuid[], ?::bytea[]) as new (id, sealed) where product_keys.id = new.id',
    [ids, sealed],
  );
  return new Map(ids.map((id) => [id, textOf(id)]));
}

const textOf = (id: string): string => `AAAAA-FAKE1-${id.slice(-12)}`;

/** Reads and opens keys one after another, as bots that began before, until the work is done. */
async function reading(
  url: string,
  texts: ReadonlyMap<string, string>,
  work: () => Promise<void>,
): Promise<{ times: number[]; failed: number }> {
  const ids = [...texts.keys()];
  const seen = { times: [] as number[], failed: 0 };
  let over = false;
  const bots = await Promise.all(
    Array.from({ length: readers }, async () => {
      const sql = connect(url, 'answering', 1);
      return { sql, vault: await openVault(sql, wrapping, new Date()) };
    }),
  );
  const loops = bots.map(async ({ sql, vault }, nth) => {
    for (let at = nth; !over; at = (at + 7_919) % ids.length) {
      const id = ids[at] as string;
      const begun = performance.now();
      try {
        const { rows } = await sql.raw('select sealed_for, sealed from product_keys where id = ?', [id]);
        const text = await vault.open(rows[0].sealed, { key: id, benefit: rows[0].sealed_for });
        if (text !== texts.get(id)) seen.failed += 1;
      } catch {
        seen.failed += 1;
      }
      seen.times.push(performance.now() - begun);
    }
    await sql.destroy();
  });
  try {
    await work();
  } finally {
    over = true;
    await Promise.all(loops);
  }
  return seen;
}
