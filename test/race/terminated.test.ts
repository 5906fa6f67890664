import type { Knex } from 'knex';
import { connect } from '../../src/store/database';
import type { TestDatabase } from '../support/database';
import { stockedDatabase } from '../support/door';
import { brokenLaws } from '../support/invariants';
import { report } from '../support/soak';
import { enough, holdersOf, makeRounds, Rival, race } from './rounds';

/** For so many milliseconds connections are taken away, every tenth of a second. */
const storm = process.env.SOAK ? 60_000 : 10_000;
const pause = 100;

let database: TestDatabase;
let sql: Knex;
let rivals: [Rival, Rival];
beforeAll(async () => {
  database = await stockedDatabase();
  sql = connect(database.url, 'unhurried', 2);
  rivals = await Promise.all([
    Rival.start(database.url, 'dana', 'as-built'),
    Rival.start(database.url, 'omar', 'as-built'),
  ]);
}, 240_000);
afterAll(async () => {
  await Promise.all(rivals.map((rival) => rival.stop()));
  await sql.destroy();
  await database.drop();
});

/** Ends a few of the bots' connections, whatever they are at. Resolves with how many it ended. */
async function terminate(): Promise<number> {
  const { rows } = await sql.raw(
    `select pg_terminate_backend(pid) from (
       select pid from pg_stat_activity where datname = current_database() and application_name like '%answering'
        order by random() limit 4) as unlucky`,
  );
  return rows.length;
}

test(
  'connections end every 100 ms while people claim: nothing lost, nothing doubled, nobody falls over',
  async () => {
    const until = performance.now() + storm;
    let ended = 0;
    const timer = setInterval(() => void terminate().then((count) => (ended += count)), pause);

    let claimed = 0;
    let repeated = 0;
    let slowest = 0;
    try {
      while (performance.now() < until) {
        const [round] = await makeRounds(sql, enough, 1);
        if (!round) throw new Error('no round');
        for (let open = round.requests; open.length > 0; ) {
          const begun = performance.now();
          const answers = await race({ pool: round.pool, requests: open }, rivals);
          slowest = Math.max(slowest, performance.now() - begun);
          for (const answer of answers)
            expect(answer).toMatch(/Approved and delivered|Something went wrong on our side/);
          claimed += answers.filter((answer) => answer.includes('Approved')).length;
          // Who reads that it did not work presses again; a repeated delivery has the same identity.
          open = open.filter((_, at) => !answers[at]?.includes('Approved'));
          repeated += open.length;
        }
        expect(await holdersOf(sql, round)).toBe(round.requests.length);
      }
    } finally {
      clearInterval(timer);
    }
    report('terminated', [
      `${ended} connections ended; ${claimed} claims, ${repeated} pressed again, slowest answer ${Math.round(slowest)} ms`,
    ]);
    expect(ended).toBeGreaterThan(storm / pause);
    // How many is a matter of the machine; that any go through at all while every connection ends is not.
    expect(claimed).toBeGreaterThan(10);
    expect(slowest).toBeLessThan(3_000);
    expect(await brokenLaws(sql)).toEqual([]);
  },
  storm + 60_000,
);
