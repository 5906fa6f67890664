import { connect } from '../src/store/database';
import { headsIn } from '../src/store/seal/heads';
import { sealNext } from '../src/store/seal/seal';
import { verify } from '../src/store/seal/verify';
import { openVault } from '../src/store/vault';
import { atMost, type Figure, median, shown } from './figure';
import { wrappingKey } from './server';

const aim = 2;

/** (g) The ledger: how long a walk along the whole chain takes, and how fast rows come under seals. */
export const ledgerWalk: Figure = {
  title: '(g) the ledger: a walk along the whole sealed chain, and the sealing itself',
  async run(effort, server) {
    const [rows, perSeal, rounds] = effort === 'full' ? [100_000, 20, 7] : [200, 20, 1];
    const sql = connect(await server.database(), 'unhurried', 2);
    try {
      const { chain } = await openVault(sql, new Map([[1, wrappingKey]]), new Date());
      const write = (count: number) =>
        sql.raw(
          `insert into audit (at, action, by_person, subject, person_id, benefit_id, why)
           select now(), 'request.approved', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
                  'It is needed for project ' || n from generate_series(1, ?::int) as n`,
          [count],
        );
      // One half as a busy company has it, a few rows a second; the other as after a night without a bot.
      const begun = performance.now();
      for (let done = 0; done < rows / 2; done += perSeal) {
        await write(perSeal);
        await sealNext(sql, chain, new Date());
      }
      const few = (performance.now() - begun) / 1000;
      await write(rows / 2);
      const atOnce = performance.now();
      while ((await sealNext(sql, chain, new Date())) > 0);
      const many = (performance.now() - atOnce) / 1000;
      await sql.raw('analyze');

      const noted = await headsIn(sql, chain).head();
      const walks: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const start = performance.now();
        const walk = await verify(sql, chain, noted);
        walks.push((performance.now() - start) / 1000);
        if (walk.breaks.length > 0 || walk.rows !== rows) throw new Error('The ledger is not whole.');
      }
      return [
        {
          what: `${(rows / 2).toLocaleString('en-GB')} rows written and sealed, ${perSeal} at a time`,
          measured: `${shown(rows / 2 / few)} rows a second`,
        },
        {
          what: `${(rows / 2).toLocaleString('en-GB')} rows that waited, sealed in one go`,
          measured: `${shown(rows / 2 / many)} rows a second`,
        },
        atMost(
          `walk along ${rows.toLocaleString('en-GB')} rows, median of ${rounds}`,
          median(walks),
          aim,
          ' s',
        ),
      ];
    } finally {
      await sql.destroy();
    }
  },
};
